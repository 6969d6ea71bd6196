import type { z } from "zod";
import type { TeamAnswer } from "../../domain/team/answer.ts";
import type { TeamChange } from "../../domain/team/change.ts";
import type { Following } from "../../domain/team/composer.ts";
import type { TeamPreset } from "../../domain/team/preset.ts";
import type { TeamProblem } from "../../domain/team/problem.ts";
import type { Commitments } from "../../domain/team/roster.ts";
import { namedIn } from "../../domain/team/wishes.ts";
import type { Context } from "../context.ts";
import { type ExplainedDemand, explainedDemands, peopleOfAnswer } from "./team-answer.ts";
import { type TeamPerson, teamPeopleOf } from "./team-people.ts";
import {
  type AskedTeam,
  askedTeam,
  composeRequest,
  type TeamAsked,
  type TeamExtras,
} from "./team-request.ts";

/** What an answer is read with. */
export interface ExplainedTeam {
  county: { code: string; name: string };
  preset: TeamPreset;
  /** Name of the policy that weighs. */
  policy: string;
  /** Year the team is for. */
  year: number;
  changes: readonly TeamChange[];
  demands: ExplainedDemand[];
  answer: TeamAnswer;
  /** The team that the county had before; null when it had none. */
  before: AskedTeam["before"];
  /** Everybody the answer or the changes name. */
  people: TeamPerson[];
}

export interface ComposedTeam extends ExplainedTeam {
  /** As the graph gives it, before the changes. */
  base: TeamProblem;
  /** With the changes made: what the answer is of. */
  problem: TeamProblem;
  /** Ids of the teams that the members were in as far as the composition knew. */
  knownTeams: string[];
  /** What it took, from the question to the answer. */
  seconds: number;
}

type Asking = z.output<typeof TeamAsked> & z.output<typeof TeamExtras>;

/** Composes what is asked, and explains it. */
export async function composed(
  context: Context,
  asking: Asking,
  how: Following,
): Promise<ComposedTeam> {
  const begun = context.now().getTime();
  const { alternatives, substitutes, timeLimit } = asking;
  const asked = await askedTeam(context, asking);
  const extras = { timeLimit, alternatives, substitutes };
  const answer = await context.composer.compose(
    composeRequest(asked.preset, asked.changed, extras),
    how,
  );
  const explained = await explainedTeam(context, asked, answer);
  return {
    ...explained,
    base: asked.problem,
    problem: asked.changed,
    knownTeams: teamsOf(asked.desk.setting.commitments, answer),
    seconds: (context.now().getTime() - begun) / 1000,
  };
}

/** Not read anew: a team that was committed meanwhile is one the composition did not know. */
function teamsOf({ seats }: Commitments, { members }: TeamAnswer): string[] {
  const teams = members.flatMap(({ id }) => (seats.get(id) ?? []).map(({ team }) => team));
  return [...new Set(teams)].sort();
}

export async function explainedTeam(
  context: Context,
  asked: AskedTeam,
  answer: TeamAnswer,
): Promise<ExplainedTeam> {
  const { county, preset, policy, year, before, changes, demands } = asked;
  const named = [...peopleOfAnswer(answer), ...namedIn(changes)];
  return {
    county: { code: county.code, name: county.name },
    preset,
    policy: policy.name,
    year,
    changes,
    demands: explainedDemands(context, demands),
    answer,
    before,
    people: await teamPeopleOf(context, asked, named),
  };
}
