import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "./refusal.ts";

const serverSchema = z.object({
  pid: z.int().positive(),
  version: z.string(),
  bolt: z.int(),
  http: z.int(),
  data: z.string(),
  password: z.boolean(),
});

/** What a start leaves behind for the stop: which process, and where it listens. */
export type Server = z.infer<typeof serverSchema>;

/** Throws when there already is one: of two starts at the same moment, one loses. */
export function remember(home: string, server: Server): void {
  writeFileSync(fileIn(home), `${JSON.stringify(server, null, 2)}\n`, { flag: "wx" });
}

export function forget(home: string): void {
  rmSync(fileIn(home), { force: true });
}

/**
 * The server of this home, if its process lives. A file whose process has gone, or whose number now belongs to
 * some other program, is removed: it says nothing any more.
 */
export function livingServer(home: string): Server | undefined {
  const file = fileIn(home);
  if (!existsSync(file)) return undefined;
  const server = parseServer(file, readFileSync(file, "utf8"));
  if (lives(server)) return server;
  forget(home);
  return undefined;
}

function parseServer(file: string, text: string): Server {
  try {
    return serverSchema.parse(JSON.parse(text));
  } catch (cause) {
    const advice = "End its Neo4j by hand if it still runs, then remove the file.";
    throw new Refusal(`${file} is damaged. ${advice}`, { cause });
  }
}

/** Whether the process is there and is still this very server, not a later one with the same number. */
export function lives(server: Server): boolean {
  const { pid, data, bolt, http } = server;
  return commandOf(pid).includes(`LocalNeo4j.java ${data} ${bolt} ${http}`);
}

/** Empty when there is no such process, or only its remains. */
function commandOf(pid: number): string {
  if (!existsSync("/proc/self/cmdline")) {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function fileIn(home: string): string {
  return join(home, "server.json");
}
