import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.ts";

/** Removes the graph of a server that does not run. Throws a `Refusal` when the folder holds something else. */
export function emptyData(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, "data/databases"))) {
    throw new Refusal(`${folder} does not hold the data of a Neo4j: it is not emptied.`);
  }
  rmSync(folder, { recursive: true });
}
