import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { keptLine } from "../domain/model/typed-text.ts";
import { LONGEST_PRESET_TEXT, readPreset, TeamPreset } from "../domain/team/preset.ts";
import type { Writer } from "../graph/graph.ts";
import { createTeamPreset, teamPresetVersions } from "../graph/queries/team-presets.ts";
import type { Context } from "./context.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { presetOf } from "./loading/presets.ts";
import { policyOf } from "./loading/team-sources.ts";

const Text = z.object({ zh: keptLine(LONGEST_PRESET_TEXT), en: keptLine(LONGEST_PRESET_TEXT) });

/** All of a preset but its version, which follows from those saved before. */
const Edited = TeamPreset.omit({ version: true }).extend({ name: Text, source: Text });

export const SaveTeamPreset = z.object({
  preset: Edited,
  /** Id of the preset it was copied from, for the audit trail; "" when it is new. */
  copiedFrom: z.string().trim().max(80).default(""),
  idempotencyKey: IdempotencyKey,
});

/**
 * Keeps an edited preset as the next version of its id. The presets of the product stay as they
 * are: an edited copy has an id of its own. Throws `invalid` with the reason for a preset that
 * contradicts itself, `conflict` for the id of one of the product's.
 */
export async function saveTeamPreset(
  context: Context,
  { preset: edited, copiedFrom, idempotencyKey: key }: z.output<typeof SaveTeamPreset>,
): Promise<TeamPreset> {
  permit(context.actor, "teamPreset.save");
  refuseProductsOwn(context, edited.id);
  policyOf(context, edited);
  if (copiedFrom !== "") await presetOf(context, copiedFrom);
  const first = readPreset({ ...edited, version: 1 });
  return retryingLostRace(() =>
    context.change("teamPreset.save", async (tx) => {
      const { answer: value, isNew } = await once(
        tx,
        { action: "teamPreset.save", key, asked: { edited, copiedFrom }, context },
        () => store(tx, context, first),
      );
      const after = isNew ? { ...value, copiedFrom } : null;
      return { value, subject: `preset_${value.id}`, before: null, after };
    }),
  );
}

function refuseProductsOwn({ reference }: Context, id: string): void {
  if (!reference.teams.presets.has(id)) return;
  throw new AppError("conflict", {
    zh: `“${id}”是系统自带的组团规则，不能改写：请另取一个代号保存副本。`,
    en: `"${id}" is a preset of the product and stays as it is: save the copy under another id.`,
  });
}

async function store(tx: Writer, context: Context, first: TeamPreset): Promise<TeamPreset> {
  const [last] = await tx.all(teamPresetVersions, { slug: first.id, limit: 1 });
  const preset = { ...first, version: (last?.version ?? 0) + 1 };
  await tx.write(createTeamPreset, {
    id: `preset_${preset.id}@${preset.version}`,
    properties: {
      slug: preset.id,
      version: preset.version,
      preset: JSON.stringify(preset),
      at: context.now().toISOString(),
      by: context.actor.name,
    },
  });
  return preset;
}
