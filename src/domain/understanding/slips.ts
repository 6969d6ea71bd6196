import type { Term } from "./lexicon.ts";
import type { Found } from "./segment.ts";

/** How characters sound, without tone: 茯 and 伏 are "fu". */
export type Sounds = ReadonlyMap<string, string>;

/** Finds words typed with a character of the same sound where the text is not understood. */
export type SlipFinder = (codes: readonly number[], isCovered: (at: number) => boolean) => Found[];

const SHORTEST = 2;
const LONGEST = 5;
/** From this length on two characters may be wrong; below, one. */
const LONG = 4;
/** More than there are sounds: a word's sounds make one number. */
const BASE = 512;

/** A number for how each character sounds; characters that sound alike share it. */
function numbered(sounds: Sounds): ReadonlyMap<number, number> {
  const numbers = new Map<string, number>();
  const byCode = new Map<number, number>();
  for (const [character, sound] of sounds) {
    const number = numbers.get(sound) ?? numbers.size + 1;
    numbers.set(sound, number);
    byCode.set(character.charCodeAt(0), number);
  }
  return byCode;
}

const isSought = ({ industry, senses, cues, family }: Term): boolean =>
  !family && (industry !== null || senses.length > 0 || cues.length > 0);

/** The sounds of a word as one number, or null where a character of it has none. */
function soundOf(units: readonly number[], numbers: ReadonlyMap<number, number>): number | null {
  let sound = 0;
  for (const unit of units) {
    const number = numbers.get(unit);
    if (number === undefined) return null;
    sound = sound * BASE + number;
  }
  return sound;
}

interface Sounding {
  term: Term;
  units: readonly number[];
}

/** Terms by their sound. */
function bySound(
  terms: readonly Term[],
  unitsOf: (words: string) => readonly number[],
  numbers: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly Sounding[]> {
  const index = new Map<number, Sounding[]>();
  for (const term of terms) {
    if (term.words.length < SHORTEST || term.words.length > LONGEST || !isSought(term)) continue;
    const units = unitsOf(term.words);
    const sound = soundOf(units, numbers);
    if (sound === null) continue;
    const known = index.get(sound);
    if (known === undefined) index.set(sound, [{ term, units }]);
    else known.push({ term, units });
  }
  return index;
}

/** For each unit the first one from it on that nothing explains. */
function nextUncovered(length: number, isCovered: (at: number) => boolean): Uint32Array {
  const next = new Uint32Array(length);
  let known = length + LONGEST;
  for (let at = length - 1; at >= 0; at -= 1) {
    if (!isCovered(at)) known = at;
    next[at] = known;
  }
  return next;
}

/** Every stretch of two to five units that begins at `from`, by how it sounds. */
function listen(
  heard: readonly (number | undefined)[],
  from: number,
  visit: (sound: number, to: number) => void,
): void {
  let sound = 0;
  for (let to = from + 1; to <= from + LONGEST; to += 1) {
    const next = heard[to - 1];
    if (next === undefined) return;
    sound = sound * BASE + next;
    if (to >= from + SHORTEST) visit(sound, to);
  }
}

/**
 * Makes the finder. A word counts where its sounds stand in the text and a character that nothing
 * else explains is wrong: one of two or three, at most two of four or five. A word of two must name
 * an industry and stand alone among what is understood: too many sound like something.
 */
export function createSlipFinder(
  terms: readonly Term[],
  unitsOf: (words: string) => readonly number[],
  sounds: Sounds,
): SlipFinder {
  const numbers = numbered(sounds);
  const index = bySound(terms, unitsOf, numbers);

  return (codes, isCovered) => {
    const standsAlone = (from: number): boolean =>
      !isCovered(from) && !isCovered(from + 1) && isCovered(from - 1) && isCovered(from + 2);
    const isMeant = ({ term, units }: Sounding, from: number): boolean => {
      if (units.length === SHORTEST && (term.industry === null || !standsAlone(from))) return false;
      const wrong = units.flatMap((unit, at) => (unit === codes[from + at] ? [] : [from + at]));
      const most = units.length < LONG ? 1 : 2;
      return wrong.length > 0 && wrong.length <= most && !wrong.every(isCovered);
    };
    const heard = codes.map((code) => numbers.get(code));
    const unexplained = nextUncovered(codes.length, isCovered);
    const slips: Found[] = [];
    for (const from of codes.keys()) {
      const first = Number(unexplained[from]);
      if (first >= from + LONGEST) continue;
      listen(heard, from, (sound, to) => {
        const meant = to > first ? index.get(sound)?.find((one) => isMeant(one, from)) : undefined;
        if (meant) slips.push({ term: { ...meant.term, rule: "spelling" }, from, to });
      });
    }
    return slips;
  };
}
