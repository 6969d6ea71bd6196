import { AsyncLocalStorage } from "node:async_hooks";
import grafeoPackage from "@grafeo-db/js";
import type { Engine, Run } from "../graph.ts";
import { explaining, type FaultOf, retrying } from "./fault.ts";
import { grafeoSchema } from "./schema.ts";

// Node does not see into this CommonJS package: a named import would be undefined.
const { GrafeoDB } = grafeoPackage;

/** Size of the log at which it is folded into the file; by default that waits for close(). */
const CHECKPOINT_BYTES = 16 * 1024 * 1024;

interface Settings {
  /** A file, which one process owns; memory when there is none. */
  path?: string;
  /** For tests: rows and lists whose order is not asked for come in a random one. */
  shuffleUnordered?: boolean;
}

/** The embedded engine. */
export function grafeo({ path, shuffleUnordered = false }: Settings): Engine {
  const database = GrafeoDB.create(path, { shuffleUnordered });
  if (path) database.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });

  const attempt = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const transaction = database.beginTransaction();
    const value = await work((text, params) => rows(transaction, text, params)).catch((error) => {
      transaction.rollback();
      throw error;
    });
    // A commit that fails has rolled back already.
    transaction.commit();
    return value;
  };
  const retry = retrying(faultOf);
  const explain = explaining(faultOf);
  const oneAfterTheOther = queue();

  return {
    name: "grafeo",
    read: (text, params) => rows(database, text, params).catch(explain),
    write: (work) => oneAfterTheOther(() => retry(() => attempt(work))).catch(explain),
    applySchema: async () => {
      for (const statement of grafeoSchema()) await rows(database, statement, {});
    },
    close: async () => database.close(),
  };
}

/**
 * Runs tasks in turn: write transactions side by side would only make each other start over.
 * A task started from inside another would wait for itself for ever; it is refused instead.
 */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  const inside = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    if (inside.getStore()) {
      return Promise.reject(new Error("A change was started inside another change."));
    }
    const turn = last.then(() => inside.run(true, task));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The database or one of its transactions. */
type Source = Pick<InstanceType<typeof GrafeoDB>, "executeCypher">;

async function rows(source: Source, text: string, params: object): Promise<unknown[]> {
  const result = await source.executeCypher(text, params);
  const { columns } = result;
  // Half as dear as to have the package make the objects.
  return result.rows().map((values) => named(columns, values));
}

function named(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    row[column] = values[index];
  });
  return row;
}

/** By GQLSTATUS: a write conflict, a broken constraint, a relationship without an end. */
const faultOf: FaultOf = (error) => {
  if (!(error instanceof Error && "gqlStatus" in error)) return undefined;
  if (error.gqlStatus === "40000") return "passing";
  return error.gqlStatus === "G2000" || error.gqlStatus === "G1001" ? "refused" : undefined;
};
