import type { Box } from "../optimisation/bounds.ts";
import { dualBound } from "../optimisation/bounds.ts";
import { type Branching, branchAndBound } from "../optimisation/branch-and-bound.ts";
import type { LinearEngine, Progress } from "../optimisation/engine.ts";
import { climb } from "./climb.ts";
import { type Eligible, eligible, type PeopleLimit } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { OBJECTIVE_TOLERANCE, objectiveOf } from "./objective.ts";
import { startPool } from "./pool.ts";
import { type TeamProgram, teamProgram } from "./team-program.ts";

/** Half of what counts as a difference: a team this little better is the same team. */
const TOLERANCE = OBJECTIVE_TOLERANCE / 2;
/** A column nearer than this to a whole number is one. */
const INTEGRALITY = 1e-6;

export interface SearchHow {
  engine: LinearEngine;
  /** What the team must also keep, e.g. to differ from another. */
  limits?: readonly PeopleLimit[];
  /** Teams known beforehand, by places; those that break a rule are mended or left. */
  known?: readonly (readonly number[])[];
  shouldStop?: () => boolean;
  onProgress?: (progress: SearchProgress) => void;
}

export interface SearchProgress extends Progress {
  /** The best team so far; null before the first. */
  team: readonly number[] | null;
}

/** The best team, and how far that is proven. */
export interface FoundTeam {
  /** Places of the members; null when none was found. */
  team: readonly number[] | null;
  objective: number | null;
  /** No team is worth more; null when there is none, proven. */
  bound: number | null;
  /** Whether the search was brought to its end. */
  complete: boolean;
  /** What the proof took: relaxations solved, people looked at one by one, people ruled out by price. */
  effort: { relaxations: number; people: number; ruledOut: number };
}

/**
 * The best team of a problem, with a proof that nothing better exists.
 *
 * Climbs to a first team; solves the relaxation over the most promising people and prices in
 * whoever left out could improve it, until nobody can; rules out everybody whose price is more
 * than the gap between bound and team; and searches the rest (`branchAndBound`). The same problem
 * gives the same team as long as nothing stops the search.
 */
export function searchTeam(problem: IndexedProblem, how: SearchHow): FoundTeam {
  const { shouldStop = () => false, onProgress = () => undefined } = how;
  const allowed = eligible(problem, how.limits);
  const nobody = { relaxations: 0, people: 0, ruledOut: allowed.people.length };
  if (isHopeless(allowed)) {
    return { team: null, objective: null, bound: null, complete: true, effort: nobody };
  }
  const best = incumbentOf(problem, allowed);
  const pool = startPool(problem, allowed);
  for (const from of [[...allowed.pinned], ...(how.known ?? []), currentTeam(problem, allowed)]) {
    best.climbFrom(pool, from, shouldStop);
  }
  if (best.team() === null) best.climbFrom(allowed.people, [...allowed.pinned], shouldStop);
  const report = (bound: number) =>
    onProgress({ incumbent: best.known(), bound, team: best.team() });
  report(Number.POSITIVE_INFINITY);

  const priced = priceIn(problem, { ...how, shouldStop }, { allowed, pool, best });
  report(priced.bound);
  if (priced.bound <= best.worth() + TOLERANCE || priced.stopped) {
    return found(best, {
      bound: priced.bound,
      complete: !priced.stopped,
      effort: { ...nobody, relaxations: priced.relaxations },
    });
  }
  const narrowed = teamProgram(problem, allowed, priced.people);
  const { constant, program, tighten } = narrowed;
  const outcome = branchAndBound(how.engine, {
    program,
    incumbent: () => best.worth() - constant,
    offer: (values) => best.round(narrowed, values, shouldStop),
    branch: (values, box) => chooseBranching(problem, narrowed, values, box),
    tighten,
    tolerance: TOLERANCE,
    shouldStop,
    onProgress: ({ bound }) => report(Math.min(priced.bound, bound + constant)),
  });
  return found(best, {
    bound: Math.min(priced.bound, outcome.bound + constant),
    complete: outcome.complete,
    effort: {
      relaxations: priced.relaxations + outcome.nodes,
      people: priced.people.length,
      ruledOut: allowed.people.length - priced.people.length,
    },
  });
}

/** More seats than people, or somebody pinned whom a rule keeps out. */
const isHopeless = ({ people, pinned, size }: Eligible): boolean => {
  const allowed = new Set(people);
  return size.min > size.max || [...pinned].some((place) => !allowed.has(place));
};

const currentTeam = ({ isCurrent }: IndexedProblem, { people }: Eligible): number[] =>
  people.filter((place) => isCurrent[place] === 1);

function found(
  best: Incumbent,
  proof: Pick<FoundTeam, "bound" | "complete" | "effort">,
): FoundTeam {
  const team = best.team();
  const objective = best.known();
  if (objective === null) {
    const bound = proof.complete || proof.bound === Number.POSITIVE_INFINITY ? null : proof.bound;
    return { ...proof, team, objective, bound };
  }
  const bound = proof.complete ? objective : Math.max(objective, proof.bound ?? objective);
  return { ...proof, team, objective, bound: Number.isFinite(bound) ? bound : null };
}

/** The best team so far. */
interface Incumbent {
  team: () => readonly number[] | null;
  /** Its objective; -Infinity without one. */
  worth: () => number;
  known: () => number | null;
  climbFrom: (pool: readonly number[], from: readonly number[], shouldStop: () => boolean) => void;
  /** Makes a team of a point of the relaxation. */
  round: (program: TeamProgram, values: Float64Array, shouldStop: () => boolean) => void;
}

