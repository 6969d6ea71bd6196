import { AppError } from "../domain/error.ts";
import { refuseNewer, schemaStatus } from "../graph/migrate.ts";
import { bulkLoads } from "../graph/queries/schema.ts";
import type { Context } from "./context.ts";

/**
 * Answers when the graph can be reached, its schema is current and no load is unfinished; throws
 * `unavailable` or `schema_newer` otherwise. Anyone may ask.
 */
export async function checkReadiness({ graph }: Pick<Context, "graph">): Promise<{
  schema: number;
}> {
  const status = await schemaStatus(graph);
  refuseNewer(status);
  const [load] = await graph.all(bulkLoads, { limit: 1 });
  if (status.pending.length > 0 || load?.state === "running") {
    throw new AppError("unavailable", {
      zh: "图数据库尚未就绪：结构待迁移，或数据正在载入。",
      en: "The graph is not ready: migrations are pending, or data is being loaded.",
    });
  }
  return { schema: status.stored };
}
