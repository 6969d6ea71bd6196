import type { z } from "zod";
import type { Substitute, TeamAnswer, TeamMember } from "../../../domain/team/answer.ts";
import type { TeamProblem } from "../../../domain/team/problem.ts";
import { nameOf } from "../../../domain/team/rule-sentences.ts";
import type { Language } from "../../language.ts";
import type * as schema from "../schemas/teams.ts";

/** An answer with what it was asked of. */
export interface AnsweredProblem {
  problem: TeamProblem;
  answer: TeamAnswer;
  /** Where the weights come from. */
  policy: string;
  seconds: number;
}

/** A composed team, as `compose --json` prints it. */
export function teamAnswerJson(
  { problem, answer, policy, seconds }: AnsweredProblem,
  language: Language,
): z.infer<typeof schema.TeamAnswer> {
  const named = <Member extends { id: string }>(member: Member) => ({
    ...member,
    name: nameOf(problem, member.id),
  });
  return {
    status: answer.status,
    objective: rounded(answer.objective),
    bound: rounded(answer.bound),
    gap: answer.gap,
    parts: answer.parts && {
      coverage: inDecimals(answer.parts.coverage),
      quality: inDecimals(answer.parts.quality),
      travel: inDecimals(answer.parts.travel),
      load: inDecimals(answer.parts.load),
      cohesion: inDecimals(answer.parts.cohesion),
      change: inDecimals(answer.parts.change),
    },
    members:
      answer.objective === null ? null : answer.members.map((member) => memberJson(named(member))),
    coverage: answer.coverage.map(({ demand, weight, covered, by }) => ({
      demand,
      weight,
      covered: inDecimals(covered),
      by: by.map(({ id }) => id),
    })),
    rules: answer.rules.map(({ id, holds, text }) => ({ id, holds, text: text[language] })),
    repairs: answer.repairs.map(({ changes, text, cost, objective }) => ({
      changes,
      text: text[language],
      cost,
      objective: rounded(objective),
    })),
    unmendable: answer.unmendable && answer.unmendable[language],
    alternatives: answer.alternatives.map((one) => ({
      objective: inDecimals(one.objective),
      bound: inDecimals(one.bound),
      distance: inDecimals(one.distance),
      proven: one.proven,
      members: one.members.map(named),
    })),
    substitutes: Object.fromEntries(
      Object.entries(answer.substitutes).map(([id, { kept, reoptimised }]) => [
        id,
        { kept: substituteJson(kept), reoptimised: substituteJson(reoptimised) },
      ]),
    ),
    policy,
    weights: problem.policy,
    effort: answer.effort,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

const memberJson = ({
  id,
  name,
  role,
  squad,
  leadsSquad,
  adds,
}: TeamMember & { name: string }) => ({
  id,
  name,
  role,
  squad,
  leadsSquad,
  adds: { objective: inDecimals(adds.objective), coverage: inDecimals(adds.coverage) },
});

const substituteJson = (substitute: Substitute | null) =>
  substitute && { ...substitute, objective: inDecimals(substitute.objective) };

/** Sums of decimals carry an error far behind the sixth: 35.6445, not 35.64450000000001. */
const inDecimals = (value: number): number => {
  const near = Math.round(value * 1e6) / 1e6;
  return near === 0 ? 0 : near;
};

const rounded = (value: number | null): number | null =>
  value === null ? null : inDecimals(value);
