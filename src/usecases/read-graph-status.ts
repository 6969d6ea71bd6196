import { type Actor, permit } from "../domain/access/permit.ts";
import { countGraph, type GraphCounts } from "../graph/bulk.ts";
import type { Graph } from "../graph/graph.ts";
import { type SchemaStatus, schemaStatus } from "../graph/migrate.ts";
import { bulkLoads } from "../graph/queries/schema.ts";

export interface GraphStatus extends GraphCounts {
  engine: Graph["engine"]["name"];
  schema: SchemaStatus;
  /** Bulk loads, the last first; one that is "running" was cut off. */
  loads: { id: string; state: "running" | "done"; source: string; at: string }[];
}

const LOADS = 10;

/** What the graph holds and where its schema stands. */
export async function readGraphStatus(graph: Graph, actor: Actor): Promise<GraphStatus> {
  permit(actor, "graph.read");
  return {
    engine: graph.engine.name,
    schema: await schemaStatus(graph),
    loads: await graph.all(bulkLoads, { limit: LOADS }),
    ...(await countGraph(graph)),
  };
}
