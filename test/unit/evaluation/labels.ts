import type { LabelSet, Labels } from "../../../scripts/evaluation/labels.ts";
import { fc } from "../../support/properties.ts";

/** A tag list without anything: what a test does not speak of. */
export const nothing: Labels = { must: [], any: [], may: [] };

/** The labels of a text in which nothing is asked for, but for what is given. */
export const labelled = (id: string, given: Partial<LabelSet> = {}): LabelSet => ({
  id,
  industries: nothing,
  competences: nothing,
  pairs: null,
  urgent: false,
  askBack: false,
  ...given,
});

/** Few ids, so that what is found and what is asked for often meet. */
const IDS = ["a", "b", "c", "d", "e"];
export const someIds = fc.subarray(IDS);

export const someLabels: fc.Arbitrary<Labels> = fc.record({
  must: someIds,
  any: fc.array(fc.subarray(IDS, { minLength: 1 }), { maxLength: 2 }),
  may: someIds,
});
