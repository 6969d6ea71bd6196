import { dualBound } from "../optimisation/bounds.ts";
import type { LinearEngine, LinearOutcome } from "../optimisation/engine.ts";
import type { LinearProgram } from "../optimisation/program.ts";
import type { Eligible } from "./eligible.ts";
import type { Incumbent } from "./incumbent.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type TeamProgram, teamProgram } from "./team-program.ts";

/** A gain this small is the noise of the engine. */
const LEAST_GAIN = 1e-9;

export interface PriceInHow {
  engine: LinearEngine;
  allowed: Eligible;
  /** Who is in the relaxation from the start. */
  pool: readonly number[];
  best: Incumbent;
  /** Teams this much better than the best known one are the same. */
  tolerance: number;
  shouldStop: () => boolean;
}

export interface Priced {
  /** Those who could be in a better team than the best known; nobody else can. */
  people: readonly number[];
  /** No team is worth more. */
  bound: number;
  relaxations: number;
  /** Whether it was stopped before the bound was known. */
  stopped: boolean;
}

/**
 * Solves the relaxation over ever more people, until at its prices nobody left out could improve
 * it: then its bound holds for every team of all candidates. Whoever would lose more at these
 * prices than lies between the bound and the best team is in no better team.
 *
 * Source: column generation, G. B. Dantzig, P. Wolfe, Operations Research 8 (1960).
 */
export function priceIn(problem: IndexedProblem, how: PriceInHow): Priced {
  let people = how.pool;
  for (let relaxations = 1; ; relaxations += 1) {
    const round = priceOnce(problem, how, people);
    if (round.done) return { ...round.done, relaxations };
    people = round.people;
  }
}

type Round =
  | { done: Omit<Priced, "relaxations">; people?: never }
  | { people: readonly number[]; done?: never };

function priceOnce(problem: IndexedProblem, how: PriceInHow, people: readonly number[]): Round {
  const { engine, best, shouldStop } = how;
  const { people: everybody, pinned } = how.allowed;
  const reduced = teamProgram(problem, how.allowed, people);
  const solved = shouldStop() ? STOPPED : solveOnce(engine, reduced.program);
  const open = { people, bound: Number.POSITIVE_INFINITY };
  if (solved.status === "stopped") return { done: { ...open, stopped: true } };
  if (solved.status === "infeasible") {
    // A relaxation of everybody that has no point is for the search to settle.
    const isWhole = people.length === everybody.length;
    return isWhole ? { done: { ...open, stopped: false } } : { people: everybody };
  }
  best.round(reduced, solved.values);
  const { bound, gains } = gainsAt(reduced, everybody, solved.prices);
  const wanted = everybody.filter((_, index) => (gains[index] ?? 0) > LEAST_GAIN);
  if (wanted.length > 0) return { people: joined(everybody, people, wanted) };
  const total = bound + reduced.constant;
  const room = total - best.worth() - how.tolerance;
  const hopeful = everybody.filter(
    (place, index) => pinned.has(place) || (gains[index] ?? 0) > -room,
  );
  return { done: { people: hopeful, bound: total, stopped: false } };
}

const STOPPED = { status: "stopped" } as const;

function solveOnce(engine: LinearEngine, program: LinearProgram): LinearOutcome {
  const session = engine.open(program);
  try {
    return session.solve();
  } finally {
    session.close();
  }
}

/**
 * What each person gains at most at these prices, and the bound of the program they come from.
 * Somebody in the program is worth their price: they gain 0 at most.
 */
function gainsAt(
  { program, columns, mostGain }: TeamProgram,
  people: readonly number[],
  prices: Float64Array,
): { bound: number; gains: Float64Array } {
  const { bound, reducedCosts } = dualBound(program, program, prices);
  const gains = Float64Array.from(people, (place) => {
    const column = columns.get(place);
    return column === undefined ? mostGain(place, prices) : Math.min(0, reducedCosts[column] ?? 0);
  });
  return { bound, gains };
}

/** Both, in the order of all. */
function joined(
  all: readonly number[],
  some: readonly number[],
  others: readonly number[],
): number[] {
  const both = new Set([...some, ...others]);
  return all.filter((place) => both.has(place));
}
