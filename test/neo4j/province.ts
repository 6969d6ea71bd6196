import { uuidv7 } from "uuidv7";
import { createApp } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import { readData } from "../../src/data/files.node.ts";
import { readReference } from "../../src/data/reference.ts";
import { loadRecords, readRecords } from "../../src/graph/bulk.ts";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { neo4jBolt } from "../../src/graph/engines/neo4j-bolt.node.ts";
import { type Graph, openGraph } from "../../src/graph/graph.ts";
import { migrate } from "../../src/graph/migrate.ts";
import { asset } from "../../src/http/assets.node.ts";
import { newOperation, type Reference, type Services } from "../../src/usecases/context.ts";
import { CORRECTION_PACE, createPace } from "../../src/usecases/loading/pace.ts";
import { testComposer } from "../support/composer.ts";
import { recordsOf } from "../support/records.ts";

/**
 * A province in a real Neo4j, and the same one in memory. A Neo4j that already holds one is used as it
 * is; another one gets the small province of the tests. What was stored is deleted in the end.
 */
export async function openProvince(neo4j: NonNullable<Config["neo4j"]>) {
  const reference = readReference(readData);
  const since = uuidv7();
  const stored = servicesOf(openGraph(neo4jBolt(neo4j)), reference);
  await migrate(stored.graph, () => newOperation(stored));
  const isOurs = !(await holdsProvince(stored.graph));
  if (isOurs) await load(stored, recordsOf(reference));

  const mirrored = servicesOf(openGraph(grafeo({ shuffleUnordered: true })), reference);
  await migrate(mirrored.graph, () => newOperation(mirrored));
  await load(mirrored, readRecords(stored.graph));

  return {
    /** Node on the same Neo4j, over Bolt. */
    bolt: appOf(stored),
    /** Node on a copy of the graph in the embedded engine. */
    embedded: appOf(mirrored),
    close: async () => {
      await forgetSince(stored.graph, since);
      if (isOurs) await forgetRecords(stored.graph, reference);
      await stored.graph.engine.close();
      await mirrored.graph.engine.close();
    },
  };
}

export type Province = Awaited<ReturnType<typeof openProvince>>;

const servicesOf = (graph: Graph, reference: Reference): Services => ({
  graph,
  reference,
  composer: testComposer(),
  correctionPace: createPace(CORRECTION_PACE),
  now: () => new Date(),
  newId: uuidv7,
});

function appOf(services: Services) {
  const app = createApp({
    ...services,
    asset,
    log: () => undefined,
    clock: () => performance.now(),
    operatorToken: undefined,
  });
  return async (path: string, options?: RequestInit): Promise<Response> =>
    app.request(path, options);
}

const load = (services: Services, records: Parameters<typeof loadRecords>[1]) =>
  loadRecords(services.graph, records, { newOperation: () => newOperation(services) });

async function holdsProvince({ engine }: Graph): Promise<boolean> {
  const rows = await engine.read("MATCH (place:County {code: $code}) RETURN place.id AS id", {
    code: "433126",
  });
  return rows.length > 0;
}

const BATCH = 1_000;

/** Deletes what changes have stored since then: their ids sort by time. */
async function forgetSince({ engine }: Graph, since: string): Promise<void> {
  const kinds = { Operation: "", AuditEvent: "", Run: "run_", Need: "need_" };
  for (const [label, prefix] of Object.entries(kinds)) {
    const statement = `MATCH (n:${label}) WHERE n.id >= $from AND n.id < $to DETACH DELETE n`;
    const range = { from: prefix + since, to: `${prefix}g` };
    await engine.write((run) => run(statement, range));
  }
  await engine.write((run) =>
    run("MATCH (n:IdempotencyKey) WHERE n.at >= $at DETACH DELETE n", { at: timeOf(since) }),
  );
}

/** The time in a UUID of version 7, ISO 8601. */
const timeOf = (uuid: string): string =>
  new Date(Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16)).toISOString();

async function forgetRecords({ engine }: Graph, reference: Reference): Promise<void> {
  const ids = new Map<string, string[]>();
  for (const record of recordsOf(reference)) {
    if ("node" in record) ids.set(record.node, [...(ids.get(record.node) ?? []), record.id]);
  }
  for (const [label, all] of ids) {
    for (let start = 0; start < all.length; start += BATCH) {
      const statement = `MATCH (n:${label}) WHERE n.id IN $ids DETACH DELETE n`;
      await engine.write((run) => run(statement, { ids: all.slice(start, start + BATCH) }));
    }
  }
}
