import { z } from "@hono/zod-openapi";
import { TEAM_ROLES } from "../../../domain/team/answer.ts";
import { TeamChange } from "../../../domain/team/change.ts";
import { ObjectiveWeights } from "../../../domain/team/problem.ts";
import { orNull, PlaceName } from "./parts.ts";

const Worth = z.number().openapi({ description: "Rounded to 6 decimals", example: 35.6445 });
const Id = z.string();

const Member = z
  .object({
    id: Id,
    name: z.string(),
    role: z.enum(TEAM_ROLES),
    squad: z.string().nullable().openapi({ description: "Industry of the squad (分队)" }),
    leadsSquad: z.boolean(),
    adds: z
      .object({ objective: Worth, coverage: Worth })
      .openapi({ description: "What the team loses without the member" }),
  })
  .openapi("TeamMember");

const Repair = z
  .object({
    changes: z.array(TeamChange),
    text: z.string(),
    cost: z.number().openapi({ description: "How much it asks for; the least come first" }),
    isCheapest: z.boolean().openapi({
      description: "Whether it is proven that no other asks for less, but for those before it",
    }),
    objective: Worth.nullable().openapi({ description: "Of the best team with these changes" }),
    coverage: z
      .number()
      .nullable()
      .openapi({ description: "Share of all demands that this team covers, in [0, 1]" }),
  })
  .openapi("TeamRepair");

const Clash = z
  .object({
    id: z.string().openapi({ description: "Id of the rule, or pins, or excludes" }),
    index: z
      .int()
      .optional()
      .openapi({ description: "Place of the rule, as changes name it; absent for a person" }),
    text: z.string(),
  })
  .openapi("TeamClash");

const Shortfall = z
  .object({
    proven: z
      .boolean()
      .openapi({ description: "Whether no team under the rules reaches all that is asked" }),
    text: z.string(),
    coverages: z.array(
      z.object({
        demand: Id.nullable().openapi({ description: "null: all demands by their weights" }),
        asked: z.number(),
        reached: z.number().openapi({ description: "By the team of this answer" }),
        reachable: z.number().openapi({ description: "By the team that covers most of it" }),
        bound: z.number().openapi({ description: "No team covers more of it" }),
      }),
    ),
  })
  .openapi("TeamShortfall");

const Alternative = z
  .object({
    objective: Worth,
    bound: Worth,
    distance: Worth.openapi({ description: "How much less it is worth than the best" }),
    proven: z.boolean(),
    members: z.array(z.object({ id: Id, name: z.string(), role: z.enum(TEAM_ROLES) })),
  })
  .openapi("TeamAlternative");

const Substitute = z
  .object({
    id: Id.nullable().openapi({ description: "Who takes the place; null when several changed" }),
    objective: Worth,
    proven: z
      .boolean()
      .openapi({ description: "false: the search was stopped, a better one may exist" }),
    joins: z.array(Id),
    leaves: z.array(Id),
  })
  .openapi("TeamSubstitute");

/** What every answer says of a team and its proof. */
const outcome = {
  status: z
    .enum(["optimal", "feasible", "infeasible", "unknown"])
    .openapi({ description: "unknown: stopped before a team or a proof was found" }),
  objective: Worth.nullable(),
  bound: Worth.nullable().openapi({ description: "No team is worth more" }),
  gap: z.number().nullable().openapi({ description: "(bound - objective) / |objective|" }),
  members: orNull(z.array(Member)).openapi({ description: "null: there is no team" }),
  coverage: z.array(
    z.object({
      demand: Id,
      weight: z.number(),
      covered: z.number().openapi({ description: "Share of the most it could count, in [0, 1]" }),
      by: z.array(Id).openapi({ description: "Best fit first" }),
    }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      /** What `relax` and `lift` name the rule by; people count from 1. Null for pins, exclusions and the leader. */
      index: z.int().nullable(),
      holds: z.boolean(),
      text: z.string(),
    }),
  ),
  shortfall: orNull(Shortfall).openapi({
    description:
      "Where the coverage that is asked for is not reached: the team is then the best without that",
  }),
  conflict: z.array(Clash).openapi({
    description:
      "Rules that cannot hold together, none of which could be spared for that: the fewest where there are not too many alike; empty when all hold, or none was found in time",
  }),
  repairs: z.array(Repair).openapi({
    description:
      "The changes that ask least to make a team possible, or to reach the coverage asked for; each proven to suffice, and no part of it does. Empty unless one is needed",
  }),
};

