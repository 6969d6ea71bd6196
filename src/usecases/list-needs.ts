import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { NEED_STATUSES } from "../domain/model/need.ts";
import { maskContacts } from "../domain/privacy/personal.ts";
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
  const wanted = { county: county ? placeId(countyOf(context, county)) : "", status, words };
  const needs: NeedLine[] = [];
  let before = cursor || FIRST_PAGE;
  for (let more = true; more && needs.length <= limit; ) {
    const found = await context.graph.all(listNeedLines, { ...wanted, before, limit: BATCH });
    needs.push(...found.map(masked).filter(({ text }) => text.includes(words)));
    more = found.length === BATCH;
    before = found.at(-1)?.code ?? before;
  }
  const shown = needs.slice(0, limit);
  return { needs: shown, next: needs.length > limit ? (shown.at(-1)?.code ?? null) : null };
}

/** Needs read at a time: more than a page, as some may only match in what is masked. */
const BATCH = 101;

/** Words are looked for in what is shown: else a search would spell out what is masked. */
const masked = (need: NeedLine): NeedLine => ({ ...need, text: maskContacts(need.text) });
