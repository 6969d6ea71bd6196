import type { Actor } from "../../src/domain/access/permit.ts";
import { loadRecords } from "../../src/graph/bulk.ts";
import { type Engine, type Graph, openGraph, type Writer } from "../../src/graph/graph.ts";
import {
  type Context,
  contextOf,
  newOperation,
  type Services,
} from "../../src/usecases/context.ts";
import { CORRECTION_PACE, createPace } from "../../src/usecases/loading/pace.ts";
import { testComposer } from "../support/composer.ts";
import { buildWorld, type World } from "./world.ts";

const VISITOR: Actor = { role: "visitor", name: "李主任" };

export interface OpenWorld extends World {
  graph: Graph;
  services: Services;
  context: Context;
  /** A context whose changes go through another engine. */
  contextThrough: (engine: Engine) => Context;
  inVain: <T>(work: Work<T>) => Promise<T>;
  forget: () => Promise<void>;
}

/** Stores a small world of its own in a graph. */
export async function openWorld(graph: Graph): Promise<OpenWorld> {
  const world = buildWorld();
  const { reference, now, newId } = world;
  const correctionPace = createPace(CORRECTION_PACE);
  const services: Services = {
    graph,
    reference,
    composer: testComposer(),
    correctionPace,
    now,
    newId,
  };
  await loadRecords(graph, world.records, { newOperation: () => newOperation(services) });
  return {
    ...world,
    graph,
    services,
    context: contextOf(services, VISITOR),
    contextThrough: (engine) => contextOf({ ...services, graph: openGraph(engine) }, VISITOR),
    inVain: (work) => inVain(services, work),
    forget: () => forget(graph.engine, world.marks),
  };
}

class Undone extends Error {}

type Work<T> = (tx: Writer) => Promise<T>;

/** Runs `work` in a transaction and takes all of it back. */
async function inVain<T>({ graph, ...services }: Services, work: Work<T>): Promise<T> {
  const values: T[] = [];
  const transaction = graph.transaction(newOperation(services), async (tx) => {
    values.push(await work(tx));
    throw new Undone();
  });
  await transaction.catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
  const [value] = values.slice(-1);
  if (value === undefined) throw new Error("the work has no result");
  return value;
}

/** Nodes deleted in one transaction. */
const BATCH = 500;

/** Deletes what a test has stored, known by what its ids contain. */
export async function forget(engine: Engine, marks: readonly string[]): Promise<void> {
  const statement =
    "MATCH (n) WHERE any(mark IN $marks WHERE n.id CONTAINS mark) WITH n LIMIT $limit " +
    "DETACH DELETE n RETURN count(*) AS deleted";
  for (;;) {
    const rows = await engine.write((run) => run(statement, { marks, limit: BATCH }));
    if (JSON.stringify(rows) === '[{"deleted":0}]') return;
  }
}