/** What two teams are compared by. */
export const TeamOutcome = z.object(outcome).openapi("TeamOutcome");

export const TeamAnswer = z
  .object({
    ...outcome,
    parts: orNull(
      z.object({
        coverage: Worth,
        quality: Worth,
        travel: Worth,
        load: Worth,
        cohesion: Worth,
        change: Worth,
      }),
    ).openapi({ description: "What the objective is the sum of" }),
    unmendable: z
      .string()
      .nullable()
      .openapi({ description: "What no change closes, when a repair is wanted and none exists" }),
    alternatives: z.array(Alternative),
    alternativesComplete: z.boolean().openapi({
      description:
        "false: the search ended before all that were asked for, or that there are no more, was known",
    }),
    substitutes: z
      .record(Id, z.object({ kept: orNull(Substitute), reoptimised: orNull(Substitute) }))
      .openapi({
        description: "By member; without those of whom nothing was known when the search stopped",
      }),
    policy: z.string().openapi({ description: "Where the weights come from" }),
    weights: ObjectiveWeights,
    effort: z.object({ relaxations: z.int(), people: z.int(), ruledOut: z.int() }),
    seconds: z.number(),
  })
  .openapi("TeamAnswer");

const SkillDemand = z
  .object({
    id: Id.openapi({ example: "ponkan/plant-disease" }),
    industry: z.string(),
    competence: z.string(),
    stage: z.string(),
    name: z.string(),
    weight: z.number(),
    level: z.int().openapi({ description: "Asked for, from 1 to 5" }),
    reasons: z.array(z.string()).openapi({ description: "Why it weighs what it weighs" }),
  })
  .openapi("TeamDemand");

const Person = z
  .object({
    id: Id,
    name: z.string(),
    title: z.string(),
    tier: z.string(),
    institution: z.string().nullable(),
    institutionId: z.string().nullable(),
    county: orNull(PlaceName).openapi({ description: "Base; null outside the province" }),
    distanceKm: z.number(),
    freeDays: z.number(),
    load: z.number().openapi({ description: "Postings and seats in other teams" }),
    quality: z.number(),
    covers: z.array(
      z.object({ demand: Id, fit: z.number(), by: z.string(), evidence: z.array(z.string()) }),
    ),
    refusals: z.array(z.string()).openapi({ description: "Why the person is no candidate" }),
  })
  .openapi("TeamPerson");

const context = {
  county: PlaceName,
  preset: z.string().openapi({ example: "hunan-county-team@1" }),
  year: z.int(),
  changes: z.array(TeamChange),
  demands: z.array(SkillDemand),
  people: z.array(Person).openapi({ description: "Everybody the answer or the changes name" }),
};

/** A team composed out of the graph. */
export const ComposedTeam = TeamAnswer.extend(context).openapi("ComposedTeam");

/** One of the teams of all counties. */
export const CountyTeam = z
  .object({
    county: PlaceName,
    preset: z.string(),
    policy: z.string(),
    ...outcome,
    candidates: z.int(),
    demands: z.int(),
    shared: z
      .array(z.object({ id: Id, name: z.string(), counties: z.array(z.string()) }))
      .openapi({ description: "Members who stand in the teams of other counties too" }),
    seconds: z.number(),
  })
  .openapi("CountyTeam");
