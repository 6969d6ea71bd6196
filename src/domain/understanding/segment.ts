import type { Folded } from "./fold.ts";
import type { Term } from "./lexicon.ts";
import { growTree, NOWHERE, ROOT, stepDown, type WordTree, wordAt } from "./word-tree.ts";

/** A term where it stands in the folded text: units `from` up to, not including, `to`. */
export interface Found {
  term: Term;
  from: number;
  to: number;
}

/** Terms by their words; all lists by the numbers that the tree gives the words. */
export interface Dictionary {
  tree: WordTree;
  terms: readonly Term[];
  /** Their words in the reading form. */
  words: readonly string[];
  /** What each is worth in a text. */
  worths: Float64Array;
}

/** Which units of a text the terms cover: 1, the others 0. */
export type Covered = number[];

// A plain list: a typed array of more than 64 units costs more to make than all that is read from it.
export function coveredBy(found: readonly Found[], length: number): Covered {
  const covered = new Array<number>(length).fill(0);
  for (const { from, to } of found) covered.fill(1, from, to);
  return covered;
}

/** Puts terms under their folded words. The first term of the same words stays. */
export function plant(terms: readonly Term[], foldedOf: (words: string) => string): Dictionary {
  const words: string[] = [];
  const worths = new Float64Array(terms.length);
  for (const term of terms) {
    const folded = foldedOf(term.words);
    worths[words.length] = worth(term, folded.length);
    words.push(folded);
  }
  return { tree: growTree(words), terms, words, worths };
}

const hasMeaning = ({ industry, implies, senses, cues }: Term): boolean =>
  industry !== null || implies !== null || senses.length > 0 || cues.length > 0;

/** Above 1, so that long words beat short ones; below 2, so that more words understood beat one. */
const LONG_WORDS = 1.5;

/** By the length of words, as far as most of them go: thousands are weighed at the start. */
const LENGTH_WORTHS = Array.from({ length: 12 }, (_, length) => worthOfLength(length));

function worthOfLength(length: number): number {
  return Math.round(1000 * length ** LONG_WORDS);
}

/**
 * Of equals, the one that means something. In whole thousandths: sums of fractions differ in the
 * last digit from one machine to the next, and a tie must be a tie everywhere.
 */
const worth = (term: Term, length: number): number =>
  (LENGTH_WORTHS[length] ?? worthOfLength(length)) - (hasMeaning(term) ? 0 : 300);

const isLatin = (code: number | undefined): boolean =>
  code !== undefined && code >= 0x61 && code <= 0x7a;

/** Whether a Latin word goes on across a place: the AI of training is no AI. */
const splitsWord = (codes: readonly number[], at: number): boolean =>
  isLatin(codes[at - 1]) && isLatin(codes[at]);

/**
 * For each place of a text the best reading of what follows: its worth, the term it begins with, if
 * any, and where the next one begins.
 */
interface Best {
  worths: number[];
  terms: (Term | null)[];
  ends: number[];
}

function offer({ worths, terms, ends }: Best, { term, from, to }: Found, worthOfIt: number): void {
  const total = worthOfIt + Number(worths[to]);
  if (total < Number(worths[from])) return;
  worths[from] = total;
  terms[from] = term;
  ends[from] = to;
}

/** Offers all terms that begin at a place, the shorter first. */
function offerTerms(
  best: Best,
  { tree, terms, worths }: Dictionary,
  { codes, from }: { codes: readonly number[]; from: number },
): void {
  if (splitsWord(codes, from)) return;
  let node = ROOT;
  for (let at = from; at < codes.length; at += 1) {
    node = stepDown(tree, node, Number(codes[at]));
    if (node === NOWHERE) return;
    const number = wordAt(tree, node);
    if (number === NOWHERE || splitsWord(codes, at + 1)) continue;
    const term = terms[number];
    if (term) offer(best, { term, from, to: at + 1 }, Number(worths[number]));
  }
}

/** The terms that the best reading of a text consists of. */
function termsOf({ terms, ends }: Best): Found[] {
  const found: Found[] = [];
  let from = 0;
  while (from < terms.length) {
    const term = terms[from];
    const to = Number(ends[from]);
    if (term) found.push({ term, from, to });
    from = to;
  }
  return found;
}

/**
 * The best way to read the units as terms: the choice without overlaps that is worth most
 * in all, the longer first term among equals. `fixed` are stretches found by other means
 * (places) that compete on the same terms. Time grows with the text and the longest term only.
 */
export function segment(
  { codes }: Pick<Folded, "codes">,
  dictionary: Dictionary,
  fixed: readonly Found[],
): Found[] {
  const { length } = codes;
  const best: Best = {
    worths: new Array<number>(length + 1).fill(0),
    terms: new Array<Term | null>(length).fill(null),
    ends: new Array<number>(length).fill(0),
  };
  for (let from = length - 1; from >= 0; from -= 1) {
    best.worths[from] = Number(best.worths[from + 1]);
    best.ends[from] = from + 1;
    offerTerms(best, dictionary, { codes, from });
    for (const one of fixed) {
      if (one.from === from) offer(best, one, worth(one.term, one.to - one.from));
    }
  }
  return termsOf(best);
}
