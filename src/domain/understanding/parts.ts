import type { Lexicon, Term } from "./lexicon.ts";

/**
 * What the reading is made of, in the order in which an ablation adds it:
 * - "names": words that name an industry, a problem or a work;
 * - "symptoms": signs with their likely causes;
 * - "families": X病, X虫, X柑 take in what no other term knows;
 * - "forms": dialect, common slips, traditional characters;
 * - "slips": words typed with a character of the same sound;
 * - "context": what is refused, past, boasted of or only mentioned asks for nothing;
 * - "profiles": a text in which somebody presents themselves is read as what they can do;
 * - "back-off": trouble that is described but not understood asks for its branch's likeliest causes;
 * - "likeness": what labelled texts of like wording ask for speaks for it, and against the rest.
 */
export const PARTS = [
  "names",
  "symptoms",
  "families",
  "forms",
  "slips",
  "context",
  "profiles",
  "back-off",
  "likeness",
] as const;
export type Part = (typeof PARTS)[number];

const PART_OF_RULE: Readonly<Record<string, Part>> = {
  family: "families",
  dialect: "forms",
  spelling: "forms",
};

const partOf = ({ rule, force, senses }: Term): Part =>
  PART_OF_RULE[rule] ?? (force === "signs" && senses.length > 0 ? "symptoms" : "names");

/** The lexicon without what the parts that are left out bring. */
export function lexiconOf(lexicon: Lexicon, parts: ReadonlySet<Part>): Lexicon {
  if (PARTS.every((part) => parts.has(part))) return lexicon;
  return {
    ...lexicon,
    terms: lexicon.terms.filter((term) => parts.has(partOf(term))),
    simplified: parts.has("forms") ? lexicon.simplified : new Map(),
  };
}
