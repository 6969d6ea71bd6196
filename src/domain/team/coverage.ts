import type { IndexedProblem } from "./indexed.ts";
import { coverageOf, fitsOn } from "./objective.ts";
import type { RuleOf, TeamProblem } from "./problem.ts";

/** Of comparing a share that is covered with the share that is asked. */
export const COVERAGE_TOLERANCE = 1e-9;

export type CoverageRule = RuleOf<"coverageMin">;

/**
 * How far a team covers a demand, in [0, 1]: 1 is as many perfect members as count. Of all demands
 * it is the mean by their weights; where nothing can count, nothing is missing.
 */
export function coverageShare(
  problem: IndexedProblem,
  team: readonly number[],
  demand?: string,
): number {
  const { demands, policy } = problem.problem;
  const most = policy.depth.reduce((sum, share) => sum + share, 0);
  let covered = 0;
  let full = 0;
  for (const [place, { id, weight }] of demands.entries()) {
    const counts = demand === undefined ? weight : Number(id === demand);
    covered += counts * coverageOf(fitsOn(problem.covers, team, place), policy.depth);
    full += counts * most;
  }
  return full === 0 ? 1 : covered / full;
}

/** The same of all demands, from how far each of them is covered. */
export function meanCoverage(coverage: readonly { weight: number; covered: number }[]): number {
  const full = coverage.reduce((sum, { weight }) => sum + weight, 0);
  const covered = coverage.reduce((sum, one) => sum + one.weight * one.covered, 0);
  return full === 0 ? 1 : covered / full;
}

/** What a fit on each demand counts for the share of a rule, by the place of the demand. */
export function coverageWeights(
  { demands, policy }: TeamProblem,
  { demand }: Pick<CoverageRule, "demand">,
): number[] {
  const most = policy.depth.reduce((sum, share) => sum + share, 0);
  const counts = demands.map(({ id, weight }) =>
    demand === undefined ? weight : Number(id === demand),
  );
  const full = most * counts.reduce((sum, one) => sum + one, 0);
  return counts.map((one) => (full === 0 ? 0 : one / full));
}

/** What is asked of the coverage; what cannot count asks for nothing. */
export const coverageRules = (problem: TeamProblem): CoverageRule[] =>
  problem.rules.filter(
    (rule): rule is CoverageRule =>
      rule.id === "coverageMin" && coverageWeights(problem, rule).some((one) => one > 0),
  );

/** Places of the demands that a coverage is asked of: some of them may weigh nothing. */
export const askedDemands = (problem: TeamProblem): Set<number> =>
  new Set(
    coverageRules(problem).flatMap((rule) =>
      coverageWeights(problem, rule).flatMap((weight, demand) => (weight > 0 ? [demand] : [])),
    ),
  );
