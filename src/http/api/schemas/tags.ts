import { z } from "@hono/zod-openapi";
import { orNull } from "./parts.ts";

export const Span = z
  .object({ words: z.string(), from: z.int(), to: z.int() })
  .openapi("Span", { description: "UTF-16 offsets into the text: text.slice(from, to) === words" });

export const AskBack = z
  .object({
    about: z.string(),
    question: z.string(),
    options: z.array(
      z.object({
        label: z.string(),
        words: z.string().openapi({ description: "What picking it adds to the text" }),
      }),
    ),
  })
  .openapi("AskBack");

const confidence = z.number().openapi({
  description: "In (0, 1], calibrated: of the tags given 0.8, about 80 % are right",
  example: 0.84,
});

export const Evidence = Span.extend({
  tag: z.string().openapi({
    description:
      "industry:ID, competence:ID, stage:ID, urgent or place:CODE; not:... is what the words refuse",
    example: "competence:plant-pest",
  }),
  rule: z.string().openapi({
    description: "The kind of word that was read, or the rule it follows from",
    example: "symptom",
  }),
}).openapi("TagEvidence");

const Amount = Span.extend({
  kind: z.string().openapi({
    description: "area, weight, animals, plants, money, length or share",
    example: "area",
  }),
  value: z
    .number()
    .nullable()
    .openapi({ description: "In the unit; null where the words give no number", example: 500 }),
  unit: z.string().openapi({ example: "亩" }),
}).openapi("Amount");

export const Tags = z
  .object({
    industries: z.array(z.string()),
    competences: z.array(z.string()),
    tags: z
      .array(z.object({ tag: z.string().openapi({ example: "industry:ponkan" }), confidence }))
      .openapi({ description: "Each of these industries and competences, and how sure it is" }),
    needs: z.array(
      z.object({
        skills: z.array(
          z.object({
            industry: z.string(),
            competence: z.string(),
            weight: z.number(),
            confidence,
          }),
        ),
        place: z
          .string()
          .nullable()
          .openapi({ description: "Code of a place named in the words, only suggested" }),
      }),
    ),
    stages: z.array(z.string()),
    urgent: z.boolean(),
    amounts: z.array(Amount).openapi({ description: "Sizes and amounts in the words" }),
    headcount: orNull(Span.extend({ value: z.number() }).openapi("Headcount")).openapi({
      description: "How many helpers are wanted; null where the words do not say",
    }),
    dates: z.array(Span).openapi({ description: "Dates and times of the year in the words" }),
    unknown: z.array(Span).openapi({ description: "Words of substance that were not understood" }),
    askBack: z.array(AskBack).openapi({ description: "Not empty: answer these first" }),
    evidence: z.array(Evidence),
  })
  .openapi("Tags");

export const TagsOfTexts = z
  .object({
    texts: z.array(Tags.extend({ id: z.string() }).openapi("TagsOfText")).openapi({
      description: "In the order of the texts sent",
    }),
  })
  .openapi("TagsOfTexts");
