import type { ExpertFacts } from "../../domain/matching/facts.ts";
import { judge } from "../../domain/matching/ranking.ts";
import type { RankingRecord } from "../../domain/matching/replay.ts";
import type { Writer } from "../../graph/graph.ts";
import { latestAudit } from "../../graph/queries/audit.ts";
import { createRun, linkRun } from "../../graph/queries/runs.ts";
import type { Context } from "../context.ts";
import type { Ranking } from "./ranking.ts";

/** A ranking with all it was decided on, and how many were to be listed. */
export interface KeptRanking extends RankingRecord {
  limit: number;
}

/** What is kept of a ranking: everyone listed, and the facts of others who were asked about. */
export function recordOf(
  ranking: Ranking,
  limit: number,
  others: readonly ExpertFacts[] = [],
): KeptRanking {
  const { matching, listed, abstained } = ranking;
  return {
    policy: matching.rules.policy.name,
    request: matching.request,
    limit,
    listed,
    others: others.map((facts) => judge(matching, facts)),
    abstained: abstained?.code ?? null,
  };
}

/**
 * Stores a ranking in a transaction that is under way. `need` is the id of the need it was made
 * for. Answers the id of the run.
 */
export async function storeRun(
  tx: Writer,
  context: Pick<Context, "actor" | "now" | "newId">,
  { record, need }: { record: KeptRanking; need: string },
): Promise<string> {
  const { policy, request, ...result } = record;
  const revision = await tx.maybe(latestAudit, {});
  const id = `run_${context.newId()}`;
  await tx.write(createRun, {
    id,
    properties: {
      at: context.now().toISOString(),
      by: context.actor.name,
      policy,
      dataRevision: revision?.id ?? "",
      request: JSON.stringify(request),
      result: JSON.stringify(result),
    },
  });
  await tx.write(linkRun, { id, need });
  return id;
}
