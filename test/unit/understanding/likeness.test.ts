import { expect, test } from "vitest";
import { createLikeness } from "../../../src/domain/understanding/likeness.ts";
import type { Tag } from "../../../src/domain/understanding/tagger.ts";
import { fc } from "../../support/properties.ts";
import { lexicon, tag, tagByRules } from "./read-tags.ts";

const IDS = ["soil", "weed", "rice"];
const codesOf = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

const someText = fc.string({ unit: fc.constantFrom("田", "草", "土", "水"), maxLength: 12 });
const someVotes = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...IDS), weight: fc.integer({ min: -9, max: 9 }) }),
  { selector: ({ id }) => id, minLength: 1 },
);
const someRuns = fc.uniqueArray(
  fc.record({
    run: fc.string({ unit: fc.constantFrom("田", "草", "土"), minLength: 1, maxLength: 3 }),
    votes: someVotes,
  }),
  { selector: ({ run }) => run },
);

test("each run of a text counts once, by the root of its length", () => {
  fc.assert(
    fc.property(someText, someRuns, someVotes, (text, runs, before) => {
      const figures = createLikeness(IDS, { before, runs }).likenessOf(codesOf(text));
      for (const [place, id] of IDS.entries()) {
        const votes = runs
          .filter(({ run }) => text.includes(run))
          .flatMap((one) => one.votes.filter((vote) => vote.id === id));
        const sum = votes.reduce((total, { weight }) => total + weight, 0);
        const start = before.find((vote) => vote.id === id)?.weight ?? -8;
        expect(figures[place]).toBeCloseTo(start + sum / Math.sqrt(Math.max(1, text.length)));
      }
    }),
  );
});

test("the likest stretch is the run that speaks most for it, where it first stands", () => {
  fc.assert(
    fc.property(someText, someRuns, (text, runs) => {
      const { likestStretch } = createLikeness(IDS, { before: [], runs });
      const stretch = likestStretch(codesOf(text), 0);
      const weights = runs
        .filter(({ run }) => text.includes(run))
        .map(({ votes }) => votes.find(({ id }) => id === "soil")?.weight ?? 0);
      const most = Math.max(0, ...weights);
      expect(stretch === null).toBe(most === 0);
      if (stretch === null) return;
      const words = text.slice(stretch.from, stretch.to);
      expect(runs.find(({ run }) => run === words)?.votes).toContainEqual({
        id: "soil",
        weight: most,
      });
      expect(text.indexOf(words)).toBe(stretch.from);
    }),
  );
});

/** Texts with words of the runs that were learned, as a stranger might put them together. */
const wordedText = fc
  .array(fc.constantFrom(...lexicon.likeness.runs.map(({ run }) => run), "，", "。"), {
    minLength: 3,
    maxLength: 25,
  })
  .map((parts) => parts.join(""));

test("what no rule read comes with the words it was read by, and how sure that is", () => {
  let added = 0;
  fc.assert(
    fc.property(wordedText, (text) => {
      const { tags, evidence } = tag(text);
      for (const one of tags.filter(({ ground }) => ground === "likeness")) {
        added += 1;
        expect(one.confidence).toBeGreaterThanOrEqual(0.36);
        const words = evidence.filter((each) => each.tag === one.tag);
        expect(words.length).toBeGreaterThan(0);
        for (const each of words) expect(text.slice(each.from, each.to)).toBe(each.words);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
  expect(added).toBeGreaterThan(0);
});

test("what the words refuse does not come in again", () => {
  const refusing = [
    "橘子黄了，不是病，就是想换个品种",
    "养猪不搞了，问稻田怎么整",
    "不需要培训，想请人看看果园的土",
  ];
  for (const text of refusing) {
    const { tags, evidence } = tag(text);
    const refused = evidence.filter((one) => one.tag.startsWith("not:"));
    for (const one of refused) {
      const id = one.tag.slice("not:".length);
      const again = tags.filter((each) => each.tag === id && each.ground === "likeness");
      expect(again).toEqual([]);
    }
  }
});

test("where words name a problem, something stays asked for", () => {
  fc.assert(
    fc.property(wordedText, (text) => {
      const [read, judged] = [tagByRules(text), tag(text)];
      const isGuess = ({ tag: id, ground }: Tag) =>
        !id.startsWith("competence:") || ground === "back-off";
      if (!read.tags.every(isGuess)) expect(judged.competences).not.toEqual([]);
    }),
    { seed: 6, numRuns: 300 },
  );
});
