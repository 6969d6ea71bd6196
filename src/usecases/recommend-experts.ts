import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { AskedSkill } from "../domain/matching/facts.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import type { Context } from "./context.ts";
import {
  type ListedAbstention,
  type ListedExpert,
  listed,
  listedAbstention,
} from "./loading/listing.ts";
import { AskedByNeed, AskedInWords, type Question, readQuestion } from "./loading/question.ts";
import { rankExperts } from "./loading/ranking.ts";

/** How many to list. */
export const Limit = wholeNumber(1, 50).default(10);

export const RecommendExperts = AskedInWords.extend({ limit: Limit });
export const RecommendForNeed = AskedByNeed.extend({ limit: Limit });

export interface Recommendations extends Omit<Question, "request" | "stored"> {
  asked: readonly AskedSkill[];
  recommendations: ListedExpert[];
  abstained: ListedAbstention | null;
  /** Name of the policy that ranked. */
  policy: string;
}

/** Who fits a problem or a stored need, best first, with the reasons. Nothing is stored. */
export async function recommendExperts(
  context: Context,
  { limit, ...asking }: z.infer<typeof RecommendExperts> | z.infer<typeof RecommendForNeed>,
): Promise<Recommendations> {
  permit(context.actor, "match.read");
  const { request, stored: _, ...question } = await readQuestion(context, asking);
  const answer = {
    ...question,
    asked: request.asked,
    policy: context.reference.rules.policy.name,
  };
  if (answer.askBack.length > 0) return { ...answer, recommendations: [], abstained: null };
  const ranking = await rankExperts(context, request, limit);
  return {
    ...answer,
    recommendations: await listed(context.graph, ranking.matching, ranking.listed),
    abstained: await listedAbstention(context.graph, ranking.matching, ranking.abstained),
  };
}
