import { boundedEngine, type EngineLimits } from "./bounded-engine.ts";
import type { Box } from "./bounds.ts";
import { isOpen } from "./box.ts";
import { atOpen, type Branching, branchAndBound } from "./branch-and-bound.ts";
import type { IntegerOptions, IntegerOutcome, LinearEngine } from "./engine.ts";
import type { LinearProgram } from "./program.ts";

export interface WholeHow extends Required<Pick<IntegerOptions, "seconds" | "shouldStop">> {
  /** Columns that decide the others: a search is parted at these first. */
  deciding: readonly number[];
}

/** A value nearer than this to a whole number is one, and a row may be off by as much. */
const TOLERANCE = 1e-6;
/**
 * What our own search may take, about a tenth of a second. A larger program is left to the engine: a
 * single relaxation of it takes a while.
 */
const OWN_LIMITS: EngineLimits = { variables: 1_000, work: 20_000 };

/**
 * The best point of a program that is whole where it must be.
 *
 * A small program is searched by `branchAndBound`, of whose bounds nothing has to be believed: HiGHS
 * 1.15.3 now and then calls a point of a small program optimal that is not. A larger one, or one that
 * takes long, is left to the engine's own search: its point is checked and must be worth what the
 * engine says, but that nothing is worth more, or that there is none, is the engine's word.
 */
export function searchWhole(
  engine: LinearEngine,
  program: LinearProgram,
  { deciding, ...limits }: WholeHow,
): IntegerOutcome {
  const own = ownSearch(boundedEngine(engine, OWN_LIMITS), program, { deciding, ...limits });
  if (own.status !== "stopped" || limits.shouldStop()) return own;
  // Without the best so far to start from: HiGHS 1.15.3 takes up to ten times as long with one.
  const outcome = engine.solveInteger(program, limits);
  return agreesWithItself(program, outcome) ? outcome : own;
}

/** Whether an outcome's point keeps the program and is worth what the outcome claims. */
export function agreesWithItself(
  program: LinearProgram,
  { status, values, bound }: IntegerOutcome,
): boolean {
  if (status === "infeasible") return values === null;
  if (values === null) return status === "stopped";
  const worth = worthOf(program, values);
  const slack = TOLERANCE * Math.max(1, Math.abs(worth));
  return (
    keeps(program, values) &&
    worth <= bound + slack &&
    (status === "stopped" || worth >= bound - slack)
  );
}

function keeps(program: LinearProgram, values: Float64Array): boolean {
  const { rowLower, rowUpper, lower, upper, integral } = program;
  return (
    values.every(
      (value, column) =>
        isWithin(value, lower[column], upper[column]) && (!integral[column] || isWhole(value)),
    ) &&
    rowLower.every((least, row) => isWithin(rowValue(program, values, row), least, rowUpper[row]))
  );
}

const isWithin = (value: number, lower = 0, upper = 0): boolean => {
  const slack = TOLERANCE * Math.max(1, Math.abs(value));
  return value >= lower - slack && value <= upper + slack;
};

function rowValue(
  { starts, indices, values: factors }: LinearProgram,
  values: Float64Array,
  row: number,
): number {
  let sum = 0;
  for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
    sum += (factors[entry] ?? 0) * (values[indices[entry] ?? 0] ?? 0);
  }
  return sum;
}

function ownSearch(
  engine: LinearEngine,
  program: LinearProgram,
  { deciding, seconds, shouldStop }: WholeHow,
): IntegerOutcome {
  const whole = [...program.integral.keys()].filter((column) => program.integral[column] === 1);
  let best: Float64Array | null = null;
  let incumbent = Number.NEGATIVE_INFINITY;
  const { bound, complete } = branchAndBound(engine, {
    program,
    incumbent: () => incumbent,
    offer: (values) => {
      const worth = worthOf(program, values);
      if (worth <= incumbent || !whole.every((column) => isWhole(values[column] ?? 0))) return;
      incumbent = worth;
      best = Float64Array.from(values);
    },
    branch: (values, box) =>
      atFraction(deciding, values, box) ?? atFraction(whole, values, box) ?? atOpen(whole, box),
    tighten: () => [],
    tolerance: TOLERANCE,
    shouldStop,
    onProgress: () => undefined,
    limits: { seconds },
  });
  if (!complete) return { status: "stopped", values: best, bound };
  return { status: best ? "optimal" : "infeasible", values: best, bound };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= TOLERANCE;

const worthOf = ({ cost }: LinearProgram, values: Float64Array): number =>
  cost.reduce((sum, each, column) => sum + each * (values[column] ?? 0), 0);

/** At the column that is furthest from a whole number. */
function atFraction(columns: readonly number[], values: Float64Array, box: Box): Branching | null {
  let found: number | null = null;
  let most = TOLERANCE;
  for (const column of columns) {
    const value = values[column] ?? 0;
    const off = Math.abs(value - Math.round(value));
    if (off <= most || !isOpen(box, column)) continue;
    found = column;
    most = off;
  }
  if (found === null) return null;
  return { column: found, floor: Math.floor(values[found] ?? 0), first: "up" };
}
