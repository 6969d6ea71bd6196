import type { LinearEngine, LinearOutcome } from "../../domain/optimisation/engine.ts";

export interface EngineLimits {
  /** A program of more variables is not solved. */
  variables: number;
  /** Relaxations that are solved for one composition. */
  relaxations: number;
}

const STOPPED: LinearOutcome = { status: "stopped" };

/**
 * An engine that stops by itself, for a runtime whose clock stands still while it works. What is
 * composed with it beyond its limits has a team and a bound, and says that it is not proven.
 */
export function boundedEngine(engine: LinearEngine, limits: EngineLimits): LinearEngine {
  let left = limits.relaxations;
  return {
    ...engine,
    open: (program, limit) => {
      if (program.columns > limits.variables) {
        return { setBounds: () => undefined, solve: () => STOPPED, close: () => undefined };
      }
      const session = engine.open(program, limit);
      return {
        ...session,
        solve: () => {
          left -= 1;
          return left < 0 ? STOPPED : session.solve();
        },
      };
    },
    solveInteger: (program, options) =>
      program.columns > limits.variables
        ? { status: "stopped", values: null, bound: Number.POSITIVE_INFINITY }
        : engine.solveInteger(program, options),
  };
}
