import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { County } from "../domain/places/place.ts";
import { maskContacts } from "../domain/privacy/personal.ts";
import { expertsBasedIn, industriesOfCounty } from "../graph/queries/counties.ts";
import { type ExpertCard, expertCards } from "../graph/queries/experts.ts";
import { listNeedLines, type NeedLine } from "../graph/queries/needs.ts";
import type { Context } from "./context.ts";
import { countyOf, placeId } from "./loading/naming.ts";

export const ReadCounty = z.object({ county: z.string().min(1).max(50) });

export interface CountyView {
  county: County;
  prefecture: string;
  industries: { industry: string; role: string; rank: number; note: string; assumed: boolean }[];
  /** The newest needs; phones and e-mail addresses in their texts are masked. */
  needs: NeedLine[];
  /** Experts on duty who are based here. */
  experts: ExpertCard[];
  townships: number;
  villages: number;
}

const INDUSTRIES = 50;
const NEEDS = 20;
const EXPERTS = 30;

/** One county: what it lives on, what it needs, who is near. */
export async function readCounty(
  context: Context,
  { county: name }: z.infer<typeof ReadCounty>,
): Promise<CountyView> {
  const { actor, graph, reference } = context;
  permit(actor, "directory.read");
  const county = countyOf(context, name);
  const id = placeId(county);
  const industries = await graph.all(industriesOfCounty, { county: id, limit: INDUSTRIES });
  const based = await graph.all(expertsBasedIn, { county: id, limit: EXPERTS });
  const newest = { county: id, status: "", words: "", before: "~", limit: NEEDS };
  const needs = await graph.all(listNeedLines, newest);
  const { townships, villages, prefectures } = reference.places;
  const below = (codes: Iterable<string>) =>
    [...codes].filter((code) => code.startsWith(county.code)).length;
  return {
    county,
    prefecture: prefectures.get(county.parent)?.name ?? "",
    industries: industries.map(({ industry, ...grown }) => ({
      ...grown,
      industry: industry.replace(/^ind_/, ""),
    })),
    needs: needs.map((need) => ({ ...need, text: maskContacts(need.text) })),
    experts: await graph.all(expertCards, { ids: based.map((expert) => expert.id) }),
    townships: below(townships.keys()),
    villages: below(villages.keys()),
  };
}
