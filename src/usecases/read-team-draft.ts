import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Context } from "./context.ts";
import { type StoredDraft, storedDraft } from "./loading/team-drafts.ts";

export const ReadTeamDraft = z.object({ draft: z.string().trim().min(1).max(100) });

/** A draft by its id or code, as it was saved, and the team it became if it was committed. */
export function readTeamDraft(
  context: Context,
  { draft }: z.infer<typeof ReadTeamDraft>,
): Promise<StoredDraft> {
  permit(context.actor, "team.read");
  return storedDraft(context, draft);
}
