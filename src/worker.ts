import { uuidv7 } from "uuidv7";
import { createApp } from "./app.ts";
import { readData } from "./data/files.worker.ts";
import { readReference } from "./data/reference.ts";
import { AppError } from "./domain/error.ts";
import { neo4jHttp } from "./graph/engines/neo4j-http.ts";
import { type Engine, openGraph } from "./graph/graph.ts";
import { onceMigrated } from "./graph/migrated.worker.ts";
import { asset } from "./http/assets.worker.ts";
import type { Runtime } from "./http/env.ts";
import { createRefusal } from "./http/refusal.worker.ts";
import { logTo } from "./log.worker.ts";
import { type WorkerSettings, workerSettings } from "./settings.worker.ts";

type App = (request: Request) => Response | Promise<Response>;

/** Opened by the first request of an isolate: what is done before counts against the time it has to start. */
let app: App | undefined;

// biome-ignore lint/style/noDefaultExport: the shape Workers ask for
export default {
  fetch(request: Request, environment: unknown): Response | Promise<Response> {
    app ??= open(environment);
    return app(request);
  },
};

function open(environment: unknown): App {
  try {
    const settings = workerSettings(environment);
    const opened = createApp(runtimeOf(onceMigrated(neo4jHttp(settings.neo4j)), settings.logLevel));
    return (request) => opened.fetch(request);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refusal = createRefusal(runtimeOf(noEngine(error), "info"), error);
    return (request) => refusal.fetch(request);
  }
}

const runtimeOf = (engine: Engine, logLevel: WorkerSettings["logLevel"]): Runtime => ({
  graph: openGraph(engine),
  reference: readReference(readData),
  asset,
  now: () => new Date(),
  newId: uuidv7,
  log: logTo(logLevel),
  clock: () => performance.now(),
  operatorToken: undefined,
});

/** Stands where there is no Neo4j. */
function noEngine(why: AppError): Engine {
  const refuse = () => Promise.reject(why);
  return {
    name: "neo4j-http",
    read: refuse,
    write: refuse,
    applySchema: refuse,
    close: async () => undefined,
  };
}
