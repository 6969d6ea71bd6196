/** Keeps something below a number of times within a stretch of time. */
export interface Pace {
  /** Counts one more now and answers 0, or counts nothing and answers how many seconds to wait. */
  take: (now: Date) => number;
}

interface Most {
  times: number;
  /** In any stretch of so many seconds. */
  seconds: number;
}

/** Counts in memory: each process (and each isolate of a Worker) has a pace of its own. */
export function createPace({ times, seconds }: Most): Pace {
  const milliseconds = 1_000 * seconds;
  let taken: number[] = [];
  return {
    take: (now) => {
      const at = now.getTime();
      // A clock that was put back leaves times to come, for which nobody has to wait.
      taken = taken.filter((one) => one <= at && at - one < milliseconds);
      const [oldest = at] = taken;
      if (taken.length >= times) return Math.ceil((oldest + milliseconds - at) / 1_000);
      taken.push(at);
      return 0;
    },
  };
}

/**
 * How often corrections are taken, whoever sends them: nobody signs in yet, so a caller is only known by a
 * name that could be another one each time. Far more than a whole province presses.
 */
export const CORRECTION_PACE: Most = { times: 300, seconds: 60 };
