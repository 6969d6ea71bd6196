import type { Lot } from "./random.ts";
import type { DemoTables, GivenName, Style } from "./tables.ts";
import { Weighted } from "./weighted.ts";

export interface PersonName {
  name: string;
  /** Without tones and spaces. */
  pinyin: string;
  initials: string;
}

/** Invents a name; many share one in a large province, as in life. */
export type NameSource = (lot: Lot) => PersonName;

/** How many people have a given name of one character. */
const SINGLE = 0.28;
/** How many are men: men are many among those who have gone to the villages so far. */
const MALE = 0.64;

export function nameSource({ surnames, givenNames, reservedNames }: DemoTables): NameSource {
  const families = new Weighted(surnames, ({ weight }) => weight);
  const pool = (style: Style, position: GivenName["position"]) =>
    givenNames.filter((row) => row.style === style && row.position === position);
  const pools = {
    male: {
      first: pool("male", "first"),
      second: pool("male", "second"),
      single: pool("male", "single"),
    },
    female: {
      first: pool("female", "first"),
      second: pool("female", "second"),
      single: pool("female", "single"),
    },
  };
  const invent = (lot: Lot): PersonName => {
    const { first, second, single } = pools[lot.chance(MALE) ? "male" : "female"];
    const given = lot.chance(SINGLE) ? [lot.pick(single)] : [lot.pick(first), lot.pick(second)];
    return joined([families.draw(lot), ...given]);
  };
  return (lot) => {
    let person = invent(lot);
    while (reservedNames.has(person.name) || /(.)\1/u.test(person.name)) person = invent(lot);
    return person;
  };
}

const joined = (parts: readonly { text: string; pinyin: string }[]): PersonName => ({
  name: parts.map(({ text }) => text).join(""),
  pinyin: parts.map(({ pinyin }) => pinyin).join(""),
  initials: parts.map(({ text, pinyin }) => initialsOf(text, pinyin)).join(""),
});

/** "oy" for the surname 欧阳, whose pinyin stands in one piece. */
const initialsOf = (text: string, pinyin: string): string =>
  text === "欧阳" ? "oy" : pinyin.slice(0, 1);
