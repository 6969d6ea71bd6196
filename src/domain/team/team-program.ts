import type { Box } from "../optimisation/bounds.ts";
import type { BoundChange } from "../optimisation/box.ts";
import { type LinearProgram, programBuilder } from "../optimisation/program.ts";
import type { Eligible, PeopleLimit } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type Building, countingRow, type Step } from "./program-parts.ts";
import { addRule, tightenShares } from "./program-rules.ts";
import { addCoverage, addPairs } from "./program-worth.ts";

/** A team problem as a linear program, and the way back from its columns to people. */
export interface TeamProgram {
  program: LinearProgram;
  /** Column of each person by their place in the problem; absent for those left out. */
  columns: ReadonlyMap<number, number>;
  sizeColumn: number;
  /** Columns that count the members under a rule about a share of the size. */
  shareColumns: readonly number[];
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

/**
 * The problem over some of its candidates as a program whose whole-number solutions are the teams
 * that keep the rules, each worth its objective. x = 1 for a member.
 *
 * @param people places of the candidates that may be chosen
 */
export function teamProgram(
  problem: IndexedProblem,
  allowed: Eligible,
  people: readonly number[],
): TeamProgram {
  const builder = programBuilder();
  const charges = {
    rows: [],
    steps: [],
    institutionMax: new Map(),
    institutionsMin: [],
    coverage: [],
  };
  const building: Building = {
    ...{ problem, allowed, builder, charges },
    columns: new Map(),
    counting: [],
  };
  for (const place of people) addPerson(building, place);
  const size = addSize(building);
  addCoverage(building);
  addPairs(building);
  const shares = problem.problem.rules.flatMap((rule) => addRule(building, rule, size));
  for (const limit of allowed.limits) addLimit(building, limit);
  return {
    program: builder.build(),
    columns: building.columns,
    sizeColumn: size,
    shareColumns: shares.map(({ column }) => column),
    constant: -problem.problem.policy.change * problem.isCurrent.reduce((sum, one) => sum + one, 0),
    tighten: (box) => tightenShares(shares, size, box),
    mostGain: (place, prices) => mostGain(building, place, prices),
  };
}

function addPerson({ problem, allowed, builder, columns }: Building, place: number): void {
  const lower = allowed.pinned.has(place) ? 1 : 0;
  const cost = worthAlone(problem, place);
  columns.set(place, builder.column({ cost, lower, upper: 1, integral: true }));
}

/** What somebody brings before they cover anything. */
const worthAlone = ({ own, isCurrent, problem }: IndexedProblem, place: number): number =>
  (own[place] ?? 0) + (isCurrent[place] === 1 ? problem.policy.change : 0);

function addSize(building: Building): number {
  const { min: lower, max: upper } = building.allowed.size;
  const column = building.builder.column({ cost: 0, lower, upper, integral: true });
  const row = { counts: () => true, further: [[column, -1] as const] };
  countingRow(building, { lower: 0, upper: 0 }, row);
  return column;
}

function addLimit(building: Building, { people, min, max }: PeopleLimit): void {
  const lower = min ?? Number.NEGATIVE_INFINITY;
  const upper = max ?? Number.POSITIVE_INFINITY;
  countingRow(building, { lower, upper }, { counts: (place) => people.has(place) });
}

function mostGain(building: Building, place: number, prices: Float64Array): number {
  const { problem, charges } = building;
  const price = (row: number | undefined) => (row === undefined ? 0 : (prices[row] ?? 0));
  const charged = charges.rows
    .filter(({ counts }) => counts(place))
    .reduce((sum, { row }) => sum + price(row), 0);
  const cohesion = (problem.partners[place] ?? []).reduce((sum, one) => sum + one.strength, 0);
  return (
    worthAlone(problem, place) -
    charged +
    institutionGain(building, place, price) +
    coverageGain(building, place, price) +
    problem.problem.policy.cohesion * cohesion
  );
}

type Price = (row: number | undefined) => number;

function institutionGain({ problem, charges }: Building, place: number, price: Price): number {
  const institution = problem.institutions[place] ?? 0;
  const counted = charges.institutionsMin.map(({ present, row }) => {
    const own = present.get(institution);
    return own === undefined ? Math.max(0, -price(row)) : price(own);
  });
  return (
    counted.reduce((sum, one) => sum + one, 0) - price(charges.institutionMax.get(institution))
  );
}

function coverageGain({ problem, charges }: Building, place: number, price: Price): number {
  const { demands, policy } = problem.problem;
  const first = policy.depth[0] ?? 0;
  return (problem.covers[place] ?? []).reduce((sum, { demand, fit }) => {
    // What a coverage asked for would pay for the demand counts like a weight of it.
    const paid = charges.coverage.reduce(
      (total, { row, weights }) => total + Math.max(0, -price(row)) * (weights[demand] ?? 0),
      0,
    );
    const atMost = ((demands[demand]?.weight ?? 0) + paid) * first;
    return sum + stepGain(charges.steps[demand] ?? [], { fit, atMost }, price);
  }, 0);
}

/**
 * What a fit gains by the prices of the steps: between two of them in proportion, as the price of
 * a step parted in two is parted with it; above the best one as much as anybody could.
 */
function stepGain(
  steps: readonly Step[],
  { fit, atMost }: { fit: number; atMost: number },
  price: Price,
): number {
  const next = steps.findIndex((step) => step.fit <= fit);
  const [above, below] = next < 0 ? [steps.at(-1), undefined] : [steps[next - 1], steps[next]];
  const [least, gained] = below ? [below.fit, -price(below.row)] : [0, 0];
  const rise = above ? (-price(above.row) - gained) / (above.fit - least) : atMost;
  return gained + (fit - least) * rise;
}
