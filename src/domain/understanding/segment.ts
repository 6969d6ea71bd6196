import type { Folded } from "./fold.ts";
import type { Term } from "./lexicon.ts";

/** A term where it stands in the folded text: units `from` up to, not including, `to`. */
export interface Found {
  term: Term;
  from: number;
  to: number;
}

/** Terms by their words, and how far to look for them. */
export interface Dictionary {
  terms: ReadonlyMap<string, Term>;
  /** Units of the longest term that begins with these two units (see `pairOf`). */
  longest: ReadonlyMap<number, number>;
}

/** Two units as one number. */
const pairOf = (codes: ArrayLike<number>, at: number): number =>
  Number(codes[at]) * 0x1_0000 + Number(codes[at + 1]);

/** Puts terms under their folded words. The first term of the same words stays. */
export function plant(terms: readonly Term[], foldedOf: (words: string) => string): Dictionary {
  const byWords = new Map<string, Term>();
  const longest = new Map<number, number>();
  for (const term of terms) {
    const words = foldedOf(term.words);
    if (byWords.has(words)) continue;
    byWords.set(words, term);
    if (words.length < 2) continue;
    const pair = words.charCodeAt(0) * 0x1_0000 + words.charCodeAt(1);
    if (words.length > (longest.get(pair) ?? 0)) longest.set(pair, words.length);
  }
  return { terms: byWords, longest };
}

const hasMeaning = ({ industry, implies, senses, cues }: Term): boolean =>
  industry !== null || implies !== null || senses.length > 0 || cues.length > 0;

/** Above 1, so that long words beat short ones; below 2, so that more words understood beat one. */
const LONG_WORDS = 1.5;

/**
 * Of equals, the one that means something. In whole thousandths: sums of fractions differ in the
 * last digit from one machine to the next, and a tie must be a tie everywhere.
 */
const worth = (term: Term, length: number): number =>
  Math.round(1000 * length ** LONG_WORDS) - (hasMeaning(term) ? 0 : 300);

const isLatin = (code: number | undefined): boolean =>
  code !== undefined && code >= 0x61 && code <= 0x7a;

/** Whether a Latin word goes on across a place: the AI of training is no AI. */
const splitsWord = (codes: readonly number[], at: number): boolean =>
  isLatin(codes[at - 1]) && isLatin(codes[at]);

/**
 * The best way to read the units as terms: the choice without overlaps that is worth most
 * in all, the longer first term among equals. `fixed` are stretches found by other means
 * (places) that compete on the same terms. Time grows with the text and the longest term only.
 */
export function segment(
  { codes, plain }: Pick<Folded, "codes" | "plain">,
  { terms, longest }: Dictionary,
  fixed: readonly Found[],
): Found[] {
  const length = codes.length;
  const best = new Float64Array(length + 1);
  const chosen: (Found | undefined)[] = new Array(length);

  const offer = (candidate: Found): void => {
    const { term, from, to } = candidate;
    const total = worth(term, to - from) + Number(best[to]);
    if (total >= Number(best[from])) {
      best[from] = total;
      chosen[from] = candidate;
    }
  };
  const offerTermsAt = (start: number): void => {
    if (splitsWord(codes, start)) return;
    const furthest = start + (longest.get(pairOf(codes, start)) ?? 1);
    for (let end = start + 1; end <= furthest && end <= length; end += 1) {
      const term = terms.get(plain.slice(start, end));
      if (term !== undefined && !splitsWord(codes, end)) offer({ term, from: start, to: end });
    }
  };

  for (let start = length - 1; start >= 0; start -= 1) {
    best[start] = Number(best[start + 1]);
    offerTermsAt(start);
    for (const stretch of fixed) if (stretch.from === start) offer(stretch);
  }

  const found: Found[] = [];
  for (let at = 0; at < length; ) {
    const here = chosen[at];
    if (here !== undefined) found.push(here);
    at = here?.to ?? at + 1;
  }
  return found;
}
