import { describe, expect, test } from "vitest";
import { pinyinTable } from "../../../scripts/term-sounds/spell.ts";
import { readData } from "../../../src/data/files.node.ts";
import { readTerms } from "../../../src/data/terms.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import { findTerms, type NamedTerm } from "../../../src/domain/model/find-terms.ts";
import { fc } from "../../support/properties.ts";

const vocabulary = readVocabulary(readData);
const terms = readTerms(readData, vocabulary);

const found = (query: string, kind: NamedTerm["kind"] = "industry", limit = 8): string[] =>
  findTerms(terms, query, { kind, limit }).map(({ id }) => id);

describe("industries and competences are found", () => {
  test.each([
    ["by their Chinese name", "柑橘", "citrus"],
    ["by a part of it", "橘", "citrus"],
    ["by pinyin", "ganju", "citrus"],
    ["by pinyin with blanks, capitals and apostrophes", "Gan'Ju ", "citrus"],
    ["by full-width letters", "ｇｊ", "citrus"],
    ["by pinyin initials", "gj", "citrus"],
    ["by the beginning of pinyin", "mihou", "kiwifruit"],
    ["by pinyin from a later syllable on", "jiulei", "allium"],
    ["by English", "Citrus", "citrus"],
    ["by a later English word", "orange", "navel-orange"],
    ["by ü typed as v", "lvcha", "green-tea"],
  ])("%s", (_, query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test("competences by the same means", () => {
    expect(found("zwbh", "competence")[0]).toBe("plant-disease");
    expect(found("虫害", "competence")).toContain("plant-pest");
    expect(found("fertigation", "competence")).toContain("fertigation");
    expect(found("juanshe", "competence")).toEqual(["barn-environment"]);
  });

  test("a name before names that begin with it, and those before names that hold it", () => {
    expect(found("茶")).toEqual([
      "tea",
      "camellia-oil",
      "dark-tea",
      "green-tea",
      "black-tea",
      "golden-tea",
    ]);
    expect(found("yc").slice(0, 2)).toEqual(["rapeseed", "camellia-oil"]);
  });

  test("never by nothing, by signs or by what nobody grows", () => {
    for (const query of ["", "  ", "'", "火星", "😀", "xyzzy"]) expect(found(query)).toEqual([]);
  });

  test("each by its own name, its own pinyin and its own English name", () => {
    for (const { kind, id, zh, en, pinyin } of terms) {
      for (const query of [zh, en, pinyin]) expect(found(query, kind)).toContain(id);
    }
  });

  test("whatever is typed, and never more than asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(5), (query, limit) => {
        expect(found(query, "industry", limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

test("the file of pinyin is what npm run term-sounds makes of the vocabulary", () => {
  expect(readData("vocabulary/pinyin.csv")).toBe(pinyinTable(vocabulary));
});

test("a term without pinyin stops the start, and is named", () => {
  const without = (name: string) =>
    name === "vocabulary/pinyin.csv"
      ? readData(name).replace(/^industry,citrus,.*\n/m, "")
      : readData(name);
  expect(() => readTerms(without, vocabulary)).toThrow(
    'vocabulary/pinyin.csv: the industry "citrus"',
  );
});
