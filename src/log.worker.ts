import type { Config } from "./config.ts";
import type { LogEntry } from "./http/env.ts";
import { logLine } from "./log-line.ts";

/** Writes entries of this level and above to the log stream of the Worker, a JSON object a line. */
export const logTo =
  (level: Config["logLevel"]) =>
  (entry: LogEntry): void => {
    const line = logLine(level, entry);
    // biome-ignore lint/suspicious/noConsole: the log stream of a Worker
    if (line !== undefined) console[entry.level](line);
  };
