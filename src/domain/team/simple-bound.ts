import type { Eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";

/**
 * What no team can be worth more than, counted without solving anything: on every demand the best
 * fits there are, the people who are worth most alone, and of each the strongest co-work. Weak, but
 * at hand at once.
 */
export function simpleBound(problem: IndexedProblem, { people, size }: Eligible): number {
  const { policy } = problem.problem;
  const current = problem.isCurrent.reduce((sum, one) => sum + one, 0);
  const alone = people.map(
    (place) => (problem.own[place] ?? 0) + (problem.isCurrent[place] === 1 ? policy.change : 0),
  );
  return (
    coverageAtMost(problem, people) +
    bestOf(alone, size) +
    cohesionAtMost(problem, people, size) -
    policy.change * current
  );
}

const descending = (one: number, other: number): number => other - one;

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** The best sum of as many values as a team has members; more than the least only while it gains. */
function bestOf(values: readonly number[], { min, max }: Eligible["size"]): number {
  return sumOf(
    [...values]
      .sort(descending)
      .filter((value, place) => place < min || (place < max && value > 0)),
  );
}

function coverageAtMost({ problem, covers }: IndexedProblem, people: readonly number[]): number {
  const fits = problem.demands.map((): number[] => []);
  for (const place of people) {
    for (const { demand, fit } of covers[place] ?? []) fits[demand]?.push(fit);
  }
  return sumOf(
    fits.map((list, demand) => {
      const best = list.sort(descending);
      const shares = problem.policy.depth.map((share, rank) => share * (best[rank] ?? 0));
      return (problem.demands[demand]?.weight ?? 0) * sumOf(shares);
    }),
  );
}

/** Each pair is counted half by each of its two people. */
function cohesionAtMost(
  { problem, partners }: IndexedProblem,
  people: readonly number[],
  { max }: Eligible["size"],
): number {
  if (problem.policy.cohesion === 0) return 0;
  const halves = people.map((place) => {
    const strengths = (partners[place] ?? []).map(({ strength }) => strength);
    return sumOf(strengths.sort(descending).slice(0, max - 1)) / 2;
  });
  return problem.policy.cohesion * sumOf(halves.sort(descending).slice(0, max));
}
