import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { fittingSkillIds } from "../domain/matching/matching.ts";
import { type ReplayDifference, replayDifference } from "../domain/matching/replay.ts";
import { expertCards } from "../graph/queries/experts.ts";
import type { Context } from "./context.ts";
import { factsOf, pairingsOf } from "./loading/facts.ts";
import { recordOf } from "./loading/keeping.ts";
import { storedRun } from "./loading/kept-run.ts";
import { rankExperts } from "./loading/ranking.ts";

export const ReplayRun = z.object({ run: z.string().trim().min(1).max(100) });

export interface Replay extends ReplayDifference {
  run: string;
  /** When the run was kept. */
  at: string;
  /** The policy then, and the one in force. */
  policy: { before: string; after: string };
  /** Names of the experts the differences speak of, by id. */
  names: Record<string, string>;
}

/** Recomputes a kept ranking on today's graph and says what changed and why. Nothing is stored. */
export async function replayRun(
  context: Context,
  { run }: z.infer<typeof ReplayRun>,
): Promise<Replay> {
  const { actor, graph } = context;
  permit(actor, "run.read");
  const kept = await storedRun(context, run);
  const { record } = kept;
  const ranking = await rankExperts(context, record.request, record.limit);
  const listedNow = new Set(ranking.listed.map(({ facts }) => facts.id));
  const before = [...record.listed, ...record.others].map(({ facts }) => facts.id);
  const others = await factsOf(graph, {
    ids: before.filter((id) => !listedNow.has(id)),
    request: record.request,
    skills: fittingSkillIds(ranking.matching),
    pairings: await pairingsOf(graph, record.request.county),
  });
  const today = recordOf(ranking, { limit: record.limit, dataRevision: "", others });
  const difference = replayDifference(ranking.matching, record, today);
  const ids = difference.moves.map(({ expert }) => expert);
  const cards = await graph.all(expertCards, { ids });
  return {
    ...difference,
    run: kept.id,
    at: kept.at,
    policy: { before: record.policy, after: today.policy },
    names: Object.fromEntries(cards.map(({ id, name }) => [id, name])),
  };
}
