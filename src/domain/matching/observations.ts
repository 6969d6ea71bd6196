/** What a yearly grade counts as an observation, in [0, 1]. */
export const GRADE_VALUES: Readonly<Record<string, number>> = {
  excellent: 1,
  good: 0.8,
  qualified: 0.6,
  unqualified: 0,
};

/** What a host's rating from 1 to 5 counts as an observation, in [0, 1]: 1 -> 0, 5 -> 1. */
export const ratingValue = (rating: number): number => Math.min(1, Math.max(0, (rating - 1) / 4));
