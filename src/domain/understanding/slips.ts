import type { Term } from "./lexicon.ts";
import type { Covered, Dictionary, Found } from "./segment.ts";
import { growTree, MUTE, NOWHERE, ROOT, stepDown, type WordTree, wordAt } from "./word-tree.ts";

/** How characters sound, without tone: 茯 and 伏 are "fu". */
export type Sounds = ReadonlyMap<string, string>;

/** The units of a text, and which of them something explains (1). */
interface Explained {
  codes: readonly number[];
  covered: Covered;
}

/** Finds words typed with a character of the same sound where the text is not understood. */
export type SlipFinder = (text: Explained) => readonly Found[];

const SHORTEST = 2;
const LONGEST = 5;
/** From this length on two characters may be wrong; below, one. */
const LONG = 4;

/** Words that only steer others sound like too much: 好多料 is not 好多了. */
const isSought = ({ words, industry, senses, family }: Term): boolean =>
  words.length >= SHORTEST &&
  words.length <= LONGEST &&
  !family &&
  (industry !== null || senses.length > 0);

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

const isCovered = (covered: Covered, at: number): boolean => covered[at] !== 0;

/** Two units that nothing explains between what is understood. */
const standsAlone = (covered: Covered, from: number): boolean =>
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

/** What is listened with, and what was heard so far. */
interface Listening {
  text: Explained;
  dictionary: Dictionary;
  /** The words of the dictionary that are sought, by their sounds. */
  sounding: WordTree;
  slips: Found[];
}

/** Whether a word of the dictionary is meant where its sounds stand in the text. */
function isMeant(number: number, from: number, { text, dictionary }: Listening): boolean {
  const words = String(dictionary.words[number]);
  if (words.length === SHORTEST) {
    const names = dictionary.terms[number]?.industry !== null;
    if (!names || !standsAlone(text.covered, from)) return false;
  }
  return isSlip(words, from, text);
}

/** The first of the words that end at a node of the sounds and are meant at a place. */
function meantAt(from: number, node: number, listening: Listening): Term | undefined {
  const { sounding, dictionary } = listening;
  let number = wordAt(sounding, node);
  while (number !== NOWHERE && !isMeant(number, from, listening)) {
    number = Number(sounding.next[number]);
  }
  return number === NOWHERE ? undefined : dictionary.terms[number];
}

/** Adds the slips that begin at a place and hold the unit at `unexplained`, the shorter first. */
function listenAt(from: number, unexplained: number, listening: Listening): void {
  const { codes } = listening.text;
  let node = ROOT;
  for (let at = from; at < codes.length; at += 1) {
    node = stepDown(listening.sounding, node, Number(codes[at]));
    if (node === NOWHERE) return;
    const term = at < unexplained ? undefined : meantAt(from, node, listening);
    if (term) listening.slips.push({ term: { ...term, rule: "spelling" }, from, to: at + 1 });
  }
}

/** Whether nothing explains a unit, and words are heard in which it could be a slip. */
const isHeard = ({ codes, covered }: Explained, at: number, signOf: Uint16Array): boolean =>
  !isCovered(covered, at) && signOf[Number(codes[at])] !== MUTE;

/** The first unit of a text that could be a slip, or the end. */
function firstHeard(text: Explained, signOf: Uint16Array): number {
  let at = 0;
  while (at < text.codes.length && !isHeard(text, at, signOf)) at += 1;
  return at;
}

function listen(listening: Listening, signOf: Uint16Array, first: number): Found[] {
  const { text, slips } = listening;
  let from = 0;
  for (let at = first; at < text.codes.length; at += 1) {
    if (!isHeard(text, at, signOf)) continue;
    // The places from which a word reaches this unit, but those listened at for an earlier one.
    for (from = Math.max(from, at + 1 - LONGEST); from <= at; from += 1) {
      listenAt(from, at, listening);
    }
  }
  return slips;
}

const NONE: readonly Found[] = [];

/**
 * Makes the finder. A word counts where its sounds stand in the text and a character that nothing
 * else explains is wrong: one of two or three, at most two of four or five. A word of two must name
 * an industry and stand alone among what is understood: too many sound like something.
 */
export function createSlipFinder(dictionary: Dictionary, sounds: Sounds): SlipFinder {
  const { terms, words } = dictionary;
  const signOf = signsOf(sounds);
  // Made when the first text is met that is not understood: a start need not wait for it.
  let sounding: WordTree | undefined;
  const grow = (): WordTree =>
    growTree(words, {
      signOf,
      holds: (number) => terms[number] !== undefined && isSought(terms[number]),
    });

  return (text) => {
    const first = firstHeard(text, signOf);
    if (first === text.codes.length) return NONE;
    sounding ??= grow();
    return listen({ text, dictionary, sounding, slips: [] }, signOf, first);
  };
}
