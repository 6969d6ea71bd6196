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
export function coveredBy(found: readonly Found[], length: number): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { from, to } of found) for (let at = from; at < to; at += 1) covered[at] = 1;
  return covered;
}

/** Puts terms under their folded words. The first term of the same words stays. */
export function plant(terms: readonly Term[], foldedOf: (words: string) => string): Dictionary {
  const words = terms.map((term) => foldedOf(term.words));
  const worths = new Float64Array(terms.length);
  terms.forEach((term, number) => {
    worths[number] = worth(term, String(words[number]).length);
  });
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

/** For each place of a text the best reading of what follows: its worth, and its first term. */
interface Best {
  worths: Float64Array;
  first: (Found | undefined)[];
}

function offer({ worths, first }: Best, candidate: Found, worthOfIt: number): void {
  const { from, to } = candidate;
  const total = worthOfIt + Number(worths[to]);
  if (total < Number(worths[from])) return;
  worths[from] = total;
  first[from] = candidate;
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
  const best: Best = { worths: new Float64Array(length + 1), first: new Array(length) };
  for (let from = length - 1; from >= 0; from -= 1) {
    best.worths[from] = Number(best.worths[from + 1]);
    offerTerms(best, dictionary, { codes, from });
    for (const one of fixed) {
      if (one.from === from) offer(best, one, worth(one.term, one.to - one.from));
    }
  }
  const found: Found[] = [];
  for (let at = 0; at < length; ) {
    const here = best.first[at];
    if (here !== undefined) found.push(here);
    at = here?.to ?? at + 1;
  }
  return found;
}
