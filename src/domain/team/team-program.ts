import type { Box } from "../optimisation/bounds.ts";
import type { BoundChange } from "../optimisation/branch-and-bound.ts";
import {
  type LinearProgram,
  type ProgramBuilder,
  programBuilder,
  type Range,
  type Term,
} from "../optimisation/program.ts";
import type { Eligible, PeopleLimit } from "./eligible.ts";
import { type IndexedProblem, placeOf } from "./indexed.ts";
import { type Candidate, reaches, type TeamRule } from "./problem.ts";
import { SHARE_TOLERANCE } from "./rules.ts";

/** A team problem as a linear program, and the way back from its columns to people. */
export interface TeamProgram {
  program: LinearProgram;
  /** Column of each person by their place in the problem; absent for those left out. */
  columns: ReadonlyMap<number, number>;
  sizeColumn: number;
  /** What every team pays: each member of today's team who is left out costs `change`. */
  constant: number;
  /** Bounds of the counts under share rules that follow from the bounds of the size. */
  tighten: (box: Box) => readonly BoundChange[];
  /**
   * The most that somebody left out could gain at these prices of the rows: when it is not above
   * 0 for anybody, the bound of the program holds for all, and it falls by what is below 0 in
   * every team with them. Co-work with others is counted in full.
   */
  mostGain: (place: number, prices: Float64Array) => number;
}

/** The rows that price a person who is left out of the program: what they would be charged. */
interface Charges {
  /** Rows in which the person would stand with the factor 1. */
  rows: { row: number; counts: (place: number) => boolean }[];
  /** Row of each slot, by demand and rank. */
  slots: (number | undefined)[][];
  /** Row that bounds the members of an institution. */
  institutionMax: Map<number, number>;
  /** Row that lets an institution count, and the row of how many must. */
  institutionsMin: { present: Map<number, number>; row: number }[];
}

/** Members who count for a rule about a share of the size. */
interface ShareCount {
  column: number;
  minShare: number;
  maxShare: number;
}

/**
 * The problem over some of its candidates as a program whose whole-number solutions are the teams
 * that keep the rules, each worth its objective.
 *
 * x = 1 for a member. A slot y[e,d,r] <= x[e] says that e counts as the r-th best on demand d; a
 * slot holds one person, and the best fill the first slots as depth never increases. A pair counts
 * with z <= x[a], z <= x[b]. What makes the relaxation tight where cohesion is strong: with a
 * person come at most so many of their partners as the rules allow, per institution and in all
 * (a rule times x[a]: W. P. Adams, H. D. Sherali, Management Science 32, 1986).
 *
 * @param people places of the candidates that may be chosen
 */
export function teamProgram(
  problem: IndexedProblem,
  { pinned, size, pairAllowed, limits }: Eligible,
  people: readonly number[],
): TeamProgram {
  const builder = programBuilder();
  const { policy, candidates } = problem.problem;
  const columns = new Map<number, number>();
  for (const place of people) {
    const kept = problem.isCurrent[place] === 1 ? policy.change : 0;
    const cost = (problem.own[place] as number) + kept;
    const lower = pinned.has(place) ? 1 : 0;
    columns.set(place, builder.column({ cost, lower, upper: 1, integral: true }));
  }
  const charges: Charges = { rows: [], slots: [], institutionMax: new Map(), institutionsMin: [] };
  const building: Building = { problem, builder, columns, candidates, charges };
  const sizeColumn = addSize(building, size);
  addCoverage(building);
  const partners = addPairs(building, pairAllowed);
  const shares = problem.problem.rules.flatMap((rule) => addRule(building, rule, sizeColumn));
  addPartnerRows(building, { partners, size, institutionMax: institutionMax(problem) });
  for (const limit of limits) addLimit(building, limit);
  return {
    program: builder.build(),
    columns,
    sizeColumn,
    constant: -policy.change * problem.isCurrent.reduce((sum, one) => sum + one, 0),
    tighten: (box) => tightenShares(shares, sizeColumn, box),
    mostGain: (place, prices) => mostGain(building, place, prices),
  };
}

interface Building {
  problem: IndexedProblem;
  builder: ProgramBuilder;
  columns: ReadonlyMap<number, number>;
  candidates: readonly Candidate[];
  charges: Charges;
}

const termOf = (columns: ReadonlyMap<number, number>, place: number): Term[] => {
  const column = columns.get(place);
  return column === undefined ? [] : [[column, 1]];
};

/** A row over the people who count, now or were they in the program. */
function countingRow(
  { builder, columns, charges }: Building,
  range: Partial<Range>,
  counts: (place: number) => boolean,
  further: readonly Term[] = [],
): number {
  const terms = [...columns].flatMap(([place, column]): Term[] =>
    counts(place) ? [[column, 1]] : [],
  );
  const row = builder.row(range, [...terms, ...further]);
  charges.rows.push({ row, counts });
  return terms.length;
}

