import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { fittingSkillIds } from "../domain/matching/matching.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import type { Context } from "./context.ts";
import { factsOf, pairingsOf } from "./loading/facts.ts";
import { dataRevisionOf, recordOf, storeRun } from "./loading/keeping.ts";
import { expertIdOf } from "./loading/naming.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { AskedByNeed, readQuestion } from "./loading/question.ts";
import { rankExperts } from "./loading/ranking.ts";

export const KeepRun = AskedByNeed.extend({
  limit: wholeNumber(1, 50).default(10),
  /** Experts who were asked about: their facts are kept too. */
  askedAbout: z.array(z.string().min(1).max(100)).max(20).default([]),
  idempotencyKey: IdempotencyKey,
});

export interface KeptRun {
  id: string;
  need: { id: string; code: string };
  policy: string;
}

/** Ranks for a stored need and keeps the ranking with all it was decided on. */
export async function keepRun(
  context: Context,
  { limit, askedAbout, need: name, idempotencyKey: key }: z.infer<typeof KeepRun>,
): Promise<KeptRun> {
  const { actor, graph } = context;
  permit(actor, "run.create");
  const { need, request, askBack } = await readQuestion(context, { need: name });
  if (!need || askBack.length > 0) {
    throw new AppError("invalid", {
      zh: "这条需求还缺少产业或问题，补充后才能匹配并保存结果。",
      en: "This need still lacks its industry or its problem: add it before a ranking can be kept.",
    });
  }
  const dataRevision = await dataRevisionOf(graph);
  const ranking = await rankExperts(context, request, limit);
  const listed = new Set(ranking.listed.map(({ facts }) => facts.id));
  const ids = await Promise.all(askedAbout.map((expert) => expertIdOf(context, expert)));
  const others = await factsOf(graph, {
    ids: [...new Set(ids)].filter((id) => !listed.has(id)),
    request,
    skills: fittingSkillIds(ranking.matching),
    pairings: await pairingsOf(graph, request.county),
  });
  const record = recordOf(ranking, { limit, dataRevision, others });
  const asked = { need: need.id, limit, askedAbout };
  return retryingLostRace(() =>
    context.change("run.create", async (tx) => {
      const { answer: value, isNew } = await once(
        tx,
        { action: "run.create", key, asked, context },
        async () => {
          const id = await storeRun(tx, context, { record, need: need.id });
          return { id, need, policy: record.policy };
        },
      );
      const after = isNew ? { need: need.id, listed: [...listed] } : null;
      return { value, subject: value.id, before: null, after };
    }),
  );
}
