import type { Eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type Candidate, reaches, type TeamRule } from "./problem.ts";

/** How many of the most promising start a search: for each demand, each rule, and in all. */
const PER_DEMAND = 8;
const PER_RULE = 15;
const IN_ALL = 80;

/**
 * The people a search begins with: those who promise most on each demand, for each rule that asks
 * for somebody, and in all; everybody pinned and of today's team. Whoever is left out is priced in
 * later when they could matter, so this decides the time of a search and never its answer.
 */
export function startPool(problem: IndexedProblem, { people, pinned }: Eligible): number[] {
  const promise = promises(problem);
  const most = (list: readonly number[], count: number, worth: (place: number) => number) =>
    [...list].sort((one, other) => worth(other) - worth(one) || one - other).slice(0, count);
  const promiseOf = (place: number) => promise[place] ?? 0;
  const byDemand = problem.problem.demands.map((): { place: number; fit: number }[] => []);
  for (const place of people) {
    for (const { demand, fit } of problem.covers[place] ?? [])
      byDemand[demand]?.push({ place, fit });
  }
  const pool = new Set<number>([
    ...people.filter((place) => pinned.has(place) || problem.isCurrent[place] === 1),
    ...most(people, IN_ALL, promiseOf),
    ...byDemand.flatMap((covering) => {
      const fits = new Map(covering.map(({ place, fit }) => [place, fit]));
      return most([...fits.keys()], PER_DEMAND, (place) => fits.get(place) ?? 0);
    }),
    ...problem.problem.rules.flatMap((rule) => {
      const asked = askedFor(rule);
      const those = asked
        ? people.filter((place) => {
            const candidate = problem.problem.candidates[place];
            return candidate !== undefined && asked(candidate);
          })
        : [];
      return most(those, PER_RULE, promiseOf);
    }),
  ]);
  return people.filter((place) => pool.has(place));
}

/** What somebody could be worth in a team where nobody else covers anything. */
function promises({ problem, covers, partners, own }: IndexedProblem): Float64Array {
  const { demands, policy } = problem;
  const first = policy.depth[0] ?? 0;
  return own.map((alone, place) => {
    const coverage = (covers[place] ?? []).reduce(
      (sum, { demand, fit }) => sum + (demands[demand]?.weight ?? 0) * first * fit,
      0,
    );
    const cohesion = (partners[place] ?? []).reduce((sum, { strength }) => sum + strength, 0);
    // A team has room for some of somebody's partners, seldom for all.
    return alone + coverage + (policy.cohesion * cohesion) / 4;
  });
}

/** Whom a rule asks for; undefined when it only keeps people out. */
function askedFor(rule: TeamRule): ((candidate: Candidate) => boolean) | undefined {
  switch (rule.id) {
    case "leader":
    case "title":
      return ({ title }) => reaches(title, rule.minTitle);
    case "tierShare":
      return ({ tier }) => rule.tiers.includes(tier);
    case "demandMin":
      return ({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast;
    default:
      return undefined;
  }
}
