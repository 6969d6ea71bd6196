import { z } from "zod";
import { query } from "../query.ts";

export const holdLocks = query(
  "locks/hold",
  { ids: z.array(z.string()), operation: z.string() },
  z.object({ held: z.int() }),
);
