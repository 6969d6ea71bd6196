import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Following } from "../domain/team/composer.ts";
import { nextDraftCode } from "../domain/team/draft.ts";
import { presetName } from "../domain/team/preset.ts";
import type { Writer } from "../graph/graph.ts";
import { createTeamDraft, lastTeamDraftCode } from "../graph/queries/team-drafts.ts";
import type { Context } from "./context.ts";
import { skippedCodes } from "./loading/codes.ts";
import { type ComposedTeam, composed } from "./loading/composing.ts";
import { placeId } from "./loading/naming.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { type DraftInput, explainedPart } from "./loading/team-drafts.ts";
import { TeamAsked, TeamExtras } from "./loading/team-request.ts";

/** What people call a draft. */
const DraftName = z.string().trim().min(1).max(60);

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
 * composed from.
 */
export async function saveTeamDraft(
  context: Context,
  { name, idempotencyKey, ...asking }: z.output<typeof SaveTeamDraft>,
  how: Following = {},
): Promise<SavedTeam> {
  permit(context.actor, "teamDraft.save");
  const team = await composed(context, asking, how);
  const { timeLimit, alternatives, substitutes } = asking;
  const input: DraftInput = {
    ...{ base: team.base, timeLimit, alternatives, substitutes },
    knownTeams: team.knownTeams,
  };
  const saved = await retryingLostRace((lost) =>
    context.change("teamDraft.save", async (tx) => {
      const { answer: value, isNew } = await once(
        tx,
        { action: "teamDraft.save", key: idempotencyKey, asked: { ...asking, name }, context },
        () => store(tx, context, { name, team, input, lost }),
      );
      const { county, preset } = team;
      const after = isNew ? { ...value, county: county.code, preset: presetName(preset) } : null;
      return { value, subject: value.id, before: null, after };
    }),
  );
  return { ...saved, team };
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
