import { z } from "zod";
import { query } from "../query.ts";

export const claimOperation = query(
  "operations/claim",
  { id: z.string(), attempt: z.int(), at: z.string() },
  z.object({ attempt: z.int() }),
);
