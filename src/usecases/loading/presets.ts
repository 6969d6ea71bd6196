import { readPreset, type TeamPreset } from "../../domain/team/preset.ts";
import { teamPresetVersions } from "../../graph/queries/team-presets.ts";
import type { Context } from "../context.ts";
import { missing } from "./naming.ts";

/** Versions of one preset that are read. */
const VERSIONS = 1_000;

/**
 * A preset of the product or one that was edited in it, by its id, which means its newest version,
 * or by "id@version". Throws `not_found`.
 */
export async function presetOf(
  { graph, reference }: Pick<Context, "graph" | "reference">,
  name: string,
): Promise<TeamPreset> {
  const [id = "", version, ...more] = name.split("@");
  if (more.length > 0) throw missing("teamPreset", name);
  const own = reference.teams.presets.get(id);
  const versions = own
    ? [own]
    : (await graph.all(teamPresetVersions, { slug: id, limit: VERSIONS })).map(storedPreset);
  const found = versions.find((one) => version === undefined || `${one.version}` === version);
  if (!found) throw missing("teamPreset", name);
  return found;
}

/** Written by this program alone, and read as what comes from outside: it may be an import. */
export const storedPreset = ({ preset }: { preset: string }): TeamPreset =>
  readPreset(JSON.parse(preset));
