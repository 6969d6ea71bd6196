import type { ProgramBuilder, Range, Term } from "../optimisation/program.ts";
import type { Eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import type { Candidate } from "./problem.ts";

/** The rows that price a person who is left out of a program: what they would be charged. */
interface Charges {
  /** Rows in which the person would stand with the factor 1. */
  rows: { row: number; counts: (place: number) => boolean }[];
  /** Of each demand: the fits that occur on it, from the best down. */
  steps: Step[][];
  /** Row that bounds the members of an institution. */
  institutionMax: Map<number, number>;
  /** Rows that let an institution count, and the row of how many must. */
  institutionsMin: { present: Map<number, number>; row: number }[];
  /** Row of each coverage asked for, and what a fit on each demand counts in it. */
  coverage: { row: number; weights: readonly number[] }[];
}

/** A column that counts how far a demand is covered. */
interface Counting {
  column: number;
  demand: number;
  /** Height of its step x what its rank counts. */
  covered: number;
}

/** A fit on a demand, and the row that counts the people who reach it. */
export interface Step {
  fit: number;
  row: number;
}

/** A program of teams while its parts are added. */
export interface Building {
  problem: IndexedProblem;
  allowed: Eligible;
  builder: ProgramBuilder;
  /** Column of each person by their place in the problem. */
  columns: Map<number, number>;
  /** Every such column. */
  counting: Counting[];
  charges: Charges;
}

/** A row over the people who count, now or were they in the program. */
export function countingRow(
  { builder, columns, charges }: Building,
  range: Partial<Range>,
  { counts, further = [] }: { counts: (place: number) => boolean; further?: readonly Term[] },
): void {
  const terms = [...columns].flatMap(([place, column]): Term[] =>
    counts(place) ? [[column, 1]] : [],
  );
  charges.rows.push({ row: builder.row(range, [...terms, ...further]), counts });
}

export const candidatesWho =
  ({ problem }: Building, counts: (candidate: Candidate) => boolean) =>
  (place: number): boolean => {
    const candidate = problem.problem.candidates[place];
    return candidate !== undefined && counts(candidate);
  };

/** The members of each institution. */
export function institutionTerms({ problem, columns }: Building): Map<number, Term[]> {
  const terms = new Map<number, Term[]>();
  for (const [place, column] of columns) {
    const institution = problem.institutions[place] ?? 0;
    const list = terms.get(institution);
    if (list) list.push([column, 1]);
    else terms.set(institution, [[column, 1]]);
  }
  return terms;
}
