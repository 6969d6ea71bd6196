import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { TeamAnswer } from "../domain/team/answer.ts";
import type { Following } from "../domain/team/composer.ts";
import { type TeamDifference, teamDifference } from "../domain/team/draft.ts";
import type { Context } from "./context.ts";
import { problemOfDraft, storedDraft } from "./loading/team-drafts.ts";
import { composeRequest } from "./loading/team-request.ts";

export const ReplayTeamDraft = z.object({ draft: z.string().trim().min(1).max(100) });

export interface TeamReplay extends TeamDifference {
  draft: { id: string; code: string };
  /** When the draft was composed. */
  at: string;
  answer: TeamAnswer;
}

/** Composes a draft again from what was stored with it: the same team, or what differs. */
export async function replayTeamDraft(
  context: Context,
  { draft: name }: z.infer<typeof ReplayTeamDraft>,
  how: Following = {},
): Promise<TeamReplay> {
  permit(context.actor, "team.read");
  const draft = await storedDraft(context, name);
  const { timeLimit, alternatives, substitutes } = draft.input;
  const problem = problemOfDraft(draft);
  const extras = { timeLimit, alternatives, substitutes };
  const answer = await context.composer.compose(
    composeRequest(draft.composed.preset, problem, extras),
    how,
  );
  const { id, code, at } = draft;
  return { draft: { id, code }, at, answer, ...teamDifference(draft.composed.answer, answer) };
}
