import { expect, test } from "vitest";
import { createUsual } from "../../../src/domain/understanding/usual.ts";

const COMPETENCES = ["soil", "weed"];
const ANCESTRY = new Map([
  ["grain", new Map([["grain", 0]])],
  [
    "rice",
    new Map([
      ["rice", 0],
      ["grain", 1],
    ]),
  ],
  ["bees", new Map([["bees", 0]])],
]);
const counted = (industry: string | null, requests: number, asked: Record<string, number>) => ({
  industry,
  requests,
  asked: new Map(Object.entries(asked)),
});

const read = createUsual(
  COMPETENCES,
  [
    counted(null, 99, { soil: 9, weed: 19 }),
    counted("grain", 80, { soil: 40, weed: 8 }),
    counted("rice", 20, { soil: 20 }),
  ],
  ANCESTRY,
);

/** The chances behind the odds. */
const chances = (industries: string[]): number[] =>
  read(industries).map((odds) => 1 / (1 + Math.exp(-odds)));

test("an industry with few requests is asked for what is usual in the one above it", () => {
  const [soilOfAll, weedOfAll] = [9.5 / 100, 19.5 / 100];
  const [soilInGrain, weedInGrain] = [(40 + 20 * soilOfAll) / 100, (8 + 20 * weedOfAll) / 100];
  const [soilInRice, weedInRice] = [(20 + 20 * soilInGrain) / 40, (20 * weedInGrain) / 40];
  expect(chances([])).toEqual([expect.closeTo(soilOfAll), expect.closeTo(weedOfAll)]);
  expect(chances(["grain"])).toEqual([expect.closeTo(soilInGrain), expect.closeTo(weedInGrain)]);
  expect(chances(["rice"])).toEqual([expect.closeTo(soilInRice), expect.closeTo(weedInRice)]);
});

test("of several industries the one counts in which a competence is asked for most", () => {
  const [rice = [], bees = []] = [chances(["rice"]), chances(["bees"])];
  expect(chances(["rice", "bees"])).toEqual([
    expect.closeTo(Math.max(Number(rice[0]), Number(bees[0]))),
    expect.closeTo(Math.max(Number(rice[1]), Number(bees[1]))),
  ]);
});
