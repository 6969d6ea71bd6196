import { z } from "zod";
import type { Fault } from "../error.ts";
import { parsed, refuseFaults } from "../input.ts";
import { presetContradictions } from "./preset-contradictions.ts";
import { TeamRule } from "./problem.ts";

/** Of its name and its source, in either language. */
export const LONGEST_PRESET_TEXT = 500;

const Line = z.string().min(1).max(LONGEST_PRESET_TEXT);
const Text = z.object({ zh: Line, en: Line });

/** The id of a preset: a word of a URL. */
const PresetId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: "must be lower-case letters and digits, a letter first, with single hyphens between",
  })
  .max(60);

/** What an officer composes by: rules, and what goes with a team of this kind. */
export const TeamPreset = z.strictObject({
  id: PresetId,
  version: z.int().min(1),
  name: Text,
  /** Where the rules come from. */
  source: Text,
  /** True when its rules are assumed, not published. */
  assumed: z.boolean(),
  rules: z
    .array(TeamRule)
    .refine((rules) => rules.length > 0, {
      message: "a preset needs at least one rule",
      params: { zh: "至少要有一条规则" },
      abort: true,
    })
    // Said above in plainer words; here for the description of the API.
    .min(1)
    .max(100),
  /** Years a team stays. */
  termYears: z.int().min(1).max(10),
  /** How many deputies a team has that is at least this large; the largest size reached counts. */
  deputies: z
    .array(z.strictObject({ size: z.int().min(1).max(200), deputies: z.int().min(0).max(20) }))
    .max(10),
  /** Tier whose best member speaks for the county; null when there is no such role. */
  coordinatorTier: z.enum(["county"]).nullable(),
  /** Whether the members stand in squads by industry. */
  squads: z.boolean(),
  /** Days of service a year asked of each member. */
  daysPerMember: z.int().min(1).max(366),
  /** Whether nobody may be in two teams at a time. */
  oneTeamOnly: z.boolean(),
  /** Name of the policy that weighs. */
  policy: z.string().min(1).max(60),
});
export type TeamPreset = z.infer<typeof TeamPreset>;

/** The preset, checked. Throws `invalid` with every faulty field, also when it contradicts itself. */
export function readPreset(input: unknown): TeamPreset {
  const preset = parsed(TeamPreset, input);
  const faults: Fault[] = presetContradictions(preset);
  return faults.length > 0 ? refuseFaults(faults) : preset;
}

/** A preset as a draft names it: what a version says never changes. */
export const presetName = ({ id, version }: Pick<TeamPreset, "id" | "version">): string =>
  `${id}@${version}`;
