import { type Actor, auditName, permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { countGraph, loadRecords } from "../graph/bulk.ts";
import type { Graph } from "../graph/graph.ts";
import { migrate } from "../graph/migrate.ts";
import { appendAudit } from "../graph/queries/audit.ts";
import { bulkLoads, markBulkLoad } from "../graph/queries/schema.ts";
import type { GraphRecord } from "../graph/record.ts";
import { newOperation, type Services } from "./context.ts";

/** What is to be loaded. */
export interface Load {
  /** "seed:..." or "file:<content hash>": the same source may be loaded again. */
  source: string;
  records: Iterable<GraphRecord> | AsyncIterable<GraphRecord>;
  /** Told now and then how many records are stored. */
  onProgress?: (stored: number) => void;
}

const LOADS = 1_000;

/** Labels that say how the graph came to be, not what it holds. */
const NO_CONTENT = ["Migration", "Operation", "BulkLoad", "AuditEvent"];

/**
 * Fills an empty graph. One that was cut off while the same source was loaded is completed; any
 * other graph that holds something is refused with `conflict`. Answers how many records are stored.
 */
export async function loadGraph(
  services: Pick<Services, "graph" | "now" | "newId">,
  actor: Actor,
  { source, records, onProgress }: Load,
): Promise<number> {
  permit(actor, "graph.load");
  const { graph } = services;
  await migrate(graph, () => newOperation(services));
  await refuseForeignContent(services, source);
  await mark(services, source, "running");
  const stored = await loadRecords(graph, records, {
    newOperation: () => newOperation(services),
    ...(onProgress && { onProgress }),
  });
  const operation = newOperation(services);
  await graph.transaction(operation, async (tx) => {
    await tx.write(appendAudit, {
      ...operation,
      actor: auditName(actor),
      action: "graph.load",
      subject: loadId(source),
      before: "null",
      after: JSON.stringify({ source, stored }),
    });
    await tx.write(markBulkLoad, { ...loadOf(source, operation.at), state: "done" });
  });
  return stored;
}

const loadId = (source: string): string => `load_${source}`;
const loadOf = (source: string, at: string) => ({ id: loadId(source), source, at });

async function mark(
  services: Pick<Services, "graph" | "now" | "newId">,
  source: string,
  state: "running" | "done",
): Promise<void> {
  const operation = newOperation(services);
  await services.graph.transaction(operation, (tx) =>
    tx.write(markBulkLoad, { ...loadOf(source, operation.at), state }),
  );
}

/** The labels of which there are nodes, but for those that say how the graph came to be. */
export async function contentOf(graph: Graph): Promise<string[]> {
  const { nodes } = await countGraph(graph);
  return Object.keys(nodes).filter((label) => !NO_CONTENT.includes(label));
}

const alreadyLoaded = (source: string): AppError =>
  new AppError("conflict", {
    zh: `这些数据（${source}）此前已完整载入，未写入任何内容。`,
    en: `This data (${source}) is loaded already; nothing was written.`,
  });

async function refuseForeignContent(
  { graph }: Pick<Services, "graph">,
  source: string,
): Promise<void> {
  const loads = await graph.all(bulkLoads, { limit: LOADS });
  const again = loads.find((load) => load.source === source);
  if (again?.state === "running") return;
  if (again) throw alreadyLoaded(source);
  const content = await contentOf(graph);
  if (content.length === 0) return;
  const held = loads.map((load) => load.source).join(", ") || content.join(", ");
  throw new AppError("conflict", {
    zh: `图数据库中已有其他数据（${held}），未写入任何内容：请换一个空的数据文件夹或数据库。`,
    en: `The graph already holds other data (${held}); nothing was written: use an empty data folder or database.`,
  });
}
