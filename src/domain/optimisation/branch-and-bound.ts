import { type Box, dualBound, provesInfeasible } from "./bounds.ts";
import type { LinearEngine, LinearSession, Progress } from "./engine.ts";
import type { LinearProgram } from "./program.ts";

/** A bound of a column that a part of the search is confined to. */
export interface BoundChange {
  column: number;
  lower: number;
  upper: number;
}

export interface Branching {
  column: number;
  /** One part has the column at most here, the other above. */
  floor: number;
  /** Which part is looked at first. */
  first: "up" | "down";
}

/** What a search has to know of the thing that is searched. */
export interface SearchTask {
  program: LinearProgram;
  /** Worth of the best solution so far; -Infinity without one. Rises while the search goes on. */
  incumbent: () => number;
  /** A point of the relaxation: whoever can makes a solution of it and raises the incumbent. */
  offer: (values: Float64Array) => void;
  /**
   * Where to part the box next, given a point that is a candidate for no solution or of one that
   * breaks a rule; null when every whole number is fixed.
   */
  branch: (values: Float64Array, box: Box) => Branching | null;
  /** Bounds that follow from others, e.g. a share of a size that is now known. */
  tighten: (box: Box) => readonly BoundChange[];
  /** Worths that differ by less are the same. */
  tolerance: number;
  shouldStop: () => boolean;
  onProgress: (progress: Progress) => void;
}

export interface SearchOutcome {
  /** No solution is worth more than this; -Infinity when there is none at all. */
  bound: number;
  /** Whether the bound was reached: nothing is open. */
  complete: boolean;
  /** Relaxations that were solved. */
  nodes: number;
}

/** A part of the search that is still to be looked at. */
interface OpenNode {
  bound: number;
  /** All it is confined to, from the root on. */
  changes: readonly BoundChange[];
}

/**
 * Searches the best solution of a program with whole numbers by parting it until the relaxation
 * of every part is worth no more than the incumbent. Each bound is recomputed from the engine's
 * prices by weak duality (`dualBound`), so a mistake of the engine can cost time, never the proof.
 *
 * Dives into the likelier half first, for the engine goes on from where it stands; when a dive
 * ends, the open part with the highest bound comes next, as it decides the gap.
 *
 * Source: A. H. Land, A. G. Doig, Econometrica 28 (1960); fixing by reduced costs: H. Crowder,
 * E. L. Johnson, M. Padberg, Operations Research 31 (1983).
 */
export function branchAndBound(engine: LinearEngine, task: SearchTask): SearchOutcome {
  const { program } = task;
  const root: Box = {
    lower: Float64Array.from(program.lower),
    upper: Float64Array.from(program.upper),
  };
  const session = engine.open(program);
  const walk = walker(session, root);
  const open: OpenNode[] = [{ bound: Number.POSITIVE_INFINITY, changes: [] }];
  let nodes = 0;
  let next: OpenNode | undefined = open.pop();
  try {
    while (next) {
      if (task.shouldStop()) {
        open.push(next);
        return outcome(false);
      }
      const box = walk(next.changes, task.tighten);
      nodes += 1;
      const solved = box ? solveNode(box, next) : null;
      if (solved === "stopped") {
        open.push(next);
        return outcome(false);
      }
      next = solved ? part(solved) : undefined;
      task.onProgress({ incumbent: known(), bound: highest(open, next) });
      next ??= takeHighest(open, cutoff());
    }
    return outcome(true);
  } finally {
    session.close();
  }

  function known(): number | null {
    return Number.isFinite(task.incumbent()) ? task.incumbent() : null;
  }

  function cutoff(): number {
    return task.incumbent() + task.tolerance;
  }

  function outcome(complete: boolean): SearchOutcome {
    return { bound: highest(open, undefined), complete, nodes };
  }

  function highest(parts: readonly OpenNode[], current: OpenNode | undefined): number {
    const bounds = [...parts, ...(current ? [current] : [])].map(({ bound }) => bound);
    return Math.max(task.incumbent(), ...bounds);
  }

  /** The relaxation of a node with what its bound rules out; null when it can be dropped. */
  function solveNode(box: Box, node: OpenNode): Solved | null | "stopped" {
    const solved = session.solve();
    if (solved.status === "stopped") return "stopped";
    if (solved.status === "infeasible") {
      const isProven = solved.ray !== null && provesInfeasible(program, box, solved.ray);
      return isProven ? null : { node, box, values: midpoint(box), bound: node.bound };
    }
    const dual = dualBound(program, box, solved.prices);
    const bound = Math.min(node.bound, dual.bound);
    if (bound <= cutoff()) return null;
    task.offer(solved.values);
    if (bound <= cutoff()) return null;
    const fixed = fixings(program, box, { ...dual, room: dual.bound - cutoff() });
    if (node.changes.length === 0) keepForGood(root, fixed);
    const changes = node.changes.length === 0 ? [] : [...node.changes, ...fixed];
    confine(box, fixed);
    return { node: { bound, changes }, box, values: solved.values, bound };
  }

  /** Parts a node in two; answers the one to go on with. */
  function part({ node, box, values, bound }: Solved): OpenNode | undefined {
    const branching = task.branch(values, box);
    if (!branching) return undefined;
    const { column, floor, first } = branching;
    const down = { column, lower: box.lower[column] as number, upper: floor };
    const up = { column, lower: floor + 1, upper: box.upper[column] as number };
    const [now, later] = first === "up" ? [up, down] : [down, up];
    open.push({ bound, changes: [...node.changes, later] });
    return { bound, changes: [...node.changes, now] };
  }
}

