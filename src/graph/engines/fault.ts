import { AppError, type Sentence } from "../../domain/error.ts";

/**
 * How a failure of a database is to be taken.
 * "refused": the rules of the graph forbid the change.
 * "passing": a race was lost; the same again may go well.
 * "lost": the connection broke, and what was sent may have taken effect; it is sent again, under
 * the same operation id, for as long as a user likes to wait.
 * "down": the database does not answer in time, or is not what it should be.
 * "denied": it does not let us in.
 * Undefined: a bug, or an error of ours.
 */
export type FaultOf = (
  error: unknown,
) => "refused" | "passing" | "lost" | "down" | "denied" | undefined;

const TRIES = 20;
const LONGEST_PAUSE_MS = 500;

/** A server that is started again, or a cluster that elects another leader, may be back by then. */
const RECONNECTING_MS = 3_000;

/** Tries again what failed in passing. The pauses grow, and chance shortens them so that rivals part. */
export const retrying =
  (faultOf: FaultOf) =>
  async <T>(attempt: () => Promise<T>): Promise<T> => {
    const giveUp = Date.now() + RECONNECTING_MS;
    const mayPass = (fault: ReturnType<FaultOf>) =>
      fault === "passing" || (fault === "lost" && Date.now() < giveUp);
    for (let tried = 1; tried < TRIES; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!mayPass(faultOf(error))) throw error;
        await pause(Math.random() * Math.min(2 ** tried, LONGEST_PAUSE_MS));
      }
    }
    return attempt();
  };

const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

const TAKEN: Sentence = {
  zh: "已存在，或仍在使用中。",
  en: "It exists already, or is still in use.",
};
const OUT_OF_REACH: Sentence = {
  zh: "图数据库暂时无法访问，请稍后再试。",
  en: "The graph is busy or out of reach: try again in a moment.",
};
const LOCKED_OUT: Sentence = {
  zh: "图数据库拒绝登录：请管理员检查 NEO4J_USERNAME 和 NEO4J_PASSWORD。",
  en: "The graph refuses the login: the operator has to check NEO4J_USERNAME and NEO4J_PASSWORD.",
};

/** Says a failure in the domain's words, where it has any. */
export const explaining =
  (faultOf: FaultOf) =>
  (cause: unknown): never => {
    switch (faultOf(cause)) {
      case "refused":
        throw new AppError("conflict", TAKEN, { cause });
      case "passing":
      case "lost":
      case "down":
        throw new AppError("unavailable", OUT_OF_REACH, { cause });
      case "denied":
        throw new AppError("unavailable", LOCKED_OUT, { cause });
      case undefined:
        throw cause;
    }
  };
