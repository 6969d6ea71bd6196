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
  const parts = objectiveParts(problem, team);
  return OBJECTIVE_PARTS.reduce((sum, part) => sum + parts[part], 0);
};

/**
 * What a team is worth, part by part, recomputed from the problem as it was given: the formula of
 * the format `ketepai-team-problem` version 1. Who leads does not change it.
 *
 * @param team places of candidates, nobody twice
 */
export function objectiveParts(
  { problem, covers, partners, isCurrent }: IndexedProblem,
  team: readonly number[],
): ObjectiveParts {
  const { candidates, policy, demands } = problem;
  const inside = new Set(team);
  const parts = { coverage: 0, quality: 0, travel: 0, load: 0, cohesion: 0, change: 0 };
  for (const [place, demand] of demands.entries()) {
    parts.coverage += demand.weight * coverageOf(fitsOn(covers, team, place), policy.depth);
  }
  for (const member of team) {
    const candidate = candidates[member];
    if (!candidate) throw new Error(`there is no candidate ${member}`);
    parts.quality += policy.quality * candidate.quality;
    parts.travel -= policy.travelPerKm * candidate.travelKm;
    parts.load -= policy.loadPerPosting * candidate.load;
    for (const { other, strength } of partners[member] ?? []) {
      if (member < other && inside.has(other)) parts.cohesion += policy.cohesion * strength;
    }
  }
  for (const [place, current] of isCurrent.entries()) {
    if (current === 1 && !inside.has(place)) parts.change -= policy.change;
  }
  return parts;
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
