import { uuidv7 } from "uuidv7";
import { createApp } from "../../src/app.ts";
import { readData } from "../../src/data/files.node.ts";
import { readReference } from "../../src/data/reference.ts";
import { loadRecords } from "../../src/graph/bulk.ts";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { openGraph } from "../../src/graph/graph.ts";
import { migrate } from "../../src/graph/migrate.ts";
import { asset } from "../../src/http/assets.node.ts";
import type { LogEntry, Runtime } from "../../src/http/env.ts";
import { newOperation } from "../../src/usecases/context.ts";
import { CORRECTION_PACE, createPace } from "../../src/usecases/loading/pace.ts";
import { testComposer } from "./composer.ts";
import { expectAsDocumented, operationAt } from "./contract.ts";
import { recordsOf } from "./records.ts";

/** What a request meets that nobody may know. */
const OPERATOR_TOKEN = "token-of-this-test";

/**
 * The hand-made province in memory behind the whole app; rows nobody ordered come in a random order. No
 * language model is set up unless the test brings one.
 */
export async function openWorld(
  brought: Partial<Pick<Runtime, "model" | "composer" | "now">> = {},
) {
  const reference = readReference(readData);
  const graph = openGraph(grafeo({ shuffleUnordered: true }));
  const log: LogEntry[] = [];
  const runtime: Runtime = {
    graph,
    reference,
    composer: testComposer(),
    correctionPace: createPace(CORRECTION_PACE),
    asset,
    now: () => new Date("2026-11-23T08:00:00Z"),
    newId: uuidv7,
    log: (entry) => log.push(entry),
    clock: () => performance.now(),
    operatorToken: OPERATOR_TOKEN,
    ...brought,
  };
  const nextOperation = () => newOperation(runtime);
  await migrate(graph, nextOperation);
  await loadRecords(graph, recordsOf(reference), { newOperation: nextOperation });
  const app = createApp(runtime);

  /** Every answer of the API is held against its document. */
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await app.request(path, init);
    const operation = operationAt(init.method ?? "GET", path);
    if (operation) await expectAsDocumented(operation, response);
    return response;
  };
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    send(path, { headers });
  /** Sends a body as JSON; a text goes as it is. */
  const post = (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    send(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  /** What the operator sends with a request. */
  const operator = { authorization: `Bearer ${OPERATOR_TOKEN}` };
  const close = () => graph.engine.close();
  return { app, runtime, graph, reference, log, get, post, operator, close };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
