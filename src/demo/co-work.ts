import type { County } from "../domain/places/place.ts";
import type { Person } from "./person.ts";
import type { Lot } from "./random.ts";
import type { Team } from "./teams.ts";

/** Two people who went out together or sat in one team. */
export interface CoWork {
  one: string;
  other: string;
  times: number;
  lastYear: number;
}

const LARGEST_PARTY = 4;

interface Cell {
  county: County;
  year: number;
  people: Person[];
}

interface Party {
  county: County;
  year: number;
  people: readonly Person[];
}

/**
 * Sends those who are posted to the same county in the same year out together, in parties of one
 * to four, once or more; each visit is added to those who went. Answers the parties.
 */
export function visitCounties(lot: Lot, people: readonly Person[], year: number): Party[] {
  const parties: Party[] = [];
  for (const cell of cellsOf(people)) {
    const waiting = lot.shuffled(cell.people);
    while (waiting.length > 0) {
      const party = { ...cell, people: waiting.splice(0, lot.whole(1, LARGEST_PARTY)) };
      const visits = lot.whole(0, 5) >> 1;
      for (let visit = 0; visit < visits; visit += 1) {
        goOut(lot, party, cell.year === year ? 10 : 12);
        parties.push(party);
      }
    }
  }
  return parties;
}

/** Experienced people by county and year. */
function cellsOf(people: readonly Person[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const person of people) {
    if (person.newcomer) continue;
    for (const { county, year } of person.postings) {
      const key = `${county.code}/${year}`;
      const cell = cells.get(key) ?? { county, year, people: [] };
      cells.set(key, cell);
      cell.people.push(person);
    }
  }
  return [...cells.values()];
}

function goOut(lot: Lot, { county, year, people }: Party, lastMonth: number): void {
  const date = [year, twoDigits(lot.whole(1, lastMonth)), twoDigits(lot.whole(1, 28))].join("-");
  for (const person of people) {
    const remote = people.length === 1 && person.modes.includes("remote") && lot.chance(0.4);
    const onSite = person.modes.includes("resident") && lot.chance(0.6) ? "resident" : "circuit";
    person.visits.push({
      county,
      date,
      year,
      days: remote ? 1 : lot.whole(1, 5),
      mode: remote ? "remote" : onSite,
    });
  }
}

export const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Who worked with whom, from the smaller id to the larger. */
export function coWork(parties: readonly Party[], teams: readonly Team[]): CoWork[] {
  const found = new Map<string, CoWork>();
  for (const { people, year } of parties) meet(found, people, year);
  for (const { members, year } of teams) {
    meet(
      found,
      members.map(({ person }) => person),
      year,
    );
  }
  return [...found.values()];
}

function meet(found: Map<string, CoWork>, people: readonly Person[], year: number): void {
  const ids = people.map(({ id }) => id).sort();
  for (const [index, one] of ids.entries()) {
    for (const other of ids.slice(index + 1)) {
      const { times, lastYear } = found.get(one + other) ?? { times: 0, lastYear: 0 };
      found.set(one + other, { one, other, times: times + 1, lastYear: Math.max(lastYear, year) });
    }
  }
}
