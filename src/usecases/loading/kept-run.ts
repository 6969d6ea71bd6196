import { runById } from "../../graph/queries/runs.ts";
import type { Context } from "../context.ts";
import type { KeptRanking } from "./keeping.ts";
import { missing } from "./naming.ts";

/** A run as it is stored. */
export interface StoredRun {
  id: string;
  /** ISO 8601 UTC. */
  at: string;
  by: string;
  dataRevision: string;
  /** Id of the need it was made for. */
  need: string | null;
  record: KeptRanking;
}

/** Reads a kept ranking; throws `not_found` when there is no such run. */
export async function storedRun({ graph }: Pick<Context, "graph">, id: string): Promise<StoredRun> {
  const found = await graph.maybe(runById, { id });
  if (!found) throw missing("run", id);
  const { at, by, policy, dataRevision, need } = found;
  // Written by this program alone, in `storeRun`.
  const request = JSON.parse(found.request);
  const record = { policy, dataRevision, request, ...JSON.parse(found.result) };
  return { id, at, by, dataRevision, need, record };
}
