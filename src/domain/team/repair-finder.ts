import { dualBound } from "../optimisation/bounds.ts";
import type { LinearEngine } from "../optimisation/engine.ts";
import { searchWhole } from "../optimisation/search-whole.ts";
import type { Clash } from "./answer.ts";
import { type IndexedProblem, placeOf } from "./indexed.ts";
import type { Candidate } from "./problem.ts";
import { NOTHING_RULED_OUT, type RuledOut, ruledOutToo, type Slot } from "./repair-parts.ts";
import {
  type RepairProgram,
  type RepairScope,
  type RepairWish,
  repairProgram,
} from "./repair-program.ts";

/** Among so few people the whole program is solved at once. */
const FEW = 150;
/** Somebody's share in a relaxation below this is none. */
const LEAST_SHARE = 1e-6;
/** Costs as near as this are the same. */
const TOLERANCE = 1e-6;
/** A ceiling lies this far above what is known, out of the reach of rounding. */
const ROOM = 1e-3;
/** What a single search may take. */
export const SECONDS = 4;

export interface FinderHow {
  engine: LinearEngine;
  shouldStop: () => boolean;
  /** Rules that cannot hold together: no single change mends anything that leaves them as they are. */
  conflict?: readonly Clash[];
  /** Among so few people all are looked at from the start; see `FEW`. */
  few?: number;
}

/** Changes that make a team possible, and that team. */
export interface FoundRepair {
  chosen: Slot[];
  team: Candidate[];
  cost: number;
  /** Whether no other repair costs less, but for those found before. */
  isCheapest: boolean;
}

/** Finds one repair after the other, the cheapest first. */
export interface RepairFinder {
  /** Null when there is no further one, or none was found in time. */
  next: () => FoundRepair | null;
}

/** What is known of the repairs of a scope: the best, and that none costs less than the floor. */
interface Known {
  best: FoundRepair | null;
  floor: number;
}

/**
 * Single changes are looked at lot by lot, for what one of them costs in full is then not blurred by
 * a relaxation that makes many changes in part; what is found of a lot holds until one of it is taken.
 * Several changes at once are searched only when they could cost less than the best single one.
 */
export function repairFinder(problem: IndexedProblem, how: FinderHow): RepairFinder {
  let ruledOut = NOTHING_RULED_OUT;
  let several: Known = { best: null, floor: 0 };
  const lots = new Map<string, Known>();
  const search = (scope: RepairScope, ceiling = Number.POSITIVE_INFINITY) =>
    cheapestOf(problem, { scope, ceiling, without: ruledOut }, how);
  const lookAtLots = () => {
    for (const lot of lotsOf(problem, how.conflict ?? []))
      if (!lots.has(lot)) lots.set(lot, search({ lot }));
    return cheapest([...lots.values()]);
  };
  const rule = (found: FoundRepair) => {
    ruledOut = ruledOutToo(ruledOut, found.chosen);
    const [only, ...others] = found.chosen;
    if (only && others.length === 0) lots.delete(only.lot);
    // The best of several may hold all of what was found; none costs less than before.
    several = { best: null, floor: several.floor };
  };
  return {
    next: () => {
      const ceiling = lookAtLots()?.cost ?? Number.POSITIVE_INFINITY;
      if (several.floor < ceiling - TOLERANCE) several = search("several", ceiling);
      const all = [...lots.values(), several];
      const found = cheapest(all);
      if (!found) return null;
      rule(found);
      const isCheapest = all.every(({ floor }) => floor >= found.cost - TOLERANCE);
      return { ...found, isCheapest };
    },
  };
}

const cheapest = (known: readonly Known[]): FoundRepair | null =>
  known.reduce<FoundRepair | null>(
    (least, { best }) =>
      best && best.cost < (least?.cost ?? Number.POSITIVE_INFINITY) ? best : least,
    null,
  );

/** The lots of single changes that may mend something. */
function lotsOf({ problem }: IndexedProblem, conflict: readonly Clash[]): string[] {
  const { rules, pins, excludes } = problem;
  const mayMend = (clashes: (clash: Clash) => boolean) =>
    conflict.length === 0 || conflict.some(clashes);
  const isOf = (one: Clash["id"]) => (clash: Clash) => clash.id === one;
  const lots = [
    ...rules.map(({ id }, place) => ({
      lot: `rule ${place}`,
      isThere: id !== "coverageMin" && mayMend(({ index }) => index === place),
    })),
    { lot: "unpin", isThere: pins.length > 0 && mayMend(isOf("pins")) },
    { lot: "admit", isThere: excludes.length > 0 && mayMend(isOf("excludes")) },
    { lot: "borrow", isThere: mayMend(isOf("freeDays")) },
    { lot: "call", isThere: true },
  ];
  return lots.flatMap(({ lot, isThere }) => (isThere ? [lot] : []));
}

