import { z } from "zod";
import { query } from "../query.ts";

const Kept = z.object({
  id: z.string(),
  fingerprint: z.string(),
  answer: z.string(),
  at: z.string(),
});

export const findIdempotencyKey = query(
  "idempotency/find",
  { id: z.string() },
  Kept.pick({ fingerprint: true, answer: true }),
);
export const keepIdempotencyKey = query("idempotency/keep", Kept.shape, Kept.pick({ id: true }));