interface Solved {
  node: OpenNode;
  box: Box;
  values: Float64Array;
  bound: number;
}

/** The open part with the highest bound, dropping those that can no longer improve anything. */
function takeHighest(open: OpenNode[], cutoff: number): OpenNode | undefined {
  const hopeful = open.filter(({ bound }) => bound > cutoff);
  open.length = 0;
  open.push(...hopeful);
  if (open.length === 0) return undefined;
  // The latest of several: the engine still stands near to it.
  let best = 0;
  for (const [place, { bound }] of open.entries()) {
    if (bound >= (open[best]?.bound ?? 0)) best = place;
  }
  return open.splice(best, 1)[0];
}

/**
 * Brings the engine from the bounds of one node to those of another, telling it only what differs.
 * Answers the box of the node; null when its bounds contradict each other.
 */
function walker(session: LinearSession, root: Box) {
  const told: Box = { lower: Float64Array.from(root.lower), upper: Float64Array.from(root.upper) };
  return (changes: readonly BoundChange[], tighten: SearchTask["tighten"]): Box | null => {
    const box = { lower: Float64Array.from(root.lower), upper: Float64Array.from(root.upper) };
    confine(box, changes);
    confine(box, tighten(box));
    for (let column = 0; column < box.lower.length; column += 1) {
      const lower = box.lower[column] as number;
      const upper = box.upper[column] as number;
      if (lower > upper) return null;
      if (lower === told.lower[column] && upper === told.upper[column]) continue;
      session.setBounds(column, lower, upper);
      told.lower[column] = lower;
      told.upper[column] = upper;
    }
    return box;
  };
}

function confine({ lower, upper }: Box, changes: readonly BoundChange[]): void {
  for (const change of changes) {
    lower[change.column] = Math.max(lower[change.column] as number, change.lower);
    upper[change.column] = Math.min(upper[change.column] as number, change.upper);
  }
}

const keepForGood = confine;

interface Pricing {
  reducedCosts: Float64Array;
  /** How far the bound lies above what is known: a loss of more rules a value out. */
  room: number;
}

/** Whole numbers of 0 or 1 that would lose more than there is room for at their other value. */
function fixings(
  { integral }: LinearProgram,
  { lower, upper }: Box,
  { reducedCosts, room }: Pricing,
): BoundChange[] {
  const changes: BoundChange[] = [];
  for (let column = 0; column < integral.length; column += 1) {
    if (integral[column] !== 1 || upper[column] !== (lower[column] as number) + 1) continue;
    const cost = reducedCosts[column] as number;
    if (Math.abs(cost) <= room) continue;
    const value = (cost > 0 ? upper[column] : lower[column]) as number;
    changes.push({ column, lower: value, upper: value });
  }
  return changes;
}

const midpoint = ({ lower, upper }: Box): Float64Array =>
  lower.map((least, column) => (least + (upper[column] as number)) / 2);
