import { distanceKm } from "../domain/places/distance.ts";
import type { County } from "../domain/places/place.ts";
import { type DemandOf, demandBook } from "./demand.ts";
import type { Person } from "./person.ts";
import type { Lot } from "./random.ts";
import type { World } from "./world.ts";

export interface Team {
  index: number;
  county: County;
  year: number;
  members: readonly TeamMember[];
}

interface TeamMember {
  person: Person;
  role: "leader" | "deputy" | "member";
}

/** A county whose team a block of experts makes up. */
export interface TeamSeat {
  index: number;
  county: County;
}

const TEAMS = 40;
const EXPERTS_PER_TEAM = 60;
const SMALLEST = 8;
const LARGEST = 15;
/** No more members of one specialty than this. */
const PER_SPECIALTY = 2;
const ASSOCIATE = 2;

/** Which counties, formerly poor ones, had a team last year, a list for each block of experts. */
export function teamSeats(world: World, blocks: number): TeamSeat[][] {
  const count = Math.min(TEAMS, Math.floor(world.experts / EXPERTS_PER_TEAM));
  const poor = world.counties.filter(({ poverty }) => poverty !== "none");
  const counties = world.lotFor("teams").shuffled(poor).slice(0, count);
  const seats: TeamSeat[][] = Array.from({ length: blocks }, () => []);
  for (const [index, county] of counties.entries()) {
    seats[Math.floor((index * blocks) / counties.length)]?.push({ index, county });
  }
  return seats;
}

interface Call {
  lot: Lot;
  people: readonly Person[];
  seats: readonly TeamSeat[];
}

/**
 * Last year's teams out of a block of experts: nobody in two, two of a specialty at most. Members
 * who had no posting in the county that year are given one.
 */
export function formTeams(world: World, { lot, people, seats }: Call): Team[] {
  const taken = new Set<Person>();
  const demandOf = demandBook(world);
  return seats.map(({ index, county }) => {
    const chosen = choose(lot, {
      county,
      size: lot.whole(SMALLEST, LARGEST),
      pool: ranked(county),
    });
    const year = world.year - 1;
    for (const person of chosen) {
      taken.add(person);
      postTo(lot, { person, county, year });
    }
    return { index, county, year, members: roles(chosen) };
  });

  function ranked(county: County): Person[] {
    return people
      .filter((person) => !(taken.has(person) || person.newcomer || person.rank === 0))
      .map((person) => ({ person, score: worthOf(demandOf, person, county) }))
      .sort((one, other) => other.score - one.score)
      .map(({ person }) => person);
  }
}

/** How much the county gains by the person: what they do, how near, how senior. */
const worthOf = (demandOf: DemandOf, person: Person, county: County): number =>
  demandOf(county, person.industry) *
    Math.exp(-distanceKm(person.location, county.location) / 180) +
  person.rank / 10;

interface Choice {
  county: County;
  size: number;
  pool: readonly Person[];
}

/** The best first, now and then passing somebody over. */
function choose(lot: Lot, { size, pool }: Choice): Person[] {
  const counts = new Map<string, number>();
  const chosen: Person[] = [];
  for (const person of pool) {
    if (chosen.length === size) break;
    const { id } = person.specialty;
    const count = counts.get(id) ?? 0;
    if (count >= PER_SPECIALTY || lot.chance(0.3)) continue;
    counts.set(id, count + 1);
    chosen.push(person);
  }
  return chosen;
}

/** The highest title leads, the next one or two are deputies. */
function roles(people: readonly Person[]): TeamMember[] {
  const order = [...people].sort((one, other) => other.rank - one.rank);
  const deputies = people.length > 11 ? 2 : 1;
  return order.map((person, place) => ({
    person,
    role: roleAt(place, { deputies, leads: person.rank >= ASSOCIATE }),
  }));
}

function roleAt(
  place: number,
  { deputies, leads }: { deputies: number; leads: boolean },
): TeamMember["role"] {
  if (place === 0 && leads) return "leader";
  return place <= deputies && leads ? "deputy" : "member";
}

interface Sending {
  person: Person;
  county: County;
  year: number;
}

function postTo(lot: Lot, { person, county, year }: Sending): void {
  const there = person.postings.some(
    (posting) => posting.county === county && posting.year === year,
  );
  if (there) return;
  const days = Math.min(person.daysPerYear, lot.whole(3, 8) * 5);
  person.postings.push({ county, year, days, status: "completed" });
}
