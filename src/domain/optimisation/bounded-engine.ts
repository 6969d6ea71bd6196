import type { LinearEngine, LinearOutcome } from "./engine.ts";

export interface EngineLimits {
  /** A program of more variables is not solved. */
  variables: number;
  /** Relaxations that are solved in all, each counted with its columns. */
  work: number;
}

const STOPPED: LinearOutcome = { status: "stopped" };

/**
 * An engine that stops by itself after so much work, whatever the clock says: the same problem stops
 * at the same place on every machine.
 */
export function boundedEngine(
  engine: LinearEngine,
  { variables, work }: EngineLimits,
): LinearEngine {
  let left = work;
  return {
    ...engine,
    open: (program, limit) => {
      if (program.columns > variables) {
        return { setBounds: () => undefined, solve: () => STOPPED, close: () => undefined };
      }
      const session = engine.open(program, limit);
      return {
        ...session,
        solve: () => {
          left -= program.columns;
          return left < 0 ? STOPPED : session.solve();
        },
      };
    },
    solveInteger: (program, options) =>
      program.columns > variables
        ? { status: "stopped", values: null, bound: Number.POSITIVE_INFINITY }
        : engine.solveInteger(program, options),
  };
}
