import { climb } from "./climb.ts";
import type { Eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { objectiveOf } from "./objective.ts";
import type { TeamProgram } from "./team-program.ts";

/** A share of a person below this is none. */
const LEAST_SHARE = 1e-6;

/** The best team so far. */
export interface Incumbent {
  /** Places of its members, ascending; null before the first. */
  team: () => readonly number[] | null;
  /** Its objective; -Infinity without one. */
  worth: () => number;
  /** Betters what is known by climbing from a team among a pool of people. */
  climbFrom: (pool: readonly number[], from: readonly number[]) => void;
  /** Makes a team of a point of the relaxation and climbs from it among those who are in it. */
  round: (program: TeamProgram, values: Float64Array) => void;
}

export function incumbentOf(
  problem: IndexedProblem,
  allowed: Eligible,
  shouldStop: () => boolean,
): Incumbent {
  let team: readonly number[] | null = null;
  let worth = Number.NEGATIVE_INFINITY;
  const climbFrom: Incumbent["climbFrom"] = (pool, from) => {
    const candidate = climb(problem, allowed, { pool, from, shouldStop });
    if (!candidate) return;
    const objective = objectiveOf(problem, candidate);
    if (objective <= worth) return;
    team = candidate;
    worth = objective;
  };
  return {
    team: () => team,
    worth: () => worth,
    climbFrom,
    round: ({ columns }, values) => {
      const share = (place: number) => values[columns.get(place) ?? -1] ?? 0;
      const pool = [...columns.keys()].filter((place) => share(place) > LEAST_SHARE);
      const from = pool.filter((place) => share(place) > 0.5 || allowed.pinned.has(place));
      climbFrom(pool, from);
    },
  };
}