const candidatesWho =
  ({ candidates }: Building, counts: (candidate: Candidate) => boolean) =>
  (place: number): boolean => {
    const candidate = candidates[place];
    return candidate !== undefined && counts(candidate);
  };

function addLimit(building: Building, { people, min, max }: PeopleLimit): void {
  const lower = min ?? Number.NEGATIVE_INFINITY;
  const upper = max ?? Number.POSITIVE_INFINITY;
  countingRow(building, { lower, upper }, (place) => people.has(place));
}

function addSize(building: Building, size: Eligible["size"]): number {
  const { min: lower, max: upper } = size;
  const column = building.builder.column({ cost: 0, lower, upper, integral: true });
  countingRow(building, { lower: 0, upper: 0 }, () => true, [[column, -1]]);
  return column;
}

function addCoverage({ problem, builder, columns, charges }: Building): void {
  const { demands, policy } = problem.problem;
  const ranks = policy.depth.filter((share) => share > 0);
  const slots = demands.map(() => ranks.map((): Term[] => []));
  for (const [place, person] of columns) {
    for (const { demand, fit } of problem.covers[place] ?? []) {
      const weight = demands[demand]?.weight ?? 0;
      if (weight === 0) continue;
      const own: Term[] = ranks.map((share, rank) => {
        const column = builder.column({ cost: weight * share * fit, lower: 0, upper: 1 });
        slots[demand]?.[rank]?.push([column, 1]);
        return [column, 1];
      });
      if (own.length > 0) builder.row({ upper: 0 }, [...own, [person, -1]]);
    }
  }
  charges.slots = slots.map((ofDemand) =>
    ofDemand.map((slot) => (slot.length > 0 ? builder.row({ upper: 1 }, slot) : undefined)),
  );
}

/** Column of a pair, seen from one of the two. */
interface Partnership {
  other: number;
  column: number;
}

function addPairs(
  { problem, builder, columns }: Building,
  pairAllowed: Eligible["pairAllowed"],
): Map<number, Partnership[]> {
  const { cohesion } = problem.problem.policy;
  const partners = new Map<number, Partnership[]>();
  const add = (one: number, partnership: Partnership) => {
    const list = partners.get(one);
    if (list) list.push(partnership);
    else partners.set(one, [partnership]);
  };
  if (cohesion === 0) return partners;
  for (const [place, person] of columns) {
    for (const { other, strength } of problem.partners[place] ?? []) {
      const partner = columns.get(other);
      if (place > other || partner === undefined || !pairAllowed(place, other)) continue;
      const column = builder.column({ cost: cohesion * strength, lower: 0, upper: 1 });
      builder.row({ upper: 0 }, [
        [column, 1],
        [person, -1],
      ]);
      builder.row({ upper: 0 }, [
        [column, 1],
        [partner, -1],
      ]);
      add(place, { other, column });
      add(other, { other: place, column });
    }
  }
  return partners;
}

const institutionMax = ({ problem }: IndexedProblem): number =>
  Math.min(
    ...problem.rules.map((rule) =>
      rule.id === "institutionMax" ? rule.max : Number.POSITIVE_INFINITY,
    ),
  );

/** With a person come no more partners than the rules leave room for. */
function addPartnerRows(
  { problem, builder, columns }: Building,
  {
    partners,
    size,
    institutionMax: most,
  }: { partners: Map<number, Partnership[]>; size: Eligible["size"]; institutionMax: number },
): void {
  const addRow = (place: number, columnsOf: readonly number[], room: number) => {
    const person = columns.get(place);
    if (person === undefined || columnsOf.length <= room) return;
    builder.row({ upper: 0 }, [
      ...columnsOf.map((column) => [column, 1] as const),
      [person, -room],
    ]);
  };
  for (const [place, list] of partners) {
    addRow(
      place,
      list.map(({ column }) => column),
      size.max - 1,
    );
    if (!Number.isFinite(most)) continue;
    for (const institution of new Set(list.map(({ other }) => problem.institutions[other]))) {
      const own = problem.institutions[place] === institution ? 1 : 0;
      const those = list.filter(({ other }) => problem.institutions[other] === institution);
      addRow(
        place,
        those.map(({ column }) => column),
        most - own,
      );
    }
  }
}

