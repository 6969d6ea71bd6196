import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { AppError } from "../domain/error.ts";
import type { Language } from "../http/language.ts";

/** Words of strangers must not steer the terminal: control and format signs become blanks. */
export const harmless = (words: string): string => words.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, " ");

/** Data goes to standard output, and waits while its reader is slow. */
export async function print(data: string): Promise<void> {
  if (!process.stdout.write(data)) await once(process.stdout, "drain");
}

/** A reader who has seen enough (`| head`) ends the program quietly. */
export function endWithReader(): void {
  process.stdout.on("error", (error) => {
    if ("code" in error && error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

export const printLine = (line: string): Promise<void> => print(`${line}\n`);
export const printJson = (value: unknown): Promise<void> => printLine(JSON.stringify(value));

/** Messages go to standard error. */
export const tell = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

/** The language of messages and texts: Chinese, unless the environment says English. */
export const language: Language = /^en/i.test(process.env["KETEPAI_LANG"] ?? "") ? "en" : "zh";

/** The text of a file, or of standard input for "-". Throws `invalid` when it cannot be read. */
export async function readInput(path: string): Promise<string> {
  if (path === "-") return text(process.stdin);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw unreadable(path, error);
  }
}

export function unreadable(path: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : "";
  const sentence = { zh: `无法读取文件 ${path}：${why}`, en: `${path} cannot be read: ${why}` };
  return new AppError("invalid", sentence, { cause });
}
