import type { Term } from "./lexicon.ts";
import type { Found } from "./segment.ts";
import { growTree, MUTE, NOWHERE, ROOT, stepDown, type WordTree, wordAt } from "./word-tree.ts";

/** How characters sound, without tone: 茯 and 伏 are "fu". */
export type Sounds = ReadonlyMap<string, string>;

/** The units of a text, and which of them something explains (1). */
interface Explained {
  codes: readonly number[];
  covered: Uint8Array;
}

/** Finds words typed with a character of the same sound where the text is not understood. */
export type SlipFinder = (text: Explained) => Found[];

const SHORTEST = 2;
const LONGEST = 5;
/** From this length on two characters may be wrong; below, one. */
const LONG = 4;

const isSought = ({ words, industry, senses, cues, family }: Term): boolean =>
  words.length >= SHORTEST &&
  words.length <= LONGEST &&
  !family &&
  (industry !== null || senses.length > 0 || cues.length > 0);

/** A sign for each sound, by the characters: the same for 茯 and 伏. */
function signsOf(sounds: Sounds): Uint16Array {
  const signs = new Map<string, number>();
  const signOf = new Uint16Array(0x1_0000).fill(MUTE);
  for (const [character, sound] of sounds) {
    const sign = signs.get(sound) ?? signs.size + 1;
    signs.set(sound, sign);
    signOf[character.charCodeAt(0)] = sign;
  }
  return signOf;
}

interface Sounding {
  term: Term;
  words: string;
}

const isCovered = (covered: Uint8Array, at: number): boolean => covered[at] !== 0;

/** Two units that nothing explains between what is understood. */
const standsAlone = (covered: Uint8Array, from: number): boolean =>
  !isCovered(covered, from) &&
  !isCovered(covered, from + 1) &&
  isCovered(covered, from - 1) &&
  isCovered(covered, from + 2);

/** Whether so many characters of the words are wrong in the text as a slip of the pen makes. */
function isSlip(words: string, from: number, { codes, covered }: Explained): boolean {
  let wrong = 0;
  let unexplained = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words.charCodeAt(at) === codes[from + at]) continue;
    wrong += 1;
    if (!isCovered(covered, from + at)) unexplained += 1;
  }
  return unexplained > 0 && wrong <= (words.length < LONG ? 1 : 2);
}

const isMeant = ({ term, words }: Sounding, from: number, text: Explained): boolean =>
  (words.length > SHORTEST || (term.industry !== null && standsAlone(text.covered, from))) &&
  isSlip(words, from, text);

interface Listening {
  text: Explained;
  /** Words that may be meant, by the numbers of the tree of their sounds. */
  sought: readonly Sounding[];
  tree: WordTree;
}

/** The first of the words that end at a node of the sounds and are meant at a place. */
function meantAt(from: number, node: number, { text, sought, tree }: Listening): Term | null {
  for (let number = wordAt(tree, node); number !== NOWHERE; number = Number(tree.next[number])) {
    const one = sought[number];
    if (one && isMeant(one, from, text)) return one.term;
  }
  return null;
}

/** The slips that begin at a place and hold the unit at `unexplained`, the shorter first. */
function slipsAt(from: number, unexplained: number, listening: Listening): Found[] {
  const { codes } = listening.text;
  const slips: Found[] = [];
  let node = ROOT;
  for (let at = from; at < codes.length; at += 1) {
    node = stepDown(listening.tree, node, Number(codes[at]));
    if (node === NOWHERE) break;
    const term = at < unexplained ? null : meantAt(from, node, listening);
    if (term) slips.push({ term: { ...term, rule: "spelling" }, from, to: at + 1 });
  }
  return slips;
}

/**
 * Makes the finder. A word counts where its sounds stand in the text and a character that nothing
 * else explains is wrong: one of two or three, at most two of four or five. A word of two must name
 * an industry and stand alone among what is understood: too many sound like something.
 */
export function createSlipFinder(
  terms: readonly Term[],
  foldWords: (words: string) => string,
  sounds: Sounds,
): SlipFinder {
  const sought = terms
    .filter(isSought)
    .map((term): Sounding => ({ term, words: foldWords(term.words) }));
  const tree = growTree(
    sought.map(({ words }) => words),
    signsOf(sounds),
  );

  return (text) => {
    const { codes, covered } = text;
    const slips: Found[] = [];
    let from = 0;
    for (let at = 0; at < codes.length; at += 1) {
      // What has no sound stands in none of the words.
      if (isCovered(covered, at) || tree.signOf[Number(codes[at])] === MUTE) continue;
      // The places from which a word reaches this unit, but those listened at for an earlier one.
      for (from = Math.max(from, at + 1 - LONGEST); from <= at; from += 1) {
        slips.push(...slipsAt(from, at, { text, sought, tree }));
      }
    }
    return slips;
  };
}
