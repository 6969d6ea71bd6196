import type { LinearProgram } from "./program.ts";

/** The bounds of a program's columns at some point of a search. */
export interface Box {
  lower: Float64Array;
  upper: Float64Array;
}

/** Below this a price or a reduced cost is taken for the noise of the engine. */
const NOISE = 1e-11;

/**
 * An upper bound of a program within a box, out of any prices whatever: weak duality. It holds
 * however the prices were come by, so nothing that an engine says has to be believed.
 *
 *   bound = sum over rows of price x the side of the row the price pulls to
 *         + sum over columns of what their reduced cost can gain at most within the box
 *
 * Source: G. B. Dantzig, Linear Programming and Extensions (1963), chapter 6.
 */
export interface DualBound {
  bound: number;
  /** Of each column: its cost less what the rows charge for it. */
  reducedCosts: Float64Array;
  /** The prices that were used: 0 for those that bound nothing. */
  prices: Float64Array;
}

export function dualBound(program: LinearProgram, box: Box, prices: Float64Array): DualBound {
  const reducedCosts = Float64Array.from(program.cost);
  const used = usable(program, prices);
  const bound = priceOut(program, used, reducedCosts);
  return { bound: bound + gainWithin(box, reducedCosts), reducedCosts, prices: used };
}

/** Whether prices show that no point of the box keeps the rows: with no cost the bound is below 0. */
export function provesInfeasible(program: LinearProgram, box: Box, ray: Float64Array): boolean {
  return [1, -1].some((sign) => {
    const charges = new Float64Array(program.columns);
    const prices = usable(
      program,
      ray.map((price) => price * sign),
    );
    const bound = priceOut(program, prices, charges) + gainWithin(box, charges);
    return bound < -1e-7;
  });
}

/** Prices without noise, and without those that pull to a side that has no end: they bound nothing. */
const usable = ({ rowLower, rowUpper }: LinearProgram, prices: Float64Array): Float64Array =>
  prices.map((price, row) => {
    const side = (price > 0 ? rowUpper[row] : rowLower[row]) ?? 0;
    return Math.abs(price) < NOISE || !Number.isFinite(side) ? 0 : price;
  });

/** Takes what the rows charge off `reducedCosts`; answers what the rows themselves are worth. */
function priceOut(
  program: LinearProgram,
  prices: Float64Array,
  reducedCosts: Float64Array,
): number {
  const { rows, rowLower, rowUpper } = program;
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const price = prices[row] ?? 0;
    if (price === 0) continue;
    sum += price * ((price > 0 ? rowUpper[row] : rowLower[row]) ?? 0);
    charge(program, { row, price }, reducedCosts);
  }
  return sum;
}

function charge(
  { starts, indices, values }: LinearProgram,
  { row, price }: { row: number; price: number },
  reducedCosts: Float64Array,
): void {
  const end = starts[row + 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    const column = indices[entry] ?? 0;
    reducedCosts[column] = (reducedCosts[column] ?? 0) - price * (values[entry] ?? 0);
  }
}

function gainWithin({ lower, upper }: Box, reducedCosts: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < reducedCosts.length; column += 1) {
    const cost = reducedCosts[column] ?? 0;
    const side = (cost > 0 ? upper[column] : lower[column]) ?? 0;
    if (cost !== 0) sum += cost * side;
  }
  return sum;
}
