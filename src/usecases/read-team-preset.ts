import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Sentence } from "../domain/error.ts";
import type { TeamPreset } from "../domain/team/preset.ts";
import { wording } from "../domain/team/rule-sentences.ts";
import type { Context } from "./context.ts";
import { presetOf } from "./loading/presets.ts";

export const ReadTeamPreset = z.object({ preset: z.string().trim().min(1).max(80) });

export interface ExplainedPreset {
  preset: TeamPreset;
  /** Each rule in words, in the order of the preset. */
  sentences: Sentence[];
}

/** A preset by its id or "id@version", with its rules in words. */
export async function readTeamPreset(
  context: Context,
  { preset: name }: z.infer<typeof ReadTeamPreset>,
): Promise<ExplainedPreset> {
  permit(context.actor, "team.read");
  const preset = await presetOf(context, name);
  return {
    preset,
    sentences: preset.rules.map((rule) => wording({ candidates: [], demands: [] }, rule)),
  };
}
