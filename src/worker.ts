import { uuidv7 } from "uuidv7";
import { type ModelFault, openModel } from "./adapters/model/open-model.ts";
import { workerComposer } from "./adapters/solver/composer.worker.ts";
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
import { CORRECTION_PACE, createPace } from "./usecases/loading/pace.ts";

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
    const engine = onceMigrated(neo4jHttp(settings.neo4j));
    const opened = createApp(runtimeOf(engine, settings));
    return (request) => opened.fetch(request);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refusal = createRefusal(
      runtimeOf(noEngine(error), { logLevel: "info", model: undefined }),
      error,
    );
    return (request) => refusal.fetch(request);
  }
}

function runtimeOf(
  engine: Engine,
  { logLevel, model }: Pick<WorkerSettings, "logLevel" | "model">,
): Runtime {
  const reference = readReference(readData);
  const log = logTo(logLevel);
  const now = () => new Date();
  const clock = () => performance.now();
  const report = (fault: ModelFault) =>
    log({ level: "warn", message: "no draft of the language model", ...fault });
  return {
    graph: openGraph(engine),
    reference,
    model: model && openModel(model, reference.vocabulary, { now, clock, report }),
    composer: workerComposer(),
    correctionPace: createPace(CORRECTION_PACE),
    asset,
    now,
    newId: uuidv7,
    log,
    clock,
    operatorToken: undefined,
  };
}

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
