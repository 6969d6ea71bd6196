import { expect, test } from "vitest";
import { interval, quantile } from "../../../scripts/evaluation/bootstrap.ts";

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const coins = (heads: number, tails: number): number[] => [
  ...Array.from({ length: heads }, () => 1),
  ...Array.from({ length: tails }, () => 0),
];

test("a quantile lies between two values by proportion, as numpy's does", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.025)).toBeCloseTo(1.075);
  expect(quantile([7], 0.975)).toBe(7);
});

test("the interval of a share is that of the binomial distribution", () => {
  // Resampling n items of which a share p is 1 draws from the binomial distribution of n and p.
  const { low, high } = interval(coins(200, 200), mean);
  const spread = 1.96 * Math.sqrt(0.25 / 400);
  expect(low).toBeCloseTo(0.5 - spread, 2);
  expect(high).toBeCloseTo(0.5 + spread, 2);
});

test("every text can be drawn, more than once or not at all", () => {
  const drawn = new Set<string>();
  interval(["a", "b", "c"], (sample) => {
    expect(sample).toHaveLength(3);
    return drawn.add(sample.join("")).size;
  });
  expect(drawn.size).toBe(27);
});

test("the interval is the same in every run, and narrower with more texts", () => {
  const few = interval(coins(8, 2), mean);
  const many = interval(coins(800, 200), mean);
  expect(interval(coins(8, 2), mean)).toEqual(few);
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 5);
});

test("what is the same in all texts has an interval without width", () => {
  expect(interval(coins(5, 0), mean)).toEqual({ low: 1, high: 1 });
});
