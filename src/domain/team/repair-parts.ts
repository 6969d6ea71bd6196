import type { ProgramBuilder, Term } from "../optimisation/program.ts";
import type { TeamChange } from "./change.ts";
import type { IndexedProblem } from "./indexed.ts";
import type { Candidate } from "./problem.ts";

/** Something that may be changed: its switch in the program, and the change it stands for. */
export interface Slot {
  column: number;
  /** What kind of change it is: a rule, borrowing, calling for a certain skill ... */
  kind: string;
  /** Kinds that are looked at together: a rule by itself, all calls, all whom one may borrow ... */
  lot: string;
  /** Which change of its kind it is: whatever else is in the program. */
  key: string;
  /** The change that lets this team be, given who is in it. */
  change: (team: readonly Candidate[]) => TeamChange;
}

/**
 * What a program of repairs is after: changes that cost least and suffice, or to come as close as
 * can be to the coverage that is asked for, whatever it costs.
 */
export type RepairGoal = "cheapest" | "closest";

export interface Person {
  candidate: Candidate;
  column: number;
  /** Place in the problem; null for somebody who would have to be called for. */
  place: number | null;
}

/** A program of repairs while its parts are added. */
export interface Repairing {
  problem: IndexedProblem;
  goal: RepairGoal;
  /** What a repair may cost at most: the less, the tighter the program. */
  ceiling: number;
  /** What each column costs. */
  costs: Term[];
  builder: ProgramBuilder;
  people: Person[];
  size: number;
  slots: Slot[];
}

/** Repairs that were found, and all that hold one of them, are not to be found again. */
export interface RuledOut {
  /** The changes of each. */
  repairs: readonly (readonly Pick<Slot, "key" | "kind">[])[];
  /** Kinds of single changes of which there are enough. */
  kinds: ReadonlySet<string>;
}

export const NOTHING_RULED_OUT: RuledOut = { repairs: [], kinds: new Set() };

/** Two people to borrow are a choice, forty are a list: other kinds are then more worth knowing. */
const MOST_OF_A_KIND = 2;

/** Also without a repair that was found; and without its kind, when it is one more of a kind. */
export function ruledOutToo(before: RuledOut, found: readonly Slot[]): RuledOut {
  const repairs = [...before.repairs, found];
  const [only, ...others] = found;
  if (!only || others.length > 0) return { ...before, repairs };
  const times = repairs.filter(
    ([one, ...more]) => more.length === 0 && one?.kind === only.kind,
  ).length;
  const kinds = times < MOST_OF_A_KIND ? before.kinds : new Set([...before.kinds, only.kind]);
  return { repairs, kinds };
}

/** A column that costs something, where costs matter. */
export function costly(
  { goal, builder, costs }: Repairing,
  { cost, ...column }: Parameters<ProgramBuilder["column"]>[0],
): number {
  const place = builder.column({ ...column, cost: goal === "cheapest" ? -cost : 0 });
  costs.push([place, cost]);
  return place;
}

/** A switch that costs something. */
export const binary = (repairing: Repairing, cost: number): number =>
  costly(repairing, { cost, lower: 0, upper: 1, integral: true });

export const termOf = ({ column }: Person): Term => [column, 1];
