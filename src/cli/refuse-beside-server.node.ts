import type { Config } from "../config.ts";
import { AppError } from "../domain/error.ts";
import { ownerOf } from "../folder.node.ts";

/** Some verbs change the whole graph and are not done under a running server. */
export function refuseBesideServer(config: Config, verb: string): void {
  const owner = config.neo4j ? undefined : ownerOf(config.dataFolder);
  if (!owner?.address) return;
  throw new AppError("folder_in_use", {
    zh: `${config.dataFolder} 正由 ${owner.address} 的服务使用。“${verb}”会改写整个图，请先停止该服务（进程 ${owner.pid}）再执行。`,
    en: `${config.dataFolder} is being served at ${owner.address}. "${verb}" rewrites the whole graph: stop that server (process ${owner.pid}) first.`,
  });
}
