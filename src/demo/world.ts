import type { Location } from "../domain/model/expert.ts";
import { lineage, type SkillKey, type Vocabulary } from "../domain/model/vocabulary.ts";
import type { County, Places } from "../domain/places/place.ts";
import { type DemoId, demoIds } from "./identity.ts";
import { Lot } from "./random.ts";
import type { DemoTables, InstitutionRow } from "./tables.ts";

export interface DemoReference {
  places: Places;
  vocabulary: Vocabulary;
  tables: DemoTables;
}

export interface DemoOptions {
  /** How many experts are invented, >= 0. */
  experts: number;
  /** The same seed gives the same records, byte for byte. */
  seed: number;
  /** Calendar year of the current postings and of the needs. */
  year: number;
}

/** An institution where it stands. */
export interface Seat {
  row: InstitutionRow;
  /** Id in the graph. */
  id: string;
  /** Null outside the province. */
  county: County | null;
  city: string;
  location: Location;
}

/** All that every part of the demo province is made from; it does not grow with the experts. */
export interface World extends DemoReference, DemoOptions {
  idOf: DemoId;
  /** A stream of draws of its own for each purpose. */
  lotFor: (purpose: string) => Lot;
  counties: readonly County[];
  seats: readonly Seat[];
  /** Ids of the industries of a county, most important first, by its code. */
  grown: ReadonlyMap<string, readonly string[]>;
  /** An industry and everything broader, nearest first. */
  lines: ReadonlyMap<string, readonly string[]>;
  /** Names of its rural townships, by the code of the county. */
  towns: ReadonlyMap<string, readonly string[]>;
  /** Names of its poor villages, by the code of the county. */
  villages: ReadonlyMap<string, readonly string[]>;
}

export function createWorld(reference: DemoReference, options: DemoOptions): World {
  const { places, tables, vocabulary } = reference;
  return {
    ...reference,
    ...options,
    idOf: demoIds(options.seed),
    lotFor: (purpose) => new Lot(`${options.seed}/${purpose}`),
    counties: [...places.counties.values()],
    seats: tables.institutions.map((row) => seatOf(places, row)),
    lines: new Map([...vocabulary.industries.keys()].map((id) => [id, lineage(vocabulary, id)])),
    grown: groups(places.industries, ({ county, industry }) => [county, industry]),
    towns: groups(
      [...places.townships.values()].filter(({ name }) => /[乡镇]$/u.test(name)),
      ({ parent, name }) => [parent ?? "", name],
    ),
    villages: groups([...places.villages.values()], ({ parent, name }) => [
      parent.slice(0, 6),
      name,
    ]),
  };
}

/** Throws a RangeError when the institution is seated in a county that is not there. */
function seatOf(places: Places, row: InstitutionRow): Seat {
  const id = `inst_${row.id}`;
  if (row.outside) {
    const { city, ...location } = row.outside;
    return { row, id, county: null, city, location };
  }
  const county = places.counties.get(row.county ?? "");
  if (!county) throw new RangeError(`${row.name} is seated in the unknown county ${row.county}`);
  const city = places.prefectures.get(county.parent)?.name ?? county.name;
  return { row, id, county, city, location: county.location };
}

/** The second of each pair, gathered by the first. */
function groups<Item>(
  items: readonly Item[],
  pair: (item: Item) => readonly [key: string, value: string],
): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>();
  for (const item of items) {
    const [key, value] = pair(item);
    const group = byKey.get(key);
    if (group) group.push(value);
    else byKey.set(key, [value]);
  }
  return byKey;
}

/** The industry and everything broader. */
export const lineOf = ({ lines }: World, industry: string): readonly string[] =>
  lines.get(industry) ?? [];

/** True when one of the two industries is the other or something narrower. */
export const akin = (world: World, one: string, other: string): boolean =>
  lineOf(world, one).includes(other) || lineOf(world, other).includes(one);

/** True when the competence makes sense in the industry: nobody prunes pigs. */
export function sensible(world: World, { industry, competence }: SkillKey): boolean {
  const scope = world.tables.scopes.get(competence);
  return !scope || lineOf(world, industry).some((id) => scope.includes(id));
}

/** How people call a county: districts and what shares its name with a city in full, others short. */
export function spokenName({ places }: DemoReference, county: County): string {
  const { name, shortName, parent } = county;
  const ambiguous = places.prefectures.get(parent)?.shortName === shortName;
  return ambiguous || name.endsWith("区") ? name : shortName;
}
