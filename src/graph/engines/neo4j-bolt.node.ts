import neo4j, { Neo4jError, type QueryResult } from "neo4j-driver";
import type { Engine, Run } from "../graph.ts";
import { explaining, type FaultOf } from "./fault.ts";
import { type Neo4jSettings, statusFault } from "./neo4j.ts";
import { neo4jSchema } from "./schema.ts";

/** A user waits no longer than this for a server that does not answer. */
const PATIENCE_MS = 4_000;

/** Neo4j over Bolt. Integers arrive as numbers: no count here comes near 2^53. */
export function neo4jBolt({ uri, user, password, database }: Neo4jSettings): Engine {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: PATIENCE_MS,
    connectionAcquisitionTimeout: 2 * PATIENCE_MS,
    maxTransactionRetryTime: 2 * PATIENCE_MS,
    telemetryDisabled: true,
  });
  // Shared by all sessions, so that on a cluster a read sees the writes before it.
  const bookmarkManager = driver.executeQueryBookmarkManager;
  const explain = explaining(faultOf);

  return {
    name: "neo4j-bolt",
    read: async (text, params) => {
      const session = driver.session({ database, bookmarkManager });
      const answer = session.executeRead((transaction) =>
        transaction.run(text, integers(params)).then(rowsOf),
      );
      return answer.catch(explain).finally(() => session.close());
    },
    write: async (work) => {
      const session = driver.session({ database, bookmarkManager });
      // The driver itself tries again what failed in passing.
      const answer = session.executeWrite((transaction) => {
        const run: Run = async (text, params) =>
          rowsOf(await transaction.run(text, integers(params)));
        return work(run);
      });
      return answer.catch(explain).finally(() => session.close());
    },
    applySchema: async () => {
      for (const statement of [...neo4jSchema(), "CALL db.awaitIndexes(60)"]) {
        await driver.executeQuery(statement, {}, { database }).catch(explain);
      }
    },
    close: () => driver.close(),
  };
}

const faultOf: FaultOf = (error) => {
  if (!(error instanceof Neo4jError)) return undefined;
  return statusFault(error.code) ?? (neo4j.isRetryableError(error) ? "passing" : undefined);
};

const rowsOf = ({ records }: Pick<QueryResult, "records">): unknown[] =>
  records.map((record) => record.toObject());

/** JavaScript has one number type, Cypher two: whole numbers must be sent as integers. */
function integers(params: object): object {
  const convert = (value: unknown): unknown => {
    if (typeof value === "number" && Number.isInteger(value)) return neo4j.int(value);
    if (Array.isArray(value)) return value.map(convert);
    if (value !== null && typeof value === "object") return integers(value);
    return value;
  };
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, convert(value)]));
}
