import { expect, test } from "vitest";
import { fitDense } from "../../../scripts/evaluation/dense-logistic.ts";
import { fitSparse } from "../../../scripts/evaluation/sparse-logistic.ts";
import { fc } from "../../support/properties.ts";

const TEXTS = 24;
const someData = fc.record({
  things: fc.array(fc.uniqueArray(fc.nat(TEXTS - 1), { minLength: 1 }), {
    minLength: 1,
    maxLength: 6,
  }),
  answers: fc.array(fc.constantFrom(0, 1), { minLength: TEXTS, maxLength: TEXTS }),
});

const chance = (score: number): number => 1 / (1 + Math.exp(-score));

test("a sparse model is where no weight can be moved for the better", () => {
  fc.assert(
    fc.property(someData, ({ things, answers }) => {
      const penalty = 0.5;
      const size = new Float64Array(TEXTS).fill(1);
      const counts = new Float64Array(TEXTS).fill(1);
      const occurrences = {
        texts: TEXTS,
        size,
        things: things.map((texts) => Int32Array.from(texts)),
      };
      const targets = { answers: Float64Array.from(answers), counts };
      const { before, weights } = fitSparse(occurrences, targets, penalty);
      const scores = answers.map((_, text) =>
        things.reduce(
          (sum, texts, thing) => sum + (texts.includes(text) ? Number(weights[thing]) : 0),
          before,
        ),
      );
      const pulls = answers.map((answer, text) => answer - chance(Number(scores[text])));
      for (const [thing, texts] of things.entries()) {
        const pull = texts.reduce((sum, text) => sum + Number(pulls[text]), 0);
        const weight = Number(weights[thing]);
        if (weight === 0) expect(Math.abs(pull)).toBeLessThan(penalty + 0.05);
        else expect(pull).toBeCloseTo(penalty * Math.sign(weight), 1);
      }
    }),
  );
});

test("a dense model is where the likelihood and the ridge pull as hard", () => {
  const someCases = fc.array(
    fc.record({
      features: fc.tuple(fc.constant(1), fc.integer({ min: -3, max: 3 })),
      answer: fc.constantFrom<0 | 1>(0, 1),
      counts: fc.constantFrom(0, 0.5, 1),
    }),
    { minLength: 3, maxLength: 30 },
  );
  fc.assert(
    fc.property(someCases, (cases) => {
      const weights = fitDense(cases, 2);
      for (const at of [0, 1] as const) {
        const pull = cases.reduce((sum, { features, answer, counts }) => {
          const score = Number(weights[0]) + features[1] * Number(weights[1]);
          return sum + counts * (answer - chance(score)) * features[at];
        }, 0);
        expect(pull).toBeCloseTo(Number(weights[at]), 4);
      }
    }),
  );
});
