import type { Services, Context as UseCaseContext } from "../usecases/context.ts";
import type { ComposedTeam } from "../usecases/loading/composing.ts";
import type { Jobs } from "./jobs.ts";
import type { Language } from "./language.ts";

/** One line of the log: an object that is written as JSON. Never holds the text of a request. */
export interface LogEntry {
  level: "debug" | "info" | "warn" | "error";
  message: string;
  [detail: string]: unknown;
}

/** What a runtime brings besides the services of the use cases. */
export interface Runtime extends Services {
  log: (entry: LogEntry) => void;
  /** Monotonic milliseconds, to time requests. */
  clock: () => number;
  /** Whoever shows this token is the operator; undefined where there is none. */
  operatorToken: string | undefined;
  /** A static file by its name, e.g. "app.css"; undefined when there is no such file. */
  asset: (name: string) => Promise<Asset | undefined>;
}

export interface Asset {
  body: string | Uint8Array;
  type: string;
}

/** The one Hono environment of this app. */
export interface AppEnvironment {
  Variables: {
    /** The context of a reader who did not say a name. */
    ctx: UseCaseContext;
    /** The context of a reader who typed a name. */
    contextOfPerson: (name: string) => UseCaseContext;
    language: Language;
    /** Names the request in logs and answers. */
    requestId: string;
    /** Compositions that take longer than a request: those of pages, by their addresses. */
    teamJobs: Jobs<ComposedTeam>;
    /** Those of the API. */
    apiJobs: Jobs<ComposedTeam>;
  };
}
