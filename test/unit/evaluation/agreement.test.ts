import { describe, expect, test } from "vitest";
import { agreementTable, compareLabellings } from "../../../scripts/evaluation/agreement.ts";
import { agreementOf, tabulate } from "../../../scripts/evaluation/kappa.ts";
import { type LabelSet, readLabels } from "../../../scripts/evaluation/labels.ts";
import { Lot } from "../../../src/demo/random.ts";
import { fc } from "../../support/properties.ts";
import { vocabulary } from "../understanding/read-tags.ts";
import { labelled, nothing } from "./labels.ts";

const answers = fc.array(fc.record({ first: fc.boolean(), second: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});
const kappaOf = (given: readonly { first: boolean; second: boolean }[]): number =>
  agreementOf(tabulate(given)).kappa;

describe("Cohen's kappa", () => {
  test("of 20 shared yes, 15 shared no, 5 and 10 that differ is 0.4", () => {
    const table = { both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 };
    expect(agreementOf(table)).toMatchObject({ cells: 50, observed: 0.7 });
    expect(agreementOf(table).kappa).toBeCloseTo(0.4);
  });

  test("of identical answers is 1", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (given) => {
        expect(kappaOf(given.map((first) => ({ first, second: first })))).toBeCloseTo(1);
      }),
    );
  });

  test("of two coins that know nothing of each other is about 0, however they are weighted", () => {
    const shares = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(shares, shares, fc.nat(), (left, right, seed) => {
        const lot = new Lot(`coins/${seed}`);
        const flips = Array.from({ length: 10_000 }, () => ({
          first: lot.chance(left),
          second: lot.chance(right),
        }));
        expect(Math.abs(kappaOf(flips))).toBeLessThan(0.06);
      }),
      { numRuns: 30 },
    );
  });

  test("is the same whoever comes first, and for yes as for no", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const swapped = given.map(({ first, second }) => ({ first: second, second: first }));
        const denied = given.map(({ first, second }) => ({ first: !first, second: !second }));
        expect(kappaOf(swapped)).toBeCloseTo(kappaOf(given));
        expect(kappaOf(denied)).toBeCloseTo(kappaOf(given));
      }),
    );
  });

  test("is the share of chance disagreement that did not happen, for any answers", () => {
    fc.assert(
      fc.property(answers, (given) => {
        // Chance pairs every answer of the first with every answer of the second.
        const differing = given.filter(({ first, second }) => first !== second).length;
        const byChance = given.flatMap(({ first }) =>
          given.filter(({ second }) => first !== second),
        ).length;
        const expected = byChance === 0 ? 1 : 1 - (differing * given.length) / byChance;
        expect(kappaOf(given)).toBeCloseTo(expected);
      }),
    );
  });
});

const TEA_AND_SOIL = {
  industries: { ...nothing, must: ["tea"] },
  competences: { must: [], any: [["soil", "nutrition"]], may: ["training"] },
};

describe("two labellings", () => {
  const cells = vocabulary.industries.size;

  test("have a cell for each text and tag, without those either only allows", () => {
    const first = labelled("R1", {
      industries: { ...nothing, must: ["tea"], may: ["crops", "tea"] },
    });
    const second = labelled("R1", { industries: { ...nothing, may: ["rice"] } });
    const { industries, strict } = compareLabellings([first], [second], vocabulary);
    expect(industries).toMatchObject({ cells: cells - 2, both: 0, onlyFirst: 1, onlySecond: 0 });
    expect(strict.industries).toMatchObject({ cells, both: 0, onlyFirst: 1, onlySecond: 0 });
  });

  test("agree on a tag that one demands and the other holds in a group", () => {
    const first = labelled("R1", TEA_AND_SOIL);
    const second = labelled("R1", { ...TEA_AND_SOIL, competences: { ...nothing, must: ["soil"] } });
    const { competences } = compareLabellings([first], [second], vocabulary);
    expect(competences).toMatchObject({ both: 1, onlyFirst: 1, onlySecond: 0 });
    expect(competences.observed).toBeCloseTo(1 - 1 / competences.cells);
  });

  test("that only allow what the other demands disagree when it is counted strictly", () => {
    const first = labelled("R1", { industries: { ...nothing, must: ["tea"] } });
    const second = labelled("R1", { industries: { ...nothing, may: ["tea"] } });
    const { industries, strict, differences } = compareLabellings([first], [second], vocabulary);
    expect(industries).toMatchObject({ cells: cells - 1, onlyFirst: 0, kappa: 1 });
    expect(strict.industries).toMatchObject({ cells, onlyFirst: 1 });
    expect(differences).toEqual([{ id: "R1", onlyFirst: ["tea (allowed)"], onlySecond: [] }]);
  });

  test("are compared text by text, whatever their order, also for asking back and urgency", () => {
    const first = [labelled("R1", { askBack: true }), labelled("R2", { urgent: true })];
    const second = [labelled("R2", { urgent: true }), labelled("R1")];
    const report = compareLabellings(first, second, vocabulary);
    expect(report.askBack).toMatchObject({ cells: 2, both: 0, onlyFirst: 1, observed: 0.5 });
    expect(report.urgent).toMatchObject({ cells: 2, both: 1, kappa: 1 });
    expect(report.differences).toEqual([{ id: "R1", onlyFirst: ["ask_back"], onlySecond: [] }]);
  });

  test("of other texts, or of one text twice, are refused with the ids", () => {
    const [one, two] = [labelled("R1"), labelled("R2")];
    const compared = (left: LabelSet[], right: LabelSet[]) => () =>
      compareLabellings(left, right, vocabulary);
    expect(compared([one, two], [one])).toThrow("labelled in one file only: R2 (first file)");
    expect(compared([one], [one, two])).toThrow("R2 (second file)");
    expect(compared([one], [one, one])).toThrow("the second file labels twice: R1");
  });

  test("are told as a table, with the texts that differ by id when asked", () => {
    const report = compareLabellings(
      [labelled("R1", TEA_AND_SOIL)],
      [labelled("R1", { urgent: true })],
      vocabulary,
    );
    expect(agreementTable(report, false)).not.toContain("R1");
    expect(agreementTable(report, true)).toContain(
      "R1  only first: tea, soil, nutrition; only second: urgent",
    );
  });
});

test("a label file needs no texts, and a bad line is named", () => {
  expect(readLabels([{ id: "R1", industries: ["tea"] }], vocabulary)).toEqual([
    labelled("R1", { industries: { ...nothing, must: ["tea"] } }),
  ]);
  expect(() => readLabels([{ id: "R1" }, { id: "R2", competences: ["x"] }], vocabulary)).toThrow(
    'line 2: competences.0: "x" is none of the competences',
  );
});
