import { z } from "@hono/zod-openapi";
import { Notice, orNull } from "./parts.ts";
import { Evidence, Span } from "./tags.ts";

const ProposedSkill = z
  .object({
    industry: z.string().openapi({ description: "Id of an industry", example: "kiwifruit" }),
    competence: z.string().openapi({ description: "Id of a competence", example: "plant-disease" }),
    name: z.string().openapi({ example: "猕猴桃·植物病害防治" }),
    level: z.int().openapi({
      description: "A hint, from 1 (assists) to 5 (national authority)",
      example: 4,
    }),
    confidence: z.number().openapi({ description: "In (0, 1]: how sure the reading is" }),
    because: z.array(Evidence).openapi({ description: "The words that name it" }),
    shownBy: z.array(Span).openapi({ description: "The words that speak for its level" }),
  })
  .openapi("ProposedSkill");

export const Profile = z
  .object({
    text: z.string().openapi({
      description: "What all spans point into: numbers cut out, phones and e-mail masked",
    }),
    skills: z
      .array(ProposedSkill)
      .openapi({ description: "The surest first; a person confirms each before it counts" }),
    title: orNull(
      Span.extend({
        title: z.string().openapi({ description: "senior, associate, intermediate or junior" }),
        titleName: z.string().openapi({ example: "正高" }),
      }).openapi("NamedTitle"),
    ).openapi({ description: "The highest professional title in the words" }),
    years: orNull(Span.extend({ value: z.number() }).openapi("YearsOfWork")).openapi({
      description: "Years of work in the words",
    }),
    evidence: z.array(Evidence),
    unknown: z.array(Span).openapi({ description: "Words of substance that were not understood" }),
    notices: z.array(Notice),
  })
  .openapi("Profile");
