import { z } from "zod";
import { query } from "../query.ts";

const Applied = z.object({ id: z.string(), version: z.int(), at: z.string() });

export const appliedMigrations = query("schema/applied", { limit: z.int() }, Applied);
export const recordMigration = query("schema/record", Applied.shape, Applied.pick({ id: true }));

const BulkLoad = z.object({
  id: z.string(),
  state: z.enum(["running", "done"]),
  source: z.string(),
  at: z.string(),
});

export const bulkLoads = query("bulk-loads/current", { limit: z.int() }, BulkLoad);
export const markBulkLoad = query("bulk-loads/mark", BulkLoad.shape, BulkLoad.pick({ id: true }));
