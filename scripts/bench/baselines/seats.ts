import { PROFESSIONAL_TITLES } from "../../../src/domain/model/expert.ts";
import { keepsOut } from "../../../src/domain/team/eligible.ts";
import type { IndexedProblem } from "../../../src/domain/team/indexed.ts";
import { objectiveOf, objectiveParts } from "../../../src/domain/team/objective.ts";
import { type Candidate, reaches, type TeamRule } from "../../../src/domain/team/problem.ts";
import { brokenRules } from "../../../src/domain/team/rules.ts";

/** A team some method found, by places. */
export interface BaselineTeam {
  team: readonly number[];
  objective: number;
  coverage: number;
}

/** A method that picks a team: null when it found none that keeps the rules. */
export type Baseline = (problem: IndexedProblem) => BaselineTeam | null;

/** Of comparing shares. */
const TOLERANCE = 1e-9;
/** Where no rule sets a limit, sizes up to this many above the least are tried. */
const SIZES = 12;

/** The sizes a team may have. */
export function sizesOf({ problem }: IndexedProblem): number[] {
  const rules = problem.rules.filter((rule) => rule.id === "size");
  const least = Math.max(1, problem.pins.length, ...rules.map(({ min }) => min ?? 1));
  const most = Math.min(...rules.map(({ max }) => max ?? least + SIZES));
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index);
}

/** Places of those whom no rule keeps out. */
export const eligiblePlaces = ({ problem }: IndexedProblem): number[] => {
  const excluded = new Set(problem.excludes);
  return problem.candidates.flatMap((candidate, place) =>
    excluded.has(candidate.id) || problem.rules.some((rule) => keepsOut(rule, candidate))
      ? []
      : [place],
  );
};

export const pinnedPlaces = ({ problem, places }: IndexedProblem): number[] =>
  problem.pins.flatMap((id) => places.get(id) ?? []);

/**
 * Whether a team of `size` that begins with these may still keep every rule, as far as each rule
 * alone tells: the help that lets simple methods end with teams that keep the rules.
 */
export function mayBegin(
  { problem }: IndexedProblem,
  begun: readonly number[],
  size: number,
): boolean {
  const members = begun.flatMap((place) => problem.candidates[place] ?? []);
  const open = size - members.length;
  return open >= 0 && problem.rules.every((rule) => holdsYet(rule, members, { size, open }));
}

function holdsYet(
  rule: TeamRule,
  members: readonly Candidate[],
  { size, open }: { size: number; open: number },
): boolean {
  const count = (counts: (member: Candidate) => boolean) => members.filter(counts).length;
  const reach = (least: number, counted: number) => Math.ceil(least - TOLERANCE) - counted <= open;
  const within = (most: number, counted: number) => counted <= most + TOLERANCE;
  switch (rule.id) {
    case "leader":
      return open > 0 || members.some(({ title }) => reaches(title, rule.minTitle));
    case "title":
      return reach(
        rule.minShare * size,
        count(({ title }) => reaches(title, rule.minTitle)),
      );
    case "tierShare": {
      const counted = count(({ tier }) => rule.tiers.includes(tier));
      return (
        reach((rule.minShare ?? 0) * size, counted) && within((rule.maxShare ?? 1) * size, counted)
      );
    }
    case "outside":
      return within(
        rule.maxShare * size,
        count(({ tier }) => tier === "outside"),
      );
    case "institutionMax":
      return members.every(
        ({ institution }) => count((other) => other.institution === institution) <= rule.max,
      );
    case "institutionsMin":
      return reach(rule.min, new Set(members.map(({ institution }) => institution)).size);
    case "demandMin":
      return reach(
        rule.min,
        count(({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast),
      );
    case "blockedPair":
      return count(({ id }) => id === rule.a || id === rule.b) < 2;
    default:
      return true;
  }
}

/** The team with its worth, checked by the rules themselves; null when it breaks one. */
function judged(problem: IndexedProblem, team: readonly number[]): BaselineTeam | null {
  const titleOf = (place: number) =>
    PROFESSIONAL_TITLES.indexOf(problem.problem.candidates[place]?.title ?? "junior");
  const [leader] = [...team].sort((one, other) => titleOf(other) - titleOf(one));
  if (leader === undefined || brokenRules(problem, { team, leaders: [leader] }).length > 0) {
    return null;
  }
  const { coverage } = objectiveParts(problem, team);
  return { team, objective: objectiveOf(problem, team), coverage };
}

/** The best of some teams; those that keep no rules are left out. */
export const bestOf = (
  problem: IndexedProblem,
  teams: Iterable<readonly number[]>,
): BaselineTeam | null => {
  let best: BaselineTeam | null = null;
  for (const team of teams) {
    const one = judged(problem, team);
    if (one && one.objective > (best?.objective ?? Number.NEGATIVE_INFINITY)) best = one;
  }
  return best;
};

/** Fills a team up to a size in an order, passing over whoever would make the rules impossible. */
export function filled(
  problem: IndexedProblem,
  order: Iterable<number>,
  { begun, size }: { begun: readonly number[]; size: number },
): number[] {
  const team = [...begun];
  for (const place of order) {
    if (team.length >= size) break;
    if (!team.includes(place) && mayBegin(problem, [...team, place], size)) team.push(place);
  }
  return team;
}
