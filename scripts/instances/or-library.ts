/**
 * The formats of J. E. Beasley's OR-Library (Journal of the Operational Research Society 41, 1990)
 * as linear programs with whole numbers.
 */
import {
  type LinearProgram,
  programBuilder,
  type Term,
} from "../../src/domain/optimisation/program.ts";
import { countOf, type Numbers, numbersOf } from "./numbers.ts";

export type Sense = "max" | "min";

/** A program that is maximised; the sign turns its worth into that of the instance. */
export interface Instance {
  problem: string;
  program: LinearProgram;
  sign: 1 | -1;
  /** Whether the relaxation has a best point of whole numbers by itself. */
  isIntegralByNature: boolean;
}

const signOf = (sense: Sense): 1 | -1 => (sense === "max" ? 1 : -1);

/** `m n`, n costs, then of each row how many columns cover it and which, from 1: minimised. */
export function readSetCovering(text: string, name: string, sense: Sense): Instance[] {
  const numbers = numbersOf(text);
  const rows = countOf(numbers, "the number of rows");
  const columns = countOf(numbers, "the number of columns");
  const builder = programBuilder();
  const sign = signOf(sense);
  for (const cost of numbers.take(columns, "a cost")) {
    builder.column({ cost: sign * cost, lower: 0, upper: 1, integral: true });
  }
  for (let row = 0; row < rows; row += 1) {
    const covering = numbers.take(countOf(numbers, "a number of columns"), "a column");
    builder.row(
      { lower: 1 },
      covering.map((column): Term => {
        if (Number.isInteger(column) && column >= 1 && column <= columns) return [column - 1, 1];
        throw new Error(`row ${row + 1} names column ${column}, there are ${columns}`);
      }),
    );
  }
  refuseRest(numbers);
  return [{ problem: name, program: builder.build(), sign, isIntegralByNature: false }];
}

/** How many problems, then of each `m n`, m x n values and loads by agent, m capacities. */
export function readAssignmentOfJobs(text: string, name: string, sense: Sense): Instance[] {
  const numbers = numbersOf(text);
  const problems = countOf(numbers, "the number of problems", 1_000);
  const instances = Array.from({ length: problems }, (_, place) => ({
    problem: `${name}-${place + 1}`,
    program: jobsProgram(numbers, signOf(sense)),
    sign: signOf(sense),
    isIntegralByNature: false,
  }));
  refuseRest(numbers);
  return instances;
}

function jobsProgram(numbers: Numbers, sign: 1 | -1): LinearProgram {
  const agents = countOf(numbers, "the number of agents");
  const jobs = countOf(numbers, "the number of jobs");
  const builder = programBuilder();
  const columns = numbers
    .take(agents * jobs, "a value")
    .map((value) => builder.column({ cost: sign * value, lower: 0, upper: 1, integral: true }));
  const loads = numbers.take(agents * jobs, "a load");
  for (let agent = 0; agent < agents; agent += 1) {
    const capacity = numbers.next("a capacity");
    const own = columns.slice(agent * jobs, (agent + 1) * jobs);
    builder.row(
      { upper: capacity },
      own.map((column): Term => [column, loads[column] ?? 0]),
    );
  }
  for (let job = 0; job < jobs; job += 1) {
    const one = columns.filter((column) => column % jobs === job);
    builder.row(
      { lower: 1, upper: 1 },
      one.map((column): Term => [column, 1]),
    );
  }
  return builder.build();
}

/** `n`, then n x n costs row by row: each row one column, each column one row. */
export function readAssignment(text: string, name: string, sense: Sense): Instance[] {
  const numbers = numbersOf(text);
  const size = countOf(numbers, "the number of rows", 2_000);
  const sign = signOf(sense);
  const builder = programBuilder();
  const columns = numbers
    .take(size * size, "a cost")
    .map((cost) => builder.column({ cost: sign * cost, lower: 0, upper: 1, integral: true }));
  const lines = Array.from({ length: size }, (_, line) => line);
  for (const line of lines) {
    builder.row(
      { lower: 1, upper: 1 },
      lines.map((one): Term => [columns[line * size + one] ?? 0, 1]),
    );
    builder.row(
      { lower: 1, upper: 1 },
      lines.map((one): Term => [columns[one * size + line] ?? 0, 1]),
    );
  }
  refuseRest(numbers);
  return [{ problem: name, program: builder.build(), sign, isIntegralByNature: true }];
}

function refuseRest(numbers: Numbers): void {
  if (!numbers.isAtEnd()) throw new Error("the file goes on after its end");
}
