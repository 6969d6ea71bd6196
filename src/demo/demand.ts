import type { County } from "../domain/places/place.ts";
import { akin, lineOf, type World } from "./world.ts";

/** How much a county wants help with an industry, > 0. */
export type DemandOf = (county: County, industry: string) => number;

/** Looks each county and industry up once. */
export function demandBook(world: World): DemandOf {
  const known = new Map<string, Map<string, number>>();
  return ({ code }, industry) => {
    const ofCounty = known.get(code) ?? new Map<string, number>();
    known.set(code, ofCounty);
    const demand = ofCounty.get(industry) ?? demandIn(world, code, industry);
    ofCounty.set(industry, demand);
    return demand;
  };
}

/** It grows the industry, something akin, something of the branch, or nothing like it. */
function demandIn(world: World, county: string, industry: string): number {
  const industries = world.grown.get(county) ?? [];
  const line = lineOf(world, industry);
  if (line.includes("services")) return 2;
  if (industries.includes(industry)) return 6;
  if (industries.some((one) => akin(world, one, industry))) return 4;
  const next = line[1] ?? industry;
  return industries.some((one) => lineOf(world, one).includes(next)) ? 1 : 0.15;
}
