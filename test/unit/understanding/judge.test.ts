import { expect, test } from "vitest";
import { readAncestry } from "../../../src/domain/understanding/ancestry.ts";
import type { Evidence } from "../../../src/domain/understanding/clues.ts";
import { chanceBy, createIndustryJudge } from "../../../src/domain/understanding/judge.ts";
import { vocabulary } from "./read-tags.ts";

/** A text in which no rule read anything, that is so like to labelled ones of the first industry. */
const likeTo = (first: number): Evidence => ({
  ...{ industries: [], mentions: [], named: [], weighed: [] },
  ancestry: readAncestry(vocabulary),
  ...{ likeness: [], usual: [] },
  likenessOfIndustries: [first, 4],
});

test("an industry comes in from the likeness on at which its chance is rounded to a half", () => {
  // The second industry is the likest, so nothing but likeness speaks for the first.
  const [any, like] = [0.02, 0.01];
  const weights = new Map<string, number>([
    ["any", any],
    ["like", like],
  ]);
  const judge = createIndustryJudge(["tea", "chicken"], weights);
  for (let figure = -2.5; figure < -1.5; figure += 0.01) {
    const comesIn = chanceBy([1, figure], [any, like]) >= 0.5;
    const places = judge(likeTo(figure)).map(({ place }) => place);
    expect(places, `like ${figure}`).toEqual(comesIn ? [0, 1] : [1]);
  }
});
