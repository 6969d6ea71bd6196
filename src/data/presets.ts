import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import type { UsualCompetences } from "../domain/team/demand.ts";
import { TeamPolicy } from "../domain/team/policy.ts";
import { readPreset, TeamPreset } from "../domain/team/preset.ts";
import { readJson } from "./json-file.ts";
import { type ReadData, readTable } from "./table.ts";

/** The presets that come with the product, in the order they are shown. */
const PRESETS: readonly string[] = [
  "hunan-county-team",
  "guangdong-town-team",
  "yunnan-mission",
  "dalian-mission",
  "shanxi-three-regions",
];

/** Every team policy there is, oldest first. */
const TEAM_POLICIES: readonly string[] = ["team-default@1"];

/** What teams are composed by. */
export interface TeamReference {
  /** By id. */
  presets: ReadonlyMap<string, TeamPreset>;
  /** By name. */
  policies: ReadonlyMap<string, TeamPolicy>;
  usual: UsualCompetences;
}

/** Throws with the file when a preset contradicts itself or names what does not exist. */
export function readTeamReference(readData: ReadData, vocabulary: Vocabulary): TeamReference {
  const policies = new Map(TEAM_POLICIES.map((name) => [name, readTeamPolicy(readData, name)]));
  const presets = new Map(PRESETS.map((id) => [id, readPresetFile(readData, id)]));
  for (const { id, policy } of presets.values()) {
    if (!policies.has(policy)) throw new Error(`presets/${id}.json: no policy "${policy}"`);
  }
  return { presets, policies, usual: readUsual(readData, vocabulary) };
}

function readTeamPolicy(readData: ReadData, name: string): TeamPolicy {
  const file = `team-policies/${name}.json`;
  const policy = readJson(readData, file, TeamPolicy);
  if (policy.name !== name) throw new Error(`${file}, "name": it says ${policy.name}`);
  return policy;
}

function readPresetFile(readData: ReadData, id: string): TeamPreset {
  const file = `presets/${id}.json`;
  const preset = readPreset(readJson(readData, file, TeamPreset));
  if (preset.id !== id) throw new Error(`${file}, "id": it says ${preset.id}`);
  return preset;
}

/** Throws with file and line when a row is bad or names something that does not exist. */
function readUsual(readData: ReadData, { industries, competences }: Vocabulary): UsualCompetences {
  const Industry = z.string().refine((id) => industries.has(id), "there is no such industry");
  const Row = z.object({
    industries: z
      .string()
      .transform((ids) => ids.split(" "))
      .pipe(z.array(Industry).min(1)),
    competence: z.string().refine((id) => competences.has(id), "there is no such competence"),
    share: z.coerce.number().gt(0).max(1),
  });
  const usual = new Map<string, { competence: string; share: number }[]>();
  for (const { industries: grown, competence, share } of readTable(
    readData,
    "team-competences.csv",
    Row,
  )) {
    for (const industry of grown) {
      usual.set(industry, [...(usual.get(industry) ?? []), { competence, share }]);
    }
  }
  for (const asked of usual.values()) asked.sort((one, other) => other.share - one.share);
  return usual;
}
