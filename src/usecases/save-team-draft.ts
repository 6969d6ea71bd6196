import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { keptLine } from "../domain/model/typed-text.ts";
import type { Following } from "../domain/team/composer.ts";
import { nextDraftCode } from "../domain/team/draft.ts";
import { presetName } from "../domain/team/preset.ts";
import type { Writer } from "../graph/graph.ts";
import { createTeamDraft, lastTeamDraftCode } from "../graph/queries/team-drafts.ts";
import type { Context } from "./context.ts";
import { skippedCodes } from "./loading/codes.ts";
import { type ComposedTeam, composed } from "./loading/composing.ts";
import { placeId } from "./loading/naming.ts";
import { answeredBefore, IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { type DraftInput, explainedPart, storedDraft, teamOfDraft } from "./loading/team-drafts.ts";
import { TeamAsked, TeamExtras } from "./loading/team-request.ts";

/** What people call a draft. */
const DraftName = keptLine(60);

export const SaveTeamDraft = TeamAsked.extend(TeamExtras.shape).extend({
  name: DraftName,
  idempotencyKey: IdempotencyKey,
});

interface SavedDraft {
  id: string;
  code: string;
}

/** A saved draft with what was composed for it. */
export interface SavedTeam extends SavedDraft {
  team: ComposedTeam;
}

/**
 * Composes a team and keeps it as a draft under a name and a code of its own, with all it was
 * composed from. Asked again with the same key, it composes nothing and answers the team of the
 * draft: who it would choose by now may be somebody else. Stopped by its signal, it keeps nothing.
 */
export async function saveTeamDraft(
  context: Context,
  { name, idempotencyKey: key, ...asking }: z.output<typeof SaveTeamDraft>,
  how: Following = {},
): Promise<SavedTeam> {
  permit(context.actor, "teamDraft.save");
  const begun = context.now().getTime();
  const request = { action: "teamDraft.save", key, asked: { ...asking, name }, context } as const;
  const before = await answeredBefore<SavedDraft>(context.graph, request);
  if (before) return savedBefore(context, before, begun);
  const team = await composed(context, asking, how);
  refuseBrokenOff(how);
  const { timeLimit, alternatives, substitutes } = asking;
  const input: DraftInput = {
    ...{ base: team.base, timeLimit, alternatives, substitutes },
    knownTeams: team.knownTeams,
  };
  const { wasSaved, ...saved } = await retryingLostRace((lost) =>
    context.change("teamDraft.save", async (tx) => {
      const { answer, isNew } = await once(tx, request, () =>
        store(tx, context, { name, team, input, lost }),
      );
      const { county, preset } = team;
      const after = isNew ? { ...answer, county: county.code, preset: presetName(preset) } : null;
      return { value: { ...answer, wasSaved: !isNew }, subject: answer.id, before: null, after };
    }),
  );
  // The same request may have been under way beside this one.
  return wasSaved ? savedBefore(context, saved, begun) : { ...saved, team };
}

/** A search that was stopped because nobody waits for it any more says little of the best team. */
function refuseBrokenOff({ signal }: Following): void {
  if (!signal?.aborted) return;
  throw new AppError("conflict", {
    zh: "请求已中断，没有保存草稿：请重新保存。",
    en: "The request was broken off and no draft was saved: save it again.",
  });
}

/** A draft that was saved by the same request before, with its own team. */
async function savedBefore(context: Context, saved: SavedDraft, begun: number): Promise<SavedTeam> {
  const team = teamOfDraft(await storedDraft(context, saved.id));
  return { ...saved, team: { ...team, seconds: (context.now().getTime() - begun) / 1000 } };
}

interface NewDraft {
  name: string;
  team: ComposedTeam;
  input: DraftInput;
  lost: number;
}

async function store(
  tx: Writer,
  context: Context,
  { name, team, input, lost }: NewDraft,
): Promise<SavedDraft> {
  const { answer, county, preset, policy, year } = team;
  const last = await tx.maybe(lastTeamDraftCode, { prefix: `TD-${year}-` });
  const id = `draft_${context.newId()}`;
  const code = nextDraftCode(year, last?.code, skippedCodes(context, lost));
  await tx.write(createTeamDraft, {
    id,
    county: placeId(county),
    properties: {
      ...{ code, name, status: "draft", year, policy },
      at: context.now().toISOString(),
      by: context.actor.name,
      preset: presetName(preset),
      outcome: answer.status,
      ...(answer.objective === null ? {} : { objective: answer.objective }),
      members: answer.members.map((member) => member.id),
      input: JSON.stringify(input),
      answer: JSON.stringify(explainedPart(team)),
    },
  });
  return { id, code };
}
