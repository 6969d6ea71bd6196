import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { type ExpertCard, expertCards, searchExpertIds } from "../graph/queries/experts.ts";
import { type InstitutionRow, institutionById } from "../graph/queries/institutions.ts";
import type { Context } from "./context.ts";
import { institutionIdOf, missing } from "./loading/naming.ts";

export const ReadInstitution = z.object({
  institution: z.string().min(1).max(100),
  cursor: z.string().max(200).default(""),
  limit: wholeNumber(1, 100).default(50),
});

export interface InstitutionView extends InstitutionRow {
  /** Codes of the counties it is paired with. */
  paired: string[];
  people: ExpertCard[];
  next: string | null;
}

/** One institution with its people, a page at a time. */
export async function readInstitution(
  context: Context,
  { institution, cursor, limit }: z.infer<typeof ReadInstitution>,
): Promise<InstitutionView> {
  const { actor, graph } = context;
  permit(actor, "directory.read");
  const id = await institutionIdOf(context, institution);
  const found = await graph.maybe(institutionById, { id });
  if (!found) throw missing("institution", institution);
  const people = await graph.all(searchExpertIds, {
    words: "",
    institution: id,
    industries: [],
    competence: "",
    county: "",
    after: cursor,
    limit: limit + 1,
  });
  const shown = people.slice(0, limit);
  const cards = await graph.all(expertCards, { ids: shown.map((person) => person.id) });
  const byId = new Map(cards.map((card) => [card.id, card]));
  const { prefectureCode: _, ...view } = found;
  return {
    ...view,
    people: shown.flatMap((person) => byId.get(person.id) ?? []),
    next: people.length > limit ? (shown.at(-1)?.key ?? null) : null,
  };
}
