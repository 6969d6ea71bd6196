import type { LinearProgram } from "./program.ts";

/** How an engine left a linear program. */
export type LinearOutcome =
  | {
      status: "optimal";
      values: Float64Array;
      /** A price of each row: what the optimum gains by a unit more room, in the limit. */
      prices: Float64Array;
    }
  | {
      status: "infeasible";
      /** Prices that show it, where the engine gives them; see `provesInfeasible`. */
      ray: Float64Array | null;
    }
  | { status: "stopped" };

/** A program held by an engine, to be solved again and again under other bounds. */
export interface LinearSession {
  setBounds: (column: number, lower: number, upper: number) => void;
  solve: () => LinearOutcome;
  close: () => void;
}

/** How far a search with whole numbers came. */
export interface IntegerOutcome {
  status: "optimal" | "infeasible" | "stopped";
  /** Null when nothing was found. */
  values: Float64Array | null;
  /** No solution is worth more than this. */
  bound: number;
}

export interface IntegerOptions {
  seconds: number;
  /** Called now and then: true stops the search. */
  shouldStop?: () => boolean;
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** The best that was found; null before the first. */
  incumbent: number | null;
  /** Nothing is worth more than this. */
  bound: number;
}

/** What solves linear programs: the one thing the domain asks for and does not do itself. */
export interface LinearEngine {
  /** Each solving of the session ends after `seconds`, as stopped, when they are given. */
  open: (program: LinearProgram, limits?: { seconds: number }) => LinearSession;
  /** Searches with whole numbers where `program.integral` says so. */
  solveInteger: (program: LinearProgram, options: IntegerOptions) => IntegerOutcome;
  /** Bytes of memory the engine holds; they are never given back while it lives. */
  memoryBytes: () => number;
}
