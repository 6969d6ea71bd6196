import { z } from "@hono/zod-openapi";
import { orNull } from "./parts.ts";
import { Span, Tags } from "./tags.ts";

export const Suggestions = z
  .object({
    state: z.enum(["off", "answered", "unavailable"]).openapi({
      description:
        "off: no model is set up; unavailable: it gave nothing, the offline reading stands",
    }),
    text: z.string().openapi({ description: "As it may be shown; all spans point into it" }),
    understanding: Tags,
    suggested: z.array(
      z.object({
        industry: orNull(z.string()),
        competence: orNull(z.string()),
        confidence: z.number().openapi({ description: "As the model claims: not calibrated" }),
        span: orNull(Span).openapi({ description: "null: not found in the words" }),
      }),
    ),
    agreed: z.array(z.string()).openapi({ description: "Tags that both readings gave" }),
    dropped: z
      .int()
      .openapi({ description: "Tags of the model that nobody knows or were too many" }),
    notice: orNull(z.string()),
  })
  .openapi("Suggestions");
