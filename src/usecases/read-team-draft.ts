import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { maskContacts } from "../domain/privacy/personal.ts";
import { auditOfSubject } from "../graph/queries/audit.ts";
import type { Context } from "./context.ts";
import { type StoredDraft, storedDraft } from "./loading/team-drafts.ts";

export const ReadTeamDraft = z.object({ draft: z.string().trim().min(1).max(100) });

export interface ReadDraft extends StoredDraft {
  /** The last time that its commit was undone. */
  undone: { by: string; at: string; reason: string } | null;
}

/** More than anybody does to one draft. */
const MOST_EVENTS = 1000;

/** A draft by its id or code, as it was saved, the team it became, and why that was undone. */
export async function readTeamDraft(
  context: Context,
  { draft }: z.infer<typeof ReadTeamDraft>,
): Promise<ReadDraft> {
  permit(context.actor, "team.read");
  const stored = await storedDraft(context, draft);
  return { ...stored, undone: await lastUndone(context, stored.id) };
}

async function lastUndone({ graph }: Context, subject: string): Promise<ReadDraft["undone"]> {
  const trail = await graph.all(auditOfSubject, { subject, after: "", limit: MOST_EVENTS });
  const event = trail.findLast(({ action }) => action === "team.undo");
  if (!event) return null;
  // Written by this program alone, in `undoTeamCommit`.
  const { person, reason } = JSON.parse(event.after);
  return { by: person, at: event.at, reason: maskContacts(reason) };
}
