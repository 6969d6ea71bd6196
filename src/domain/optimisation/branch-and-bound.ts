import { type Box, dualBound, provesInfeasible } from "./bounds.ts";
import { type BoundChange, boxUnder, confine, isOpen } from "./box.ts";
import type { LinearEngine, LinearOutcome, LinearSession, Progress } from "./engine.ts";
import type { LinearProgram } from "./program.ts";

export interface Branching {
  column: number;
  /** One part has the column at most here, the other above. */
  floor: number;
  /** Which part is looked at first. */
  first: "up" | "down";
}

/** At a column that is still open, in the middle: for a point of whole numbers that settles nothing. */
export function atOpen(columns: readonly number[], box: Box): Branching | null {
  const column = columns.find((one) => isOpen(box, one));
  if (column === undefined) return null;
  const middle = ((box.lower[column] ?? 0) + (box.upper[column] ?? 0)) / 2;
  return { column, floor: Math.floor(middle), first: "down" };
}

/** What a search has to know of the thing that is searched. */
export interface SearchTask {
  program: LinearProgram;
  /** Worth of the best solution so far; -Infinity without one. Rises while the search goes on. */
  incumbent: () => number;
  /** A point of the relaxation: whoever can makes a solution of it and raises the incumbent. */
  offer: (values: Float64Array) => void;
  /** Where to part a box, given a point of it; null when every whole number is fixed. */
  branch: (values: Float64Array, box: Box) => Branching | null;
  /** Bounds that follow from others, e.g. a share of a size that is now known. */
  tighten: (box: Box) => readonly BoundChange[];
  /** Worths that differ by less are the same. */
  tolerance: number;
  shouldStop: () => boolean;
  onProgress: (progress: Progress) => void;
  /** Seconds for each relaxation; without end unless given. */
  limits?: { seconds: number };
}

