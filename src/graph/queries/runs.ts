import { z } from "zod";
import { query } from "../query.ts";

const Json = z.string();

const Run = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  policy: z.string(),
  dataRevision: z.string(),
  request: Json,
  result: Json,
});

export const createRun = query(
  "runs/create",
  { id: z.string(), properties: Run.omit({ id: true }) },
  Run.pick({ id: true }),
);
export const linkRun = query(
  "runs/link",
  { id: z.string(), need: z.string() },
  Run.pick({ id: true }),
);
export const runById = query(
  "runs/by-id",
  { id: z.string() },
  Run.extend({ need: z.string().nullable() }),
);
export const runsOfNeed = query(
  "runs/of-need",
  { need: z.string(), limit: z.int() },
  Run.pick({ id: true, at: true, by: true, policy: true }),
);
