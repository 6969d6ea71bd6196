import type { TeamAnswer } from "./answer.ts";
import type { TeamProblem } from "./problem.ts";

/** A size of team, and how many deputies it has from there on. */
export interface DeputyStep {
  size: number;
  deputies: number;
}

/** What is asked about a problem beside its best team. */
export interface ComposeRequest {
  problem: TeamProblem;
  /** Seconds after which the best team so far is answered with its gap; above 0, at most 600. */
  timeLimit: number;
  /** How many other teams, each differing by at least three members from every one before. */
  alternatives: number;
  /** Whether to find a substitute of each member. */
  substitutes: boolean;
  /** Whether to look for the smallest changes when no team is possible. */
  repairs: boolean;
  /** How many deputies a team has that is at least so large; the largest size reached counts. */
  deputies: readonly DeputyStep[];
  /** Tier whose best member speaks for the county; null when the preset has no such role. */
  coordinatorTier: "county" | null;
}

export interface ComposeProgress {
  /** Worth of the best team so far; null before the first. */
  incumbent: number | null;
  /** No team is worth more; null before the first bound. */
  bound: number | null;
  /** Ids of the best team so far. */
  members: string[];
}

/** How a composition is followed and stopped. */
export interface Following {
  signal?: AbortSignal;
  onProgress?: (progress: ComposeProgress) => void;
  /** Told how many are answered first, while it waits for its turn; 0 once its own search begins. */
  onTurn?: (ahead: number) => void;
}

interface Patience {
  /** Whether what others ask goes first: for one of a long series. */
  letsOthersPass?: boolean;
}

/** Composes teams without keeping others waiting. The same request gets the same answer. */
export interface Composer {
  /**
   * Throws `unavailable` when the solver ran out of memory or too many wait. When `signal` is
   * aborted it answers at once with the best team so far, its gap not proven.
   */
  compose: (request: ComposeRequest, how?: Following & Patience) => Promise<TeamAnswer>;
}
