import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { keptLine } from "../domain/model/typed-text.ts";
import type { Writer } from "../graph/graph.ts";
import { setTeamDraftStatus, teamDraftById } from "../graph/queries/team-drafts.ts";
import { freeTeamSeats, membersOfTeam, removeTeam } from "../graph/queries/teams.ts";
import type { Context } from "./context.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { type StoredDraft, storedDraft } from "./loading/team-drafts.ts";
import { holdTeamLocks, Person } from "./loading/team-locks.ts";

export const UndoTeamCommit = z.object({
  draft: z.string().trim().min(1).max(100),
  person: Person,
  /** Why, for the audit trail. */
  reason: keptLine(500),
  idempotencyKey: IdempotencyKey,
});

export interface UndoneTeam {
  /** Id of the team that is no more. */
  team: string;
  draft: { id: string; code: string };
}

/** Takes a committed team away and keeps its draft as a draft again. */
export async function undoTeamCommit(
  context: Context,
  { draft: name, person, reason, idempotencyKey: key }: z.infer<typeof UndoTeamCommit>,
): Promise<UndoneTeam> {
  permit(context.actor, "team.undo");
  const draft = await storedDraft(context, name);
  return retryingLostRace(() =>
    context.change("team.undo", async (tx) => {
      // Before the key is looked for: the same request may be under way beside this one.
      await holdTeamLocks(tx, context, {
        draft: draft.id,
        county: draft.county.code,
        experts: draft.composed.answer.members.map(({ id }) => id),
      });
      let members: object[] = [];
      const { answer: value, isNew } = await once(
        tx,
        { action: "team.undo", key, asked: { draft: draft.id, person, reason }, context },
        async () => {
          const undone = await undo(tx, draft);
          members = undone.members;
          return { team: undone.team, draft: { id: draft.id, code: draft.code } };
        },
      );
      return {
        value,
        subject: draft.id,
        before: isNew ? { team: value.team, members } : null,
        after: isNew ? { person, reason } : null,
      };
    }),
  );
}

/** Behind the locks. */
async function undo(tx: Writer, draft: StoredDraft): Promise<{ team: string; members: object[] }> {
  const team = (await tx.maybe(teamDraftById, { id: draft.id }))?.team;
  if (!team) {
    throw new AppError("conflict", {
      zh: `草稿 ${draft.code} 没有提交过，或提交已撤回。`,
      en: `The draft ${draft.code} is not committed, or its commit was undone already.`,
    });
  }
  const members = await tx.all(membersOfTeam, { team });
  await tx.write(freeTeamSeats, { team });
  await tx.write(removeTeam, { team });
  await tx.write(setTeamDraftStatus, { id: draft.id, status: "draft" });
  return { team, members };
}
