import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Sentence } from "../domain/error.ts";
import { whyNotSentence } from "../domain/matching/explanation.ts";
import { fittingSkillIds } from "../domain/matching/matching.ts";
import { type PartDifference, type WhyNot, whyNot } from "../domain/matching/why-not.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import type { Context } from "./context.ts";
import { factsOf, pairingsOf } from "./loading/facts.ts";
import { type ListedExpert, listed } from "./loading/listing.ts";
import { expertIdOf, missing } from "./loading/naming.ts";
import { AskedByNeed, AskedInWords, type Question, readQuestion } from "./loading/question.ts";
import { rankExperts } from "./loading/ranking.ts";

const About = z.object({
  /** Id or unambiguous name of the expert who is asked about. */
  expert: z.string().trim().min(1).max(100),
  /** Length of the list the expert is not in. */
  limit: wholeNumber(1, 50).default(10),
});

export const ExplainWhyNot = AskedInWords.extend(About.shape);
export const ExplainWhyNotForNeed = AskedByNeed.extend(About.shape);

export interface WhyNotExplanation extends Pick<Question, "need" | "county" | "askBack"> {
  /** The expert asked about, scored for the request. */
  asked: ListedExpert | null;
  /** The last one of the list, to compare with; null when nobody is listed. */
  last: ListedExpert | null;
  answer: WhyNot["kind"] | "ask_back";
  sentence: Sentence;
  /** Points by part, the expert's and those of the last one listed, where points were lost. */
  lost: PartDifference[];
  policy: string;
}

/** Why a named expert is not among those recommended. Nothing is stored. */
export async function explainWhyNot(
  context: Context,
  {
    expert: name,
    limit,
    ...asking
  }: z.infer<typeof ExplainWhyNot> | z.infer<typeof ExplainWhyNotForNeed>,
): Promise<WhyNotExplanation> {
  permit(context.actor, "match.read");
  const { graph, reference } = context;
  const id = await expertIdOf(context, name);
  const { need, county, askBack, request } = await readQuestion(context, asking);
  const policy = reference.rules.policy.name;
  if (askBack.length > 0) {
    const sentence = {
      zh: "先回答追问，才能匹配专家。",
      en: "Answer the question first; then experts can be matched.",
    };
    return {
      need,
      county,
      askBack,
      asked: null,
      last: null,
      answer: "ask_back",
      sentence,
      lost: [],
      policy,
    };
  }
  const ranking = await rankExperts(context, request, limit);
  const { matching } = ranking;
  const [facts] = await factsOf(graph, {
    ids: [id],
    request,
    skills: fittingSkillIds(matching),
    pairings: await pairingsOf(graph, request.county),
  });
  if (!facts) throw missing("expert", name);
  const { answer, ...judged } = whyNot(matching, facts, ranking);
  const [asked] = await listed(graph, matching, [judged]);
  const [last] = await listed(graph, matching, ranking.listed.slice(-1));
  return {
    need,
    county,
    askBack,
    asked: asked ?? null,
    last: last ?? null,
    answer: answer.kind,
    sentence: whyNotSentence(answer),
    lost: answer.kind === "outscored" ? [...answer.lost] : [],
    policy,
  };
}
