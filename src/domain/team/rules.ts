import type { Sentence } from "../error.ts";
import { COVERAGE_TOLERANCE, coverageShare } from "./coverage.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type Candidate, type RuleOf, reaches, type TeamRule } from "./problem.ts";
import { excludeSentence, pinSentence, ruleSentence } from "./rule-sentences.ts";

/** Of comparing a count with a share of the size, which is not rounded. */
export const SHARE_TOLERANCE = 1e-9;

/** A team of candidates, by their places, and who of them leads. */
export interface LedTeam {
  team: readonly number[];
  /** Exactly one, when the team keeps the rules. */
  leaders: readonly number[];
}

/** What a rule is measured by: how many there are, and how many there may or must be. */
export interface RuleState {
  /** Id of the rule; "pins" and "excludes" are always there. */
  id: TeamRule["id"] | "pins" | "excludes";
  /** Place among the rules of the problem; absent for pins, excludes and the bare leader. */
  index?: number;
  holds: boolean;
  text: Sentence;
}

/**
 * Whether a team keeps each rule, in the order of the problem, pins, excludes and the leader last.
 * Written from the meaning of the rules alone: nothing of it is used to search a team.
 */
export function ruleStates(problem: IndexedProblem, led: LedTeam): RuleState[] {
  const { rules } = problem.problem;
  const states: RuleState[] = rules.map((rule, index) => ({
    id: rule.id,
    index,
    holds: keeps(problem, rule, led),
    text: ruleSentence(problem.problem, rule, measured(problem, rule, led)),
  }));
  return [...states, ...choiceStates(problem, led), ...leaderState(rules, led)];
}

/** "3. " before the third rule of the problem, as people count; nothing before what has no place. */
export const ruleNumber = ({ index }: { index?: number | null | undefined }): string =>
  index === undefined || index === null ? "" : `${index + 1}. `;

/** The rules that a team breaks. */
export const brokenRules = (problem: IndexedProblem, led: LedTeam): RuleState[] =>
  ruleStates(problem, led).filter(({ holds }) => !holds);

function choiceStates({ problem, places }: IndexedProblem, { team }: LedTeam): RuleState[] {
  const inside = new Set(team);
  const isIn = (id: string) => inside.has(places.get(id) ?? -1);
  const { pins, excludes } = problem;
  return [
    ...(pins.length === 0
      ? []
      : [{ id: "pins" as const, holds: pins.every(isIn), text: pinSentence(pins.length) }]),
    ...(excludes.length === 0
      ? []
      : [
          {
            id: "excludes" as const,
            holds: !excludes.some(isIn),
            text: excludeSentence(excludes.length),
          },
        ]),
  ];
}

/** Somebody must lead, also where no rule says who may. */
function leaderState(rules: readonly TeamRule[], { leaders, team }: LedTeam): RuleState[] {
  const isOne = leaders.length === 1 && leaders.every((leader) => team.includes(leader));
  if (isOne && rules.some(({ id }) => id === "leader")) return [];
  return [
    { id: "leader", holds: isOne, text: { zh: "有且只有一名团长", en: "exactly one leader" } },
  ];
}

function keeps(problem: IndexedProblem, rule: TeamRule, led: LedTeam): boolean {
  const { team } = led;
  const size = team.length;
  const count = measured(problem, rule, led);
  switch (rule.id) {
    case "size":
      return size >= (rule.min ?? 0) && size <= (rule.max ?? Number.POSITIVE_INFINITY);
    case "leader":
      return count === led.leaders.length;
    case "title":
      return atLeast(count, rule.minShare, size);
    case "tierShare":
      return atLeast(count, rule.minShare ?? 0, size) && atMost(count, rule.maxShare ?? 1, size);
    case "outside":
      return atMost(count, rule.maxShare, size) && outsidersReach(problem, rule, team);
    case "institutionMax":
      return count <= rule.max;
    case "institutionsMin":
    case "demandMin":
      return count >= rule.min;
    case "coverageMin":
      return count >= rule.min - COVERAGE_TOLERANCE;
    case "freeDays":
      return count === size;
    case "blockedPair":
      return count < 2;
  }
}

const atLeast = (count: number, share: number, size: number): boolean =>
  count >= share * size - SHARE_TOLERANCE;

const atMost = (count: number, share: number, size: number): boolean =>
  count <= share * size + SHARE_TOLERANCE;

const outsidersReach = (
  { problem }: IndexedProblem,
  { minTitle }: RuleOf<"outside">,
  team: readonly number[],
): boolean =>
  membersOf(problem.candidates, team).every(
    ({ tier, title }) => tier !== "outside" || reaches(title, minTitle),
  );

const membersOf = (candidates: readonly Candidate[], team: readonly number[]): Candidate[] =>
  team.flatMap((member) => candidates[member] ?? []);

/** How many members count for a rule, or the most of one institution; of a coverage its share. */
function measured(problem: IndexedProblem, rule: TeamRule, { team, leaders }: LedTeam): number {
  const members = membersOf(problem.problem.candidates, team);
  const counting = (counts: (member: Candidate) => boolean) => members.filter(counts).length;
  switch (rule.id) {
    case "size":
      return members.length;
    case "leader":
      return membersOf(problem.problem.candidates, leaders).filter(({ title }) =>
        reaches(title, rule.minTitle),
      ).length;
    case "title":
      return counting(({ title }) => reaches(title, rule.minTitle));
    case "tierShare":
      return counting(({ tier }) => rule.tiers.includes(tier));
    case "outside":
      return counting(({ tier }) => tier === "outside");
    case "institutionMax":
      return Math.max(0, ...perInstitution(members).values());
    case "institutionsMin":
      return perInstitution(members).size;
    case "demandMin":
      return counting(({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast);
    case "coverageMin":
      return coverageShare(problem, team, rule.demand);
    case "freeDays":
      return counting(({ freeDays }) => freeDays >= rule.min);
    case "blockedPair":
      return counting(({ id }) => id === rule.a || id === rule.b);
  }
}

function perInstitution(members: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { institution } of members) {
    counts.set(institution, (counts.get(institution) ?? 0) + 1);
  }
  return counts;
}
