import type { ProgramBuilder, Term } from "../optimisation/program.ts";
import type { TeamChange } from "./change.ts";
import type { IndexedProblem } from "./indexed.ts";
import type { Candidate } from "./problem.ts";

/** Something that may be changed: its switch in the program, and the change it stands for. */
export interface Slot {
  column: number;
  /** What kind of change it is: a rule, or whom it is about. */
  kind: string;
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
  builder: ProgramBuilder;
  people: Person[];
  size: number;
  slots: Slot[];
}

/** What a change costs in the program. */
export const costIn = ({ goal }: Pick<Repairing, "goal">, cost: number): number =>
  goal === "cheapest" ? -cost : 0;

/** A switch that costs something. */
export const binary = (repairing: Repairing, cost: number): number =>
  repairing.builder.column({ cost: costIn(repairing, cost), lower: 0, upper: 1, integral: true });

export const termOf = ({ column }: Person): Term => [column, 1];
