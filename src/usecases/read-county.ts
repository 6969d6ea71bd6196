import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { distanceKm } from "../domain/places/distance.ts";
import type { County, Place } from "../domain/places/place.ts";
import { countyOf as countyAbove } from "../domain/places/tree.ts";
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
  /** Experts on duty who are based here, then those of the counties around, the nearest first. */
  experts: ExpertCard[];
  townships: number;
  villages: number;
}

const INDUSTRIES = 50;
const NEEDS = 20;
const EXPERTS = 30;

/** A county is around when its centre lies this near to the other's. */
const AROUND_KM = 60;

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
  const near = await expertsNear(context, county);
  const newest = { county: id, status: "", words: "", before: "~", limit: NEEDS };
  const needs = await graph.all(listNeedLines, newest);
  const { townships, villages, prefectures } = reference.places;
  const isBelow = (place: Place) => countyAbove(reference.places, place)?.code === county.code;
  return {
    county,
    prefecture: prefectures.get(county.parent)?.name ?? "",
    industries: industries.map(({ industry, ...grown }) => ({
      ...grown,
      industry: industry.replace(/^ind_/, ""),
    })),
    needs: needs.map((need) => ({ ...need, text: maskContacts(need.text) })),
    experts: near,
    townships: [...townships.values()].filter(isBelow).length,
    villages: [...villages.values()].filter(isBelow).length,
  };
}

async function expertsNear({ graph, reference }: Context, county: County): Promise<ExpertCard[]> {
  const around = [...reference.places.counties.values()]
    .map((one) => ({ one, km: distanceKm(county.location, one.location) }))
    .filter(({ km }) => km <= AROUND_KM)
    .toSorted((a, b) => a.km - b.km || (a.one.code < b.one.code ? -1 : 1));
  const ids: string[] = [];
  for (const { one } of around) {
    if (ids.length >= EXPERTS) break;
    const limit = EXPERTS - ids.length;
    const based = await graph.all(expertsBasedIn, { county: placeId(one), limit });
    ids.push(...based.map(({ id }) => id));
  }
  const cards = await graph.all(expertCards, { ids });
  return cards.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
