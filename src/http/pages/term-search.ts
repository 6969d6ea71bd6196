import { findTerms, type NamedTerm } from "../../domain/model/find-terms.ts";
import { lineage, STAGE_NAMES } from "../../domain/model/vocabulary.ts";
import { competenceName, industryName, type View } from "./view.ts";

export type TermKind = NamedTerm["kind"];

/** More would be a list to search, not a choice. */
const MOST_CHOICES = 8;

/** Ids that a query means: by their names, or else by what the word lists read in it (爱媛38, 橘子). */
export function termsFor({ reference }: View, kind: TermKind, query: string): string[] {
  const named = findTerms(reference.terms, query, { kind, limit: MOST_CHOICES });
  if (named.length > 0) return named.map(({ id }) => id);
  const read = reference.tag(query);
  return (kind === "industry" ? read.industries : read.competences).slice(0, MOST_CHOICES);
}

export const termName = (view: View, kind: TermKind, id: string): string =>
  kind === "industry" ? industryName(view, id) : competenceName(view, id);

/** Where a term stands: "种植业 › 水果" for an industry, its stage for a competence. */
export function pathOf(view: View, kind: TermKind, id: string): string {
  const { vocabulary } = view.reference;
  if (kind === "competence") {
    const stage = vocabulary.competences.get(id)?.stage;
    return stage ? view.say(STAGE_NAMES[stage]) : "";
  }
  return lineage(vocabulary, id)
    .slice(1)
    .reverse()
    .map((above) => industryName(view, above))
    .join(" › ");
}
