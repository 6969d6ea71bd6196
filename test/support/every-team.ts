import { PROFESSIONAL_TITLES, type ProfessionalTitle } from "../../src/domain/model/expert.ts";
import type { Candidate, TeamProblem, TeamRule } from "../../src/domain/team/problem.ts";

/** A team that keeps every rule, and what it is worth. */
export interface WorthyTeam {
  ids: string[];
  objective: number;
}

/**
 * Every team of a small problem that keeps the rules, the best first: written from the definition
 * of the format alone, so that it can judge what the product answers.
 */
export function everyTeam(problem: TeamProblem): WorthyTeam[] {
  const { candidates } = problem;
  const teams: WorthyTeam[] = [];
  for (let subset = 1; subset < 2 ** candidates.length; subset += 1) {
    const team = candidates.filter((_, place) => (subset & (1 << place)) !== 0);
    if (!keepsRules(problem, team)) continue;
    teams.push({ ids: team.map(({ id }) => id), objective: worthOf(problem, team) });
  }
  return teams.sort((one, other) => other.objective - one.objective);
}

const rank = (title: ProfessionalTitle) => PROFESSIONAL_TITLES.indexOf(title);

function keepsRules(problem: TeamProblem, team: readonly Candidate[]): boolean {
  const ids = new Set(team.map(({ id }) => id));
  return (
    problem.pins.every((id) => ids.has(id)) &&
    !problem.excludes.some((id) => ids.has(id)) &&
    someoneMayLead(problem, team) &&
    problem.rules.every((rule) =>
      rule.id === "coverageMin" ? reachesCoverage(problem, rule, team) : keeps(rule, team),
    )
  );
}

const someoneMayLead = ({ rules }: TeamProblem, team: readonly Candidate[]): boolean =>
  team.some(({ title }) =>
    rules.every((rule) => rule.id !== "leader" || rank(title) >= rank(rule.minTitle)),
  );

/** A coverage that is asked for: of each demand its share of the most it could count, weighted. */
export function reachesCoverage(
  { demands, policy }: TeamProblem,
  { demand: of, min }: Extract<TeamRule, { id: "coverageMin" }>,
  team: readonly Candidate[],
): boolean {
  const asked = demands
    .map(({ id, weight }) => ({ id, weight: of === undefined ? weight : Number(id === of) }))
    .filter(({ weight }) => weight > 0);
  const reached = coverageOf({ demands: asked, policy }, team);
  const most =
    asked.reduce((sum, { weight }) => sum + weight, 0) * policy.depth.reduce((a, b) => a + b, 0);
  return reached >= min * most - 1e-9 * most;
}

function keeps(
  rule: Exclude<TeamRule, { id: "coverageMin" }>,
  team: readonly Candidate[],
): boolean {
  const size = team.length;
  const count = (test: (member: Candidate) => boolean) => team.filter(test).length;
  const institutions = new Set(team.map(({ institution }) => institution));
  switch (rule.id) {
    case "size":
      return size >= (rule.min ?? 0) && size <= (rule.max ?? size);
    case "leader":
      return true;
    case "title":
      return (
        count(({ title }) => rank(title) >= rank(rule.minTitle)) >= rule.minShare * size - 1e-9
      );
    case "tierShare": {
      const those = count(({ tier }) => rule.tiers.includes(tier));
      return (
        those >= (rule.minShare ?? 0) * size - 1e-9 && those <= (rule.maxShare ?? 1) * size + 1e-9
      );
    }
    case "outside":
      return (
        count(({ tier }) => tier === "outside") <= rule.maxShare * size + 1e-9 &&
        team.every(({ tier, title }) => tier !== "outside" || rank(title) >= rank(rule.minTitle))
      );
    case "institutionMax":
      return [...institutions].every(
        (one) => count(({ institution }) => institution === one) <= rule.max,
      );
    case "institutionsMin":
      return institutions.size >= rule.min;
    case "demandMin":
      return count(({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast) >= rule.min;
    case "freeDays":
      return team.every(({ freeDays }) => freeDays >= rule.min);
    case "blockedPair":
      return count(({ id }) => id === rule.a || id === rule.b) < 2;
  }
}

function worthOf(problem: TeamProblem, team: readonly Candidate[]): number {
  const { policy, pairs, current = [] } = problem;
  const ids = new Set(team.map(({ id }) => id));
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  return sum([
    coverageOf(problem, team),
    ...team.map(
      ({ quality, travelKm, load }) =>
        policy.quality * quality - policy.travelPerKm * travelKm - policy.loadPerPosting * load,
    ),
    ...pairs
      .filter(({ a, b }) => ids.has(a) && ids.has(b))
      .map(({ strength }) => policy.cohesion * strength),
    ...[...new Set(current)].filter((id) => !ids.has(id)).map(() => -policy.change),
  ]);
}

function coverageOf(
  { policy, demands }: Pick<TeamProblem, "policy" | "demands">,
  team: readonly Candidate[],
): number {
  let coverage = 0;
  for (const { id, weight } of demands) {
    const fits = team.map(({ covers }) => covers[id] ?? 0).sort((one, other) => other - one);
    for (const [place, share] of policy.depth.entries()) {
      coverage += weight * share * (fits[place] ?? 0);
    }
  }
  return coverage;
}
