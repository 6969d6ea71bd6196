import { AppError } from "../../domain/error.ts";

/**
 * How a failure of a database is to be taken. "refused": the rules of the graph forbid the change.
 * "passing": the same again may go well, after a lost race or a lost connection.
 * "down": the database does not answer, or does not let us in. Undefined: a bug, or an error of ours.
 */
export type FaultOf = (error: unknown) => "refused" | "passing" | "down" | undefined;

const TRIES = 20;
const LONGEST_PAUSE_MS = 500;

/** Tries again what failed in passing. The pauses grow, and chance shortens them so that rivals part. */
export const retrying =
  (faultOf: FaultOf) =>
  async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (let tried = 1; tried < TRIES; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (faultOf(error) !== "passing") throw error;
        await pause(Math.random() * Math.min(2 ** tried, LONGEST_PAUSE_MS));
      }
    }
    return attempt();
  };

const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

/** Says a failure in the domain's words, where it has any. */
export const explaining =
  (faultOf: FaultOf) =>
  (cause: unknown): never => {
    switch (faultOf(cause)) {
      case "refused":
        throw new AppError(
          "conflict",
          { zh: "已存在，或仍在使用中。", en: "It exists already, or is still in use." },
          { cause },
        );
      case "passing":
      case "down":
        throw new AppError(
          "unavailable",
          {
            zh: "图数据库暂时无法访问，请稍后再试。",
            en: "The graph is busy or out of reach: try again in a moment.",
          },
          { cause },
        );
      case undefined:
        throw cause;
    }
  };
