import type { Location } from "../domain/model/expert.ts";
import { distanceKm } from "../domain/places/distance.ts";
import type { County } from "../domain/places/place.ts";
import { type DemandOf, demandBook } from "./demand.ts";
import type { InstitutionLevel } from "./tables.ts";
import { Weighted } from "./weighted.ts";
import type { World } from "./world.ts";

/** From where, and with what, somebody goes to serve. */
interface Outset {
  /** Names the place, e.g. a county code: equal keys mean equal locations. */
  key: string;
  location: Location;
  level: InstitutionLevel;
  industry: string;
}

/** The counties somebody may be sent to: those that live on the industry, near, and poor. */
export type CountiesFor = (outset: Outset) => Weighted<County>;

/** The distance in km at which the chance to be sent falls to 1/e. */
const REACH_KM = { county: 35, prefecture: 90, province: 230, outside: 500 } as const;

const POVERTY_FACTOR = { national: 2.4, provincial: 1.6, none: 1 } as const;

/** Where there are fewer rural townships than this, few are sent. */
const RURAL_TOWNS = 3;
const URBAN_FACTOR = 0.2;

export function countyChooser(world: World): CountiesFor {
  const demandOf = demandBook(world);
  const known = new Map<string, Weighted<County>>();
  return (outset) => {
    const key = `${outset.key}/${outset.level}/${outset.industry}`;
    const counties =
      known.get(key) ?? new Weighted(world.counties, weightOf({ world, demandOf }, outset));
    known.set(key, counties);
    return counties;
  };
}

const weightOf =
  (
    { world, demandOf }: { world: World; demandOf: DemandOf },
    { location, level, industry }: Outset,
  ) =>
  (county: County): number =>
    demandOf(county, industry) *
    POVERTY_FACTOR[county.poverty] *
    ((world.towns.get(county.code)?.length ?? 0) < RURAL_TOWNS ? URBAN_FACTOR : 1) *
    Math.exp(-distanceKm(location, county.location) / REACH_KM[level]);
