import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { type CorrectionRow, listCorrectionRows } from "../graph/queries/corrections.ts";
import type { Context } from "./context.ts";

export const ListCorrections = z.object({
  /** From the page before. */
  cursor: z.string().max(100).default(""),
  limit: wholeNumber(1, 500).default(100),
});

export interface CorrectionPage {
  corrections: CorrectionRow[];
  next: string | null;
}

/** Sorts after every id. */
const FIRST_PAGE = "~";

/** What people said of the tags of their texts, the newest first. For the operator only. */
export async function listCorrections(
  context: Context,
  { cursor = "", limit = 100 }: z.input<typeof ListCorrections>,
): Promise<CorrectionPage> {
  permit(context.actor, "correction.read");
  const before = cursor || FIRST_PAGE;
  const found = await context.graph.all(listCorrectionRows, { before, limit: limit + 1 });
  const corrections = found.slice(0, limit);
  const next = found.length > limit ? (corrections.at(-1)?.id ?? null) : null;
  return { corrections, next };
}
