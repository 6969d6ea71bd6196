/** Keeps what is spent in a calendar month (UTC) below a number of tokens. */
export interface TokenBudget {
  /** Sets tokens aside before they are spent; undefined when the month has not so many left. */
  hold: (estimated: number) => ((spent: number) => void) | undefined;
}

/** Counts in memory: each process (and each isolate of a Worker) begins anew. */
export function createTokenBudget(monthly: number, now: () => Date): TokenBudget {
  let month = "";
  let used = 0;
  return {
    hold: (estimated) => {
      const current = now().toISOString().slice(0, "2026-11".length);
      if (month !== current) {
        month = current;
        used = 0;
      }
      if (used + estimated > monthly) return undefined;
      used += estimated;
      return (spent) => {
        // A question asked in the last moment of a month counts for that month.
        if (month === current) used += spent - estimated;
      };
    },
  };
}