function incumbentOf(problem: IndexedProblem, allowed: Eligible): Incumbent {
  let team: readonly number[] | null = null;
  let worth = Number.NEGATIVE_INFINITY;
  const climbFrom: Incumbent["climbFrom"] = (pool, from, shouldStop) => {
    const candidate = climb(problem, allowed, { pool, from, shouldStop });
    if (!candidate) return;
    const objective = objectiveOf(problem, candidate);
    if (objective <= worth) return;
    team = candidate;
    worth = objective;
  };
  return {
    team: () => team,
    worth: () => worth,
    known: () => (team === null ? null : worth),
    climbFrom,
    round: ({ columns }, values, shouldStop) => {
      const share = (place: number) => values[columns.get(place) ?? -1] ?? 0;
      const pool = [...columns.keys()].filter((place) => share(place) > INTEGRALITY);
      const from = pool.filter((place) => share(place) > 0.5 || allowed.pinned.has(place));
      climbFrom(pool, from, shouldStop);
    },
  };
}

interface Pricing {
  allowed: Eligible;
  pool: readonly number[];
  best: Incumbent;
}

interface Priced {
  /** Those who could be in a better team than the best known. */
  people: readonly number[];
  /** Of every team. */
  bound: number;
  relaxations: number;
  stopped: boolean;
}

/** Solves the relaxation over ever more people, until nobody left out could improve it. */
function priceIn(
  problem: IndexedProblem,
  { engine, shouldStop }: { engine: LinearEngine; shouldStop: () => boolean },
  { allowed, pool, best }: Pricing,
): Priced {
  let people = pool;
  for (let relaxations = 1; ; relaxations += 1) {
    const reduced = teamProgram(problem, allowed, people);
    const stopped = { people, bound: Number.POSITIVE_INFINITY, relaxations, stopped: true };
    if (shouldStop()) return stopped;
    const prices = solveOnce(engine, reduced);
    if (prices === "stopped") return stopped;
    if (prices === "infeasible") {
      if (people.length === allowed.people.length) {
        return { people, bound: Number.POSITIVE_INFINITY, relaxations, stopped: false };
      }
      people = allowed.people;
      continue;
    }
    best.round(reduced, prices.values, shouldStop);
    const gains = gainsAt(reduced, allowed.people, prices.prices);
    const inside = new Set(people);
    const missing = allowed.people.filter(
      (place) => !inside.has(place) && (gains.of.get(place) as number) > 1e-9,
    );
    if (missing.length === 0) {
      const bound = gains.bound + reduced.constant;
      const room = bound - best.worth() - TOLERANCE;
      const hopeful = allowed.people.filter(
        (place) => allowed.pinned.has(place) || (gains.of.get(place) as number) > -room,
      );
      return { people: hopeful, bound, relaxations, stopped: false };
    }
    const joined = new Set([...people, ...missing]);
    people = allowed.people.filter((place) => joined.has(place));
  }
}

interface Prices {
  values: Float64Array;
  prices: Float64Array;
}

function solveOnce(
  engine: LinearEngine,
  { program }: TeamProgram,
): Prices | "stopped" | "infeasible" {
  const session = engine.open(program);
  try {
    const solved = session.solve();
    return solved.status === "optimal" ? solved : solved.status;
  } finally {
    session.close();
  }
}

/** What each person gains at most at these prices, and the bound of the program they come from. */
function gainsAt(
  { program, columns, mostGain }: TeamProgram,
  people: readonly number[],
  prices: Float64Array,
): { bound: number; of: ReadonlyMap<number, number> } {
  const box: Box = { lower: program.lower, upper: program.upper };
  const { bound, reducedCosts } = dualBound(program, box, prices);
  const of = new Map(
    people.map((place) => {
      const column = columns.get(place);
      const gain =
        column === undefined ? mostGain(place, prices) : (reducedCosts[column] as number);
      // Who is worth their price or more is never ruled out.
      return [place, column !== undefined && gain > 0 ? 0 : gain] as const;
    }),
  );
  return { bound, of };
}

/** The size first, then counts under shares, then the person whose choice decides most. */
function chooseBranching(
  { problem, partners }: IndexedProblem,
  { program, columns, sizeColumn }: TeamProgram,
  values: Float64Array,
  { lower, upper }: Box,
): Branching | null {
  const isOpen = (column: number) => (lower[column] as number) < (upper[column] as number);
  const person = new Set(columns.values());
  const counts = [sizeColumn, ...wholeColumns(program).filter((column) => !person.has(column))];
  for (const column of counts) {
    const value = values[column] as number;
    const floor = Math.floor(value + INTEGRALITY);
    if (isOpen(column) && value - floor > INTEGRALITY) return { column, floor, first: "up" };
  }
  let chosen: { column: number; score: number } | null = null;
  for (const [place, column] of columns) {
    const value = values[column] as number;
    const half = Math.min(value, 1 - value);
    if (!isOpen(column) || half <= INTEGRALITY) continue;
    const strength = (partners[place] ?? []).reduce((sum, one) => sum + one.strength, 0);
    const score = half * (1 + problem.policy.cohesion * strength);
    if (score > (chosen?.score ?? 0)) chosen = { column, score };
  }
  if (chosen) return { column: chosen.column, floor: 0, first: "up" };
  const open = [...counts, ...columns.values()].find(isOpen);
  if (open === undefined) return null;
  const middle = ((lower[open] as number) + (upper[open] as number)) / 2;
  return { column: open, floor: Math.floor(middle), first: "down" };
}

const wholeColumns = ({ integral }: TeamProgram["program"]): number[] =>
  [...integral.keys()].filter((column) => integral[column] === 1);
