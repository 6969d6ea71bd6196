import type { Limits } from "./limits.ts";

/** How a question ended: "unknown" where it was broken off before anybody could tell. */
export type Ending = "answered" | "failed" | "unknown";

/** Leaves a service alone that fails again and again. */
export interface Breaker {
  /** Lets a question through; undefined while the service is left alone. */
  enter: () => ((ending: Ending) => void) | undefined;
}

/**
 * Opens after so many failures in a row, for so long; then lets a single question through, which closes
 * it again or opens it for as long once more.
 *
 * @param clock monotonic milliseconds
 */
export function createBreaker(
  { failuresToRest, restMs }: Pick<Limits, "failuresToRest" | "restMs">,
  clock: () => number,
): Breaker {
  let failures = 0;
  let closedUntil = 0;
  let isProbing = false;

  const leave = (ending: Ending): void => {
    if (ending === "answered") failures = 0;
    if (ending === "failed") {
      failures += 1;
      closedUntil = clock() + restMs;
    }
  };
  return {
    enter: () => {
      if (failures < failuresToRest) return leave;
      if (isProbing || clock() < closedUntil) return undefined;
      isProbing = true;
      return (ending) => {
        isProbing = false;
        leave(ending);
      };
    },
  };
}
