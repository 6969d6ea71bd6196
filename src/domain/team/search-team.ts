import { branchAndBound } from "../optimisation/branch-and-bound.ts";
import type { LinearEngine, Progress } from "../optimisation/engine.ts";
import { chooseBranching } from "./branching.ts";
import { type Eligible, eligible, type PeopleLimit } from "./eligible.ts";
import { type Incumbent, incumbentOf } from "./incumbent.ts";
import type { IndexedProblem } from "./indexed.ts";
import { OBJECTIVE_TOLERANCE } from "./objective.ts";
import { startPool } from "./pool.ts";
import {
  hopeful,
  mostHopeful,
  type Priced,
  type PriceInHow,
  type Pricing,
  priceIn,
} from "./price-in.ts";
import { simpleBound } from "./simple-bound.ts";
import { teamProgram } from "./team-program.ts";

/** Half of what counts as a difference: a team this little better is the same team. */
const TOLERANCE = OBJECTIVE_TOLERANCE / 2;
/** People among whom a search is quicker than pricing everybody anew. */
const ENOUGH = 250;
/** More people than this are not searched all at once, but these, the most hopeful, first. */
const MANY = 180;
const CORE = 120;

export interface SearchHow {
  engine: LinearEngine;
  /** What the team must also keep, e.g. to differ from another. */
  limits?: readonly PeopleLimit[];
  /** Who the search begins with, by places; never decides what it ends with. */
  pool?: readonly number[];
  /** Teams to climb from, by places. */
  known?: readonly (readonly number[])[];
  /** What people are worth by a search of the same problem without `limits`. */
  pricing?: Pricing | null;
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
  /** What people are worth, for searches of the same problem under further limits. */
  pricing: Pricing | null;
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
  const { engine, shouldStop = () => false } = how;
  const allowed = eligible(problem, how.limits);
  if (isHopeless(allowed)) return hopeless(allowed);
  const best = incumbentOf(problem, allowed, shouldStop);
  const report = reporter(best, how.onProgress);
  const pool = how.pool ?? startPool(problem, allowed);
  climbFirst(problem, allowed, { best, pool, known: how.known ?? [] });
  const ceiling = simpleBound(problem, allowed);
  report(ceiling);
  const priced = pricedBy(problem, { engine, allowed, pool, best, shouldStop }, how.pricing);
  const bound = Math.min(ceiling, priced.pricing?.bound ?? ceiling);
  report(bound);
  const isSettled = priced.stopped || bound <= best.worth() + TOLERANCE;
  const search = { problem, allowed, best, bound, report, engine, shouldStop };
  const ending = isSettled
    ? { bound, complete: !priced.stopped, relaxations: 0, people: 0 }
    : searchRest(search, priced.pricing);
  const relaxations = priced.relaxations + ending.relaxations;
  return { ...found(best, allowed, { ...ending, relaxations }), pricing: priced.pricing };
}

/**
 * Searches among those whom prices could not rule out: first, where they are many, among the most
 * hopeful, as the best team is nearly always theirs; the better it is the fewer are left, and only
 * teams with somebody of the others are to be looked at then.
 */
function searchRest(search: Rest, pricing: Pricing | null): Ending {
  const { allowed, best } = search;
  if (!pricing) return searchAmong(search, allowed.people);
  const left = () => hopeful(allowed, pricing, best.worth() + TOLERANCE);
  const all = left();
  if (all.length <= MANY) return searchAmong(search, all);
  const core = new Set(mostHopeful(allowed, pricing, CORE));
  const first = searchAmong(
    search,
    all.filter((place) => core.has(place)),
  );
  const people = left();
  const others = people.filter((place) => !core.has(place));
  if (!first.complete) return { ...first, bound: search.bound };
  if (others.length === 0) return first;
  const limits = [...allowed.limits, { people: new Set(others), min: 1 }];
  const second = searchAmong({ ...search, allowed: { ...allowed, limits } }, people);
  return { ...second, relaxations: first.relaxations + second.relaxations };
}

/** Prices known from another search do, as long as they rule out enough. */
function pricedBy(problem: IndexedProblem, how: PriceInHow, pricing: SearchHow["pricing"]): Priced {
  const isEnough = pricing && hopeful(how.allowed, pricing, how.best.worth()).length <= ENOUGH;
  return isEnough ? { pricing, relaxations: 0, stopped: false } : priceIn(problem, how);
}

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
  pricing: null,
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

interface Rest {
  problem: IndexedProblem;
  allowed: Eligible;
  best: Incumbent;
  /** No team is worth more. */
  bound: number;
  report: Report;
  engine: LinearEngine;
  shouldStop: () => boolean;
}

/** Searches the teams of some people. */
function searchAmong(
  { problem, allowed, best, report, engine, ...rest }: Rest,
  people: readonly number[],
): Ending {
  const teams = teamProgram(problem, allowed, people);
  const { program, constant, tighten } = teams;
  const { bound, complete, nodes } = branchAndBound(engine, {
    program,
    incumbent: () => best.worth() - constant,
    offer: (values) => best.round(teams, values),
    branch: chooseBranching(problem, teams),
    tighten,
    tolerance: TOLERANCE,
    shouldStop: rest.shouldStop,
    onProgress: (progress) => report(Math.min(rest.bound, progress.bound + constant)),
  });
  return {
    bound: Math.min(rest.bound, bound + constant),
    complete,
    relaxations: nodes,
    people: people.length,
  };
}

function found(
  best: Incumbent,
  allowed: Eligible,
  { bound, complete, relaxations, people }: Ending,
): Omit<FoundTeam, "pricing"> {
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
