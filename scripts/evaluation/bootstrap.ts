import { Lot } from "../../src/demo/random.ts";

export const RESAMPLES = 1000;

/** Where 95 % of the resampled measures lie. */
export interface Interval {
  low: number;
  high: number;
}

/** The value below which a share of sorted values lies, between two of them by proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The 95 % percentile bootstrap of a measure (Efron 1979): as many items as there are, drawn with
 * replacement, 1,000 times. The draws are the same in every run.
 */
export function interval<Item>(
  items: readonly Item[],
  measure: (sample: readonly Item[]) => number,
): Interval {
  const lot = new Lot("bootstrap");
  const measured = Array.from({ length: RESAMPLES }, () =>
    measure(items.length === 0 ? [] : items.map(() => lot.pick(items))),
  ).sort((left, right) => left - right);
  return { low: quantile(measured, 0.025), high: quantile(measured, 0.975) };
}
