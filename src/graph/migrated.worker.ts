import { AppError } from "../domain/error.ts";
import { type Engine, openGraph } from "./graph.ts";
import { refuseNewer, schemaStatus } from "./migrate.ts";

/**
 * The engine, but only for a graph whose schema is current. A server looks before it starts; a Worker has
 * no start, so each isolate looks before it first uses the graph, until it finds it in order.
 * Reads and writes throw `unavailable` or `schema_newer` otherwise.
 */
export function onceMigrated(engine: Engine): Engine {
  let isCurrent = false;
  const look = async () => {
    if (isCurrent) return;
    const status = await schemaStatus(openGraph(engine));
    refuseNewer(status);
    if (status.pending.length > 0) throw behind();
    isCurrent = true;
  };
  return {
    ...engine,
    read: async (statement, params) => {
      await look();
      return engine.read(statement, params);
    },
    write: async (work) => {
      await look();
      return engine.write(work);
    },
  };
}

/** Without its constraints a graph would let a change take effect twice. */
const behind = () =>
  new AppError("unavailable", {
    zh: "Neo4j 尚未建立（或升级）结构，Worker 不会自行改动：请在装有 Node 的机器上对同一个 Neo4j 运行 ketepai db migrate 或 ketepai seed。",
    en: "The schema in Neo4j is missing or behind, and a Worker does not change it: run ketepai db migrate or ketepai seed against the same Neo4j, on a machine with Node.",
  });
