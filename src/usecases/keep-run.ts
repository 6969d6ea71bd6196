import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { fittingSkillIds } from "../domain/matching/matching.ts";
import type { Context } from "./context.ts";
import { factsOf, pairingsOf } from "./loading/facts.ts";
import { type KeptResult, keepRun as storeRun } from "./loading/keeping.ts";
import { expertIdOf } from "./loading/naming.ts";
import { AskedByNeed, readQuestion } from "./loading/question.ts";
import { rankExperts } from "./loading/ranking.ts";

export const KeepRun = AskedByNeed.extend({
  limit: z.int().min(1).max(50).default(10),
  /** Experts who were asked about: their facts are kept too. */
  askedAbout: z.array(z.string().min(1).max(100)).max(20).default([]),
});

export interface KeptRun {
  id: string;
  need: { id: string; code: string };
  policy: string;
}

/** Ranks for a stored need and keeps the ranking with all it was decided on. */
export async function keepRun(
  context: Context,
  { limit, askedAbout, need: name }: z.infer<typeof KeepRun>,
): Promise<KeptRun> {
  const { actor, graph, reference } = context;
  permit(actor, "run.create");
  const { need, request, askBack } = await readQuestion(context, { need: name });
  if (!need || askBack.length > 0) {
    throw new AppError("invalid", {
      zh: "这条需求还缺少产业或问题，补充后才能匹配并保存结果。",
      en: "This need still lacks its industry or its problem: add it before a ranking can be kept.",
    });
  }
  const ranking = await rankExperts(context, request, limit);
  const known = new Map(ranking.listed.map(({ facts }) => [facts.id, facts]));
  const ids = await Promise.all(askedAbout.map((expert) => expertIdOf(context, expert)));
  const others = await factsOf(graph, {
    ids: [...new Set(ids)].filter((id) => !known.has(id)),
    request,
    skills: fittingSkillIds(ranking.matching),
    pairings: await pairingsOf(graph, request.county),
  });
  const result: KeptResult = {
    limit,
    listed: ranking.listed.map(({ scored }) => scored),
    facts: [...known.values(), ...others],
    abstained: ranking.abstained && { code: ranking.abstained.code },
  };
  return context.change("run.create", async (tx) => {
    const id = await storeRun(tx, context, { request, result, need: need.id });
    const policy = reference.rules.policy.name;
    const listed = result.listed.map(({ expert }) => expert);
    return { value: { id, need, policy }, subject: id, before: null, after: { need, listed } };
  });
}
