import type { Term } from "../optimisation/program.ts";
import { coverageRules, coverageWeights } from "./coverage.ts";
import { type Repairing, termOf } from "./repair-parts.ts";

/** Shares are small beside the tolerance of an engine: they are counted in thousandths. */
const SCALE = 1_000;

/** How a demand is covered: its columns, each with what it counts. */
type Covered = Term[];

/**
 * A team must reach every coverage that is asked for. When the closest is looked for instead, what
 * is missing of each is what the program costs.
 */
export function addAskedCoverage(repairing: Repairing): void {
  const { problem, builder, goal } = repairing;
  const covered = new Map<number, Covered>();
  for (const rule of coverageRules(problem.problem)) {
    const terms = coverageWeights(problem.problem, rule).flatMap((weight, demand): Term[] => {
      if (weight === 0) return [];
      const known = covered.get(demand) ?? addCovered(repairing, demand);
      covered.set(demand, known);
      return known.map(([column, counts]): Term => [column, SCALE * weight * counts]);
    });
    const missing = builder.column({ cost: -1, lower: 0, upper: goal === "closest" ? 1 : 0 });
    builder.row({ lower: SCALE * rule.min }, [...terms, [missing, SCALE]]);
  }
}

/**
 * Step by step, as in the search: how many reach each fit that occurs, the first of them counting
 * what the depth says for the height of the step.
 */
function addCovered(repairing: Repairing, demand: number): Covered {
  const { problem, builder, people } = repairing;
  const depth = problem.problem.policy.depth.filter((share) => share > 0);
  const steps = stepsOf(repairing, demand);
  let above: Term[] = [];
  return steps.flatMap(({ fit, joining }, step) => {
    const height = fit - (steps[step + 1]?.fit ?? 0);
    const counted = depth.map((share): Term => {
      return [builder.column({ cost: 0, lower: 0, upper: 1 }), height * share];
    });
    const passed = builder.column({ cost: 0, lower: 0, upper: people.length });
    const columns = [...counted.map(([column]) => column), passed];
    builder.row({ lower: 0, upper: 0 }, [
      ...joining,
      ...above,
      ...columns.map((column): Term => [column, -1]),
    ]);
    above = columns.map((column): Term => [column, 1]);
    return counted;
  });
}

interface Step {
  fit: number;
  /** Those who have this very fit. */
  joining: Term[];
}

/** The fits on a demand, from the best down. */
function stepsOf({ problem, people }: Repairing, demand: number): Step[] {
  const id = problem.problem.demands[demand]?.id ?? "";
  const byFit = new Map<number, Term[]>();
  for (const person of people) {
    const fit = person.candidate.covers[id] ?? 0;
    if (fit === 0) continue;
    const joining = byFit.get(fit);
    if (joining) joining.push(termOf(person));
    else byFit.set(fit, [termOf(person)]);
  }
  return [...byFit]
    .sort(([one], [other]) => other - one)
    .map(([fit, joining]) => ({ fit, joining }));
}