export interface SearchOutcome {
  /** No solution is worth more than this; -Infinity when there is none at all. */
  bound: number;
  /** Whether nothing is open: the best solution is the incumbent, or it is proven that there is none. */
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

/** A node whose relaxation does not settle it. */
interface Solved extends OpenNode {
  box: Box;
  values: Float64Array;
  /** Whether the engine found no point and could not show why: parting alone can settle it. */
  isDoubtful: boolean;
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
  const session = engine.open(task.program, task.limits);
  try {
    return searched(session, task);
  } finally {
    session.close();
  }
}

function searched(session: LinearSession, task: SearchTask): SearchOutcome {
  const solve = nodeSolver(session, task);
  const open: OpenNode[] = [];
  // Those that can be parted no further and are not settled.
  const doubtful: OpenNode[] = [];
  let nodes = 0;
  let next: OpenNode | undefined = { bound: Number.POSITIVE_INFINITY, changes: [] };
  while (next) {
    const solved = task.shouldStop() ? "stopped" : solve(next);
    if (solved === "stopped") return ended(task, [...open, ...doubtful, next], nodes);
    nodes += 1;
    const { parts, left } = partedBy(task, solved);
    doubtful.push(...left);
    open.push(...parts.toReversed());
    task.onProgress({ incumbent: known(task), bound: highest(task, [...open, ...doubtful]) });
    next = parts.length > 0 ? open.pop() : takeHighest(open, task);
  }
  return ended(task, aboveCutoff(task, doubtful), nodes);
}

/** The parts of a node, the one to go on with first; or the node itself where it is left in doubt. */
function partedBy(
  task: SearchTask,
  solved: Solved | null,
): { parts: OpenNode[]; left: OpenNode[] } {
  const parts = solved ? partsOf(task, solved) : [];
  const isLeft = solved?.isDoubtful === true && parts.length === 0;
  return { parts, left: isLeft ? [solved] : [] };
}

const ended = (task: SearchTask, left: readonly OpenNode[], nodes: number): SearchOutcome => ({
  bound: highest(task, left),
  complete: left.length === 0,
  nodes,
});

const aboveCutoff = (task: SearchTask, nodes: readonly OpenNode[]): OpenNode[] =>
  nodes.filter(({ bound }) => bound > cutoffOf(task));

const known = ({ incumbent }: SearchTask): number | null =>
  Number.isFinite(incumbent()) ? incumbent() : null;

/** What a part must be able to reach to be looked at. */
const cutoffOf = ({ incumbent, tolerance }: SearchTask): number => incumbent() + tolerance;

const highest = ({ incumbent }: SearchTask, parts: readonly OpenNode[]): number =>
  parts.reduce((most, { bound }) => Math.max(most, bound), incumbent());

/** The open part with the highest bound, dropping those that can no longer improve anything. */
function takeHighest(open: OpenNode[], task: SearchTask): OpenNode | undefined {
  const hopeful = aboveCutoff(task, open);
  // The latest of several: the engine still stands near to it.
  const best = hopeful.reduce(
    (place, { bound }, other) => (bound >= (hopeful[place]?.bound ?? bound) ? other : place),
    0,
  );
  const taken = hopeful.splice(best, 1)[0];
  open.splice(0, open.length, ...hopeful);
  return taken;
}

/** Parts a node in two, the one to go on with first; none when nothing is left to decide. */
function partsOf({ branch }: SearchTask, { box, values, bound, changes }: Solved): OpenNode[] {
  const branching = branch(values, box);
  if (!branching) return [];
  const { column, floor, first } = branching;
  const down = { column, lower: box.lower[column] ?? 0, upper: floor };
  const up = { column, lower: floor + 1, upper: box.upper[column] ?? 0 };
  const both = first === "up" ? [up, down] : [down, up];
  return both.map((change) => ({ bound, changes: [...changes, change] }));
}

type NodeOutcome = Solved | null | "stopped";

/** Solves the relaxations of nodes; answers null for a node that is settled. */
function nodeSolver(session: LinearSession, task: SearchTask): (node: OpenNode) => NodeOutcome {
  const { program, tighten } = task;
  const root: Box = {
    lower: Float64Array.from(program.lower),
    upper: Float64Array.from(program.upper),
  };
  const told: Box = { lower: Float64Array.from(root.lower), upper: Float64Array.from(root.upper) };
  return (node) => {
    const box = boxUnder(root, node.changes);
    confine(box, tighten(box));
    if (!tell(session, told, box)) return null;
    const solved = settle(task, { node, box, outcome: session.solve() });
    if (solved === null || solved === "stopped") return solved;
    // What holds at the root holds everywhere: it need not be said again for every node.
    const isRoot = node.changes.length === 0;
    if (isRoot) confine(root, solved.changes);
    return isRoot ? { ...solved, changes: [] } : solved;
  };
}

/**
 * Brings the engine from the bounds it was told to those of a box, by what differs. False when the
 * bounds of the box contradict each other.
 */
function tell({ setBounds }: LinearSession, told: Box, { lower, upper }: Box): boolean {
  if (lower.some((least, column) => least > (upper[column] ?? least))) return false;
  for (let column = 0; column < lower.length; column += 1) {
    const [least, most] = [lower[column] ?? 0, upper[column] ?? 0];
    if (least === told.lower[column] && most === told.upper[column]) continue;
    setBounds(column, least, most);
    told.lower[column] = least;
    told.upper[column] = most;
  }
  return true;
}

interface Relaxed {
  node: OpenNode;
  box: Box;
  outcome: LinearOutcome;
}

function settle(task: SearchTask, { node, box, outcome }: Relaxed): NodeOutcome {
  const { program, offer } = task;
  if (outcome.status === "stopped") return "stopped";
  if (outcome.status === "infeasible") {
    const isProven = outcome.ray !== null && provesInfeasible(program, box, outcome.ray);
    return isProven ? null : { ...node, box, values: midpoint(box), isDoubtful: true };
  }
  const dual = dualBound(program, box, outcome.prices);
  const bound = Math.min(node.bound, dual.bound);
  if (bound <= cutoffOf(task)) return null;
  offer(outcome.values);
  const room = dual.bound - cutoffOf(task);
  if (room <= 0) return null;
  const fixed = fixings(program, box, { ...dual, room });
  confine(box, fixed);
  const changes = [...node.changes, ...fixed];
  return { bound, changes, box, values: outcome.values, isDoubtful: false };
}

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
    const cost = reducedCosts[column] ?? 0;
    const isChoice = integral[column] === 1 && upper[column] === (lower[column] ?? 0) + 1;
    if (!isChoice || Math.abs(cost) <= room) continue;
    const value = (cost > 0 ? upper[column] : lower[column]) ?? 0;
    changes.push({ column, lower: value, upper: value });
  }
  return changes;
}

const midpoint = ({ lower, upper }: Box): Float64Array =>
  lower.map((least, column) => (least + (upper[column] ?? least)) / 2);
