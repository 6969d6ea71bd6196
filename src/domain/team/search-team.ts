import { branchAndBound } from "../optimisation/branch-and-bound.ts";
import type { LinearEngine, Progress } from "../optimisation/engine.ts";
import { chooseBranching } from "./branching.ts";
import { type Eligible, eligible, type PeopleLimit } from "./eligible.ts";
import { type Incumbent, incumbentOf } from "./incumbent.ts";
import type { IndexedProblem } from "./indexed.ts";
import { OBJECTIVE_TOLERANCE } from "./objective.ts";
import { startPool } from "./pool.ts";
import { type Priced, priceIn } from "./price-in.ts";
import { simpleBound } from "./simple-bound.ts";
import { teamProgram } from "./team-program.ts";

/** Half of what counts as a difference: a team this little better is the same team. */
const TOLERANCE = OBJECTIVE_TOLERANCE / 2;

export interface SearchHow {
  engine: LinearEngine;
  /** What the team must also keep, e.g. to differ from another. */
  limits?: readonly PeopleLimit[];
  /** Who the search begins with, by places; never decides what it ends with. */
  pool?: readonly number[];
  /** Teams to climb from, by places. */
  known?: readonly (readonly number[])[];
  shouldStop?: () => boolean;
  onProgress?: (progress: SearchProgress) => void;
}

interface SearchProgress extends Progress {
  /** The best team so far; null before the first. */
  team: readonly number[] | null;
}

/** The best team, and how far that is proven. */
export interface FoundTeam {
  /** Places of the members; null when none was found. */
  team: readonly number[] | null;
  objective: number | null;
  /** No team is worth more; null when there is none, or nothing is known. */
  bound: number | null;
  /** Whether the search was brought to its end. */
  complete: boolean;
  effort: Effort;
}

/** What a proof took. */
interface Effort {
  /** Relaxations that were solved. */
  relaxations: number;
  /** People whom prices could not rule out. */
  people: number;
  /** People whom their price alone keeps out of every better team. */
  ruledOut: number;
}

/**
 * The best team of a problem, with a proof that nothing better exists.
 *
 * Climbs to a first team; solves the relaxation over the most promising people and prices in
 * whoever left out could improve it (`priceIn`), which rules most people out; and searches the rest
 * (`branchAndBound`). The same problem gives the same team as long as nothing stops the search.
 */
export function searchTeam(problem: IndexedProblem, how: SearchHow): FoundTeam {
  const { shouldStop = () => false } = how;
  const allowed = eligible(problem, how.limits);
  if (isHopeless(allowed)) return hopeless(allowed);
  const best = incumbentOf(problem, allowed, shouldStop);
  const report = reporter(best, how.onProgress);
  const pool = how.pool ?? startPool(problem, allowed);
  climbFirst(problem, allowed, { best, pool, known: how.known ?? [] });
  const ceiling = simpleBound(problem, allowed);
  report(ceiling);
  const pricing = { engine: how.engine, allowed, pool, best, tolerance: TOLERANCE, shouldStop };
  const priced = under(ceiling, priceIn(problem, pricing));
  report(priced.bound);
  const isSettled = priced.stopped || priced.bound <= best.worth() + TOLERANCE;
  const search = { problem, allowed, best, priced, report, engine: how.engine, shouldStop };
  return found(best, allowed, isSettled ? settled(priced) : searchRest(search));
}

const under = (ceiling: number, priced: Priced): Priced => ({
  ...priced,
  bound: Math.min(ceiling, priced.bound),
});

/** More seats than people, or somebody pinned whom a rule keeps out. */
function isHopeless({ people, pinned, size }: Eligible): boolean {
  const allowed = new Set(people);
  return size.min > size.max || [...pinned].some((place) => !allowed.has(place));
}

const hopeless = ({ people }: Eligible): FoundTeam => ({
  team: null,
  objective: null,
  bound: null,
  complete: true,
  effort: { relaxations: 0, people: 0, ruledOut: people.length },
});

type Report = (bound: number) => void;

const reporter =
  (best: Incumbent, onProgress: SearchHow["onProgress"]): Report =>
  (bound) => {
    const team = best.team();
    onProgress?.({ incumbent: team ? best.worth() : null, bound, team });
  };

interface First {
  best: Incumbent;
  pool: readonly number[];
  known: readonly (readonly number[])[];
}

/** From those who must be in it, from teams that are known, from today's; if need be among all. */
function climbFirst(
  { isCurrent }: IndexedProblem,
  { people, pinned }: Eligible,
  { best, pool, known }: First,
): void {
  const current = people.filter((place) => isCurrent[place] === 1);
  for (const from of [[...pinned], ...known, ...(current.length > 0 ? [current] : [])]) {
    best.climbFrom(pool, from);
  }
  if (best.team() === null) best.climbFrom(people, [...pinned]);
}

/** How a search ended; `people` are those whom prices could not rule out. */
interface Ending {
  bound: number;
  complete: boolean;
  relaxations: number;
  people: number;
}

const settled = ({ bound, stopped, relaxations }: Priced): Ending => ({
  bound,
  complete: !stopped,
  relaxations,
  people: 0,
});

interface Rest {
  problem: IndexedProblem;
  allowed: Eligible;
  best: Incumbent;
  priced: Priced;
  report: Report;
  engine: LinearEngine;
  shouldStop: () => boolean;
}

/** Searches among those whom prices could not rule out. */
function searchRest({ problem, allowed, best, priced, report, engine, shouldStop }: Rest): Ending {
  const teams = teamProgram(problem, allowed, priced.people);
  const { program, constant, tighten } = teams;
  const { bound, complete, nodes } = branchAndBound(engine, {
    program,
    incumbent: () => best.worth() - constant,
    offer: (values) => best.round(teams, values),
    branch: chooseBranching(problem, teams),
    tighten,
    tolerance: TOLERANCE,
    shouldStop,
    onProgress: (progress) => report(Math.min(priced.bound, progress.bound + constant)),
  });
  return {
    bound: Math.min(priced.bound, bound + constant),
    complete,
    relaxations: priced.relaxations + nodes,
    people: priced.people.length,
  };
}

function found(
  best: Incumbent,
  allowed: Eligible,
  { bound, complete, relaxations, people }: Ending,
): FoundTeam {
  const team = best.team();
  const effort = { relaxations, people, ruledOut: allowed.people.length - people };
  if (!team) {
    const known = complete || !Number.isFinite(bound) ? null : bound;
    return { team, objective: null, bound: known, complete, effort };
  }
  const objective = best.worth();
  const proven = complete ? objective : Math.max(objective, bound);
  return {
    team,
    objective,
    bound: Number.isFinite(proven) ? proven : null,
    complete,
    effort,
  };
}
