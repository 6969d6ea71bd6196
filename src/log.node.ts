import type { Config } from "./config.ts";
import type { LogEntry } from "./http/env.ts";
import { logLine } from "./log-line.ts";

/** Writes entries of this level and above to standard error, a JSON object a line. */
export const logTo =
  (level: Config["logLevel"]) =>
  (entry: LogEntry): void => {
    const line = logLine(level, entry);
    if (line !== undefined) process.stderr.write(`${line}\n`);
  };
