import { distanceKm } from "../domain/places/distance.ts";
import type { County } from "../domain/places/place.ts";
import type { Person, PostingDraft } from "./person.ts";
import type { Lot } from "./random.ts";
import { type CountiesFor, countyChooser } from "./service-counties.ts";
import { Weighted } from "./weighted.ts";
import type { World } from "./world.ts";

/** How many current postings somebody on duty has, and how many past ones an experienced one. */
const CURRENT = new Weighted([0, 1, 2, 3], (count) => [34, 46, 16, 4][count] ?? 0);
const PAST = new Weighted([1, 2, 3], (count) => [0, 70, 22, 8][count] ?? 0);

const SHORTEST_DAYS = 5;

/** How many years back the past postings reach. */
const YEARS_BACK = 4;

/** Gives a person their current and past postings. */
export type Post = (lot: Lot, person: Person) => void;

export function dispatcher(world: World): Post {
  const countiesFor = countyChooser(world);
  return (lot, person) => {
    const counties = servable(person, countiesFor);
    if (person.onDuty) postNow(lot, { person, counties, year: world.year });
    if (!person.newcomer) postBefore(lot, { person, counties, year: world.year });
  };
}

/** The counties someone may be sent to. */
export function servable(person: Person, countiesFor: CountiesFor): Weighted<County> {
  return countiesFor({
    key: person.county?.code ?? person.seat.id,
    location: person.location,
    level: person.seat.row.level,
    industry: person.industry,
  });
}

interface Candidate {
  person: Person;
  counties: Weighted<County>;
  year: number;
}

/** Current postings: a county at most once, and never more days than granted. */
function postNow(lot: Lot, { person, counties, year }: Candidate): void {
  let left = person.daysPerYear;
  for (const county of destinations(lot, { person, counties, count: CURRENT.draw(lot) })) {
    const days = Math.min(left, lot.whole(2, 7) * SHORTEST_DAYS);
    if (days < SHORTEST_DAYS) return;
    left -= days;
    person.postings.push({ county, year, days, status: "active" });
  }
}

function postBefore(lot: Lot, { person, counties, year }: Candidate): void {
  const oldest = Math.max(1, Math.min(YEARS_BACK, person.careerYears));
  for (const county of destinations(lot, { person, counties, count: PAST.draw(lot) })) {
    const days = Math.min(person.daysPerYear, lot.whole(2, 12) * SHORTEST_DAYS);
    person.postings.push({ county, year: year - lot.whole(1, oldest), days, status: "completed" });
  }
}

interface Trip {
  person: Person;
  counties: Weighted<County>;
  count: number;
}

/** Different counties within reach; their own when nothing else is. */
function destinations(lot: Lot, { person, counties, count }: Trip): Set<County> {
  const chosen = new Set<County>();
  for (let tries = 0; chosen.size < count && tries < 12; tries += 1) {
    const county = counties.draw(lot);
    if (distanceKm(person.location, county.location) <= person.travelRadiusKm) chosen.add(county);
  }
  if (chosen.size === 0 && count > 0 && person.county) chosen.add(person.county);
  return chosen;
}

/** Past postings first, the newest of them first. */
export const pastPostings = ({ postings }: Person): PostingDraft[] =>
  postings
    .filter(({ status }) => status === "completed")
    .sort((one, other) => other.year - one.year);
