import { statSync } from "node:fs";
import { AppError } from "../domain/error.ts";
import type { TeamProblem } from "../domain/team/problem.ts";
import { readProblem } from "../domain/team/read-problem.ts";
import { isDeeperThan } from "../http/api/nesting.ts";
import { readInput, unreadable } from "./console.node.ts";

/** Larger than the largest problem that is allowed. */
const LARGEST_MEGABYTES = 64;
/** The format has four levels. */
const DEEPEST = 16;

/**
 * The team problem of a file of the format `ketepai-team-problem`; - reads standard input. Throws
 * `invalid` with the path of every fault, and `too_large` before a huge file is read.
 */
export async function problemOfFile(path: string): Promise<TeamProblem> {
  if (path !== "-") refuseHuge(path, sizeOf(path));
  const content = await readInput(path);
  refuseHuge(path, Buffer.byteLength(content));
  return readProblem(jsonOf(path, content));
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function refuseHuge(path: string, bytes: number): void {
  if (bytes <= LARGEST_MEGABYTES * 1024 * 1024) return;
  throw new AppError("too_large", {
    zh: `文件 ${path} 超过 ${LARGEST_MEGABYTES} MB。`,
    en: `${path} is larger than ${LARGEST_MEGABYTES} MB.`,
  });
}

function jsonOf(path: string, content: string): unknown {
  if (isDeeperThan(content, DEEPEST)) {
    throw new AppError("invalid", {
      zh: `文件 ${path} 的 JSON 嵌套过深：最多 ${DEEPEST} 层。`,
      en: `The JSON of ${path} is nested too deeply: at most ${DEEPEST} levels.`,
    });
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw notJson(path, error);
  }
}

function notJson(path: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : "";
  const sentence = {
    zh: `文件 ${path} 不是合法的 JSON：${why}`,
    en: `${path} is not valid JSON: ${why}`,
  };
  return new AppError("invalid", sentence, { cause });
}
