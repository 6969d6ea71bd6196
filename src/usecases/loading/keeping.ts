import type { ExpertFacts } from "../../domain/matching/facts.ts";
import { judge } from "../../domain/matching/ranking.ts";
import type { RankingRecord } from "../../domain/matching/replay.ts";
import type { Reader, Writer } from "../../graph/graph.ts";
import { latestAudit } from "../../graph/queries/audit.ts";
import { createRun, linkRun } from "../../graph/queries/runs.ts";
import type { Context } from "../context.ts";
import type { Ranking } from "./ranking.ts";

/** A ranking with all it was decided on. */
export interface KeptRanking extends RankingRecord {
  /** How many were to be listed. */
  limit: number;
  /** Id of the last audit event before it was computed; "" when nothing had ever been changed. */
  dataRevision: string;
}

/** The state the data is in. Read it before ranking, so that it is not newer than the ranking. */
export async function dataRevisionOf(graph: Reader): Promise<string> {
  return (await graph.maybe(latestAudit, {}))?.id ?? "";
}

interface Keeping {
  limit: number;
  dataRevision: string;
  /** Further experts who were asked about. */
  others?: readonly ExpertFacts[];
}

/** What is kept of a ranking: everyone listed, and the facts of others who were asked about. */
export function recordOf(
  { matching, listed, abstained }: Ranking,
  { limit, dataRevision, others = [] }: Keeping,
): KeptRanking {
  return {
    policy: matching.rules.policy.name,
    request: matching.request,
    limit,
    dataRevision,
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
  const { policy, request, dataRevision, ...result } = record;
  const id = `run_${context.newId()}`;
  await tx.write(createRun, {
    id,
    properties: {
      at: context.now().toISOString(),
      by: context.actor.name,
      policy,
      dataRevision,
      request: JSON.stringify(request),
      result: JSON.stringify(result),
    },
  });
  await tx.write(linkRun, { id, need });
  return id;
}
