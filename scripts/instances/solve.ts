import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { highsEngine } from "../../src/adapters/solver/highs.ts";
import { dualBound } from "../../src/domain/optimisation/bounds.ts";
import type { LinearEngine } from "../../src/domain/optimisation/engine.ts";
import { agreesWithItself } from "../../src/domain/optimisation/search-whole.ts";
import { composeTeam } from "../../src/domain/team/compose.ts";
import { readProblem } from "../../src/domain/team/read-problem.ts";
import {
  type Instance,
  readAssignment,
  readAssignmentOfJobs,
  readSetCovering,
  type Sense,
} from "./or-library.ts";

export const KINDS = ["team", "scp", "gap", "assign"] as const;
type Kind = (typeof KINDS)[number];

export interface Asked {
  file: string;
  /** The folder of the file says it when left out. */
  kind?: Kind | undefined;
  sense?: Sense | undefined;
  /** Seconds for each problem. */
  timeLimit: number;
}

export interface Solved {
  file: string;
  problem: string;
  status: "optimal" | "feasible" | "infeasible" | "unknown";
  objective: number | null;
  bound: number | null;
  seconds: number;
}

/** Solves every problem of a file, one after the other. */
export async function* solveFile({ file, kind, sense, timeLimit }: Asked): AsyncGenerator<Solved> {
  const engine = await highsEngine();
  const what = kind ?? kindOf(file);
  const text = readFileSync(file, "utf8");
  const name = basename(file).replace(/\.\w+$/, "");
  if (what === "team") {
    yield timed(file, () => solveTeam(engine, JSON.parse(text), timeLimit));
    return;
  }
  const { read, usual } = READERS[what];
  for (const instance of read(text, name, sense ?? usual)) {
    yield timed(file, () => solveInstance(engine, instance, timeLimit));
  }
}

const READERS = {
  scp: { read: readSetCovering, usual: "min" },
  gap: { read: readAssignmentOfJobs, usual: "max" },
  assign: { read: readAssignment, usual: "min" },
} as const satisfies Record<Exclude<Kind, "team">, { read: unknown; usual: Sense }>;

function kindOf(file: string): Kind {
  const folder = basename(dirname(resolve(file)));
  const kind = KINDS.find((one) => one === folder);
  if (kind) return kind;
  throw new Error(`what "${file}" holds is not known: name it with --kind ${KINDS.join("|")}`);
}

type Outcome = Omit<Solved, "file" | "seconds">;

function timed(file: string, solve: () => Outcome): Solved {
  const begun = performance.now();
  const outcome = solve();
  const seconds = Math.round(performance.now() - begun) / 1000;
  return { file, ...outcome, seconds };
}

function solveTeam(engine: LinearEngine, content: unknown, timeLimit: number): Outcome {
  const problem = readProblem(content);
  const end = performance.now() + timeLimit * 1000;
  const { status, objective, bound } = composeTeam(
    {
      problem,
      timeLimit,
      alternatives: 0,
      substitutes: false,
      repairs: false,
      deputies: [],
      coordinatorTier: null,
    },
    { engine, shouldStop: () => performance.now() >= end, onProgress: () => undefined },
  );
  return {
    problem: problem.name,
    status,
    objective: rounded(objective),
    bound: rounded(bound),
  };
}

function solveInstance(engine: LinearEngine, instance: Instance, seconds: number): Outcome {
  return instance.isIntegralByNature
    ? solveRelaxation(engine, instance, seconds)
    : solveWhole(engine, instance, seconds);
}

function solveWhole(
  engine: LinearEngine,
  { problem, program, sign }: Instance,
  seconds: number,
): Outcome {
  const outcome = engine.solveInteger(program, { seconds });
  const { status, values, bound } = outcome;
  if (status === "infeasible") return { problem, status, objective: null, bound: null };
  if (!values) return { problem, status: "unknown", objective: null, bound: null };
  // The objective is recomputed from the solution, not taken from the engine.
  const objective = rounded(sign * worthOf(program.cost, values));
  const proven = status === "optimal" && agreesWithItself(program, outcome);
  return {
    problem,
    status: proven ? "optimal" : "feasible",
    objective,
    bound: proven ? objective : rounded(sign * bound),
  };
}

/** Rows and columns matched one to one: the relaxation is whole, and its prices prove it best. */
function solveRelaxation(
  engine: LinearEngine,
  { problem, program, sign }: Instance,
  seconds: number,
): Outcome {
  const session = engine.open(program, { seconds });
  const solved = session.solve();
  session.close();
  if (solved.status !== "optimal") {
    return { problem, status: "unknown", objective: null, bound: null };
  }
  const objective = rounded(sign * worthOf(program.cost, solved.values.map(Math.round)));
  const bound = rounded(sign * dualBound(program, program, solved.prices).bound);
  return { problem, status: objective === bound ? "optimal" : "feasible", objective, bound };
}

const worthOf = (costs: Float64Array, values: Float64Array): number =>
  costs.reduce((sum, cost, column) => sum + cost * Math.round(values[column] ?? 0), 0);

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6 + 0;
