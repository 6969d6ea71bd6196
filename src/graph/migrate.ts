import { AppError } from "../domain/error.ts";
import type { Graph, Operation, Reader, Writer } from "./graph.ts";
import { model } from "./model.ts";
import { appliedMigrations, recordMigration } from "./queries/schema.ts";

interface Migration {
  id: string;
  /** Version of the model it leads to. */
  version: number;
  /** Mends data that stands in the graph; must bear being run again. Undefined when none has to be. */
  data?: (tx: Writer) => Promise<void>;
}

/** In the order they are applied. Constraints and indexes are made from the model before the data is mended. */
const MIGRATIONS: readonly Migration[] = [
  { id: "migration_0001", version: 1 },
  // Corrections.
  { id: "migration_0002", version: 2 },
  // Team presets and drafts; who committed a team, and the days it takes.
  { id: "migration_0003", version: 3 },
];

/** Far more than there will ever be. */
const ALL = 10_000;

export interface SchemaStatus {
  /** Version of the model this program knows. */
  expected: number;
  /** Version the graph was last migrated to; 0 for a new one. */
  stored: number;
  pending: string[];
}

/** Where the stored schema stands. Changes nothing. */
export async function schemaStatus(graph: Reader): Promise<SchemaStatus> {
  const applied = await graph.all(appliedMigrations, { limit: ALL });
  const known = new Set(applied.map(({ id }) => id));
  return {
    expected: model.version,
    stored: Math.max(0, ...applied.map(({ version }) => version)),
    pending: MIGRATIONS.filter(({ id }) => !known.has(id)).map(({ id }) => id),
  };
}

/** Throws `schema_newer` when a newer program wrote this graph: this one would not understand it. */
export function refuseNewer({ stored, expected }: SchemaStatus): void {
  if (stored <= expected) return;
  throw new AppError("schema_newer", {
    zh: `图数据库的结构版本为 ${stored}，本程序只认识到 ${expected}：请升级程序，或换一个数据文件夹。`,
    en: `The graph has schema version ${stored}, this program knows ${expected}: upgrade the program, or use another data folder.`,
  });
}

/**
 * Brings the graph to the model of this program: declares constraints and indexes, and applies
 * each pending migration once. Safe to repeat. Answers what was applied now.
 */
export async function migrate(graph: Graph, newOperation: () => Operation): Promise<string[]> {
  const status = await schemaStatus(graph);
  refuseNewer(status);
  if (status.pending.length === 0) return [];
  await graph.engine.applySchema();
  for (const { id, version, data } of MIGRATIONS) {
    if (!status.pending.includes(id)) continue;
    const operation = newOperation();
    await graph.transaction(operation, async (tx) => {
      await data?.(tx);
      await tx.write(recordMigration, { id, version, at: operation.at });
    });
  }
  return status.pending;
}
