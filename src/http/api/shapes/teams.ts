import type { z } from "zod";
import { proofSentence } from "../../../domain/matching/explanation.ts";
import type { Substitute, TeamAnswer, TeamMember } from "../../../domain/team/answer.ts";
import { presetName } from "../../../domain/team/preset.ts";
import type { TeamProblem } from "../../../domain/team/problem.ts";
import { nameOf } from "../../../domain/team/rule-sentences.ts";
import type { CountyTeam } from "../../../usecases/compose-all-teams.ts";
import type { ComposedTeam } from "../../../usecases/loading/composing.ts";
import type { Language } from "../../language.ts";
import type * as schema from "../schemas/teams.ts";
import { type Audience, placeName, said, skillLabel } from "./audience.ts";
import { inDecimals, rounded } from "./decimals.ts";

/** An answer with what it was asked of. */
export interface AnsweredProblem {
  problem: TeamProblem;
  answer: TeamAnswer;
  /** Where the weights come from. */
  policy: string;
  seconds: number;
}

/** An answer to a problem, as `compose --problem --json` prints it. */
export function teamAnswerJson(
  { problem, answer, policy, seconds }: AnsweredProblem,
  language: Language,
): z.infer<typeof schema.TeamAnswer> {
  const nameIn = (id: string) => nameOf(problem, id);
  return {
    ...outcomeJson(answer, nameIn, language),
    parts: answer.parts && {
      coverage: inDecimals(answer.parts.coverage),
      quality: inDecimals(answer.parts.quality),
      travel: inDecimals(answer.parts.travel),
      load: inDecimals(answer.parts.load),
      cohesion: inDecimals(answer.parts.cohesion),
      change: inDecimals(answer.parts.change),
    },
    unmendable: answer.unmendable?.[language] ?? null,
    alternatives: answer.alternatives.map((one) => ({
      objective: inDecimals(one.objective),
      bound: inDecimals(one.bound),
      distance: inDecimals(one.distance),
      proven: one.proven,
      members: one.members.map(({ id, role }) => ({ id, name: nameIn(id), role })),
    })),
    alternativesComplete: answer.alternativesComplete,
    substitutes: Object.fromEntries(
      Object.entries(answer.substitutes).map(([id, { kept, reoptimised }]) => [
        id,
        { kept: substituteJson(kept), reoptimised: substituteJson(reoptimised) },
      ]),
    ),
    policy,
    weights: problem.policy,
    effort: answer.effort,
    seconds: inThousandths(seconds),
  };
}

/** A team composed out of the graph, with all that explains it. */
export function composedTeamJson(
  composed: Composed,
  audience: Audience,
): z.infer<typeof schema.ComposedTeam> {
  const { county, preset, year, changes, demands, people } = composed;
  return {
    ...teamAnswerJson(composed, audience.language),
    county: placeName(audience, county.code),
    preset: presetName(preset),
    year,
    changes: [...changes],
    demands: demands.map((demand) => ({
      id: demand.id,
      industry: demand.industry,
      competence: demand.competence,
      stage: demand.stage,
      name: skillLabel(audience, demand),
      weight: demand.weight,
      level: demand.level,
      reasons: demand.sentences.map((sentence) => said(audience, sentence)),
    })),
    people: people.map((person) => personJson(person, audience)),
  };
}

/** The problem before the changes and what was known are for those who go on, not for readers. */
type Composed = Omit<ComposedTeam, "base" | "knownTeams">;

const personJson = (
  person: Composed["people"][number],
  audience: Audience,
): z.infer<typeof schema.ComposedTeam>["people"][number] => ({
  id: person.id,
  name: person.name,
  title: person.title,
  tier: person.tier,
  institution: person.institution?.name ?? null,
  institutionId: person.institution?.id ?? null,
  county: person.county === null ? null : placeName(audience, person.county),
  distanceKm: Math.round(person.distanceKm * 10) / 10,
  freeDays: person.freeDays,
  load: person.load,
  quality: person.quality,
  covers: person.reasons.map((reason) => ({
    demand: reason.demand,
    fit: reason.fit,
    by: skillLabel(audience, reason),
    evidence: reason.evidence.map((one) => said(audience, proofSentence(one))),
  })),
  refusals: person.refusals.map(({ sentence }) => said(audience, sentence)),
});

/** One of the teams of all counties, as `compose --all --json` prints it. */
export function countyTeamJson(
  team: CountyTeam,
  language: Language,
): z.infer<typeof schema.CountyTeam> {
  const names = new Map(team.members.map(({ id, name }) => [id, name]));
  const nameIn = (id: string) => names.get(id) ?? id;
  const { county, preset, policy, candidates, demands, shared, seconds } = team;
  return {
    county,
    preset,
    policy,
    ...outcomeJson(team, nameIn, language),
    candidates,
    demands,
    shared: shared.map(({ id, counties }) => ({ id, name: nameIn(id), counties })),
    seconds: inThousandths(seconds),
  };
}

type Outcome = Pick<
  TeamAnswer,
  | "status"
  | "objective"
  | "bound"
  | "gap"
  | "members"
  | "coverage"
  | "rules"
  | "shortfall"
  | "conflict"
  | "repairs"
>;

/** What is known of a team and its proof; people by their names. */
export const outcomeJson = (
  answer: Outcome,
  nameIn: (id: string) => string,
  language: Language,
) => ({
  status: answer.status,
  objective: rounded(answer.objective),
  bound: rounded(answer.bound),
  gap: answer.gap,
  members:
    answer.objective === null
      ? null
      : answer.members.map((member) => memberJson({ ...member, name: nameIn(member.id) })),
  coverage: answer.coverage.map(({ demand, weight, covered, by }) => ({
    demand,
    weight,
    covered: inDecimals(covered),
    by: by.map(({ id }) => id),
  })),
  rules: answer.rules.map(({ id, index = null, holds, text }) => ({
    ...{ id, index, holds },
    text: text[language],
  })),
  shortfall: answer.shortfall && {
    proven: answer.shortfall.proven,
    text: answer.shortfall.text[language],
    coverages: answer.shortfall.coverages.map((one) => ({
      ...{ demand: one.demand, asked: one.asked, reached: inDecimals(one.reached) },
      ...{ reachable: inDecimals(one.reachable), bound: inDecimals(one.bound) },
    })),
  },
  conflict: answer.conflict.map(({ text, ...clash }) => ({ ...clash, text: text[language] })),
  repairs: answer.repairs.map(({ changes, text, cost, isCheapest, objective, coverage }) => ({
    changes,
    text: text[language],
    cost,
    isCheapest,
    objective: rounded(objective),
    coverage: rounded(coverage),
  })),
});

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

const inThousandths = (seconds: number): number => Math.round(seconds * 1000) / 1000;
