import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { listTeamDraftLines, type TeamDraftLine } from "../graph/queries/team-drafts.ts";
import type { Context } from "./context.ts";
import { countyOf, placeId } from "./loading/naming.ts";

export const ListTeamDrafts = z.object({
  /** Name or code; every county when left out. */
  county: z.string().trim().max(50).default(""),
  status: z.enum(["", "draft", "committed"]).default(""),
  /** From the page before. */
  cursor: z.string().max(100).default(""),
  limit: wholeNumber(1, 200).default(50),
});

export interface TeamDraftPage {
  drafts: (Omit<TeamDraftLine, "county"> & { county: { code: string; name: string } })[];
  next: string | null;
}

/** Sorts after every code. */
const FIRST_PAGE = "~";

/** Drafts of teams, the newest first. */
export async function listTeamDrafts(
  context: Context,
  { county, status, cursor, limit }: z.output<typeof ListTeamDrafts>,
): Promise<TeamDraftPage> {
  permit(context.actor, "team.read");
  const found = await context.graph.all(listTeamDraftLines, {
    county: county === "" ? "" : placeId(countyOf(context, county)),
    status,
    before: cursor || FIRST_PAGE,
    limit: limit + 1,
  });
  const drafts = found.slice(0, limit).map((line) => {
    const { code, name } = countyOf(context, line.county);
    return { ...line, county: { code, name } };
  });
  const next = found.length > limit ? (drafts.at(-1)?.code ?? null) : null;
  return { drafts, next };
}
