import type { IndexedProblem } from "./indexed.ts";

/** What an objective is the sum of; travel, load and change are never above 0. */
export interface ObjectiveParts {
  coverage: number;
  quality: number;
  travel: number;
  load: number;
  cohesion: number;
  change: number;
}

export const OBJECTIVE_PARTS = [
  "coverage",
  "quality",
  "travel",
  "load",
  "cohesion",
  "change",
] as const satisfies readonly (keyof ObjectiveParts)[];

/** Two objectives as near as this are the same. */
export const OBJECTIVE_TOLERANCE = 1e-6;

export const objectiveOf = (problem: IndexedProblem, team: readonly number[]): number => {
  return totalOf(objectiveParts(problem, team));
};

export const totalOf = (parts: ObjectiveParts): number =>
  OBJECTIVE_PARTS.reduce((sum, part) => sum + parts[part], 0);

/**
 * What a team is worth, part by part, recomputed from the problem as it was given: the formula of
 * the format `ketepai-team-problem` version 1. Who leads does not change it.
 *
 * @param team places of candidates, nobody twice
 */
export function objectiveParts(problem: IndexedProblem, team: readonly number[]): ObjectiveParts {
  const { candidates, policy, demands } = problem.problem;
  const members = team.flatMap((place) => candidates[place] ?? []);
  if (members.length < team.length) throw new Error("the team names nobody of the problem");
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const coverage = demands.map(
    ({ weight }, demand) => weight * coverageOf(fitsOn(problem.covers, team, demand), policy.depth),
  );
  return {
    coverage: sum(coverage),
    quality: policy.quality * sum(members.map(({ quality }) => quality)),
    travel: -policy.travelPerKm * sum(members.map(({ travelKm }) => travelKm)),
    load: -policy.loadPerPosting * sum(members.map(({ load }) => load)),
    cohesion: policy.cohesion * sum(strengthsWithin(problem, team)),
    change: -policy.change * missing(problem, team),
  };
}

/** Of each pair whose two people are both in the team. */
function strengthsWithin({ partners }: IndexedProblem, team: readonly number[]): number[] {
  const inside = new Set(team);
  return team.flatMap((member) =>
    (partners[member] ?? [])
      .filter(({ other }) => member < other && inside.has(other))
      .map(({ strength }) => strength),
  );
}

/** How many of today's team are not in this one. */
function missing({ isCurrent }: IndexedProblem, team: readonly number[]): number {
  const current = isCurrent.reduce((count, one) => count + one, 0);
  return current - team.filter((member) => isCurrent[member] === 1).length;
}

/** The fits of a team's members on a demand, best first. */
export const fitsOn = (
  covers: IndexedProblem["covers"],
  team: readonly number[],
  demand: number,
): number[] =>
  team
    .flatMap((member) => covers[member]?.find((cover) => cover.demand === demand)?.fit ?? [])
    .sort((one, other) => other - one);

/** How far a demand of weight 1 is covered: the best fit counts depth[0], the next depth[1] ... */
export const coverageOf = (fits: readonly number[], depth: readonly number[]): number =>
  depth.reduce((sum, share, rank) => sum + share * (fits[rank] ?? 0), 0);
