import { dualBound } from "../optimisation/bounds.ts";
import type { LinearEngine, LinearOutcome } from "../optimisation/engine.ts";
import type { LinearProgram } from "../optimisation/program.ts";
import type { Eligible } from "./eligible.ts";
import type { Incumbent } from "./incumbent.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type TeamProgram, teamProgram } from "./team-program.ts";

/** A gain this small is the noise of the engine. */
const LEAST_GAIN = 1e-9;
/** Of this many people a search is quick whatever they are; more are better priced once more. */
const FEW = 120;
/** Let in at once at most, those who could gain most first. */
const A_ROUND = 300;

/**
 * What people are worth at the prices of some relaxation: every team with somebody is worth no
 * more than the bound and what they gain. It holds as well under further rules, which only take
 * teams away.
 */
export interface Pricing {
  /** No team is worth more. */
  bound: number;
  /** Of each candidate, by place: never above 0. */
  gains: Float64Array;
}

export interface PriceInHow {
  engine: LinearEngine;
  allowed: Eligible;
  /** Who is in the relaxation from the start. */
  pool: readonly number[];
  best: Incumbent;
  shouldStop: () => boolean;
}

export interface Priced {
  /** Null when the relaxation has no point, or the engine was stopped. */
  pricing: Pricing | null;
  relaxations: number;
  /** Whether it was stopped before anything was known. */
  stopped: boolean;
}

/**
 * Solves the relaxation over ever more people until its prices rule out nearly everybody.
 *
 * Whoever is left out and could still gain is charged to the bound, so that it holds for every team
 * of all candidates; who would lose more than lies between bound and best team is in no better one.
 * While too many are left, those who could gain are let in and the relaxation is solved again.
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
  const { engine, best, allowed, shouldStop } = how;
  const reduced = teamProgram(problem, allowed, people);
  const solved = shouldStop() ? STOPPED : solveOnce(engine, reduced.program);
  if (solved.status === "stopped") return { done: { pricing: null, stopped: true } };
  if (solved.status === "infeasible") {
    // A relaxation of everybody that has no point is for the search to settle.
    const isWhole = people.length === allowed.people.length;
    return isWhole ? { done: { pricing: null, stopped: false } } : { people: allowed.people };
  }
  best.round(reduced, solved.values);
  const { bound, gains, wanted, gain } = gainsAt(problem, {
    reduced,
    allowed,
    prices: solved.prices,
  });
  const pricing = { bound, gains };
  const left = hopeful(allowed, pricing, best.worth()).length;
  if (wanted.length > 0 && left > FEW) {
    const joining = [...wanted].sort((one, other) => gain(other) - gain(one)).slice(0, A_ROUND);
    return { people: joined(allowed.people, people, joining) };
  }
  return { done: { pricing, stopped: false } };
}

/** Those who could be in a team worth more than this. */
export const hopeful = (
  { people, pinned }: Eligible,
  { bound, gains }: Pricing,
  worth: number,
): number[] => people.filter((place) => pinned.has(place) || bound + (gains[place] ?? 0) > worth);

/** Those who lose least, and everybody pinned, in the order of all. */
export function mostHopeful(
  { people, pinned }: Eligible,
  { gains }: Pricing,
  count: number,
): number[] {
  const gain = (place: number) => gains[place] ?? 0;
  const ranked = [...people].sort((one, other) => gain(other) - gain(one) || one - other);
  const most = new Set([...ranked.slice(0, count), ...pinned]);
  return people.filter((place) => most.has(place));
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

interface Solved {
  reduced: TeamProgram;
  allowed: Eligible;
  prices: Float64Array;
}

/** The pricing at these prices of a program over some, and who of the others could gain at them. */
function gainsAt(
  { problem }: IndexedProblem,
  { reduced, allowed, prices }: Solved,
): Pricing & { wanted: number[]; gain: (place: number) => number } {
  const { program, columns, constant } = reduced;
  const { bound, reducedCosts, prices: used } = dualBound(program, program, prices);
  const raw = new Float64Array(problem.candidates.length);
  const gain = (place: number) => raw[place] ?? 0;
  const wanted: number[] = [];
  for (const place of allowed.people) {
    const column = columns.get(place);
    raw[place] = column === undefined ? reduced.mostGain(place, used) : (reducedCosts[column] ?? 0);
    if (column === undefined && gain(place) > LEAST_GAIN) wanted.push(place);
  }
  const charged = wanted
    .map(gain)
    .sort((one, other) => other - one)
    .slice(0, allowed.size.max)
    .reduce((sum, one) => sum + one, 0);
  const gains = raw.map((one) => Math.min(0, one));
  return { bound: bound + charged + constant, gains, wanted, gain };
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
