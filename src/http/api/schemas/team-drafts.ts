import { z } from "@hono/zod-openapi";
import { TeamPreset as Preset } from "../../../domain/team/preset.ts";
import { Next, orNull, PlaceName } from "./parts.ts";
import { ComposedTeam, TeamOutcome } from "./teams.ts";

/** Presets, drafts, and compositions in the background. */

const Rules = z.array(z.string()).openapi({ description: "Each rule in words, in their order" });

export const TeamPreset = z
  .object({
    ...Preset.shape,
    edited: z.boolean().openapi({ description: "False for those that come with the product" }),
  })
  .openapi("TeamPreset");

export const TeamPresets = z.object({ presets: z.array(TeamPreset) }).openapi("TeamPresets");

export const ExplainedPreset = z
  .object({ ...Preset.shape, sentences: Rules })
  .openapi("ExplainedPreset");

export const SavedPreset = z.object({ ...Preset.shape }).openapi("SavedPreset");

export const TeamJob = z
  .object({
    id: z.string(),
    state: z.enum(["running", "done", "failed"]),
    seconds: z.number().openapi({ description: "Since it began" }),
    ahead: z.int().openapi({
      description: "How many compositions are answered first; 0 once its own search has begun",
    }),
    progress: orNull(
      z.object({
        incumbent: z.number().nullable().openapi({ description: "Worth of the best team so far" }),
        bound: z.number().nullable().openapi({ description: "No team is worth more" }),
        members: z.array(z.string()),
      }),
    ),
    team: orNull(ComposedTeam).openapi({ description: "Once it is done" }),
    problem: orNull(z.object({ code: z.string(), detail: z.string() })).openapi({
      description: "Why it failed",
    }),
  })
  .openapi("TeamJob");

const line = {
  id: z.string(),
  code: z.string().openapi({ example: "TD-2026-00042" }),
  name: z.string(),
  status: z.enum(["draft", "committed"]),
  year: z.int(),
  at: z.string(),
  by: z.string().openapi({ description: "As typed; unverified" }),
  county: PlaceName,
};

export const TeamDraftLine = z
  .object({
    ...line,
    preset: z.string(),
    outcome: z.string(),
    objective: z.number().nullable(),
    members: z.array(z.string()),
  })
  .openapi("TeamDraftLine");

export const TeamDraftPage = z
  .object({ drafts: z.array(TeamDraftLine), next: Next })
  .openapi("TeamDraftPage");

export const TeamDraft = z
  .object({
    ...line,
    committedBy: z.string().nullable(),
    committedAt: z.string().nullable(),
    undone: orNull(
      z.object({
        by: z.string().openapi({ description: "As typed; unverified" }),
        at: z.string(),
        reason: z.string(),
      }),
    ).openapi({ description: "The last time that a commit of it was undone" }),
    team: ComposedTeam.omit({ seconds: true }).openapi("KeptTeam"),
  })
  .openapi("TeamDraft");

export const SavedTeamDraft = z
  .object({ id: z.string(), code: z.string(), team: ComposedTeam })
  .openapi("SavedTeamDraft");

const Difference = {
  same: z.boolean(),
  joins: z.array(z.string()).openapi({ description: "Only in the second team" }),
  leaves: z.array(z.string()).openapi({ description: "Only in the first team" }),
  objective: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
};

export const TeamReplay = z
  .object({
    draft: z.string(),
    at: z.string(),
    ...Difference,
    answer: TeamOutcome,
  })
  .openapi("TeamReplay");

export const TeamComparison = z
  .object({
    ...Difference,
    coverage: z.array(
      z.object({
        demand: z.string(),
        left: z.number().nullable(),
        right: z.number().nullable(),
      }),
    ),
    left: TeamOutcome,
    right: TeamOutcome,
  })
  .openapi("TeamComparison");

export const TeamWhyNot = z
  .object({
    expert: z.object({ id: z.string(), name: z.string() }),
    kind: z.enum(["not_eligible", "member", "worse", "as_good", "impossible", "unknown"]),
    sentence: z.string(),
    loses: z.number().nullable().openapi({ description: "What the best team is worth more" }),
    forced: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .nullable()
      .openapi({ description: "The best team with the expert in it" }),
  })
  .openapi("TeamWhyNot");

export const CommittedTeam = z
  .object({
    team: z.string(),
    name: z.string(),
    draft: z.string(),
    year: z.int(),
    members: z.array(z.object({ expert: z.string(), role: z.string(), days: z.number() })),
  })
  .openapi("CommittedTeam");

export const UndoneTeam = z.object({ team: z.string(), draft: z.string() }).openapi("UndoneTeam");
