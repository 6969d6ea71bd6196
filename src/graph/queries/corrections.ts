import { z } from "zod";
import { CORRECTION_ORIGINS } from "../../domain/model/correction.ts";
import { query } from "../query.ts";

const Correction = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  text: z.string(),
  words: z.string(),
  from: z.int(),
  to: z.int(),
  tag: z.string(),
  right: z.boolean(),
  origin: z.enum(CORRECTION_ORIGINS),
});
export type CorrectionRow = z.infer<typeof Correction>;

export const createCorrections = query(
  "corrections/create",
  {
    corrections: z.array(z.object({ id: z.string(), properties: Correction.omit({ id: true }) })),
  },
  z.object({ stored: z.int() }),
);

export const listCorrectionRows = query(
  "corrections/list",
  { before: z.string(), limit: z.int() },
  Correction,
);
