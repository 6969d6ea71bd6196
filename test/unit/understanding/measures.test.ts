import { expect, test } from "vitest";
import { numberIn } from "../../../src/domain/understanding/measures.ts";
import { readProfile, tagByRules } from "./read-tags.ts";

test("numbers are read in digits, in Chinese, and in both", () => {
  const numbers: [string, number | null][] = [
    ["三百五十", 350],
    ["十二", 12],
    ["两千", 2000],
    ["1.2万", 12_000],
    ["三万五千", 35_000],
    ["500多", 500],
    ["半", 0.5],
    ["1,200", 1200],
    ["三点五", 3.5],
    ["三万五", 35_000],
    ["三千五", 3500],
    ["一百二", 120],
    ["2千5", 2500],
    ["1万2", 12_000],
    ["两万三", 23_000],
    ["两百二十五", 225],
    ["十五", 15],
    ["一百零二", 102],
    ["三千零五", 3005],
    ["三万零五", 30_005],
    ["二十余", 20],
    ["三五", null],
    ["两三百", null],
    ["几百", null],
    ["数十", null],
  ];
  for (const [words, value] of numbers) expect(numberIn(words), words).toBe(value);
});

test("sizes, helpers wanted and dates are found where they stand, also in traditional characters", () => {
  const { amounts, headcount, dates } = tagByRules(
    "我縣５００多畝椪柑、几百只鸡，希望下周派两名柑橘专家，10月底前来",
  );
  expect(amounts).toMatchObject([
    { words: "５００多畝", kind: "area", value: 500, unit: "亩" },
    { words: "几百只", kind: "animals", value: null, unit: "只" },
  ]);
  expect(headcount).toMatchObject({ words: "两名柑橘专家", value: 2 });
  expect(dates.map(({ words }) => words)).toEqual(["下周", "10月底"]);
});

test("a last digit that counts the next power below belongs to its amount", () => {
  const amounts = ["1万2只鸡", "2千5斤茶", "三千五百斤茶", "1万2千只鸡", "一百二十亩茶"].flatMap(
    (text) => tagByRules(text).amounts,
  );
  expect(amounts.map(({ words, value }) => [words, value])).toEqual([
    ["1万2只", 12_000],
    ["2千5斤", 2500],
    ["三千五百斤", 3500],
    ["1万2千只", 12_000],
    ["一百二十亩", 120],
  ]);
});

test("a range has words but no one value, and a figure of speech is no amount", () => {
  expect(tagByRules("500-600亩柑橘、1,200亩茶").amounts).toMatchObject([
    { words: "500-600亩", value: null },
    { words: "1,200亩", value: 1200 },
  ]);
  expect(tagByRules("柑橘落果，我一头雾水").amounts).toEqual([]);
});

test("a share is an amount, however it is written", () => {
  const shares = ["百分之三十五的树", "35%的树", "３５％的树"].flatMap(
    (text) => tagByRules(text).amounts,
  );
  expect(shares.map(({ kind, value }) => [kind, value])).toEqual(Array(3).fill(["share", 35]));
});

test("helpers who are there already are not wanted", () => {
  expect(tagByRules("我们村有三名技术员，柑橘黄龙病").headcount).toBeNull();
});

test("an expert's own words become skills, at a level that title and evidence suggest", () => {
  const { skills, title, years } = readProfile(
    "副研究员，从事猕猴桃溃疡病防控12年，曾主持省级课题；也做湘西黄牛品种选育。",
  );
  expect(title).toMatchObject({ words: "副研究员", title: "associate" });
  expect(years).toMatchObject({ value: 12 });
  expect(skills.map(({ industry, competence, level }) => [industry, competence, level])).toEqual(
    expect.arrayContaining([
      ["kiwifruit", "plant-disease", 4],
      ["cattle", "livestock-breeding", expect.any(Number)],
    ]),
  );
});

test("only evidence of national weight makes a national authority, and helping out lowers a level", () => {
  const levelIn = (text: string) => readProfile(text).skills[0]?.level;
  expect(levelIn("研究员，主持柑橘黄龙病防控项目")).toBe(4);
  expect(levelIn("研究员，国家柑橘产业体系岗位科学家，研究黄龙病")).toBe(5);
  expect(levelIn("农艺师，参与柑橘黄龙病防控")).toBe(1);
  expect(levelIn("柑橘黄龙病防控")).toBe(2);
  expect(levelIn("助理研究员，研究柑橘黄龙病防控")).toBe(2);
});

test("a calendar year is no length of work, and what somebody cannot do is no skill", () => {
  expect(readProfile("2019年从事水稻育种").years).toBeNull();
  expect(readProfile("柑橘育种二十余年").years).toMatchObject({ value: 20 });
  const industries = readProfile("不懂养猪，擅长水稻栽培").skills.map(({ industry }) => industry);
  expect(industries).toEqual(["rice"]);
});
