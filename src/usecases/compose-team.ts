import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { TeamAnswer } from "../domain/team/answer.ts";
import type { TeamChange } from "../domain/team/change.ts";
import type { ComposeProgress } from "../domain/team/composer.ts";
import type { TeamPreset } from "../domain/team/preset.ts";
import type { TeamProblem } from "../domain/team/problem.ts";
import { namedIn } from "../domain/team/wishes.ts";
import type { Context } from "./context.ts";
import { type ExplainedDemand, explainedDemands, peopleOfAnswer } from "./loading/team-answer.ts";
import { type TeamPerson, teamPeopleOf } from "./loading/team-people.ts";
import {
  type AskedTeam,
  askedTeam,
  composeRequest,
  TeamAsked,
  TeamExtras,
} from "./loading/team-request.ts";

export const ComposeTeam = TeamAsked.extend(TeamExtras.shape);

/** How a composition is followed and stopped. */
export interface ComposeHow {
  signal?: AbortSignal;
  onProgress?: (progress: ComposeProgress) => void;
}

export interface ComposedTeam {
  county: { code: string; name: string };
  preset: TeamPreset;
  /** Name of the policy that weighs. */
  policy: string;
  /** Year the team is for. */
  year: number;
  /** As the graph gives it, before the changes. */
  base: TeamProblem;
  changes: readonly TeamChange[];
  /** With the changes made: what the answer is of. */
  problem: TeamProblem;
  demands: ExplainedDemand[];
  answer: TeamAnswer;
  /** Today's team; null for a county that had none. */
  before: AskedTeam["before"];
  /** Everybody the answer or the changes name. */
  people: TeamPerson[];
  seconds: number;
}

/** The best team of a county under a preset, with its proof. Nothing is stored. */
export async function composeTeam(
  context: Context,
  { alternatives, substitutes, ...asking }: z.output<typeof ComposeTeam>,
  how: ComposeHow = {},
): Promise<ComposedTeam> {
  permit(context.actor, "team.read");
  const begun = context.now().getTime();
  const asked = await askedTeam(context, asking);
  const { timeLimit } = asking;
  const request = composeRequest(asked.preset, asked.changed, {
    timeLimit,
    alternatives,
    substitutes,
  });
  const answer = await context.composer.compose(request, how);
  const people = await teamPeopleOf(context, asked, [
    ...peopleOfAnswer(answer),
    ...namedIn(asked.changes),
  ]);
  const { county, preset, policy, year, before, changes } = asked;
  return {
    county: { code: county.code, name: county.name },
    preset,
    policy: policy.name,
    year,
    base: asked.problem,
    changes,
    problem: asked.changed,
    demands: explainedDemands(context, asked.demands),
    answer,
    before,
    people,
    seconds: (context.now().getTime() - begun) / 1000,
  };
}
