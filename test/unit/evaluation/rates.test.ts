import { describe, expect, test } from "vitest";
import { type Compared, compare, compareById } from "../../../scripts/evaluation/compare.ts";
import type { Labels } from "../../../scripts/evaluation/labels.ts";
import { countsOf, macro, micro, ratesOf, yesNo } from "../../../scripts/evaluation/rates.ts";
import { fc } from "../../support/properties.ts";
import { nothing, someIds, someLabels } from "./labels.ts";

const texts = fc.array(fc.tuple(someIds, someLabels), { maxLength: 8 });

describe("what is found in a text", () => {
  test("is right when it is a must, invented when nothing allows it, else a must is missed", () => {
    expect(compare(["a", "x"], { ...nothing, must: ["a", "b"] })).toEqual({
      right: ["a"],
      invented: ["x"],
      missed: ["b"],
    });
  });

  test("counts once for a group, and neither way for what may be there", () => {
    const labels = { must: [], any: [["a", "b"], ["c"]], may: ["d"] };
    expect(compare(["a", "b", "d"], labels)).toEqual({
      right: ["a|b"],
      invented: [],
      missed: ["c"],
    });
  });

  test("counts id by id for the macro mean: each found member of a group, and no missed group", () => {
    const labels = {
      must: ["m", "n"],
      any: [
        ["a", "b"],
        ["c", "d"],
      ],
      may: ["e"],
    };
    expect(compareById(["m", "a", "b", "e", "x"], labels)).toEqual({
      right: ["m", "a", "b"],
      invented: ["x"],
      missed: ["n"],
    });
  });

  test("that is written twice counts once", () => {
    const labels = { ...nothing, must: ["a", "a", "b", "b"] };
    expect(countsOf(compare(["a", "a", "x", "x"], labels))).toEqual({
      right: 1,
      invented: 1,
      missed: 1,
    });
  });
});

/** The scoring rules said once more, one id and one group at a time. */
function countedSlowly(found: readonly string[], { must, any, may }: Labels) {
  const counts = { right: 0, invented: 0, missed: 0 };
  for (const id of must) counts[found.includes(id) ? "right" : "missed"] += 1;
  for (const group of any) {
    counts[group.some((id) => found.includes(id)) ? "right" : "missed"] += 1;
  }
  for (const id of found) {
    const isKnown = must.includes(id) || may.includes(id) || any.some((one) => one.includes(id));
    if (!isKnown) counts.invented += 1;
  }
  return counts;
}

test("the micro counts are those of the rules, for any texts", () => {
  fc.assert(
    fc.property(texts, (pairs) => {
      const slowly = pairs.map(([found, labels]) => countedSlowly(found, labels));
      const total = (key: "right" | "invented" | "missed") =>
        slowly.reduce((sum, one) => sum + one[key], 0);
      expect(micro(pairs.map(([found, labels]) => countsOf(compare(found, labels))))).toMatchObject(
        { right: total("right"), invented: total("invented"), missed: total("missed") },
      );
    }),
  );
});

/** F1 of one id as the harmonic mean of its own precision and recall. */
function f1Of(id: string, compared: readonly Compared[]): number | null {
  const times = (key: keyof Compared) => compared.filter((one) => one[key].includes(id)).length;
  const [right, invented, missed] = [times("right"), times("invented"), times("missed")];
  if (right + invented + missed === 0) return null;
  if (right === 0) return 0;
  return 2 / ((right + invented) / right + (right + missed) / right);
}

test("the macro F1 is the mean of the F1s of the ids that occur, for any texts", () => {
  fc.assert(
    fc.property(texts, (pairs) => {
      const compared = pairs.map(([found, labels]) => compareById(found, labels));
      const each = ["a", "b", "c", "d", "e"].flatMap((id) => f1Of(id, compared) ?? []);
      const { ids, f1 } = macro(compared);
      expect(ids).toBe(each.length);
      expect(f1).toBeCloseTo(
        each.length === 0 ? 1 : each.reduce((sum, one) => sum + one, 0) / each.length,
      );
    }),
  );
});

test("a rare id weighs as much as a common one in the macro mean, not in the micro mean", () => {
  const common = { right: ["rice"], invented: [], missed: [] };
  const rare = { right: [], invented: [], missed: ["bee"] };
  const compared = [...Array.from({ length: 9 }, () => common), rare];
  expect(macro(compared)).toEqual({ ids: 2, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(micro(compared.map(countsOf)).f1).toBeCloseTo(18 / 19);
});

test("precision, recall and F1 of 6 right, 2 invented and 4 missed are 0.75, 0.6 and 2/3", () => {
  const { precision, recall, f1 } = ratesOf({ right: 6, invented: 2, missed: 4 });
  expect([precision, recall]).toEqual([0.75, 0.6]);
  expect(f1).toBeCloseTo(2 / 3);
});

test("nothing to find and nothing found is perfect; everything missed is 0", () => {
  expect(ratesOf({ right: 0, invented: 0, missed: 0 }).f1).toBe(1);
  expect(ratesOf({ right: 0, invented: 0, missed: 3 }).f1).toBe(0);
  expect(ratesOf({ right: 0, invented: 3, missed: 0 }).f1).toBe(0);
});

test("a yes that is not given is missed, one that is not expected invented, a shared no neither", () => {
  const counts = (expected: boolean, given: boolean) => yesNo({ expected, given });
  expect(counts(true, true)).toEqual({ right: 1, invented: 0, missed: 0 });
  expect(counts(false, true)).toEqual({ right: 0, invented: 1, missed: 0 });
  expect(counts(true, false)).toEqual({ right: 0, invented: 0, missed: 1 });
  expect(counts(false, false)).toEqual({ right: 0, invented: 0, missed: 0 });
});
