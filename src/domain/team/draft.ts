import { nextCode } from "../model/code.ts";
import type { TeamAnswer } from "./answer.ts";
import { OBJECTIVE_TOLERANCE } from "./objective.ts";
import type { TeamProblem } from "./problem.ts";

/** TD-2026-00001 */
export const TEAM_DRAFT_CODE = /^TD-\d{4}-\d{5,}$/;

/** The code that follows `last`, or the first one of the year; see `nextCode`. */
export const nextDraftCode = (year: number, last: string | undefined, skipped = 0): string =>
  nextCode(`TD-${year}-`, last, skipped);

/** What two answers differ in. */
export interface TeamDifference {
  same: boolean;
  /** Ids of those who are in the second team only, and in the first only. */
  joins: string[];
  leaves: string[];
  /** Of the first and of the second. */
  objective: { before: number | null; after: number | null };
}

export function teamDifference(before: TeamAnswer, after: TeamAnswer): TeamDifference {
  const were = new Set(before.members.map(({ id }) => id));
  const are = new Set(after.members.map(({ id }) => id));
  const joins = [...are].filter((id) => !were.has(id)).sort();
  const leaves = [...were].filter((id) => !are.has(id)).sort();
  const objective = { before: before.objective, after: after.objective };
  const isWorthTheSame =
    Math.abs((before.objective ?? Number.NEGATIVE_INFINITY) - (after.objective ?? 0)) <=
      OBJECTIVE_TOLERANCE || before.objective === after.objective;
  const same = joins.length + leaves.length === 0 && isWorthTheSame;
  return { same, joins, leaves, objective };
}

/** Days of the year that each member gives to the team. */
export function memberDays(
  problem: TeamProblem,
  members: readonly { id: string }[],
  daysPerMember: number,
): Map<string, number> {
  const free = new Map(problem.candidates.map(({ id, freeDays }) => [id, freeDays]));
  return new Map(
    members.map(({ id }) => [id, Math.floor(Math.min(daysPerMember, free.get(id) ?? 0))]),
  );
}
