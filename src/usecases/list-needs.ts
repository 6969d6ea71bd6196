import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { NEED_STATUSES } from "../domain/model/need.ts";
import { maskContacts, seeksContacts } from "../domain/privacy/personal.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { listNeedLines, type NeedLine } from "../graph/queries/needs.ts";
import type { Context } from "./context.ts";
import { countyOf, placeId } from "./loading/naming.ts";

export const ListNeeds = z.object({
  county: z.string().trim().max(50).default(""),
  status: z.union([z.enum(NEED_STATUSES), z.literal("")]).default(""),
  /** Part of the text. */
  words: z.string().trim().max(50).default(""),
  /** From the page before. */
  cursor: z.string().max(50).default(""),
  limit: wholeNumber(1, 100).default(20),
});

export interface NeedPage {
  needs: NeedLine[];
  next: string | null;
}

/** Sorts after every code. */
const FIRST_PAGE = "~";

/** Needs, the newest first; phones and e-mail addresses in their texts are masked. */
export async function listNeeds(
  context: Context,
  { county, status, words, cursor, limit }: z.infer<typeof ListNeeds>,
): Promise<NeedPage> {
  permit(context.actor, "need.read");
  // Texts are shown masked; a search in what is masked would spell it out digit by digit.
  if (seeksContacts(words)) return { needs: [], next: null };
  const found = await context.graph.all(listNeedLines, {
    county: county ? placeId(countyOf(context, county)) : "",
    status,
    words,
    before: cursor || FIRST_PAGE,
    limit: limit + 1,
  });
  const needs = found.slice(0, limit).map((need) => ({ ...need, text: maskContacts(need.text) }));
  return { needs, next: found.length > limit ? (needs.at(-1)?.code ?? null) : null };
}
