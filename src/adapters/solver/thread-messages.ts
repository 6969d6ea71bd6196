import type { TeamAnswer } from "../../domain/team/answer.ts";
import type { ComposeProgress, ComposeRequest } from "../../domain/team/composer.ts";

/** A search that takes more memory than this is stopped with what it has. */
export const MEMORY_CEILING_BYTES = 512 * 2 ** 20;

/** A thread whose solver holds more than this after a job is replaced: it never gives any back. */
export const RECYCLE_ABOVE_BYTES = 96 * 2 ** 20;

export interface Job {
  id: number;
  request: ComposeRequest;
  /** One number, shared: anything but 0 stops the search. */
  stop: Int32Array;
}

export type FromThread =
  | { kind: "progress"; id: number; progress: ComposeProgress }
  /** What is to be answered when the thread has to be ended before it is done. */
  | { kind: "answered"; id: number; answer: TeamAnswer }
  | { kind: "answer"; id: number; answer: TeamAnswer; memoryBytes: number }
  | { kind: "failure"; id: number; message: string };
