import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Following } from "../domain/team/composer.ts";
import type { Context } from "./context.ts";
import { type ComposedTeam, composed } from "./loading/composing.ts";
import { TeamAsked, TeamExtras } from "./loading/team-request.ts";

export const ComposeTeam = TeamAsked.extend(TeamExtras.shape);

/** The best team of a county under a preset, with its proof. Nothing is stored. */
export function composeTeam(
  context: Context,
  asking: z.output<typeof ComposeTeam>,
  how: Following = {},
): Promise<ComposedTeam> {
  permit(context.actor, "team.read");
  return composed(context, asking, how);
}
