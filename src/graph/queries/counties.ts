import { z } from "zod";
import { query } from "../query.ts";

export const pairingsOfCounty = query(
  "counties/pairings",
  { county: z.string() },
  z.object({ institutions: z.array(z.string()), prefectures: z.array(z.string()) }),
);

export const industriesOfCounty = query(
  "counties/industries",
  { county: z.string(), limit: z.int() },
  z.object({
    industry: z.string(),
    role: z.string(),
    rank: z.int(),
    note: z.string(),
    assumed: z.boolean(),
  }),
);

export const everyoneBasedIn = query(
  "counties/based",
  { county: z.string() },
  z.object({ expert: z.string() }),
);

export const expertsBasedIn = query(
  "counties/experts",
  { county: z.string(), limit: z.int() },
  z.object({ id: z.string() }),
);
