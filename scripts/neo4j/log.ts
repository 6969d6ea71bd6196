import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the server of this home printed since its last start. */
export function logOf(home: string): string {
  return join(home, "server.log");
}

export function saysReady(home: string): boolean {
  return /^ready$/m.test(textOf(home));
}

/** The innermost cause that Java names, else the last lines; and where to read on. */
export function whyItEnded(home: string): string {
  const text = textOf(home);
  const cause = [...text.matchAll(/^Caused by: (.+)$/gm)].at(-1)?.[1];
  const lastLines = text.trim().split("\n").slice(-5).join("\n");
  return `${cause ?? lastLines}\nAll of it: ${logOf(home)}`;
}

function textOf(home: string): string {
  const log = logOf(home);
  return existsSync(log) ? readFileSync(log, "utf8") : "";
}
