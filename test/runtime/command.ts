import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIN = join(ROOT, "src/cli/ketepai.js");

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** A place of its own to run the real program in, as a user would. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), "ketepai-"));
  const data = join(folder, "data");
  const environment = {
    PATH: process.env["PATH"],
    KETEPAI_DATA: data,
    KETEPAI_LANG: "en",
    PORT: "0",
    LOG_LEVEL: "warn",
  };
  const start = (
    args: readonly string[],
    more: NodeJS.ProcessEnv = {},
    program = BIN,
  ): ChildProcess =>
    spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...environment, ...more } });

  const run = async (args: readonly string[], options: RunOptions = {}): Promise<Outcome> => {
    const child = start(args, options.env, options.program);
    child.stdin?.end(options.input ?? "");
    const closed = once(child, "close");
    const [out, err] = await Promise.all([text(stream(child.stdout)), text(stream(child.stderr))]);
    const [code] = await closed;
    return { code, out, err };
  };

  /** Starts a server and answers its address once it says it. */
  const serve = async (more: NodeJS.ProcessEnv = {}) => {
    const child = start(["serve"], more);
    let said = "";
    for await (const chunk of stream(child.stderr)) {
      said += String(chunk);
      const address = /running at (http:\S+)/.exec(said)?.[1];
      if (address) return { address, stop: () => stopped(child), said };
    }
    throw new Error(`The server did not start: ${said}`);
  };

  /** Runs a command and kills it without warning after some time. */
  const killed = async (
    args: readonly string[],
    milliseconds: number,
    more: NodeJS.ProcessEnv = {},
  ): Promise<void> => {
    const child = start(args, more);
    const closed = once(child, "close");
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    await closed;
    clearTimeout(timer);
  };

  return {
    folder,
    data,
    run,
    killed,
    serve,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface RunOptions {
  input?: string;
  env?: NodeJS.ProcessEnv;
  /** Another copy of the program. */
  program?: string;
}

/** A copy of the program whose data may be changed. */
export function copyOfProgram(folder: string): { bin: string; data: string } {
  const copy = mkdtempSync(join(folder, "program-"));
  for (const name of ["src", "package.json", "tsconfig.json"]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return { bin: join(copy, "src/cli/ketepai.js"), data: join(copy, "src/data") };
}

async function stopped(child: ChildProcess): Promise<number | null> {
  const closed = once(child, "close");
  child.stderr?.resume();
  child.kill("SIGTERM");
  const [code] = await closed;
  return code;
}

function stream<T>(value: T | null): T {
  if (value === null) throw new Error("The process has no such stream.");
  return value;
}
