import { type Config, readConfig } from "./config.ts";
import { AppError, type Sentence } from "./domain/error.ts";

export type WorkerSettings = Pick<Config, "logLevel" | "model"> & {
  neo4j: NonNullable<Config["neo4j"]>;
};

/**
 * The settings of a Worker, from its variables and secrets. Throws `unavailable`, saying what to set, when
 * they are wrong or name no Neo4j that a Worker can reach.
 */
export function workerSettings(environment: unknown): WorkerSettings {
  const { neo4j, logLevel, model } = readableConfig(environment);
  if (!neo4j) throw new AppError("unavailable", NO_NEO4J);
  if (!neo4j.uri.startsWith("http")) throw new AppError("unavailable", NOT_HTTP);
  return { logLevel, model, neo4j };
}

function readableConfig(environment: unknown): Config {
  try {
    return readConfig(environment);
  } catch (error) {
    throw error instanceof AppError ? ofTheOperator(error) : error;
  }
}

/** `invalid` would say that the reader sent something wrong. */
const ofTheOperator = (cause: AppError) =>
  new AppError("unavailable", cause.sentence, { cause, faults: cause.faults });

const NO_NEO4J: Sentence = {
  zh: "尚未设置 NEO4J_URI。在 Workers 上没有内置图数据库，请设置 Neo4j 的 HTTP 地址，例如 https://xxxx.databases.neo4j.io（npx wrangler secret put NEO4J_URI），并设置 NEO4J_USERNAME 和 NEO4J_PASSWORD。",
  en: "NEO4J_URI is not set. There is no embedded graph on Workers: set it to the HTTP address of a Neo4j, e.g. https://xxxx.databases.neo4j.io (npx wrangler secret put NEO4J_URI), with NEO4J_USERNAME and NEO4J_PASSWORD.",
};

const NOT_HTTP: Sentence = {
  zh: "NEO4J_URI 是 Bolt 地址，Workers 上无法使用：请改为同一个 Neo4j 的 HTTP 地址，例如 https://xxxx.databases.neo4j.io 或 http://主机:7474。",
  en: "NEO4J_URI is a Bolt address, which does not work on Workers: use the HTTP address of the same Neo4j, e.g. https://xxxx.databases.neo4j.io or http://host:7474.",
};
