/**
 * A text in the form the lexicon is matched in, and where each of its units was typed.
 * The i-th unit stands for `text.slice(from[i], to[i])`.
 */
export interface Folded {
  codes: readonly number[];
  /** The same units as a text. */
  plain: string;
  from: readonly number[];
  to: readonly number[];
}

export type Fold = (text: string) => Folded;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const FIRST_BEYOND_LATIN = 0x80;
const SPACE = 0x20;
const NEWLINE = 0x0a;
/** Stands for a character outside the Basic Multilingual Plane: no lexicon word holds one. */
const FOREIGN = 0xfffd;

/** No visible form: controls, zero-width, bidirectional marks, variation selectors, combining marks. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\p{Cs}]$/u;
const LINE_END = /^[\n\r\u2028\u2029]$/;

const isWordUnit = (code: number | undefined): boolean =>
  code !== undefined &&
  ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || code > 0x7f);
const isLatinUnit = (code: number | undefined): boolean =>
  isWordUnit(code) && Number(code) < FIRST_BEYOND_LATIN;

interface Growing {
  codes: number[];
  from: number[];
  to: number[];
}

/** Brings the end of what has grown into the form in which a unit may follow; false where it may not. */
function makeWay({ codes, from, to }: Growing, code: number): boolean {
  if (isLatinUnit(code) && codes.at(-1) === SPACE && isWordUnit(codes.at(-2))) {
    codes.pop();
    from.pop();
    to.pop();
  }
  return code !== SPACE || !isLatinUnit(codes.at(-1));
}

/** Adds a unit; a space between a Latin word or digits and anything else is left out. */
function append(growing: Growing, code: number, stretch: { start: number; end: number }): void {
  if (code < FIRST_BEYOND_LATIN && !makeWay(growing, code)) return;
  growing.codes.push(code);
  growing.from.push(stretch.start);
  growing.to.push(stretch.end);
}

/** The units one typed character is read as: none, one, or several (㎏ -> k, g). */
function unitsOf(character: string, simplified: ReadonlyMap<string, string>): number[] {
  if (LINE_END.test(character)) return [NEWLINE];
  if (character === "\t") return [SPACE];
  if (INVISIBLE.test(character)) return [];
  const units: number[] = [];
  for (const part of character.normalize("NFKC").toLowerCase()) {
    const plain = simplified.get(part) ?? part;
    units.push(plain.length === 1 ? plain.charCodeAt(0) : FOREIGN);
  }
  return units;
}

/**
 * Makes the function that brings the words of a lexicon into the reading form. Nearly all of them
 * are in it already, which is seen more quickly than it is made.
 */
export function createWordFold(
  fold: Fold,
  simplified: ReadonlyMap<string, string>,
): (words: string) => string {
  const plain = new Uint8Array(LAST_HAN + 1).fill(1, FIRST_HAN);
  for (const character of simplified.keys()) plain[character.charCodeAt(0)] = 0;
  const isPlain = (words: string): boolean => {
    for (let at = 0; at < words.length; at += 1) {
      if (plain[words.charCodeAt(at)] !== 1) return false;
    }
    return true;
  };
  return (words) => (isPlain(words) ? words : fold(words).plain);
}

/**
 * Makes the reading form: NFKC (full width, circled and compatibility forms), lower case,
 * simplified characters, without invisible characters, and without spaces around Latin words
 * and digits, so that "爱媛 38 号" is read as "爱媛38号".
 */
export function createFold(simplified: ReadonlyMap<string, string>): Fold {
  // Filled as characters are met: the same few thousand make up nearly every text, and nearly all
  // of them are read as one unit (0: not this one, or not yet known).
  const alone = new Uint16Array(0x1_0000);
  const known = new Map<string, readonly number[]>();
  const lookUp = (character: string): readonly number[] => {
    const units = known.get(character) ?? unitsOf(character, simplified);
    if (character.length > 1) return units;
    const [unit, ...more] = units;
    if (unit !== undefined && more.length === 0) alone[character.charCodeAt(0)] = unit;
    else known.set(character, units);
    return units;
  };

  return (text) => {
    const growing: Growing = { codes: [], from: [], to: [] };
    for (let at = 0; at < text.length; ) {
      const unit = Number(alone[text.charCodeAt(at)]);
      if (unit > 0) {
        append(growing, unit, { start: at, end: at + 1 });
        at += 1;
        continue;
      }
      const character = String.fromCodePoint(Number(text.codePointAt(at)));
      const end = at + character.length;
      for (const code of lookUp(character)) append(growing, code, { start: at, end });
      at = end;
    }
    const { codes, from, to } = growing;
    return { codes, from, to, plain: String.fromCharCode.apply(null, codes) };
  };
}
