import { expect, test } from "vitest";
import type { Understanding } from "../../../src/domain/understanding/tagger.ts";
import { fc } from "../../support/properties.ts";
import { lexicon, readProfile, tag, vocabulary } from "./read-tags.ts";

const pieces = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lexicon.terms.map(({ words }) => words)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("，", "。", "、", " ", "\n", "的", "和", "５００亩", "臍橙"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 })
    .map((units) => String.fromCharCode(...units)),
);

const skillsIn = ({ needs }: Understanding) => needs.flatMap(({ skills }) => skills);

test("every span points at the words it names, in any text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { evidence, unknown } = tag(text);
      for (const { words, from, to } of [...evidence, ...unknown]) {
        expect(from).toBeLessThan(to);
        expect(text.slice(from, to)).toBe(words);
      }
    }),
    { numRuns: 500 },
  );
});

test("the weights of all skills sum to 1, each in (0, 1], and so is each confidence", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const skills = skillsIn(tag(text));
      const total = skills.reduce((sum, { weight }) => sum + weight, 0);
      expect(total).toBeCloseTo(skills.length > 0 ? 1 : 0, 9);
      for (const { weight, confidence } of skills) {
        expect(Math.min(weight, confidence)).toBeGreaterThan(0);
        expect(Math.max(weight, confidence)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

test("every id is one of the vocabulary, named once, and has its evidence", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { industries, competences, evidence } = tag(text);
      const tags = new Set(evidence.map((one) => one.tag));
      expect(new Set(industries).size).toBe(industries.length);
      expect(new Set(competences).size).toBe(competences.length);
      for (const id of industries) {
        expect(vocabulary.industries.has(id)).toBe(true);
        expect(tags).toContain(`industry:${id}`);
      }
      for (const id of competences) {
        expect(vocabulary.competences.has(id)).toBe(true);
        expect(tags).toContain(`competence:${id}`);
      }
    }),
    { numRuns: 300 },
  );
});

test("either something can be matched or a question is asked, with two to five answers", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const understanding = tag(text);
      if (understanding.askBack.length === 0) {
        expect(skillsIn(understanding).length).toBeGreaterThan(0);
      }
      for (const { options } of understanding.askBack) {
        expect(options.length).toBeGreaterThanOrEqual(2);
        expect(options.length).toBeLessThanOrEqual(5);
      }
    }),
    { numRuns: 300 },
  );
});

test("the same text is always understood in the same way", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(tag(text)).toEqual(tag(text));
    }),
    { numRuns: 100 },
  );
});

test("numbers, signs and terms repeated without end are read like any other text", () => {
  // A pattern that backtracks would not come back from these.
  for (const unit of ["百", "百万", "9", "1,", "一点", "不", "像", "绿霉", "橘子裂果。"]) {
    const text = unit.repeat(5000 / unit.length);
    expect(tag(text), unit).toEqual(tag(text));
    expect(readProfile(text).title, unit).toBeNull();
  }
});

test("a thousand repeated terms are read in bounded time", () => {
  const text = "柑橘黄龙病，".repeat(1000).slice(0, 5000);
  expect(tag(text).industries).toEqual(["citrus"]);
});