interface Wanted {
  scope: RepairScope;
  ceiling: number;
  without: RuledOut;
}

/**
 * The cheapest repair of a scope that costs no more than the ceiling.
 *
 * Of many people few matter: a repair among those whom the relaxation takes says what the cheapest
 * costs at most. For no more than that rules give way only so far, which makes the relaxation
 * tight; by its prices nearly everybody else is in no cheaper repair, and the rest is searched.
 */
function cheapestOf(
  problem: IndexedProblem,
  { scope, ceiling, without }: Wanted,
  { few = FEW, ...how }: FinderHow,
): Known {
  const all = [...problem.problem.candidates.keys()];
  const wish = (more: Partial<RepairWish> = {}) =>
    repairProgram(problem, { goal: "cheapest", ceiling, among: all, without, scope, ...more });
  if (all.length <= few) return solved(wish(), ceiling, how);
  const pins = problem.problem.pins.map((id) => placeOf(problem.places, id));
  const relaxed = relaxation(wish(), how);
  if (relaxed === "stopped") return { best: null, floor: 0 };
  if (relaxed === null || relaxed.leastCost >= ceiling - TOLERANCE) {
    return { best: null, floor: ceiling };
  }
  const { best: first } = solved(wish({ among: withPins(pins, relaxed.taken) }), ceiling, how);
  if (!first) return atLeast(relaxed.leastCost, solved(wish(), ceiling, how));
  const most = first.cost + ROOM;
  const tight = relaxation(wish({ ceiling: most }), how);
  if (tight === "stopped" || tight === null) return { best: first, floor: relaxed.leastCost };
  if (tight.leastCost >= first.cost - TOLERANCE) return { best: first, floor: first.cost };
  const left = all.filter((place) => tight.leastCostWith(place) <= most);
  const last = solved(wish({ ceiling: most, among: withPins(pins, left) }), most, how);
  // That it finds nothing in the end means that nothing costs less.
  const floor = last.floor >= most ? first.cost : Math.max(tight.leastCost, last.floor);
  return { best: last.best ?? first, floor };
}

const atLeast = (least: number, { best, floor }: Known): Known => ({
  best,
  floor: Math.max(least, floor),
});

/** In the order of the problem, so that the same problem gives the same repair. */
const withPins = (pins: readonly number[], places: readonly number[]): number[] =>
  [...new Set([...places, ...pins])].sort((one, other) => one - other);

function solved(
  { program, slots, deciding, teamOf }: RepairProgram,
  ceiling: number,
  { engine, shouldStop }: FinderHow,
): Known {
  if (shouldStop()) return { best: null, floor: 0 };
  const how = { deciding, seconds: SECONDS, shouldStop };
  const { values, status, bound } = searchWhole(engine, program, how);
  if (status === "infeasible") return { best: null, floor: ceiling };
  if (!values || status !== "optimal") return { best: null, floor: Math.max(0, -bound) };
  const chosen = slots.filter(({ column }) => (values[column] ?? 0) > 0.5);
  const best = { chosen, team: teamOf(values), cost: -bound, isCheapest: true };
  return -bound > ceiling + TOLERANCE ? { best: null, floor: ceiling } : { best, floor: best.cost };
}

interface Relaxed {
  /** Places of the people whom the relaxation takes, in part at least. */
  taken: number[];
  /** No repair costs less. */
  leastCost: number;
  /** No repair with somebody of this place costs less. */
  leastCostWith: (place: number) => number;
}

/** Null when no repair is possible. */
function relaxation(
  { program, people }: RepairProgram,
  { engine, shouldStop }: FinderHow,
): Relaxed | null | "stopped" {
  if (shouldStop()) return "stopped";
  const session = engine.open(program, { seconds: SECONDS });
  const outcome = session.solve();
  session.close();
  if (outcome.status === "stopped") return "stopped";
  if (outcome.status === "infeasible") return null;
  const { bound, reducedCosts } = dualBound(program, program, outcome.prices);
  const columns = new Map(people.map(({ place, column }) => [place, column]));
  return {
    taken: people.flatMap(({ place, column }) =>
      place !== null && (outcome.values[column] ?? 0) > LEAST_SHARE ? [place] : [],
    ),
    leastCost: -bound,
    leastCostWith: (place) => -bound - Math.min(0, reducedCosts[columns.get(place) ?? -1] ?? 0),
  };
}
