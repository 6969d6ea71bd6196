import type { IndexedProblem } from "../../../src/domain/team/indexed.ts";
import { coverageOf } from "../../../src/domain/team/objective.ts";
import { type Baseline, bestOf, eligiblePlaces, mayBegin, pinnedPlaces, sizesOf } from "./seats.ts";

/** Adds again and again whoever adds most coverage, as greedy set cover does. */
export const greedyCover: Baseline = (problem) => {
  const people = eligiblePlaces(problem);
  return bestOf(
    problem,
    sizesOf(problem).map((size) => cover(problem, people, size)),
  );
};

function cover(problem: IndexedProblem, people: readonly number[], size: number): number[] {
  const team = pinnedPlaces(problem);
  const fits = problem.problem.demands.map((): number[] => []);
  for (const place of team) note(problem, fits, place);
  while (team.length < size) {
    const order = people
      .filter((place) => !team.includes(place))
      .map((place) => ({ place, gain: gainOf(problem, fits, place) }))
      .sort((one, other) => other.gain - one.gain || one.place - other.place);
    const next = order.find(({ place }) => mayBegin(problem, [...team, place], size));
    if (!next) break;
    team.push(next.place);
    note(problem, fits, next.place);
  }
  return team;
}

function note({ covers }: IndexedProblem, fits: number[][], place: number): void {
  for (const { demand, fit } of covers[place] ?? []) {
    const list = fits[demand] ?? [];
    list.push(fit);
    list.sort((one, other) => other - one);
  }
}

function gainOf({ problem, covers }: IndexedProblem, fits: number[][], place: number): number {
  const { depth } = problem.policy;
  return (covers[place] ?? []).reduce((sum, { demand, fit }) => {
    const before = fits[demand] ?? [];
    const after = [...before, fit].sort((one, other) => other - one);
    const weight = problem.demands[demand]?.weight ?? 0;
    return sum + weight * (coverageOf(after, depth) - coverageOf(before, depth));
  }, 0);
}
