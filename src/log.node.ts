import type { Config } from "./config.ts";
import type { LogEntry } from "./http/env.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** Writes entries of this level and above to standard error, a JSON object a line. */
export const logTo =
  (level: Config["logLevel"]) =>
  (entry: LogEntry): void => {
    if (LEVELS.indexOf(entry.level) < LEVELS.indexOf(level)) return;
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  };
