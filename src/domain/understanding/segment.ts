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
  worths: Int32Array;
}

/** Which units of a text the terms cover: 1, the others 0. */
export type Covered = number[];

// A plain list: one is made for each text, and a typed array costs more to make.
export function coveredBy(found: readonly Found[], length: number): Covered {
  const covered = new Array<number>(length).fill(0);
  for (const { from, to } of found) for (let at = from; at < to; at += 1) covered[at] = 1;
  return covered;
}

/** Puts terms under their folded words. The first term of the same words stays. */
export function plant(terms: readonly Term[], foldedOf: (words: string) => string): Dictionary {
  const words: string[] = [];
  const worths = new Int32Array(terms.length);
  for (const term of terms) {
    const folded = foldedOf(term.words);
    worths[words.length] = worthOf(term, folded.length);
    words.push(folded);
  }
  return { tree: growTree(words), terms, words, worths };
}

/** Words without a meaning stand in the lexicon so that none of them is read: 苹果手机. */
export const hasMeaning = ({ industry, implies, senses, cues }: Term): boolean =>
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
const worthOf = (term: Term, length: number): number =>
  (LENGTH_WORTHS[length] ?? worthOfLength(length)) - (hasMeaning(term) ? 0 : 300);

const isLatin = (code: number | undefined): boolean =>
  code !== undefined && code >= 0x61 && code <= 0x7a;

/** Whether a Latin word goes on across a place: the AI of training is no AI. */
const splitsWord = (codes: readonly number[], at: number): boolean =>
  isLatin(codes[at]) && at > 0 && isLatin(codes[at - 1]);

/**
 * For each place of a text the best reading of what follows: its worth, the number of the term that it
 * begins with, or `NOWHERE`, and where the next one begins. Numbers, as most of what is offered is not
 * taken: a term is fetched once it is.
 */
interface Best {
  worths: number[];
  numbers: number[];
  ends: number[];
}

interface Segmenting {
  codes: readonly number[];
  dictionary: Dictionary;
  /** Numbered behind the terms of the dictionary. */
  fixed: readonly Found[];
  best: Best;
}

/** What begins at a place: the best of all terms, the longer of equals, or else nothing. */
function chooseTerm({ codes, dictionary, best }: Segmenting, from: number): void {
  const { tree, worths } = dictionary;
  let most = Number(best.worths[from + 1]);
  let chosen = NOWHERE;
  let end = from + 1;
  let node = splitsWord(codes, from) ? NOWHERE : ROOT;
  for (let at = from; at < codes.length && node !== NOWHERE; at += 1) {
    node = stepDown(tree, node, Number(codes[at]));
    const number = node === NOWHERE ? NOWHERE : wordAt(tree, node);
    if (number === NOWHERE || splitsWord(codes, at + 1)) continue;
    const total = Number(worths[number]) + Number(best.worths[at + 1]);
    if (total < most) continue;
    most = total;
    chosen = number;
    end = at + 1;
  }
  best.worths[from] = most;
  best.numbers[from] = chosen;
  best.ends[from] = end;
}

/** Takes what was found at a place by other means, where it is worth no less. */
function chooseFixed({ dictionary, fixed, best }: Segmenting, from: number): void {
  fixed.forEach((one, index) => {
    if (one.from !== from) return;
    const total = worthOf(one.term, one.to - from) + Number(best.worths[one.to]);
    if (total < Number(best.worths[from])) return;
    best.worths[from] = total;
    best.numbers[from] = dictionary.terms.length + index;
    best.ends[from] = one.to;
  });
}

/** The terms that the best reading of a text consists of. */
function termsOf({ codes, dictionary: { terms }, fixed, best }: Segmenting): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < codes.length; from = Number(best.ends[from])) {
    const number = Number(best.numbers[from]);
    if (number === NOWHERE) continue;
    const term = terms[number] ?? fixed[number - terms.length]?.term;
    if (term) found.push({ term, from, to: Number(best.ends[from]) });
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
    numbers: new Array<number>(length).fill(NOWHERE),
    ends: new Array<number>(length).fill(0),
  };
  const text: Segmenting = { codes, dictionary, fixed, best };
  for (let from = length - 1; from >= 0; from -= 1) {
    chooseTerm(text, from);
    if (fixed.length > 0) chooseFixed(text, from);
  }
  return termsOf(text);
}
