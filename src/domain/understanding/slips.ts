import type { Term } from "./lexicon.ts";
import type { Found } from "./segment.ts";

/** How characters sound, without tone: 茯 and 伏 are "fu". */
export type Sounds = ReadonlyMap<string, string>;

/** Finds words typed with a character of the same sound where the text is not understood. */
export type SlipFinder = (plain: string, isCovered: (at: number) => boolean) => Found[];

const SHORTEST = 2;
const LONGEST = 5;
/** From this length on two characters may be wrong; below, one. */
const LONG = 4;
/** Stands for what has no sound. */
const MUTE = 0xffff;
const MUTE_SIGN = String.fromCharCode(MUTE);

const isSought = ({ words, industry, senses, cues, family }: Term): boolean =>
  words.length >= SHORTEST &&
  words.length <= LONGEST &&
  !family &&
  (industry !== null || senses.length > 0 || cues.length > 0);

/** Makes the function that writes a text in sounds: one sign for each, the same for 茯 and 伏. */
function createTranscript(sounds: Sounds): (plain: string) => string {
  const signs = new Map<string, number>();
  const signOf = new Uint16Array(0x1_0000).fill(MUTE);
  for (const [character, sound] of sounds) {
    const sign = signs.get(sound) ?? signs.size + 1;
    signs.set(sound, sign);
    signOf[character.charCodeAt(0)] = sign;
  }
  return (plain) => {
    let written = "";
    for (let at = 0; at < plain.length; at += 1) {
      written += String.fromCharCode(Number(signOf[plain.charCodeAt(at)]));
    }
    return written;
  };
}

interface Sounding {
  term: Term;
  words: string;
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
  const transcribe = createTranscript(sounds);
  const bySound = new Map<string, Sounding[]>();
  /** Length of the longest word that begins with these two sounds. */
  const longest = new Map<string, number>();
  for (const term of terms) {
    if (!isSought(term)) continue;
    const words = foldWords(term.words);
    const sound = transcribe(words);
    if (sound.includes(MUTE_SIGN)) continue;
    const known = bySound.get(sound);
    if (known === undefined) bySound.set(sound, [{ term, words }]);
    else known.push({ term, words });
    const beginning = sound.slice(0, SHORTEST);
    if (sound.length > (longest.get(beginning) ?? 0)) longest.set(beginning, sound.length);
  }

  return (plain, isCovered) => {
    const standsAlone = (from: number): boolean =>
      !isCovered(from) && !isCovered(from + 1) && isCovered(from - 1) && isCovered(from + 2);
    const isMeant = ({ term, words }: Sounding, from: number): boolean => {
      if (words.length === SHORTEST && (term.industry === null || !standsAlone(from))) return false;
      const wrong = [...words].flatMap((sign, at) =>
        sign === plain.charAt(from + at) ? [] : [from + at],
      );
      const most = words.length < LONG ? 1 : 2;
      return wrong.length > 0 && wrong.length <= most && !wrong.every(isCovered);
    };
    const heard = transcribe(plain);
    const unexplained = nextUncovered(plain.length, isCovered);
    const slips: Found[] = [];
    const listen = (from: number, to: number): void => {
      const meant = bySound.get(heard.slice(from, to))?.find((one) => isMeant(one, from));
      if (meant) slips.push({ term: { ...meant.term, rule: "spelling" }, from, to });
    };
    for (let from = 0; from < plain.length; from += 1) {
      const shortest = Math.max(from + SHORTEST, Number(unexplained[from]) + 1);
      if (shortest > from + LONGEST) continue;
      const reach = longest.get(heard.slice(from, from + SHORTEST)) ?? 0;
      const last = Math.min(from + reach, plain.length);
      for (let to = shortest; to <= last; to += 1) listen(from, to);
    }
    return slips;
  };
}
