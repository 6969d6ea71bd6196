import type { Box } from "../optimisation/bounds.ts";
import { isOpen } from "../optimisation/box.ts";
import { atOpen, type Branching } from "../optimisation/branch-and-bound.ts";
import type { IndexedProblem } from "./indexed.ts";
import type { TeamProgram } from "./team-program.ts";

/** A value nearer than this to a whole number is one. */
const INTEGRALITY = 1e-6;

/**
 * Where to part a search of teams: at the size first, then at counts under shares of it, then at
 * the person whose choice decides most. A point of whole numbers is parted where it is still open,
 * as it stands for no team that keeps the rules to the letter.
 */
export function chooseBranching(
  problem: IndexedProblem,
  teams: TeamProgram,
): (values: Float64Array, box: Box) => Branching | null {
  const people = [...teams.columns].map(([place, column]) => ({
    column,
    weight: 1 + cohesionOf(problem, place),
  }));
  const counts = [teams.sizeColumn, ...teams.shareColumns];
  return (values, box) =>
    atCount(counts, values, box) ??
    atPerson(people, values, box) ??
    atOpen([...counts, ...teams.columns.values()], box);
}

const cohesionOf = ({ problem, partners }: IndexedProblem, place: number): number =>
  (partners[place] ?? []).reduce((sum, { strength }) => sum + strength, 0) *
  problem.policy.cohesion;

function atCount(counts: readonly number[], values: Float64Array, box: Box): Branching | null {
  for (const column of counts) {
    const value = values[column] ?? 0;
    const floor = Math.floor(value + INTEGRALITY);
    if (isOpen(box, column) && value - floor > INTEGRALITY) return { column, floor, first: "up" };
  }
  return null;
}

function atPerson(
  people: readonly { column: number; weight: number }[],
  values: Float64Array,
  box: Box,
): Branching | null {
  let column: number | null = null;
  let most = INTEGRALITY;
  for (const person of people) {
    const value = values[person.column] ?? 0;
    const half = isOpen(box, person.column) ? Math.min(value, 1 - value) : 0;
    if (half <= INTEGRALITY || half * person.weight <= most) continue;
    most = half * person.weight;
    column = person.column;
  }
  return column === null ? null : { column, floor: 0, first: "up" };
}
