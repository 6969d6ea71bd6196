import { expect, test } from "vitest";
import { readAncestry } from "../../../src/domain/understanding/ancestry.ts";
import {
  cluesOfStanding,
  STANDING_CLUES,
} from "../../../src/domain/understanding/standing-clues.ts";
import {
  allStand,
  createStandingJudge,
} from "../../../src/domain/understanding/standing-industries.ts";
import { fc } from "../../support/properties.ts";
import { lexicon, readNames, tag, vocabulary } from "./read-tags.ts";

const INDUSTRIES = [...vocabulary.industries.keys()];
const judge = createStandingJudge(INDUSTRIES, lexicon.clueWeights.standing);

const clueOf = (text: string, id: string, clue: (typeof STANDING_CLUES)[number]): number => {
  const values = cluesOfStanding(id, INDUSTRIES.indexOf(id), readNames(text));
  return Number(values[STANDING_CLUES.indexOf(clue)]);
};

test("what is only told of beside a trouble asks for nothing", () => {
  for (const [text, asked, told] of [
    ["桃花开得好却坐不住果，蜜蜂也没见几只", "peach", "bees"],
    ["烤烟房空着大半年，烟叶烘烤技术要请人教，晾过菌子", "tobacco", "edible-fungi"],
    ["咖啡在河谷试种了四百亩，霜冻怎么防？", "beverage-crops", "rice"],
  ] as const) {
    expect([...judge(readNames(text)).told]).toEqual([told]);
    expect(tag(text).industries).toEqual([asked]);
  }
});

test("two troubles of two industries, each in its clause, are both asked for", () => {
  for (const text of ["柑橘黄龙病，鸡也拉稀", "椪柑得了炭疽病，鸡也拉稀", "水稻长杂草，柑橘裂果"]) {
    const { needs } = tag(text);
    expect(needs.length, text).toBe(2);
  }
});

test("clues say whether a crop has a trouble of its own, is refused, and stands alone", () => {
  const text = "水稻卷叶，不种西瓜";
  expect(clueOf(text, "rice", "beside")).toBe(1);
  expect(clueOf(text, "rice", "apart")).toBe(1);
  expect(clueOf(text, "rice", "only")).toBe(1);
  expect(clueOf(text, "melon", "refused")).toBe(1);
  expect(clueOf("水稻、玉米卷叶", "rice", "apart")).toBe(0);
});

/** Words that name industries and troubles, put together as a stranger might. */
const someWords = fc
  .array(
    fc.constantFrom(
      "水稻",
      "鸡",
      "椪柑",
      "葡萄",
      "卷叶",
      "拉稀",
      "隔壁",
      "，",
      "。",
      "种过",
      "不要",
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(""));

test("the surest industry of a text always stands, and none that no word names", () => {
  fc.assert(
    fc.property(someWords, (text) => {
      const read = readNames(text);
      const named = new Set(read.named.map(({ id }) => id));
      const { named: standing, told, sureOf } = judge(read);
      const stands = new Set(standing.map(({ id }) => id));
      expect(new Set([...stands, ...told])).toEqual(named);
      const chances = [...named].map((id) => Number(sureOf(id)));
      if (named.size > 0) {
        expect([...stands].map((id) => Number(sureOf(id)))).toContain(Math.max(...chances));
      }
      expect([...allStand(read).told]).toEqual([]);
    }),
  );
});

test("an industry has the clues of its place in the vocabulary", () => {
  const read = readNames("水稻");
  expect(read.ancestry).toEqual(readAncestry(vocabulary));
  expect(read.likeness.length).toBe(INDUSTRIES.length);
});
