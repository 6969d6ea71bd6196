import { z } from "zod";
import { query } from "../query.ts";

const Institution = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  city: z.string(),
  demo: z.boolean(),
  /** Number of its people. */
  experts: z.int(),
});
export type InstitutionRow = z.infer<typeof Institution>;

export const listInstitutionRows = query(
  "institutions/list",
  { words: z.string(), after: z.string(), limit: z.int() },
  Institution,
);

export const institutionById = query(
  "institutions/by-id",
  { id: z.string() },
  Institution.extend({ prefectureCode: z.string().nullable(), paired: z.array(z.string()) }),
);

export const institutionsNamed = query(
  "institutions/named",
  { name: z.string(), limit: z.int() },
  Institution.pick({ id: true, name: true }),
);
