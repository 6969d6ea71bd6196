import type { Compared } from "./compare.ts";

/** Counts of what was found rightly, invented, and missed. */
export interface Counts {
  right: number;
  invented: number;
  missed: number;
}

export interface Rates extends Counts {
  /** In [0, 1]; 1 when nothing was found. */
  precision: number;
  /** In [0, 1]; 1 when there was nothing to find. */
  recall: number;
  /** In [0, 1]; harmonic mean of the two, 1 when there was nothing to find and nothing was found. */
  f1: number;
}

/** Means over ids. */
export interface MacroRates {
  /** Ids that occur: as a must, as a found member of a group, or invented. */
  ids: number;
  precision: number;
  recall: number;
  f1: number;
}

export const countsOf = ({ right, invented, missed }: Compared): Counts => ({
  right: right.length,
  invented: invented.length,
  missed: missed.length,
});

/** Of one yes-or-no answer. */
export const yesNo = (answer: { expected: boolean; given: boolean }): Counts => ({
  right: Number(answer.expected && answer.given),
  invented: Number(!answer.expected && answer.given),
  missed: Number(answer.expected && !answer.given),
});

export function ratesOf({ right, invented, missed }: Counts): Rates {
  const precision = right + invented === 0 ? 1 : right / (right + invented);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { right, invented, missed, precision, recall, f1 };
}

/** Micro rates: counts are summed over all texts before they are divided. */
export function micro(counts: readonly Counts[]): Rates {
  const sum = { right: 0, invented: 0, missed: 0 };
  for (const { right, invented, missed } of counts) {
    sum.right += right;
    sum.invented += invented;
    sum.missed += missed;
  }
  return ratesOf(sum);
}

function countById(texts: readonly Compared[]): Counts[] {
  const counts = new Map<string, Counts>();
  const add = (ids: readonly string[], outcome: keyof Counts) => {
    for (const id of ids) {
      const count = counts.get(id) ?? { right: 0, invented: 0, missed: 0 };
      count[outcome] += 1;
      counts.set(id, count);
    }
  };
  for (const { right, invented, missed } of texts) {
    add(right, "right");
    add(invented, "invented");
    add(missed, "missed");
  }
  return [...counts.values()];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Macro rates: each id is rated by itself, then the mean is taken over the ids that occur, so that
 * a rare one weighs as much as a common one. An id never found has a precision of 0, one never
 * asked for a recall of 0. `texts` are compared id by id.
 */
export function macro(texts: readonly Compared[]): MacroRates {
  const ids = countById(texts);
  return {
    ids: ids.length,
    precision: mean(ids.map(({ right, invented }) => share(right, right + invented))),
    recall: mean(ids.map(({ right, missed }) => share(right, right + missed))),
    f1: mean(
      ids.map(({ right, invented, missed }) => share(2 * right, 2 * right + invented + missed)),
    ),
  };
}