/** Adds the rows of a rule; answers the count of a rule about a share. */
function addRule(building: Building, rule: TeamRule, size: number): ShareCount[] {
  const { builder, columns, problem } = building;
  switch (rule.id) {
    // Who may not be in the team has no column.
    case "size":
    case "freeDays":
      return [];
    case "leader":
      countingRow(
        building,
        { lower: 1 },
        candidatesWho(building, ({ title }) => reaches(title, rule.minTitle)),
      );
      return [];
    case "title":
      return addShare(building, size, {
        counts: ({ title }) => reaches(title, rule.minTitle),
        minShare: rule.minShare,
      });
    case "tierShare":
      return addShare(building, size, { counts: ({ tier }) => rule.tiers.includes(tier), ...rule });
    case "outside":
      return addShare(building, size, {
        counts: ({ tier }) => tier === "outside",
        maxShare: rule.maxShare,
      });
    case "institutionMax":
      for (const [institution, terms] of institutionTerms(building)) {
        if (terms.length < rule.max) continue;
        const row = builder.row({ upper: rule.max }, terms);
        building.charges.institutionMax.set(institution, row);
      }
      return [];
    case "institutionsMin":
      addInstitutionsMin(building, rule.min);
      return [];
    case "demandMin":
      countingRow(
        building,
        { lower: rule.min },
        candidatesWho(building, ({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast),
      );
      return [];
    case "blockedPair":
      builder.row({ upper: 1 }, [
        ...termOf(columns, placeOf(problem.places, rule.a)),
        ...termOf(columns, placeOf(problem.places, rule.b)),
      ]);
      return [];
  }
}

interface Share {
  counts: (candidate: Candidate) => boolean;
  minShare?: number | undefined;
  maxShare?: number | undefined;
}

/** A column that counts those who are meant, bound to a share of the size. */
function addShare(
  building: Building,
  size: number,
  { counts, minShare = 0, maxShare = 1 }: Share,
): ShareCount[] {
  const { builder, columns } = building;
  const upper = columns.size;
  const column = builder.column({ cost: 0, lower: 0, upper, integral: true });
  countingRow(building, { lower: 0, upper: 0 }, candidatesWho(building, counts), [[column, -1]]);
  if (minShare > 0)
    builder.row({ lower: -SHARE_TOLERANCE }, [
      [column, 1],
      [size, -minShare],
    ]);
  if (maxShare < 1)
    builder.row({ upper: SHARE_TOLERANCE }, [
      [column, 1],
      [size, -maxShare],
    ]);
  return [{ column, minShare, maxShare }];
}

/** A share of a size known to lie in a range is a count in a range. */
function tightenShares(shares: readonly ShareCount[], size: number, box: Box): BoundChange[] {
  const least = box.lower[size] as number;
  const most = box.upper[size] as number;
  return shares.map(({ column, minShare, maxShare }) => ({
    column,
    lower: Math.ceil(minShare * least - SHARE_TOLERANCE),
    upper: Math.floor(maxShare * most + SHARE_TOLERANCE),
  }));
}

function institutionTerms({ problem, columns }: Building): Map<number, Term[]> {
  const terms = new Map<number, Term[]>();
  for (const [place, column] of columns) {
    const institution = problem.institutions[place] as number;
    const list = terms.get(institution);
    if (list) list.push([column, 1]);
    else terms.set(institution, [[column, 1]]);
  }
  return terms;
}

function addInstitutionsMin(building: Building, min: number): void {
  const { builder, charges } = building;
  const present = new Map<number, number>();
  const counted = [...institutionTerms(building)].map(([institution, terms]): Term => {
    const column = builder.column({ cost: 0, lower: 0, upper: 1 });
    const people = terms.map(([one]) => [one, -1] as const);
    present.set(institution, builder.row({ upper: 0 }, [[column, 1], ...people]));
    return [column, 1];
  });
  charges.institutionsMin.push({ present, row: builder.row({ lower: min }, counted) });
}

function mostGain({ problem, charges }: Building, place: number, prices: Float64Array): number {
  const { policy, demands } = problem.problem;
  const priceOf = (row: number | undefined) => (row === undefined ? 0 : (prices[row] as number));
  const institution = problem.institutions[place] as number;
  let gain = (problem.own[place] as number) + (problem.isCurrent[place] === 1 ? policy.change : 0);
  for (const { row, counts } of charges.rows) if (counts(place)) gain -= priceOf(row);
  gain -= priceOf(charges.institutionMax.get(institution));
  for (const { present, row } of charges.institutionsMin) {
    const own = present.get(institution);
    gain += own === undefined ? Math.max(0, -priceOf(row)) : priceOf(own);
  }
  for (const { demand, fit } of problem.covers[place] ?? []) {
    const full = (demands[demand]?.weight ?? 0) * fit;
    const slots = policy.depth.map(
      (share, rank) => full * share - priceOf(charges.slots[demand]?.[rank]),
    );
    gain += Math.max(0, ...slots);
  }
  for (const { strength } of problem.partners[place] ?? []) gain += policy.cohesion * strength;
  return gain;
}
