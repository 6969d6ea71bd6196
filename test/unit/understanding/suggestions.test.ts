import { describe, expect, test } from "vitest";
import { withSuggestions } from "../../../scripts/evaluation/model-tagger.ts";
import { readData } from "../../../src/data/files.node.ts";
import { readReference } from "../../../src/data/reference.ts";
import { scrub } from "../../../src/domain/privacy/scrub.ts";
import {
  type DraftTag,
  MOST_SUGGESTIONS,
  readDraft,
} from "../../../src/domain/understanding/suggestion-draft.ts";
import { mergeDraft } from "../../../src/domain/understanding/suggestions.ts";

const reference = readReference(readData);
const { vocabulary, fold, tag } = reference;

type Halves = readonly [industry: string | null, competence: string | null];
const said = ([industry, competence]: Halves, words = "椪柑", confidence = 0.7): DraftTag => ({
  ...{ industry, competence, confidence, words },
});

function merge(text: string, ...tags: DraftTag[]) {
  const understanding = tag(text);
  const scrubbed = scrub(text, { fold, names: [] });
  return { understanding, ...mergeDraft({ text, scrubbed, understanding }, tags, reference) };
}

const PONKAN = "我县椪柑得了炭疽病，请派人来看";

describe("the rule of merging", () => {
  test("what both gave is agreed, and not suggested", () => {
    const { understanding, ...merged } = merge(PONKAN, said(["ponkan", "plant-disease"]));
    expect(understanding.industries).toEqual(["ponkan"]);
    expect(merged).toEqual({
      suggested: [],
      agreed: ["industry:ponkan", "competence:plant-disease"],
    });
  });

  test("what only the model gave is suggested, with the reader's own words", () => {
    const { suggested, agreed } = merge(PONKAN, said(["ponkan", "training"], "派人来看"));
    expect(agreed).toEqual(["industry:ponkan"]);
    expect(suggested).toEqual([
      {
        industry: "ponkan",
        competence: "training",
        confidence: 0.7,
        span: { words: "派人来看", from: 11, to: 15 },
      },
    ]);
  });

  test("what the model leaves out stands all the same", () => {
    const { understanding } = merge(PONKAN);
    expect(understanding).toEqual(tag(PONKAN));
  });

  test("words that do not stand in the text are pointed at by nothing", () => {
    const { suggested } = merge(PONKAN, said([null, "logistics"], "冷链运输"));
    expect(suggested).toEqual([
      { industry: null, competence: "logistics", confidence: 0.7, span: null },
    ]);
  });

  test.each([
    ["full width", "想学ＡＰＰ卖货", "APP", "ＡＰＰ"],
    ["traditional characters", "茶葉賣不掉", "茶叶卖不掉", "茶葉賣不掉"],
    ["signs of no width", "橘\u200b子裂果", "橘子", "橘\u200b子"],
    ["blanks around them", "橘子裂果", " 裂果 ", "裂果"],
  ])("words are looked up in the reading form: %s", (_, text, ...[words, found]) => {
    const { suggested } = merge(text, said(["lily", "weed"], words));
    expect(suggested[0]?.span?.words).toBe(found);
  });

  test.each(["，", "＊", "*", " ", "\u200b", "😀"])("%j are no words to point at", (words) => {
    const { suggested } = merge("椪柑，落果＊* 😀", said(["lily", "weed"], words));
    expect(suggested[0]?.span).toBeNull();
  });

  test("private words are not found, even when the model guesses them", () => {
    const { suggested } = merge("我叫王小二，椪柑落果", said(["lily", "weed"], "王小二"));
    expect(suggested[0]?.span).toBeNull();
  });

  test("a broader industry agrees with the narrower one of the words", () => {
    const { suggested, agreed } = merge(PONKAN, said(["citrus", "plant-disease"]));
    expect(suggested).toEqual([]);
    expect(agreed).toContain("industry:ponkan");
  });

  test("a narrower industry than that of the words is suggested", () => {
    const { suggested } = merge("柑橘得了炭疽病", said(["ponkan", "plant-disease"], "柑橘"));
    expect(suggested.map(({ industry }) => industry)).toEqual(["ponkan"]);
  });

  test("what the words refuse is not suggested", () => {
    const text = "椪柑炭疽病怎么治，不需要培训";
    expect(tag(text).evidence.map((one) => one.tag)).toContain("not:competence:training");
    expect(merge(text, said([null, "training"], "培训")).suggested).toEqual([]);
  });

  test("a new pair of known tags is a suggestion: it belongs together in another way", () => {
    const text = "椪柑得了炭疽病，鸡也拉稀";
    const { suggested, agreed } = merge(text, said(["chicken", "plant-disease"], "鸡"));
    expect(suggested).toHaveLength(1);
    expect(agreed).toEqual(["industry:chicken", "competence:plant-disease"]);
  });

  test("the surest suggestion comes first, each once", () => {
    const { suggested } = merge(
      PONKAN,
      said([null, "training"], "派人", 0.2),
      said([null, "management"], "派人", 0.9),
      said([null, "training"], "派人", 0.3),
    );
    expect(suggested.map(({ confidence }) => confidence)).toEqual([0.9, 0.2]);
  });
});

