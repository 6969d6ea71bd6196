import { expect, test } from "vitest";
import {
  calibrate,
  calibrateKinds,
  type GivenTag,
  judgeTags,
} from "../../../scripts/evaluation/calibration.ts";
import { fc } from "../../support/properties.ts";
import { labelled, nothing } from "./labels.ts";

const given = (confidence: number, right: boolean): GivenTag => ({
  kind: "industries",
  confidence,
  right,
});

test("a must or a member of a group is right, what only may be there is left out, the rest is wrong", () => {
  const labels = labelled("X", {
    industries: { ...nothing, must: ["tea"] },
    competences: { must: [], any: [["soil", "nutrition"]], may: ["soil", "training"] },
  });
  const tags = ["industry:tea", "industry:rice", "competence:soil", "competence:training"].map(
    (tag) => ({ tag, confidence: 0.5 }),
  );
  expect(judgeTags(tags, labels)).toEqual([
    { kind: "industries", confidence: 0.5, right: true },
    { kind: "industries", confidence: 0.5, right: false },
    { kind: "competences", confidence: 0.5, right: true },
  ]);
});

test("bins hold a tenth each, and a confidence of 1 belongs to the last", () => {
  const { bins } = calibrate([
    given(0.7, true),
    given(0.79, false),
    given(0.8, true),
    given(1, true),
  ]);
  expect(bins).toEqual([
    { from: 0.7, to: 0.8, count: 2, meanConfidence: expect.closeTo(0.745), shareRight: 0.5 },
    { from: 0.8, to: 0.9, count: 1, meanConfidence: 0.8, shareRight: 1 },
    { from: 0.9, to: 1, count: 1, meanConfidence: 1, shareRight: 1 },
  ]);
});

test("the errors of a small table are those worked out by hand", () => {
  // 0.95 twice, one right: off by 0.45. 0.55 twice, one right: off by 0.05.
  const { tags, expectedError, brier } = calibrate([
    given(0.95, true),
    given(0.95, false),
    given(0.55, true),
    given(0.55, false),
  ]);
  expect(tags).toBe(4);
  expect(expectedError).toBeCloseTo((2 * 0.45 + 2 * 0.05) / 4);
  expect(brier).toBeCloseTo((0.05 ** 2 + 0.95 ** 2 + 0.45 ** 2 + 0.55 ** 2) / 4);
});

test("tags that are right as often as they say have no expected error", () => {
  const tags = Array.from({ length: 10 }, (_, index) => given(0.8, index < 8));
  expect(calibrate(tags).expectedError).toBeCloseTo(0);
  expect(calibrate(tags).brier).toBeCloseTo(0.16);
});

test("no tag is lost between the bins, and their means give back the mean of all", () => {
  const confidences = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(confidences, fc.boolean()), { minLength: 1 }), (pairs) => {
      const { bins, tags } = calibrate(
        pairs.map(([confidence, right]) => given(confidence, right)),
      );
      const total = (of: (bin: (typeof bins)[number]) => number) =>
        bins.reduce((sum, bin) => sum + bin.count * of(bin), 0);
      expect(total(() => 1)).toBe(tags);
      expect(total((bin) => bin.shareRight)).toBeCloseTo(pairs.filter(([, right]) => right).length);
      expect(total((bin) => bin.meanConfidence)).toBeCloseTo(
        pairs.reduce((sum, [confidence]) => sum + confidence, 0),
      );
      for (const { from, to, meanConfidence } of bins) {
        expect(meanConfidence).toBeGreaterThanOrEqual(from - 1e-9);
        expect(meanConfidence).toBeLessThanOrEqual(to + 1e-9);
      }
    }),
  );
});

test("industries and competences have a table each beside that of all", () => {
  const tags: GivenTag[] = [
    given(0.9, true),
    { kind: "competences", confidence: 0.4, right: false },
  ];
  const { all, industries, competences } = calibrateKinds(tags);
  expect([all.tags, industries.tags, competences.tags]).toEqual([2, 1, 1]);
  expect(competences.brier).toBeCloseTo(0.16);
  expect(calibrateKinds([]).all).toEqual({ tags: 0, bins: [], expectedError: 0, brier: 0 });
});
