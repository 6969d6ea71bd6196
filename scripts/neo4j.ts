/**
 * A real Neo4j Community for development and tests, in the background, from its Maven artifacts.
 *
 *   npm run neo4j -- start|stop|status [--version V] [--home DIR] [--bolt PORT] [--http PORT] [--fresh]
 *
 * Addresses go to standard output in the form of the settings that Ketepai reads; all else to standard error.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { neo4jFolder, type Options, parseCommandLine, usage } from "./neo4j/command-line.ts";
import { saysReady } from "./neo4j/log.ts";
import { Refusal } from "./neo4j/refusal.ts";
import { livingServer, type Server } from "./neo4j/server-file.ts";
import { start } from "./neo4j/start.ts";
import { stop } from "./neo4j/stop.ts";

const verbs: Record<Options["verb"], (options: Options) => Promise<number> | number> = {
  help: () => {
    process.stdout.write(usage);
    return 0;
  },
  start: async (options) => {
    report(await start(options), options.home);
    return 0;
  },
  stop: async ({ home }) => {
    const server = await stop(home);
    say(server ? `Neo4j ${server.version} (process ${server.pid}) has stopped.` : none(home));
    if (!server) for (const other of livingHomes()) say(`One runs in ${other}: --home ${other}`);
    return 0;
  },
  status: ({ home, anyHome }) => {
    const homes = anyHome ? livingHomes() : [home].filter(livingServer);
    for (const each of homes) {
      const server = livingServer(each);
      if (server) report(server, each);
    }
    if (homes.length === 0) say(none(anyHome ? neo4jFolder : home));
    return homes.length > 0 ? 0 : 1;
  },
};

function report(server: Server, home: string): void {
  const { version, pid, bolt, http, password } = server;
  const state = saysReady(home) ? "is ready" : "is starting";
  const login = password ? "with a password" : "without a password";
  say(`Neo4j ${version} ${state} in ${home} (process ${pid}, ${login}).`);
  process.stdout.write(`NEO4J_URI=bolt://127.0.0.1:${bolt}\n`);
  process.stdout.write(`NEO4J_HTTP_URI=http://127.0.0.1:${http}\n`);
}

/** The default homes, one per version, whose server runs. */
function livingHomes(): string[] {
  if (!existsSync(neo4jFolder)) return [];
  const homes = readdirSync(neo4jFolder).map((version) => join(neo4jFolder, version));
  return homes.filter(livingServer);
}

function none(where: string): string {
  return `No Neo4j runs in ${where}.`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** 2 for wrong flags, 1 for what else can be told in a line: a refusal, or a folder that cannot be used. */
function explain(error: unknown): number {
  if (!(error instanceof Refusal || (error instanceof Error && "syscall" in error))) throw error;
  say(error.message);
  return error instanceof Refusal ? error.exitCode : 1;
}

try {
  const options = parseCommandLine(process.argv.slice(2));
  process.exitCode = await verbs[options.verb](options);
} catch (error) {
  process.exitCode = explain(error);
}
