import type { Config } from "./config.ts";
import type { LogEntry } from "./http/env.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** The entry as a line of JSON; undefined when it is below the level that is logged. */
export const logLine = (level: Config["logLevel"], entry: LogEntry): string | undefined =>
  LEVELS.indexOf(entry.level) < LEVELS.indexOf(level)
    ? undefined
    : JSON.stringify({ time: new Date().toISOString(), ...entry });
