import { z } from "@hono/zod-openapi";
import {
  AskedSkill,
  Evidence,
  ExpertBrief,
  HeldSkill,
  NeedName,
  Notice,
  orNull,
  PlaceName,
} from "./parts.ts";
import { AskBack, Tags } from "./tags.ts";

const Part = z
  .object({
    part: z.string().openapi({ example: "coverage" }),
    points: z.int().openapi({ description: "In 1/10,000" }),
    max: z.int(),
    name: z.string(),
    sentence: z.string().openapi({ description: "Why it has these points" }),
  })
  .openapi("Part");

const judgement = {
  score: z.int().openapi({ description: "Sum of the parts' points, 0 to 10,000" }),
  parts: z.array(Part),
  matched: z.array(
    z.object({
      asked: AskedSkill,
      held: HeldSkill.omit({ evidence: true }),
      fit: z.number().openapi({ description: "In (0, 1]" }),
      evidence: z.array(Evidence),
    }),
  ),
  missing: z.array(AskedSkill).openapi({ description: "Asked skills that nothing held fits" }),
  distanceKm: z.number(),
  lacks: z.array(z.string()).openapi({ description: "What is still missing, in sentences" }),
  refusals: z
    .array(z.object({ code: z.string(), sentence: z.string() }))
    .openapi({ description: "Why the expert may not be sent; empty when eligible" }),
};

export const Recommendation = z
  .object({ expert: ExpertBrief, ...judgement })
  .openapi("Recommendation");

const question = {
  need: orNull(NeedName),
  county: PlaceName,
  askBack: z.array(AskBack).openapi({ description: "Not empty: answer these first" }),
};

export const Recommendations = z
  .object({
    ...question,
    asked: z.array(AskedSkill),
    recommendations: z.array(Recommendation).openapi({ description: "Best first" }),
    abstained: z
      .object({ code: z.string(), reason: z.string(), nearest: z.array(Recommendation) })
      .nullable()
      .openapi({ description: "Not null: nobody fits well enough" }),
    policy: z.string().openapi({ example: "default@2" }),
    text: z.string(),
    tags: Tags,
    notices: z.array(Notice),
  })
  .openapi("Recommendations");

export const WhyNot = z
  .object({
    ...question,
    answer: z.string().openapi({
      description: "listed, refused, no_skill, abstained, outscored or ask_back",
    }),
    sentence: z.string(),
    lost: z
      .array(z.object({ part: z.string(), name: z.string(), points: z.int(), against: z.int() }))
      .openapi({ description: "Parts that lost against the last one listed, the most first" }),
    candidate: orNull(Recommendation).openapi({ description: "The expert asked about" }),
    lastListed: orNull(Recommendation),
    policy: z.string(),
  })
  .openapi("WhyNot");

const Opening = z
  .object({
    need: NeedName.extend({
      text: z.string(),
      urgent: z.boolean(),
      days: z.int(),
      year: z.int(),
      demo: z.boolean(),
    }),
    county: PlaceName,
    ...judgement,
  })
  .openapi("Opening");

export const Openings = z
  .object({
    expert: ExpertBrief,
    openings: z.array(Opening).openapi({ description: "Best first" }),
    refused: z
      .array(Opening)
      .openapi({ description: "Needs that fit in skills but cannot be served, with the reasons" }),
    policy: z.string(),
  })
  .openapi("Openings");
