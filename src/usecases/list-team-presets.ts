import { permit } from "../domain/access/permit.ts";
import type { TeamPreset } from "../domain/team/preset.ts";
import { listTeamPresetRows } from "../graph/queries/team-presets.ts";
import type { Context } from "./context.ts";
import { storedPreset } from "./loading/presets.ts";

export interface ListedPreset {
  preset: TeamPreset;
  /** False for those that come with the product. */
  edited: boolean;
  /** When and by whom an edited one was saved; "" for the product's. */
  at: string;
  by: string;
}

/** Versions that are read; only the newest of each preset is listed. */
const ROWS = 2_000;

/** The presets of the product, then those edited in it by their ids, each in its newest version. */
export async function listTeamPresets(context: Context): Promise<ListedPreset[]> {
  permit(context.actor, "team.read");
  const rows = await context.graph.all(listTeamPresetRows, { limit: ROWS });
  const newest = rows.filter(({ slug }, index) => rows[index - 1]?.slug !== slug);
  const own = [...context.reference.teams.presets.values()];
  return [
    ...own.map((preset) => ({ preset, edited: false, at: "", by: "" })),
    ...newest.map((row) => ({ preset: storedPreset(row), edited: true, at: row.at, by: row.by })),
  ];
}
