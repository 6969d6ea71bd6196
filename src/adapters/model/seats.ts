import { pause } from "./pause.ts";

/** Keeps questions to a service below a number at a time. */
export interface Seats {
  /** Gives what frees the seat again; undefined when none came free in time. */
  take: (patienceMs: number, signal: AbortSignal | undefined) => Promise<(() => void) | undefined>;
}

const LOOK_AGAIN_MS = 25;

/**
 * Whoever waits looks again by a timer of its own, instead of being woken by another request: in a Worker
 * one request must not touch another's.
 */
export function createSeats(number: number): Seats {
  let taken = 0;
  const free = (): void => {
    taken -= 1;
  };
  return {
    take: async (patienceMs, signal) => {
      for (let waited = 0; taken >= number; waited += LOOK_AGAIN_MS) {
        if (waited >= patienceMs || signal?.aborted) return undefined;
        await pause(LOOK_AGAIN_MS, signal);
      }
      taken += 1;
      return free;
    },
  };
}
