import { randomBytes } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "./domain/error.ts";

/** Who owns a data folder: one process at a time. A server says how to reach it. */
const Owner = z.object({
  pid: z.int(),
  /** When that process was born, as its system tells it: another one may get the same id later. */
  born: z.string(),
  /** Tells this owner from an earlier one with the same process id. */
  mark: z.string(),
  /** Base address of the server, "" while the owner is not (yet) one. */
  address: z.string(),
  /** Whoever shows it to the server is the operator. */
  token: z.string(),
});
export type Owner = z.infer<typeof Owner>;

export interface OwnedFolder {
  /** Path of the graph's file. */
  graphPath: string;
  token: string;
  /** Says at which address the owner answers now. */
  announce(address: string): void;
  release(): void;
}

const ownerFile = (folder: string) => join(folder, "owner.json");
const graphFile = (folder: string) => join(folder, "graph.grafeo");

/** The process that owns the folder now; undefined when nobody does. */
export function ownerOf(folder: string): Owner | undefined {
  const owner = readOwner(folder);
  return owner && isAlive(owner) ? owner : undefined;
}

function readOwner(folder: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(ownerFile(folder), "utf8")));
  } catch {
    return undefined;
  }
}

/** Start time of a process in ticks since boot on Linux, field 22 of its stat; "" elsewhere. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold blanks.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive({ pid, born }: Owner): boolean {
  if (born !== birthOf(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Makes this process the owner of the folder, which is made when there is none. Throws
 * `folder_in_use` while another process owns it: two engines on one file would destroy it.
 */
export function claimFolder(folder: string): OwnedFolder {
  makeFolder(folder);
  const mark = randomBytes(8).toString("hex");
  const token = randomBytes(24).toString("base64url");
  const born = birthOf(process.pid);
  const owner: Owner = { pid: process.pid, born, mark, address: "", token };
  const draft = `${ownerFile(folder)}.${mark}`;
  try {
    writeOwner(draft, owner);
  } catch (error) {
    throw cannotMake(folder, error);
  }
  try {
    takeOwnership(folder, draft);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    graphPath: graphFile(folder),
    token,
    announce(address) {
      writeOwner(draft, { ...owner, address });
      renameSync(draft, ownerFile(folder));
    },
    release() {
      if (readOwner(folder)?.mark === mark) rmSync(ownerFile(folder), { force: true });
    },
  };
}

const writeOwner = (path: string, owner: Owner) =>
  writeFileSync(path, `${JSON.stringify(owner)}\n`, { mode: 0o600 });

/** A hard link is made by exactly one of those who try at once. */
function takeOwnership(folder: string, draft: string): void {
  for (;;) {
    try {
      linkSync(draft, ownerFile(folder));
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const owner = ownerOf(folder);
    if (owner) throw inUse(folder, owner);
    setAside(folder);
  }
}

/** Moves what a dead owner left out of the way, unless somebody else was quicker. */
function setAside(folder: string): void {
  const aside = `${ownerFile(folder)}.${randomBytes(8).toString("hex")}`;
  try {
    renameSync(ownerFile(folder), aside);
  } catch {
    return;
  }
  const moved = readFileSync(aside, "utf8");
  rmSync(aside, { force: true });
  const { success, data } = Owner.safeParse(parsed(moved));
  if (!success || !isAlive(data)) return;
  // A new owner came in between the look and the move: put it back. Whoever claimed the folder
  // meanwhile is turned away by the engine's own lock on the file.
  if (!existsSync(ownerFile(folder))) writeOwner(ownerFile(folder), data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw cannotMake(folder, error);
  }
}

function cannotMake(folder: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : "";
  const sentence = {
    zh: `无法创建数据文件夹 ${folder}：${why}`,
    en: `The data folder ${folder} cannot be made: ${why}`,
  };
  return new AppError("folder_in_use", sentence, { cause });
}

export const inUse = (folder: string, { pid, address }: Owner): AppError =>
  new AppError("folder_in_use", {
    zh: `数据文件夹 ${folder} 正由进程 ${pid}${address && `（${address}）`}使用：请先停止它，或用 KETEPAI_DATA 指定另一个文件夹。`,
    en: `The data folder ${folder} is in use by process ${pid}${address && ` (${address})`}: stop it first, or name another folder with KETEPAI_DATA.`,
  });
