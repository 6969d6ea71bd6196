import { z } from "@hono/zod-openapi";

const Span = z
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

export const Tags = z
  .object({
    industries: z.array(z.string()),
    competences: z.array(z.string()),
    needs: z.array(
      z.object({
        skills: z.array(
          z.object({
            industry: z.string(),
            competence: z.string(),
            weight: z.number(),
            confidence: z.number(),
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
    unknown: z.array(Span),
    askBack: z.array(AskBack),
    evidence: z.array(Span.extend({ tag: z.string(), rule: z.string() })),
  })
  .openapi("Tags");