describe("measured with suggestions", () => {
  test("those that point at words count, alone and as pairs; the others do not", () => {
    const { understanding, suggested } = merge(
      PONKAN,
      said(["ponkan", "training"], "派人来看"),
      said(["lily", "weed"], "百合长草"),
      said(["tea", null], "我县"),
    );
    expect(withSuggestions(understanding, suggested)).toEqual({
      industries: ["ponkan", "tea"],
      competences: ["plant-disease", "training"],
      pairs: [
        { industry: "ponkan", competence: "plant-disease" },
        { industry: "ponkan", competence: "training" },
      ],
    });
  });
});

describe("a draft", () => {
  const draft = (tags: object[]) => JSON.stringify({ tags });
  const one = { industry: "tea", competence: null, confidence: 1, words: "茶" };

  test("is taken as it is where all ids are known", () => {
    expect(readDraft(draft([one]), vocabulary)).toEqual({ tags: [one], dropped: 0 });
  });

  test("loses ids nobody knows, and says how many", () => {
    const tags = [
      { ...one, competence: "hacking" },
      { ...one, industry: "__proto__", competence: "constructor" },
      { ...one, industry: null },
    ];
    expect(readDraft(draft(tags), vocabulary)).toEqual({ tags: [one], dropped: 5 });
  });

  test("holds each skill once, and no more than there may be", () => {
    const ids = [...vocabulary.competences.keys()];
    const tags = ids.map((competence) => ({ ...one, competence }));
    const read = readDraft(draft([...tags.slice(0, 3), ...tags.slice(0, 20)]), vocabulary);
    expect(read?.tags).toHaveLength(MOST_SUGGESTIONS);
    expect(read?.dropped).toBe(20 - MOST_SUGGESTIONS);
  });

  test.each([
    ["no JSON", "好的，标签如下"],
    ["JSON in a fence", `\`\`\`json\n${draft([one])}\n\`\`\``],
    ["another shape", '{"skills":[]}'],
    ["a list", "[]"],
    ["null", "null"],
    ["nothing", ""],
    ["a field too many", draft([{ ...one, html: "<b>" }])],
    ["a field too few", '{"tags":[{"industry":"tea"}]}'],
    ["a confidence beyond 1", draft([{ ...one, confidence: 1.5 }])],
    ["a confidence in words", draft([{ ...one, confidence: "high" }])],
    ["no words", draft([{ ...one, words: "" }])],
    ["words without end", draft([{ ...one, words: "茶".repeat(201) }])],
    ["a prototype", '{"__proto__":{"tags":[]},"tags":[]}'],
    ["lists in lists", `{"tags":${"[".repeat(4_000)}${"]".repeat(4_000)}}`],
    ["more than 8 KB", `${draft([one])}${" ".repeat(8_192)}`],
  ])("is refused when it is %s", (_, written) => {
    expect(readDraft(written, vocabulary)).toBeNull();
  });
});
