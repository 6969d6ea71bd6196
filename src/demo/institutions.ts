import type { County } from "../domain/places/place.ts";
import type { GraphRecord } from "../graph/record.ts";
import type { Lot } from "./random.ts";
import { node, relation } from "./record.ts";
import { Weighted } from "./weighted.ts";
import type { World } from "./world.ts";

/** Institutions that are paired with a county. */
const PAIRED_INSTITUTIONS = 60;

/** Prefectures with the means to help a county elsewhere. */
const HELPING = new Set(["430100", "430200", "430300", "430400", "430600", "430700", "431000"]);

export function* institutionRecords({ seats }: World): Generator<GraphRecord> {
  for (const { row, id, county, city, location } of seats) {
    yield node("Institution", id, {
      name: row.name,
      initials: row.initials,
      level: row.level,
      ...(county ? { prefectureCode: county.parent } : {}),
      city,
      ...location,
      demo: true,
    });
    if (county) yield relation([["Institution", id], "SEATED_IN", countyEnd(county)]);
  }
}

/** Institutions and prefectures with the counties they look after, poor ones first of all. */
export function* pairingRecords(world: World): Generator<GraphRecord> {
  const lot = world.lotFor("pairings");
  const counties = new Weighted(world.counties, helpNeeded);
  const helpers = lot.shuffled(world.seats.filter(({ row }) => row.level !== "county"));
  for (const seat of helpers.slice(0, PAIRED_INSTITUTIONS)) {
    for (const county of counties.several(lot, lot.chance(0.3) ? 2 : 1)) {
      yield paired(lot, { label: "Institution", id: seat.id, county, year: world.year });
    }
  }
  for (const { code } of world.places.prefectures.values()) {
    for (const county of pairedWithPrefecture(world, { lot, code })) {
      yield paired(lot, { label: "Prefecture", id: `place_${code}`, county, year: world.year });
    }
  }
}

/** One or two poor counties of its own; a prefecture with means also helps one or two elsewhere. */
function pairedWithPrefecture(
  { counties }: World,
  { lot, code }: { lot: Lot; code: string },
): County[] {
  const own = counties.filter(({ parent }) => parent === code);
  const away = counties.filter(({ parent }) => !HELPING.has(parent) && parent !== code);
  return [
    ...new Weighted(own, helpNeeded).several(lot, lot.whole(1, 2)),
    ...(HELPING.has(code) ? new Weighted(away, helpNeeded).several(lot, lot.whole(1, 2)) : []),
  ];
}

const helpNeeded = ({ poverty }: County): number =>
  ({ national: 8, provincial: 3, none: 0.2 })[poverty];

interface Pairing {
  label: "Institution" | "Prefecture";
  id: string;
  county: County;
  year: number;
}

const paired = (lot: Lot, { label, id, county, year }: Pairing): GraphRecord =>
  relation([[label, id], "PAIRED_WITH", countyEnd(county)], { since: year - lot.whole(1, 8) });

const countyEnd = ({ code }: County) => ["County", `place_${code}`] as const;
