import { z } from "zod";
import {
  countOfNodes,
  countOfRelations,
  nodeModels,
  pageOfIds,
  pageOfNodes,
  relationModels,
  relationsOf,
  storeNodes,
  storeRelations,
} from "./bulk-statements.ts";
import type { Graph, Operation } from "./graph.ts";
import type { RelationModel } from "./model.ts";
import type { GraphRecord, NodeRecord, RelationRecord } from "./record.ts";

/** Rows of one transaction. */
const BATCH = 1_000;

/** Records that are sorted by kind before they are stored: nodes first, then relations. */
const WINDOW = 20_000;

interface Loading {
  /** Names each transaction of the load. */
  newOperation: () => Operation;
  /** Told now and then how many records are stored. */
  onProgress?: (stored: number) => void;
}

/**
 * Stores records in a stream of small transactions. Whatever a relation points at must stand
 * before it in the stream, or within the same few thousand records. Loading the same records again
 * changes nothing, so a load that was cut off can be started again. Answers how many were stored.
 */
export async function loadRecords(
  graph: Graph,
  records: Iterable<GraphRecord> | AsyncIterable<GraphRecord>,
  { newOperation, onProgress }: Loading,
): Promise<number> {
  let stored = 0;
  let window: GraphRecord[] = [];
  const flush = async () => {
    for (const { statement, rows } of grouped(window)) {
      for (let start = 0; start < rows.length; start += BATCH) {
        const batch = rows.slice(start, start + BATCH);
        await storeBatch(graph, newOperation(), { statement, batch });
        stored += batch.length;
      }
    }
    window = [];
    onProgress?.(stored);
  };
  for await (const record of records) {
    window.push(record);
    if (window.length >= WINDOW) await flush();
  }
  await flush();
  return stored;
}

interface Group {
  statement: string;
  rows: object[];
}

/** The records by kind, in the order of the model: nodes before relations. */
function grouped(records: readonly GraphRecord[]): Group[] {
  const nodes = new Map<string, object[]>(nodeModels.map(([label]) => [label, []]));
  const relations = new Map<string, object[]>(relationModels.map((kind) => [keyOf(kind), []]));
  for (const record of records) {
    if ("node" in record) {
      rowsFor(nodes, record.node).push({ id: record.id, properties: record.properties });
    } else {
      const { relation, from, to, properties } = record;
      const key = keyOf({ type: relation, from: from[0], to: to[0] });
      rowsFor(relations, key).push({ from: from[1], to: to[1], properties });
    }
  }
  return [
    ...nodeModels.map(([label]) => ({
      statement: storeNodes(label),
      rows: rowsFor(nodes, label),
    })),
    ...relationModels.map((kind) => ({
      statement: storeRelations(kind),
      rows: rowsFor(relations, keyOf(kind)),
    })),
  ];
}

const keyOf = ({ type, from, to }: Pick<RelationModel, "type" | "from" | "to">) =>
  `${from}-${type}-${to}`;

function rowsFor(groups: Map<string, object[]>, kind: string): object[] {
  const rows = groups.get(kind);
  if (!rows) throw new Error(`The model knows no ${kind}.`);
  return rows;
}

const Stored = z.object({ stored: z.int() });

async function storeBatch(
  graph: Graph,
  operation: Operation,
  { statement, batch }: { statement: string; batch: object[] },
): Promise<void> {
  await graph.bulk(operation, async (run) => {
    const [answer] = await run(statement, { rows: batch });
    const { stored } = Stored.parse(answer);
    if (stored === batch.length) return;
    throw new Error(
      `${batch.length - stored} of ${batch.length} rows point at nothing: ${statement}`,
    );
  });
}

/** Nodes or relations read at a time. */
const PAGE = 1_000;

/** The whole graph but its internal nodes: all nodes by label and id, then all relations. */
export async function* readRecords(graph: Graph): AsyncGenerator<GraphRecord> {
  const exported = new Set(
    nodeModels.filter(([, { part }]) => part !== "internal").map(([label]) => label),
  );
  for (const label of exported) yield* nodesOf(graph, label);
  for (const kind of relationModels) yield* relationsFrom(graph, kind);
}

const PropertyBag = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
);
const NodeRow = z.object({ id: z.string(), properties: PropertyBag });
const RelationRow = z.object({ from: z.string(), to: z.string(), properties: PropertyBag });
const IdRow = z.object({ id: z.string() });

async function* nodesOf(graph: Graph, label: string): AsyncGenerator<NodeRecord> {
  for await (const row of pages(graph, pageOfNodes(label), NodeRow)) {
    const { id: _, ...properties } = row.properties;
    yield { node: label, id: row.id, properties };
  }
}

async function* relationsFrom(graph: Graph, kind: RelationModel): AsyncGenerator<RelationRecord> {
  let ids: string[] = [];
  for await (const { id } of pages(graph, pageOfIds(kind.from), IdRow)) {
    ids.push(id);
    if (ids.length < PAGE) continue;
    yield* relationsAt(graph, kind, ids);
    ids = [];
  }
  yield* relationsAt(graph, kind, ids);
}

async function* relationsAt(
  graph: Graph,
  kind: RelationModel,
  ids: string[],
): AsyncGenerator<RelationRecord> {
  if (ids.length === 0) return;
  for (const row of await graph.engine.read(relationsOf(kind), { ids })) {
    const { from, to, properties } = RelationRow.parse(row);
    yield { relation: kind.type, from: [kind.from, from], to: [kind.to, to], properties };
  }
}

/** The rows of a paged statement, one after the other. */
async function* pages<Row extends { id: string }>(
  graph: Graph,
  statement: string,
  schema: z.ZodType<Row>,
): AsyncGenerator<Row> {
  let after = "";
  for (;;) {
    const rows = (await graph.engine.read(statement, { after, limit: PAGE })).map((row) =>
      schema.parse(row),
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

/** How many nodes of each label and relations of each type there are; what is not there is left out. */
export interface GraphCounts {
  nodes: Record<string, number>;
  relations: Record<string, number>;
}

const Total = z.object({ total: z.int() });

export async function countGraph(graph: Graph): Promise<GraphCounts> {
  const nodes: Record<string, number> = {};
  const relations: Record<string, number> = {};
  for (const [label] of nodeModels) await addCount(graph, countOfNodes(label), [nodes, label]);
  for (const kind of relationModels) {
    await addCount(graph, countOfRelations(kind), [relations, kind.type]);
  }
  return { nodes, relations };
}

async function addCount(
  graph: Graph,
  statement: string,
  [counts, kind]: [Record<string, number>, string],
): Promise<void> {
  const [row] = await graph.engine.read(statement, {});
  const { total } = Total.parse(row);
  if (total > 0) counts[kind] = (counts[kind] ?? 0) + total;
}
