import { createFold } from "./fold.ts";
import type { Lexicon, Term } from "./lexicon.ts";
import { plant, segment } from "./segment.ts";

/** A term that is never read, and the one that is read instead, if any. */
export interface HiddenTerm {
  term: Term;
  by: Term | null;
}

/**
 * Terms that no text can reach: their words are read as those of an earlier term (traditional
 * beside simplified characters, full width beside half), or as nothing at all.
 */
export function hiddenTerms({ terms, simplified }: Lexicon): HiddenTerm[] {
  const fold = createFold(simplified);
  const read = new Map<string, Term>();
  return terms.flatMap((term): HiddenTerm[] => {
    const folded = fold(term.words).plain;
    const by = read.get(folded) ?? null;
    if (by !== null || folded === "") return [{ term, by }];
    read.set(folded, term);
    return [];
  });
}

/** The terms that are read in none of the texts. Places in the texts are not looked at. */
export function unreadTerms({ terms, simplified }: Lexicon, texts: Iterable<string>): Term[] {
  const fold = createFold(simplified);
  const dictionary = plant(terms, (words) => fold(words).plain);
  const read = new Set<Term>();
  for (const text of texts) {
    for (const { term } of segment(fold(text), dictionary, [])) read.add(term);
  }
  return terms.filter((term) => !read.has(term));
}
