import { expect, test } from "vitest";
import { askedAbout, lexicon, tagByRules, vocabulary } from "./read-tags.ts";

test("an industry without a problem is asked about its problem, and each answer settles it", () => {
  for (const { id, zh } of vocabulary.industries.values()) {
    const text = `想问问${zh}`;
    const { industries, askBack } = tagByRules(text);
    // 李 alone is a surname, 乡村服务与加工业 a heading of the vocabulary.
    expect(industries.includes(id) || ["plum", "services"].includes(id), text).toBe(true);
    if (!industries.includes(id)) continue;
    for (const { words } of askBack[0]?.options ?? []) {
      expect(tagByRules(`${text}，${words}`).askBack, `${text}，${words}`).toEqual([]);
    }
  }
});

test("a problem without an industry is asked about the industry, and each answer settles it", () => {
  for (const text of ["总发黄，究竟是什么原因", "拉稀，怎么办", "卖不出去", "身上溃烂出血"]) {
    const understanding = tagByRules(text);
    expect(askedAbout(understanding)).toEqual(["industry"]);
    for (const { words } of understanding.askBack[0]?.options ?? []) {
      expect(tagByRules(`${text}，${words}`).askBack, `${text}，${words}`).toEqual([]);
    }
  }
});

test("an example offered to one who asked for nothing can be matched as it stands", () => {
  for (const { words } of lexicon.answers.filter(({ about }) => about === "request")) {
    expect(tagByRules(words).askBack, words).toEqual([]);
  }
});

test("only a picture of a crop is asked about in words", () => {
  const understanding = tagByRules("我的柑橘长成图片上这样了，请看看");
  expect(askedAbout(understanding)).toEqual(["photo"]);
  expect(understanding.industries).toEqual(["citrus"]);
});

test("farming as a whole is too broad, and small talk is no request", () => {
  expect(askedAbout(tagByRules("我们想搞农业，发家致富，请支持"))).toEqual(["scope"]);
  expect(askedAbout(tagByRules("今天天气真好"))).toEqual(["request"]);
  expect(askedAbout(tagByRules(""))).toEqual(["request"]);
});
