import type { IndexedProblem } from "../../../src/domain/team/indexed.ts";
import { type Baseline, bestOf, eligiblePlaces, filled, pinnedPlaces, sizesOf } from "./seats.ts";

/** What somebody is worth alone: weighted fit, quality, less travel and load. */
export const scoresOf = ({ problem, covers, own }: IndexedProblem): number[] =>
  problem.candidates.map((_, place) =>
    (covers[place] ?? []).reduce(
      (sum, { demand, fit }) => sum + (problem.demands[demand]?.weight ?? 0) * fit,
      own[place] ?? 0,
    ),
  );

/** The k best by score, one by one, as a list of recommendations would be read. */
export const topByScore: Baseline = (problem) => {
  const scores = scoresOf(problem);
  const order = eligiblePlaces(problem).sort(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  );
  const begun = pinnedPlaces(problem);
  return bestOf(
    problem,
    sizesOf(problem).map((size) => filled(problem, order, { begun, size })),
  );
};
