import type { ExpertFacts, MatchRequest } from "../../domain/matching/facts.ts";
import type { Scored } from "../../domain/matching/score.ts";
import type { Writer } from "../../graph/graph.ts";
import { latestAudit } from "../../graph/queries/audit.ts";
import { createRun, linkRun } from "../../graph/queries/runs.ts";
import type { Context } from "../context.ts";

/** What a run keeps besides the request: who was listed, and the facts it was decided on. */
export interface KeptResult {
  /** How many were to be listed. */
  limit: number;
  listed: readonly Scored[];
  /** Of those listed and of anyone asked about. */
  facts: readonly ExpertFacts[];
  abstained: { code: string } | null;
}

export interface NewRun {
  request: MatchRequest;
  result: KeptResult;
  /** Id of the need it is made for, or null. */
  need: string | null;
}

/** Stores a ranking in a transaction that is under way. Answers the id of the run. */
export async function keepRun(
  tx: Writer,
  context: Pick<Context, "actor" | "now" | "newId" | "reference">,
  { request, result, need }: NewRun,
): Promise<string> {
  const revision = await tx.maybe(latestAudit, {});
  const id = `run_${context.newId()}`;
  await tx.write(createRun, {
    id,
    properties: {
      at: context.now().toISOString(),
      by: context.actor.name,
      policy: context.reference.rules.policy.name,
      dataRevision: revision?.id ?? "",
      request: JSON.stringify(request),
      result: JSON.stringify(result),
    },
  });
  if (need) await tx.write(linkRun, { id, need });
  return id;
}
