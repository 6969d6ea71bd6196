import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Refusal } from "./refusal.ts";

/** What is told to whom asks, and to whom types what is not understood. */
export const usage = `npm run neo4j -- start|stop|status [flags]

  --version V   5.26.25 (the default) or 2026.05.0
  --home DIR    folder of the data, the log and the process file; by default .neo4j/V
  --bolt PORT   7687 by default; 0 takes any free port
  --http PORT   7474 by default; 0 takes any free port
  --fresh       start: empties the data first

With NEO4J_PASSWORD set (8 characters or more) user neo4j must log in with it; without, nobody has to.
Exit code: 0 done, or it runs; 1 it failed, or it does not run; 2 wrong flags.
`;

/** Each version we test on, and the Java it needs. */
export const javaOfVersion = { "5.26.25": 17, "2026.05.0": 25 } as const;
export type Version = keyof typeof javaOfVersion;

/** Ignored by git: what was fetched and what the servers keep. */
export const neo4jFolder = fileURLToPath(new URL("../../.neo4j", import.meta.url));

export interface Options {
  verb: "start" | "stop" | "status" | "help";
  version: Version;
  /** Absolute path of the folder that holds `data/`, `server.json` and `server.log`. */
  home: string;
  /** Neither `--version` nor `--home` was given: no server in particular is meant. */
  anyHome: boolean;
  /** 0 means any free port. */
  bolt: number;
  http: number;
  fresh: boolean;
}

/** Throws a `Refusal` with the usage for anything that is not understood. */
export function parseCommandLine(args: string[]): Options {
  const { values, positionals } = understood(args);
  const version = versionOf(values.version ?? "5.26.25");
  const options: Options = {
    verb: values.help ? "help" : verbOf(positionals),
    version,
    home: resolve(values.home ?? `${neo4jFolder}/${version}`),
    anyHome: values.home === undefined && values.version === undefined,
    bolt: portOf("--bolt", values.bolt ?? "7687"),
    http: portOf("--http", values.http ?? "7474"),
    fresh: values.fresh ?? false,
  };
  if (options.bolt !== 0 && options.bolt === options.http) {
    throw wrong("--bolt and --http need a port each");
  }
  return options;
}

function understood(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        version: { type: "string" },
        home: { type: "string" },
        bolt: { type: "string" },
        http: { type: "string" },
        fresh: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function verbOf([verb, ...rest]: string[]): Options["verb"] {
  if (rest.length > 0) throw wrong(`"${rest.join(" ")}" is not understood`);
  if (verb === "start" || verb === "stop" || verb === "status" || verb === "help") return verb;
  throw wrong(verb === undefined ? "start, stop or status?" : `"${verb}" is not a verb`);
}

function versionOf(text: string): Version {
  if (text === "5.26.25" || text === "2026.05.0") return text;
  throw wrong(`--version is one of ${Object.keys(javaOfVersion).join(", ")}, not "${text}"`);
}

function portOf(flag: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw wrong(`${flag} takes a port from 0 to 65535, not "${text}"`);
}

function wrong(message: string): Refusal {
  return new Refusal(`${message}\n\n${usage}`, { exitCode: 2 });
}
