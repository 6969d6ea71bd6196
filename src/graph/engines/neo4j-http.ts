import type { Engine, Run } from "../graph.ts";
import { explaining, type FaultOf, retrying } from "./fault.ts";
import { type Neo4jSettings, PATIENCE_MS, statusFault } from "./neo4j.ts";
import { neo4jSchema } from "./schema.ts";

interface Call {
  method?: "POST" | "DELETE";
  path: string;
  body?: object;
  /** Names the server of a cluster that began the transaction: the rest must go there too. */
  affinity?: string | null;
  /** Milliseconds to wait for the answer. */
  patienceMs?: number;
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

/** Who has more patience than a reader of a page has no rivals either: a quarter of it, for tries. */
const transactionSeconds = (patienceMs: number): number =>
  Math.max(TRANSACTION_SECONDS, Math.floor(patienceMs / 4_000));

/** An index over all that is stored already takes its time. */
const SCHEMA_PATIENCE_MS = 120_000;

/** A transaction that is not rolled back ends by itself, after TRANSACTION_SECONDS. */
const ROLLBACK_PATIENCE_MS = 1_000;

/** Neo4j over its HTTP Query API: plain `fetch`, for runtimes that keep no sockets open. */
export function neo4jHttp(settings: Neo4jSettings): Engine {
  const { uri, user, password, database, patienceMs: usual = PATIENCE_MS } = settings;
  const root = `${uri}/db/${database}/query/v2`;
  const authorization = `Basic ${base64(`${user}:${password}`)}`;

  const send = ({ method = "POST", path, body = {}, ...call }: Call): Promise<Response> => {
    const headers = new Headers({ authorization, "content-type": "application/json" });
    if (call.affinity) headers.set(AFFINITY, call.affinity);
    const signal = AbortSignal.timeout(call.patienceMs ?? usual);
    return fetch(root + path, { method, headers, body: JSON.stringify(body), signal });
  };
  const ask = async (call: Call): Promise<[Answer, Response]> => {
    try {
      const response = await send(call);
      return [await answerOf(response), response];
    } catch (error) {
      throw error instanceof Refusal ? error : brokenOff(error);
    }
  };
  const post = async (call: Call): Promise<Answer> => (await ask(call))[0];
  /** What this engine wrote last: on a cluster, reads wait until the server they reach has it. */
  let bookmarks: string[] = [];

  const attempt = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const limit = { maxExecutionTime: transactionSeconds(usual) };
    const [{ transaction }, { headers }] = await ask({ path: "/tx", body: limit });
    if (!transaction) throw noNeo4j("begins no transaction");
    const affinity = headers.get(AFFINITY);
    const path = `/tx/${transaction.id}`;
    try {
      const value = await work(async (statement, parameters) =>
        rowsOf(await post({ path, affinity, body: { statement, parameters } })),
      );
      const committed = await post({ path: `${path}/commit`, affinity });
      bookmarks = committed.bookmarks ?? bookmarks;
      return value;
    } catch (error) {
      // After a failed statement there is nothing left to roll back, and Neo4j says so.
      const call = { path, affinity, patienceMs: Math.min(usual, ROLLBACK_PATIENCE_MS) };
      await send({ ...call, method: "DELETE" }).catch(() => undefined);
      throw error;
    }
  };
  const retry = retrying(faultOf);
  const explain = explaining(faultOf);

  return {
    name: "neo4j-http",
    read: async (statement, parameters) => {
      const body = { statement, parameters, accessMode: "READ", bookmarks };
      return retry(async () => rowsOf(await post({ path: "", body }))).catch(explain);
    },
    write: (work) => retry(() => attempt(work)).catch(explain),
    applySchema: async () => {
      for (const statement of neo4jSchema()) {
        const call = { path: "", body: { statement }, patienceMs: SCHEMA_PATIENCE_MS };
        await retry(() => post(call)).catch(explain);
      }
    },
    close: async () => undefined,
  };
}

/** Neo4j's "no" to a request, with its status code; or ours, when what answers is not Neo4j. */
class Refusal extends Error {
  readonly code: string;

  constructor(message: string, { code, cause }: { code: string; cause?: unknown }) {
    super(message, { cause });
    this.code = code;
  }
}

const LOST = "ConnectionLost";
const DOWN = "NoNeo4jAnswers";

/** The request came to no end: at once, which may pass, or after all patience. */
function brokenOff(cause: unknown): Refusal {
  const late = cause instanceof Error && cause.name === "TimeoutError";
  return new Refusal(late ? "Neo4j does not answer in time." : "The connection to Neo4j broke.", {
    code: late ? DOWN : LOST,
    cause,
  });
}

const noNeo4j = (what: string, cause?: unknown): Refusal =>
  new Refusal(`What answers at this address ${what}: is it a Neo4j?`, { code: DOWN, cause });

/** What Neo4j answers once TRANSACTION_SECONDS are over. */
const ENDED = [
  "Neo.ClientError.Transaction.LockClientStopped",
  "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
];

const faultOf: FaultOf = (error) => {
  if (!(error instanceof Refusal)) return undefined;
  if (error.code === LOST) return "lost";
  if (error.code === DOWN) return "down";
  return ENDED.includes(error.code) ? "passing" : statusFault(error.code);
};

/** A gateway before Neo4j answers for it: it does not reach it, or it has too much to do. */
const GATEWAY = [429, 502, 503, 504];

/** Reads the body whatever the status: Neo4j may find an error after it has said 202. */
async function answerOf(response: Response): Promise<Answer> {
  const answer = await jsonOf(response);
  const [failure] = answer.errors ?? [];
  if (failure && response.status === 404 && /\/tx\/[^/]+/.test(response.url)) {
    // The server that knew the transaction was started again.
    throw new Refusal(failure.message, { code: LOST });
  }
  if (failure) throw new Refusal(failure.message, { code: failure.code });
  if (!response.ok) throw noNeo4j(`says ${response.status} and not why`);
  return answer;
}

async function jsonOf(response: Response): Promise<Answer> {
  if (GATEWAY.includes(response.status)) {
    throw new Refusal(`A gateway answers ${response.status}.`, { code: LOST });
  }
  const type = response.headers.get("content-type") ?? "nothing";
  if (!type.includes("json")) throw noNeo4j(`sends ${type}`);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw noNeo4j("sends broken JSON", cause);
  }
}

/** Of the UTF-8 bytes; `btoa` alone takes no sign beyond Latin-1. */
const base64 = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

function rowsOf({ data }: Answer): unknown[] {
  if (!data) throw noNeo4j("sends no rows");
  const { fields, values } = data;
  return values.map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]])));
}
