import { z } from "@hono/zod-openapi";
import { Recommendation } from "./matches.ts";
import { AskedSkill, NeedName, orNull, PlaceName } from "./parts.ts";

export const KeptRun = z
  .object({ id: z.string(), need: NeedName, policy: z.string() })
  .openapi("KeptRun");

export const Run = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    policy: z.string(),
    dataRevision: z.string().openapi({ description: "Last change of the graph at that time" }),
    need: orNull(NeedName),
    county: PlaceName,
    asked: z.array(AskedSkill),
    recommendations: z.array(Recommendation),
    others: z.array(Recommendation).openapi({ description: "Experts who were asked about" }),
    abstained: z.string().nullable(),
  })
  .openapi("Run");

const Rank = z.int().nullable().openapi({ description: "From 1; null = not listed" });
const Score = z.int().nullable();

export const Replay = z
  .object({
    run: z.string(),
    at: z.string(),
    policy: z.object({ before: z.string(), after: z.string() }),
    same: z.boolean(),
    general: z.array(z.string()).openapi({ description: "What changed for all" }),
    moves: z.array(
      z.object({
        expert: z.object({ id: z.string(), name: z.string().nullable() }),
        rankBefore: Rank,
        rankAfter: Rank,
        scoreBefore: Score,
        scoreAfter: Score,
        parts: z.array(
          z.object({ part: z.string(), name: z.string(), before: z.int(), after: z.int() }),
        ),
        sentences: z.array(z.string()).openapi({ description: "What happened, then why" }),
      }),
    ),
  })
  .openapi("Replay");
