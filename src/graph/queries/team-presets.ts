import { z } from "zod";
import { query } from "../query.ts";

const Preset = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  /** JSON */
  preset: z.string(),
  at: z.string(),
  by: z.string(),
});

export const createTeamPreset = query(
  "team-presets/create",
  { id: z.string(), properties: Preset.omit({ id: true }) },
  Preset.pick({ id: true }),
);

export const teamPresetVersions = query(
  "team-presets/by-slug",
  { slug: z.string(), limit: z.int() },
  Preset.omit({ slug: true }),
);

export const listTeamPresetRows = query("team-presets/list", { limit: z.int() }, Preset);
