import { claimOperation } from "./queries/operations.ts";
import type { Query } from "./query.ts";

/** Runs one statement and answers its rows. */
export type Run = (text: string, params: object) => Promise<unknown[]>;

/** What a database has to offer. test/contract says what all engines must do alike. */
export interface Engine {
  readonly name: "grafeo" | "neo4j-bolt" | "neo4j-http";
  read: Run;
  /**
   * Commits when `work` resolves, rolls back when it rejects. After a lost race or a lost
   * acknowledgement `work` runs again, so it must bear that: see `Graph.transaction`.
   * A write inside the work of another one is a mistake, and never waits for itself: Grafeo refuses it
   * at once, for Neo4j it is a transaction of its own, which stays when the outer one is taken back.
   */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Has the database keep what the model promises. Doing it again changes nothing. */
  applySchema(): Promise<void>;
  close(): Promise<void>;
}

/** Reads the graph. Every row is checked against the query's schema before it is returned. */
export interface Reader {
  all<P extends object, R>(query: Query<"read", P, R>, params: P): Promise<R[]>;
  maybe<P extends object, R>(query: Query<"read", P, R>, params: P): Promise<R | undefined>;
}

export interface Writer extends Reader {
  write<P extends object, R>(query: Query<"write", P, R>, params: P): Promise<R[]>;
}

/** Names one write transaction, so that it takes effect once however often it is tried. */
export interface Operation {
  /** Unique; ids sort by time. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
}

export interface Graph extends Reader {
  readonly engine: Engine;
  /** Runs `work` and the record of `operation` in one transaction: both are stored, or none. */
  transaction<T>(operation: Operation, work: (tx: Writer) => Promise<T>): Promise<T>;
  /** The same for statements made from the model: see bulk.ts. */
  bulk<T>(operation: Operation, work: (run: Run) => Promise<T>): Promise<T>;
}

export function openGraph(engine: Engine): Graph {
  return {
    engine,
    ...reader(engine.read),
    transaction: (operation, work) => {
      const once = takingEffectOnce(operation, work);
      return engine.write((run) => inTurn(run, once));
    },
    bulk: (operation, work) =>
      engine.write(async (run) => {
        const once = takingEffectOnce(operation, () => work(run));
        return inTurn(run, once);
      }),
  };
}

/**
 * An engine tries `work` again when the acknowledgement of COMMIT got lost. The claim then
 * answers the number of the attempt that was stored, and that attempt's value is the result.
 */
function takingEffectOnce<T>(
  { id, at }: Operation,
  work: (tx: Writer) => Promise<T>,
): (tx: Writer) => Promise<T> {
  const values = new Map<number, { value: T }>();
  let attempt = 0;
  return async (tx) => {
    attempt += 1;
    const mine = attempt;
    const [claim] = await tx.write(claimOperation, { id, attempt: mine, at });
    const stored = claim?.attempt ?? mine;
    const earlier = stored === mine ? undefined : values.get(stored);
    if (earlier) return earlier.value;
    const value = await work(tx);
    values.set(mine, { value });
    return value;
  };
}

/**
 * Sends the statements of a transaction one after the other, and none after one that failed.
 * Left to themselves, engines differ in both: Grafeo would commit what went well.
 */
async function inTurn<T>(run: Run, work: (tx: Writer) => Promise<T>): Promise<T> {
  let last: Promise<unknown[]> = Promise.resolve([]);
  const next: Run = (text, params) => {
    last = last.then(() => run(text, params));
    return last;
  };
  const tx = { ...reader(next), write: checked(next) };
  const value = await work(tx).finally(() => last.catch(() => undefined));
  // Fails when a statement did, though the work may have caught that and gone on.
  await last;
  return value;
}

function reader(run: Run): Reader {
  const all = checked(run);
  return { all, maybe: async (query, params) => (await all(query, params))[0] };
}

function checked(run: Run) {
  return async <P extends object, R>(
    query: Query<"read" | "write", P, R>,
    params: P,
  ): Promise<R[]> => {
    const rows = await run(query.text, query.params.parse(params));
    return rows.map((row) => {
      const { success, data, error } = query.row.safeParse(row);
      if (success) return data;
      throw new Error(`${query.id} returned an unexpected row`, { cause: error });
    });
  };
}
