import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { javaOfVersion, type Options } from "./command-line.ts";
import { emptyData } from "./data.ts";
import { findJava } from "./java.ts";
import { libraries } from "./libraries.ts";
import { logOf, saysReady, whyItEnded } from "./log.ts";
import { freePorts } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { forget, lives, livingServer, remember, type Server } from "./server-file.ts";

/** Usually 10 to 40 seconds; longer on a machine that is busy with other things. */
const READY_WITHIN_SECONDS = 240;

/** Neo4j's own rule. */
const SHORTEST_PASSWORD = 8;

/** Starts the server of this home, or finds it started, and comes back when it is ready. */
export async function start(options: Options): Promise<Server> {
  const running = livingServer(options.home);
  if (running) {
    refuseUnlessSame(running, options);
    await untilReady(options.home, running);
    return running;
  }
  const { child, server } = await launch(options);
  const abandon = () => {
    child.kill();
    forget(options.home);
    process.exit(1);
  };
  process.once("SIGINT", abandon).once("SIGTERM", abandon);
  await untilReady(options.home, server);
  return server;
}

function refuseUnlessSame(running: Server, options: Options): void {
  const same =
    running.version === options.version &&
    [0, running.bolt].includes(options.bolt) &&
    [0, running.http].includes(options.http) &&
    running.password === (password() !== "");
  if (same && !options.fresh) return;
  const { pid, version, bolt, http } = running;
  throw new Refusal(
    `Neo4j ${version} already runs in ${options.home}: process ${pid}, ports ${bolt} and ${http}, ` +
      `${running.password ? "with" : "without"} a password. Stop it first.`,
  );
}

async function launch(options: Options): Promise<{ child: ChildProcess; server: Server }> {
  const { version, home } = options;
  if (password() !== "" && password().length < SHORTEST_PASSWORD) {
    throw new Refusal(`NEO4J_PASSWORD needs ${SHORTEST_PASSWORD} characters or more.`);
  }
  const java = findJava(javaOfVersion[version]);
  const classPath = `${libraries(version)}/*`;
  const ports = await freePorts(options.bolt, options.http);
  const data = join(home, "data");
  if (options.fresh) emptyData(data);
  mkdirSync(data, { recursive: true });

  process.stderr.write(`Starting Neo4j ${version} in ${home} ...\n`);
  const address = [data, String(ports.bolt), String(ports.http)];
  const program = [`@${besideMe("jvm.options")}`, "-cp", classPath, besideMe("LocalNeo4j.java")];
  const child = inBackground(java, [...program, ...address], logOf(home));
  const server = { pid: child.pid ?? 0, version, ...ports, data, password: password() !== "" };
  try {
    remember(home, server);
  } catch (cause) {
    child.kill();
    throw new Refusal(`Another start is under way in ${home}.`, { cause });
  }
  return { child, server };
}

/** A session of its own, so that it outlives this process and its terminal. */
function inBackground(program: string, args: string[], log: string): ChildProcess {
  const output = openSync(log, "w");
  const child = spawn(program, args, { detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.unref();
  return child;
}

async function untilReady(home: string, server: Server): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_SECONDS * 1000;
  while (!saysReady(home)) {
    if (!lives(server)) {
      forget(home);
      throw new Refusal(`Neo4j ${server.version} did not start: ${whyItEnded(home)}`);
    }
    if (Date.now() > deadline) {
      throw new Refusal(
        `Neo4j ${server.version} is not ready after ${READY_WITHIN_SECONDS} s; it goes on trying ` +
          `(process ${server.pid}, ${logOf(home)}). "stop" ends it.`,
      );
    }
    await sleep(200);
  }
}

function password(): string {
  const { NEO4J_PASSWORD = "" } = process.env;
  return NEO4J_PASSWORD;
}

function besideMe(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
