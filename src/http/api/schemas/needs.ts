import { z } from "@hono/zod-openapi";
import { NEED_STATUSES } from "../../../domain/model/need.ts";
import { AskedSkill, NeedName, Next, Notice, PlaceName } from "./parts.ts";
import { Tags } from "./tags.ts";

export const NeedLine = NeedName.extend({
  text: z.string(),
  status: z.string().openapi({ description: NEED_STATUSES.join(", ") }),
  urgent: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string().openapi({ description: "As typed; unverified" }),
  demo: z.boolean(),
  county: PlaceName,
}).openapi("NeedLine");

export const NeedPage = z.object({ needs: z.array(NeedLine), next: Next }).openapi("NeedPage");

export const Need = NeedLine.extend({
  allowsRemote: z.boolean(),
  days: z.int(),
  year: z.int(),
  asked: z.array(AskedSkill),
  tags: Tags,
  runs: z
    .array(z.object({ id: z.string(), at: z.string(), by: z.string(), policy: z.string() }))
    .openapi({ description: "Kept rankings, the newest first" }),
}).openapi("Need");

export const CreatedNeed = NeedName.extend({
  status: z.string(),
  run: z.string().nullable().openapi({
    description: "The ranking that was kept; null when something has to be asked back first",
  }),
  notices: z.array(Notice),
}).openapi("CreatedNeed");
