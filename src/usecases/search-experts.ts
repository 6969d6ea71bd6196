import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { lineage } from "../domain/model/vocabulary.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { type ExpertCard, expertCards, searchExpertIds } from "../graph/queries/experts.ts";
import type { Context } from "./context.ts";
import { competenceOf, countyOf, industryOf, institutionIdOf, placeId } from "./loading/naming.ts";

export const SearchExperts = z.object({
  /** Part of the name, or the beginning of its pinyin, or its initials. */
  words: z.string().trim().max(50).default(""),
  institution: z.string().trim().max(100).default(""),
  industry: z.string().trim().max(50).default(""),
  competence: z.string().trim().max(50).default(""),
  county: z.string().trim().max(50).default(""),
  /** From the page before. */
  cursor: z.string().max(200).default(""),
  limit: wholeNumber(1, 100).default(20),
});

export interface ExpertPage {
  experts: ExpertCard[];
  /** Names the next page; null on the last one. */
  next: string | null;
}

/** Experts by name, institution, skill and place, in the order of their pinyin. */
export async function searchExperts(
  context: Context,
  { words, limit, ...wanted }: z.infer<typeof SearchExperts>,
): Promise<ExpertPage> {
  permit(context.actor, "directory.read");
  const { graph, reference } = context;
  const found = await graph.all(searchExpertIds, {
    words: words.toLowerCase().replaceAll(/\s/g, ""),
    institution: wanted.institution ? await institutionIdOf(context, wanted.institution) : "",
    industries: wanted.industry
      ? narrower(reference.vocabulary, industryOf(context, wanted.industry))
      : [],
    competence: wanted.competence ? competenceOf(context, wanted.competence) : "",
    county: wanted.county ? placeId(countyOf(context, wanted.county)) : "",
    after: wanted.cursor,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const cards = await graph.all(expertCards, { ids: shown.map(({ id }) => id) });
  const byId = new Map(cards.map((card) => [card.id, card]));
  return {
    experts: shown.flatMap(({ id }) => byId.get(id) ?? []),
    next: found.length > limit ? (shown.at(-1)?.key ?? null) : null,
  };
}

/** The industry and everything below it. */
const narrower = (vocabulary: Vocabulary, industry: string): string[] =>
  [...vocabulary.industries.keys()].filter((id) => lineage(vocabulary, id).includes(industry));
