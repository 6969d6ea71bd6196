import neo4j, { Neo4jError, type QueryResult } from "neo4j-driver";
import type { Engine, Run } from "../graph.ts";
import { explaining, type FaultOf, retrying } from "./fault.ts";
import { type Neo4jSettings, PATIENCE_MS, statusFault } from "./neo4j.ts";
import { neo4jSchema } from "./schema.ts";

/** What a server that is alive needs to say that it has ended a transaction that took too long. */
const GRACE_MS = 1_000;

/** Neo4j over Bolt. Integers arrive as numbers: no count here comes near 2^53. */
export function neo4jBolt(settings: Neo4jSettings): Engine {
  const { uri, user, password, database, patienceMs = PATIENCE_MS } = settings;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: patienceMs / 2,
    connectionAcquisitionTimeout: patienceMs,
    // The pauses between the driver's own attempts begin at a second: `retrying` is quicker.
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  // Shared by all sessions, so that on a cluster a read sees the writes before it.
  const bookmarkManager = driver.executeQueryBookmarkManager;
  const retry = retrying(faultOf);
  const explain = explaining(faultOf);

  const attempt = <T>(mode: "Read" | "Write", work: (run: Run) => Promise<T>): Promise<T> => {
    const session = driver.session({ database, bookmarkManager });
    const answer = session[`execute${mode}`](
      (transaction) =>
        work(async (text, params) =>
          rowsOf(await transaction.run(text, integers(params)).catch(leavingRetryToUs)),
        ),
      { timeout: patienceMs },
    );
    return inTime(answer, patienceMs + GRACE_MS).finally(() => {
      // Not waited for: a server that hangs does not say goodbye.
      session.close().catch(() => undefined);
    });
  };

  return {
    name: "neo4j-bolt",
    read: (text, params) => retry(() => attempt("Read", (run) => run(text, params))).catch(explain),
    write: (work) => retry(() => attempt("Write", work)).catch(explain),
    applySchema: async () => {
      for (const statement of [...neo4jSchema(), "CALL db.awaitIndexes(60)"]) {
        await retry(() => driver.executeQuery(statement, {}, { database })).catch(explain);
      }
    },
    close: () => driver.close(),
  };
}

/** The driver tries again only what it takes for retriable. */
function leavingRetryToUs(error: unknown): never {
  if (error instanceof Neo4jError) error.retryable = false;
  throw error;
}

/** The server took the connection and then fell silent. */
class Silence extends Error {}

/** The answer, if it comes in time. */
async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(`No answer of Neo4j in ${ms} ms.`)), ms);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/** A connection that could not be made, or broke. */
const BROKEN = ["ServiceUnavailable", "SessionExpired"];

/** The driver's own words where it gives no code: nobody answers, or it is no Neo4j that does. */
const NO_NEO4J = /acquisition timed out|Server responded HTTP|negotiat|handshake/i;

const faultOf: FaultOf = (error) => {
  if (error instanceof Silence) return "down";
  if (!(error instanceof Neo4jError)) return undefined;
  if (BROKEN.includes(error.code)) return "lost";
  return statusFault(error.code) ?? (NO_NEO4J.test(error.message) ? "down" : undefined);
};

const rowsOf = ({ records }: Pick<QueryResult, "records">): unknown[] =>
  records.map((record) => record.toObject());

/**
 * JavaScript has one number type, Cypher two: whole numbers must be sent as integers, as far as
 * both agree on them (2^53).
 */
function integers(params: object): object {
  const convert = (value: unknown): unknown => {
    if (typeof value === "number" && Number.isSafeInteger(value)) return neo4j.int(value);
    if (Array.isArray(value)) return value.map(convert);
    if (value !== null && typeof value === "object") return integers(value);
    return value;
  };
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, convert(value)]));
}
