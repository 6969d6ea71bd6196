import { z } from "@hono/zod-openapi";
import { CORRECTION_ORIGINS } from "../../../domain/model/correction.ts";
import { Next } from "./parts.ts";

export const StoredCorrections = z
  .object({ stored: z.int().openapi({ description: "How many were stored", example: 2 }) })
  .openapi("StoredCorrections");

const Correction = z
  .object({
    id: z.string(),
    at: z.string().openapi({ description: "ISO 8601, UTC" }),
    by: z.string().openapi({ description: "As typed; unverified" }),
    text: z.string().openapi({ description: "Numbers cut out, phones and e-mail masked" }),
    words: z.string().openapi({ description: "text.slice(from, to); empty when no words stand" }),
    from: z.int(),
    to: z.int(),
    tag: z.string().openapi({ example: "skill:ponkan/plant-pest" }),
    right: z.boolean().openapi({ description: "Whether the text asks for it" }),
    origin: z
      .enum(CORRECTION_ORIGINS)
      .openapi({ description: "Who gave the tag: a reading, or the person who missed it" }),
  })
  .openapi("Correction");

export const CorrectionPage = z
  .object({ corrections: z.array(Correction), next: Next })
  .openapi("CorrectionPage");
