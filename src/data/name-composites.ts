import type { Term } from "../domain/understanding/lexicon.ts";
import {
  growTree,
  NOWHERE,
  ROOT,
  stepDown,
  type WordTree,
  wordAt,
} from "../domain/understanding/word-tree.ts";

/** Implied by products of any industry: a crop in the name (辣椒酱) says more. */
const BY_PRODUCT = "food-processing";

/** Names of industries, by the numbers that the tree gives them. */
interface Names {
  tree: WordTree;
  /** Marks what names begin with: most places of most words need no look at the tree. */
  beginnings: Uint8Array;
  words: readonly string[];
  industries: readonly string[];
}

/** Two characters as one number; few pairs share it. */
const BEGINNINGS = 2 ** 16;
const beginningAt = (words: string, at: number): number =>
  (words.charCodeAt(at) * 31 + words.charCodeAt(at + 1)) % BEGINNINGS;

function namesIn(terms: Iterable<Term>): Names {
  const words: string[] = [];
  const industries: string[] = [];
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const term of terms) {
    if (term.industry === null || term.senses.length > 0 || term.words.length < 2) continue;
    beginnings[beginningAt(term.words, 0)] = 1;
    words.push(term.words);
    industries.push(term.industry);
  }
  return { tree: growTree(words), beginnings, words, industries };
}

/** The number of the longest name that begins at a place of the words, or `NOWHERE`. */
function nameAt(words: string, from: number, { tree, beginnings }: Names): number {
  if (beginnings[beginningAt(words, from)] === 0) return NOWHERE;
  let longest = NOWHERE;
  let node = ROOT;
  for (let at = from; at < words.length; at += 1) {
    node = stepDown(tree, node, words.charCodeAt(at));
    if (node === NOWHERE) break;
    if (wordAt(tree, node) !== NOWHERE) longest = wordAt(tree, node);
  }
  return longest;
}

/** The industry whose name the words end with, or else the longest name they hold; the first of equals. */
function nameWithin(words: string, names: Names): string | null {
  let best = NOWHERE;
  let longest = 0;
  for (let from = 0; from < words.length - 1; from += 1) {
    const name = nameAt(words, from, names);
    if (name === NOWHERE) continue;
    const size = String(names.words[name]).length;
    const length = from + size === words.length ? words.length - 1 : size;
    if (length <= longest) continue;
    best = name;
    longest = length;
  }
  return names.industries[best] ?? null;
}

/** Whether a term may take an industry from its words: it says something of one, but not of which. */
const isOpen = ({ industry, implies, senses }: Term): boolean =>
  industry === null && (implies === null ? senses.length > 0 : true);

/** Whether a term may take the industry whose name stands in its words. */
const mayBelongTo = ({ implies }: Term, industry: string): boolean =>
  implies === null || implies === BY_PRODUCT || implies === industry;

/** Industries by their names of one character: 牛, 羊. The first of equal names counts. */
function shortNamesIn(terms: Iterable<Term>): ReadonlyMap<string, string> {
  const industries = new Map<string, string>();
  for (const { words, industry, senses } of terms) {
    if (industry === null || senses.length > 0 || words.length > 1) continue;
    if (!industries.has(words)) industries.set(words, industry);
  }
  return industries;
}

/** Pests and diseases may be named after other animals than they befall. */
const NAMED_AFTER: ReadonlySet<string> = new Set(["pest", "disease"]);

/** Whether words are work or trouble with animals: only there a first character names one. */
const isOfAnimals = ({ words, rule, implies, senses }: Term): boolean =>
  words.length > 1 &&
  implies === null &&
  !NAMED_AFTER.has(rule) &&
  senses.every(({ where }) => where.includes("livestock"));

/**
 * 番茄青枯病, 茶园管理: the longest match would hide the industry that stands in the words. In 牛棚
 * and 羊床 it has one character. The terms are changed where they stand: nobody else has them yet, and
 * thousands would be copied.
 */
export function nameComposites(terms: readonly Term[]): void {
  const names = namesIn(terms);
  const shortNames = shortNamesIn(terms);
  const animalOf = (term: Term): string | null =>
    isOfAnimals(term) ? (shortNames.get(term.words.charAt(0)) ?? null) : null;
  for (const term of terms) {
    if (!isOpen(term)) continue;
    const industry = nameWithin(term.words, names) ?? animalOf(term);
    if (industry !== null && mayBelongTo(term, industry)) term.industry = industry;
  }
}
