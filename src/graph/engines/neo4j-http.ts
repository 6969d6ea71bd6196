import type { Engine, Run } from "../graph.ts";
import { explaining, type FaultOf, retrying } from "./fault.ts";
import { type Neo4jSettings, statusFault, UNREACHABLE } from "./neo4j.ts";
import { neo4jSchema } from "./schema.ts";

interface Call {
  method?: "POST" | "DELETE";
  path: string;
  body?: object;
  /** Names the server of a cluster that began the transaction: the rest must go there too. */
  affinity?: string | null;
}

interface Answer {
  data?: { fields: string[]; values: unknown[][] };
  errors?: { code: string; message: string }[];
  transaction?: { id: string };
  bookmarks?: string[];
}

const AFFINITY = "neo4j-cluster-affinity";

/**
 * Seconds after which Neo4j ends a transaction. A statement that waits for a lock keeps one of
 * the few threads of its HTTP server (server.threads.worker_count, one per core), and the
 * holder of the lock needs one to go on: without an end, a handful of rivals block each other.
 */
const TRANSACTION_SECONDS = 2;

/** Neo4j over its HTTP Query API: plain `fetch`, for runtimes that keep no sockets open. */
export function neo4jHttp({ uri, user, password, database }: Neo4jSettings): Engine {
  const root = `${uri}/db/${database}/query/v2`;
  const authorization = `Basic ${btoa(`${user}:${password}`)}`;

  const send = async ({ method = "POST", path, body = {}, affinity }: Call): Promise<Response> => {
    const headers = new Headers({ authorization, "content-type": "application/json" });
    if (affinity) headers.set(AFFINITY, affinity);
    try {
      return await fetch(root + path, { method, headers, body: JSON.stringify(body) });
    } catch (cause) {
      throw new Refusal("Neo4j does not answer.", { code: UNREACHABLE, cause });
    }
  };
  const post = async (call: Call): Promise<Answer> => answerOf(await send(call));
  /** What this engine wrote last: on a cluster, reads wait until the server they reach has it. */
  let bookmarks: string[] = [];

  const attempt = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const begun = await send({ path: "/tx", body: { maxExecutionTime: TRANSACTION_SECONDS } });
    const affinity = begun.headers.get(AFFINITY);
    const { transaction } = await answerOf(begun);
    const path = `/tx/${transaction?.id}`;
    try {
      const value = await work(async (statement, parameters) =>
        rowsOf(await post({ path, affinity, body: { statement, parameters } })),
      );
      const committed = await post({ path: `${path}/commit`, affinity });
      bookmarks = committed.bookmarks ?? bookmarks;
      return value;
    } catch (error) {
      // After a failed statement there is nothing left to roll back, and Neo4j says so.
      await send({ method: "DELETE", path, affinity }).catch(() => undefined);
      throw error;
    }
  };
  const retry = retrying(faultOf);
  const explain = explaining(faultOf);

  return {
    name: "neo4j-http",
    read: async (statement, parameters) => {
      const body = { statement, parameters, accessMode: "READ", bookmarks };
      return rowsOf(await retry(() => post({ path: "", body })).catch(explain));
    },
    write: (work) => retry(() => attempt(work)).catch(explain),
    applySchema: async () => {
      for (const statement of neo4jSchema()) {
        await post({ path: "", body: { statement } }).catch(explain);
      }
    },
    close: async () => undefined,
  };
}

/** Neo4j's "no" to a request, with its status code. */
class Refusal extends Error {
  readonly code: string;

  constructor(message: string, { code, cause }: { code: string; cause?: unknown }) {
    super(message, { cause });
    this.code = code;
  }
}

/** What Neo4j answers once TRANSACTION_SECONDS are over. */
const ENDED = [
  "Neo.ClientError.Transaction.LockClientStopped",
  "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
];

const faultOf: FaultOf = (error) => {
  if (!(error instanceof Refusal)) return undefined;
  return ENDED.includes(error.code) ? "passing" : statusFault(error.code);
};

/** Reads the body whatever the status: Neo4j may find an error after it has said 202. */
async function answerOf(response: Response): Promise<Answer> {
  if (response.status > 500) {
    throw new Refusal(`A gateway answers ${response.status}.`, { code: UNREACHABLE });
  }
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("json")) {
    throw new Refusal(`What answers at this address is no Neo4j (${type}).`, { code: UNREACHABLE });
  }
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: rows are checked against the query schema in graph.ts
  const answer = (await response.json()) as Answer;
  const [failure] = answer.errors ?? [];
  if (failure) throw new Refusal(failure.message, { code: failure.code });
  return answer;
}

function rowsOf({ data }: Answer): unknown[] {
  if (!data) return [];
  const { fields, values } = data;
  return values.map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]])));
}
