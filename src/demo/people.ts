import { PROFESSIONAL_TITLES, type ServiceMode } from "../domain/model/expert.ts";
import type { County } from "../domain/places/place.ts";
import { type DemandOf, demandBook } from "./demand.ts";
import { knownSkills } from "./known-skills.ts";
import { type NameSource, nameSource } from "./names.ts";
import type { Person } from "./person.ts";
import type { Lot } from "./random.ts";
import type { InstitutionLevel, Specialty } from "./tables.ts";
import { Weighted } from "./weighted.ts";
import { lineOf, type Seat, type World } from "./world.ts";

/** Shares of junior, intermediate, associate and senior titles. */
const TITLE_SHARES: Readonly<Record<InstitutionLevel, readonly number[]>> = {
  province: [10, 32, 36, 22],
  prefecture: [16, 40, 32, 12],
  county: [30, 45, 22, 3],
  outside: [0, 15, 40, 45],
};

/** Years of work that go with each title: from, to. */
const CAREERS = [
  [1, 6],
  [5, 16],
  [10, 26],
  [18, 36],
] as const;

type Ranges = Readonly<Record<InstitutionLevel, readonly [number, number]>>;

/** How far people travel, in km, and how many days a year they are let go: from, to. */
const TRAVEL_KM: Ranges = {
  county: [50, 120],
  prefecture: [100, 260],
  province: [200, 600],
  outside: [700, 1_500],
};
const DAYS: Ranges = {
  county: [40, 120],
  prefecture: [30, 90],
  province: [20, 80],
  outside: [10, 40],
};

/** Chances of each way to serve. */
const MODES: Readonly<Record<InstitutionLevel, Readonly<Record<ServiceMode, number>>>> = {
  county: { resident: 0.55, circuit: 0.7, remote: 0.2 },
  prefecture: { resident: 0.45, circuit: 0.6, remote: 0.3 },
  province: { resident: 0.35, circuit: 0.5, remote: 0.45 },
  outside: { resident: 0.1, circuit: 0.3, remote: 0.85 },
};

const ON_DUTY = 0.9;
const NEWCOMERS = 0.15;

/** How many are based in another county of their prefecture than where their institution stands. */
const BASED_ELSEWHERE = { province: 0.03, prefecture: 0.36, county: 0.25, outside: 0 } as const;

/** Invents the expert with an index. */
export type Invent = (lot: Lot, index: number) => Person;

export function inventor(world: World): Invent {
  const nameFor: NameSource = nameSource(world.tables);
  const seats = new Weighted(world.seats, ({ row }) => row.weight);
  const demandOf = demandBook(world);
  const specialtyFor = specialtyChooser(world, demandOf);
  const homes = new Map(world.seats.map((seat) => [seat.id, neighbours(world, seat)]));
  return (lot, index) => {
    const seat = seats.draw(lot);
    const { level } = seat.row;
    const specialty = specialtyFor(seat).draw(lot);
    const home = lot.chance(BASED_ELSEWHERE[level]) ? homes.get(seat.id) : undefined;
    const county = home?.total ? home.draw(lot) : seat.county;
    const industry = mainIndustry(demandOf, { seat, specialty }).draw(lot).id;
    const rank = new Weighted([0, 1, 2, 3], (title) => TITLE_SHARES[level][title] ?? 0).draw(lot);
    const [shortest, longest] = CAREERS[rank] ?? CAREERS[0];
    const career = lot.whole(shortest, longest);
    return {
      index,
      id: world.idOf("exp", index),
      name: nameFor(lot),
      seat,
      county,
      location: county?.location ?? seat.location,
      specialty,
      industry,
      rank,
      careerYears: career,
      titleYear: world.year - 1 - lot.whole(0, Math.min(9, career - 1)),
      quality: lot.bell(),
      newcomer: lot.chance(rank === 0 ? 2.2 * NEWCOMERS : 0.85 * NEWCOMERS),
      onDuty: lot.chance(ON_DUTY),
      modes: serviceModes(lot, level),
      travelRadiusKm: roundTo(10, lot.whole(...TRAVEL_KM[level])),
      daysPerYear: roundTo(5, lot.whole(...DAYS[level])),
      known: knownSkills(world, { lot, specialty, industry, rank }),
      postings: [],
      visits: [],
    };
  };
}

/** The id of a title, e.g. 3 -> "senior". */
export const titleOf = ({ rank }: Pick<Person, "rank">) =>
  PROFESSIONAL_TITLES[rank] ?? PROFESSIONAL_TITLES[0];

const roundTo = (step: number, value: number): number => Math.round(value / step) * step;

function serviceModes(lot: Lot, level: InstitutionLevel): ServiceMode[] {
  const { resident, circuit, remote } = MODES[level];
  const modes: ServiceMode[] = [];
  if (lot.chance(resident)) modes.push("resident");
  if (lot.chance(circuit)) modes.push("circuit");
  if (lot.chance(remote)) modes.push("remote");
  if (modes.length > 0) return modes;
  return [level === "outside" ? "remote" : "circuit"];
}

/** The other counties of the prefecture, rural ones above all; none outside the province. */
function neighbours({ counties, towns }: World, seat: Seat): Weighted<County> {
  const near = counties.filter(
    ({ parent, code }) => parent === seat.county?.parent && code !== seat.county.code,
  );
  return new Weighted(near, ({ code }) => (towns.get(code)?.length ?? 0) + 1);
}

/** What people of an institution work on: its profile and, in a county, what the county lives on. */
function specialtyChooser(world: World, demandOf: DemandOf): (seat: Seat) => Weighted<Specialty> {
  const known = new Map<string, Weighted<Specialty>>();
  return (seat) => {
    const specialties =
      known.get(seat.id) ??
      new Weighted(
        world.tables.specialties,
        (specialty) =>
          affinity(world, { seat, specialty }) * localFactor(demandOf, { seat, specialty }),
      );
    known.set(seat.id, specialties);
    return specialties;
  };
}

interface Work {
  seat: Seat;
  specialty: Specialty;
}

function affinity(world: World, { seat, specialty }: Work): number {
  const [main] = specialty.industries;
  const line = lineOf(world, main?.id ?? "");
  const core = specialty.core.slice(0, 2).map(({ id }) => id);
  const shared = Math.max(
    0,
    ...seat.row.profile
      .filter(({ id }) => line.includes(id) || core.includes(id))
      .map(({ weight }) => weight),
  );
  return specialty.weight * shared;
}

/** In county and prefecture houses most people work on what is grown around them. */
function localFactor(demandOf: DemandOf, { seat, specialty }: Work): number {
  const { county, row } = seat;
  if (!county || row.level !== "county") return 1;
  const wanted = specialty.industries.map(({ id }) => demandOf(county, id));
  return Math.max(...wanted) ** 1.3;
}

/** Someone in a county works on what is grown there, elsewhere on what the specialty says. */
function mainIndustry(demandOf: DemandOf, { seat, specialty }: Work) {
  const { county, row } = seat;
  const local = row.level === "province" || row.level === "outside" ? null : county;
  return new Weighted(specialty.industries, ({ id, weight }) =>
    local ? weight * demandOf(local, id) : weight,
  );
}
