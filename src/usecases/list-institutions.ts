import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { type InstitutionRow, listInstitutionRows } from "../graph/queries/institutions.ts";
import type { Context } from "./context.ts";

export const ListInstitutions = z.object({
  /** Part of the name, or the beginning of its pinyin initials. */
  words: z.string().trim().max(100).default(""),
  cursor: z.string().max(200).default(""),
  limit: wholeNumber(1, 200).default(50),
});

export interface InstitutionPage {
  institutions: InstitutionRow[];
  next: string | null;
}

/** Sending institutions, with the number of their people. */
export async function listInstitutions(
  { actor, graph }: Context,
  { words, cursor, limit }: z.infer<typeof ListInstitutions>,
): Promise<InstitutionPage> {
  permit(actor, "directory.read");
  const found = await graph.all(listInstitutionRows, {
    words: words.toLowerCase(),
    after: cursor,
    limit: limit + 1,
  });
  const institutions = found.slice(0, limit);
  return { institutions, next: found.length > limit ? (institutions.at(-1)?.id ?? null) : null };
}
