import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Usage, watch } from "./process-usage.ts";

const PROGRAM = fileURLToPath(new URL("../../src/cli/ketepai.js", import.meta.url));

/** A folder of its own, gone when `work` is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "ketepai-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which graph the program works on: a data folder, or a Neo4j by its address. */
export interface Target {
  folder: string;
  neo4j?: string;
}

/** The settings a newcomer has, but for the address: any free port. */
function environment({ folder, neo4j }: Target): NodeJS.ProcessEnv {
  const { NEO4J_URI: _, ...inherited } = process.env;
  const where = neo4j === undefined ? {} : { NEO4J_URI: neo4j };
  return { ...inherited, KETEPAI_DATA: folder, KETEPAI_LANG: "en", PORT: "0", ...where };
}

const start = (target: Target, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], {
    env: environment(target),
    stdio: ["ignore", "pipe", "pipe"],
  });

export interface Finished {
  out: string;
  seconds: number;
  usage: Usage;
}

/** Runs a command to its end. Throws with what it said when it fails. */
export async function run(target: Target, args: readonly string[]): Promise<Finished> {
  const begun = performance.now();
  const child = start(target, args);
  const watched = watch(child.pid);
  const closed = once(child, "close");
  const [out, said] = await Promise.all([read(child.stdout), read(child.stderr)]);
  const [code] = await closed;
  const usage = watched.end();
  if (code !== 0) throw new Error(`ketepai ${args.join(" ")} ended with ${code}: ${said}`);
  return { out, seconds: (performance.now() - begun) / 1000, usage };
}

const read = (stream: ChildProcess["stdout"]): Promise<string> =>
  stream ? text(stream) : Promise.resolve("");

export interface RunningServer {
  address: string;
  usage: () => Usage;
  stop: () => Promise<void>;
}

/** Starts a server and waits until it says its address. */
export async function serve(target: Target): Promise<RunningServer> {
  const child = start(target, ["serve"]);
  const watched = watch(child.pid);
  const closed = once(child, "close");
  const address = await addressOf(child);
  // What it writes from now on is read and dropped: a full pipe would stop it.
  child.stderr?.resume();
  child.stdout?.resume();
  return {
    address,
    usage: watched.now,
    stop: async () => {
      watched.end();
      child.kill("SIGTERM");
      await closed;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /running at (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("close", () => reject(new Error(`The server did not start: ${said}`)));
  });
}
