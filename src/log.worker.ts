import type { Config } from "./config.ts";
import type { LogEntry } from "./http/env.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** Writes entries of this level and above to the log stream of the Worker, a JSON object a line. */
export const logTo =
  (level: Config["logLevel"]) =>
  (entry: LogEntry): void => {
    if (LEVELS.indexOf(entry.level) < LEVELS.indexOf(level)) return;
    // biome-ignore lint/suspicious/noConsole: the log stream of a Worker
    console[entry.level](JSON.stringify({ time: new Date().toISOString(), ...entry }));
  };
