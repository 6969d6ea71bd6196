import type { z } from "zod";
import type { CommittedTeam } from "../../../usecases/commit-team-draft.ts";
import type { TeamComparison } from "../../../usecases/compare-teams.ts";
import type { TeamWhyNot } from "../../../usecases/explain-team-why-not.ts";
import type { TeamDraftPage } from "../../../usecases/list-team-drafts.ts";
import type { ListedPreset } from "../../../usecases/list-team-presets.ts";
import type { ComposedTeam } from "../../../usecases/loading/composing.ts";
import { problemOfDraft } from "../../../usecases/loading/team-drafts.ts";
import type { ReadDraft } from "../../../usecases/read-team-draft.ts";
import type { ExplainedPreset } from "../../../usecases/read-team-preset.ts";
import type { TeamReplay } from "../../../usecases/replay-team-draft.ts";
import type { Job } from "../../jobs.ts";
import { expectedProblem } from "../../problem.ts";
import type * as schema from "../schemas/team-drafts.ts";
import { type Audience, placeName, said } from "./audience.ts";
import { rounded } from "./decimals.ts";
import { composedTeamJson, outcomeJson } from "./teams.ts";

export const presetLineJson = ({
  preset,
  edited,
}: ListedPreset): z.infer<typeof schema.TeamPreset> => ({ ...preset, edited });

export const presetJson = (
  { preset, sentences }: ExplainedPreset,
  audience: Audience,
): z.infer<typeof schema.ExplainedPreset> => ({
  ...preset,
  sentences: sentences.map((sentence) => said(audience, sentence)),
});

const STATES = { done: "done", failed: "failed" } as const;

/** How far a composition is, and what came of it. */
export function jobJson(
  { id, milliseconds, ahead, progress, outcome }: Job<ComposedTeam>,
  audience: Audience,
): z.infer<typeof schema.TeamJob> {
  const problem = outcome?.kind === "failed" ? expectedProblem(outcome.error) : undefined;
  // What is a bug answers as one.
  if (outcome?.kind === "failed" && !problem) throw outcome.error;
  return {
    id,
    state: outcome ? STATES[outcome.kind] : "running",
    seconds: Math.round(milliseconds()) / 1000,
    ahead: outcome ? 0 : ahead,
    progress: progress && {
      ...progress,
      incumbent: rounded(progress.incumbent),
      bound: rounded(progress.bound),
    },
    team: outcome?.kind === "done" ? composedTeamJson(outcome.value, audience) : null,
    problem: problem ? { code: problem.code, detail: said(audience, problem.sentence) } : null,
  };
}

export const draftLineJson = (
  draft: TeamDraftPage["drafts"][number],
): z.infer<typeof schema.TeamDraftLine> => ({
  id: draft.id,
  code: draft.code,
  name: draft.name,
  status: draft.status,
  year: draft.year,
  at: draft.at,
  by: draft.by,
  county: draft.county,
  preset: draft.preset,
  outcome: draft.outcome,
  objective: rounded(draft.objective),
  members: draft.members,
});

export function draftJson(draft: ReadDraft, audience: Audience): z.infer<typeof schema.TeamDraft> {
  const composed = { ...draft.composed, problem: problemOfDraft(draft), seconds: 0 };
  const { seconds: _, ...team } = composedTeamJson(composed, audience);
  return {
    id: draft.id,
    code: draft.code,
    name: draft.name,
    status: draft.status,
    year: draft.year,
    at: draft.at,
    by: draft.by,
    county: placeName(audience, draft.county.code),
    committedBy: draft.committedBy,
    committedAt: draft.committedAt,
    undone: draft.undone,
    team,
  };
}

const sidesJson = ({ before, after }: TeamReplay["objective"]) => ({
  before: rounded(before),
  after: rounded(after),
});

export const teamReplayJson = (
  replay: TeamReplay,
  { language }: Audience,
): z.infer<typeof schema.TeamReplay> => {
  const names = new Map(replay.answer.members.map(({ id, name }) => [id, name]));
  return {
    draft: replay.draft.code,
    at: replay.at,
    same: replay.same,
    joins: replay.joins,
    leaves: replay.leaves,
    objective: sidesJson(replay.objective),
    answer: outcomeJson(replay.answer, (id) => names.get(id) ?? id, language),
  };
};

export function comparisonJson(
  { left, right, coverage, ...difference }: TeamComparison,
  { language }: Audience,
): z.infer<typeof schema.TeamComparison> {
  const names = new Map([...left.people, ...right.people].map(({ id, name }) => [id, name]));
  const nameIn = (id: string) => names.get(id) ?? id;
  const { same, joins, leaves, objective } = difference;
  return {
    same,
    joins,
    leaves,
    objective: sidesJson(objective),
    coverage: coverage.map(({ demand, ...sides }) => ({
      demand,
      left: rounded(sides.left),
      right: rounded(sides.right),
    })),
    left: outcomeJson(left.answer, nameIn, language),
    right: outcomeJson(right.answer, nameIn, language),
  };
}

export function teamWhyNotJson(
  { expert, kind, sentence, loses, forced, people }: TeamWhyNot,
  audience: Audience,
): z.infer<typeof schema.TeamWhyNot> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const hasTeam = forced !== null && forced.objective !== null;
  return {
    expert: { id: expert.id, name: expert.name },
    kind,
    sentence: said(audience, sentence),
    loses: rounded(loses),
    forced: hasTeam ? forced.members.map(({ id }) => ({ id, name: names.get(id) ?? id })) : null,
  };
}

export const committedJson = ({
  team,
  name,
  draft,
  year,
  members,
}: CommittedTeam): z.infer<typeof schema.CommittedTeam> => ({
  team,
  name,
  draft: draft.code,
  year,
  members,
});
