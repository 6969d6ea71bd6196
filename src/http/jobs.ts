import { AppError } from "../domain/error.ts";
import type { ComposeProgress, Following } from "../domain/team/composer.ts";

/** A composition that takes longer than its reader is made to wait. */
export interface Job<Value> {
  readonly id: string;
  /** What is composed: the same again joins in. */
  readonly key: string;
  readonly startedAt: number;
  /** Since it began, until it ended. */
  milliseconds: () => number;
  /** The best team and the bound so far; null before the first. */
  readonly progress: ComposeProgress | null;
  /** How many are answered first; 0 once its own search has begun. */
  readonly ahead: number;
  readonly outcome: JobOutcome<Value> | null;
  /** Answered, soon, with the best team so far. */
  stop: () => void;
  /** Tells each progress and the end; answers how to leave off. */
  watch: (tell: () => void) => () => void;
  /** True once it ended, false when the milliseconds are over first. */
  endsWithin: (milliseconds: number) => Promise<boolean>;
}

type JobOutcome<Value> = { kind: "done"; value: Value } | { kind: "failed"; error: unknown };

interface Wanted<Value> {
  key: string;
  work: (how: Required<Following>) => Promise<Value>;
}

export interface Jobs<Value> {
  /**
   * Starts it, or joins what is composed already under the key. Throws `unavailable` when too many
   * are under way.
   */
  start: (wanted: Wanted<Value>) => Job<Value>;
  find: (id: string) => Job<Value> | undefined;
  /** Takes a job out of its key: whoever asks for the same from now on starts anew. */
  collect: (job: Job<Value>) => void;
  /** Drops a job that nobody will ask for: an outcome takes a megabyte or more. */
  forget: (job: Job<Value>) => void;
}

/** How long the outcome can be asked for. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 200;

interface Keeping {
  newId: () => string;
  /** Monotonic milliseconds. */
  clock: () => number;
  /** A job that nobody asked for during so many milliseconds is stopped: its reader has gone. */
  abandonedAfter: number;
  /** How many may be under way at once. */
  mostUnderWay?: number;
}

/** Compositions of this process. */
export function createJobs<Value>({
  newId,
  clock,
  abandonedAfter,
  mostUnderWay = Number.POSITIVE_INFINITY,
}: Keeping): Jobs<Value> {
  const byId = new Map<string, Job<Value>>();
  const byKey = new Map<string, Job<Value>>();

  function forgetOld(): void {
    const oldest = clock() - KEPT_MS;
    for (const job of [...byId.values()]) {
      const isTooMany = byId.size >= MOST_KEPT;
      if (job.outcome !== null && (isTooMany || job.startedAt < oldest)) forget(job);
    }
  }

  function forget(job: Job<Value>): void {
    byId.delete(job.id);
    collect(job);
  }

  function collect(job: Job<Value>): void {
    if (byKey.get(job.key) === job) byKey.delete(job.key);
  }

  return {
    collect,
    forget,
    find: (id) => byId.get(id),
    start: (wanted) => {
      const running = byKey.get(wanted.key);
      if (running) return running;
      forgetOld();
      const underWay = [...byId.values()].filter(({ outcome }) => outcome === null);
      if (underWay.length >= mostUnderWay) {
        throw new AppError("unavailable", BUSY, { retryAfterSeconds: COME_AGAIN_SECONDS });
      }
      const job = runJob({ ...wanted, id: newId(), clock, abandonedAfter });
      byId.set(job.id, job);
      byKey.set(job.key, job);
      return job;
    },
  };
}

const COME_AGAIN_SECONDS = 10;
const BUSY = {
  zh: `正在组建的团队太多：请 ${COME_AGAIN_SECONDS} 秒后再试。`,
  en: `Too many teams are being composed: try again in ${COME_AGAIN_SECONDS} seconds.`,
};

interface Standing<Value> {
  progress: ComposeProgress | null;
  ahead: number;
  outcome: JobOutcome<Value> | null;
}

interface Running<Value> extends Wanted<Value>, Pick<Keeping, "clock" | "abandonedAfter"> {
  id: string;
}

function runJob<Value>({ id, key, clock, work, abandonedAfter }: Running<Value>): Job<Value> {
  const startedAt = clock();
  let endedAt: number | undefined;
  const abort = new AbortController();
  const watchers = new Set<() => void>();
  const state: Standing<Value> = {
    progress: null,
    ahead: 0,
    outcome: null,
  };
  const tellAll = () => {
    for (const tell of watchers) tell();
  };
  const patience = createPatience(() => abort.abort(), abandonedAfter);
  const ended = work({
    signal: abort.signal,
    onProgress: (progress) => {
      state.progress = progress;
      tellAll();
    },
    onTurn: (ahead) => {
      state.ahead = ahead;
      tellAll();
    },
  })
    .then(
      (value) => {
        state.outcome = { kind: "done", value };
      },
      (error: unknown) => {
        state.outcome = { kind: "failed", error };
      },
    )
    .then(() => {
      endedAt = clock();
      patience.end();
      tellAll();
      return true;
    });
  return {
    id,
    key,
    startedAt,
    milliseconds: () => (endedAt ?? clock()) - startedAt,
    get progress() {
      return state.progress;
    },
    get ahead() {
      return state.ahead;
    },
    get outcome() {
      return state.outcome;
    },
    stop: () => abort.abort(),
    watch: (tell) => {
      watchers.add(tell);
      const leave = patience.hold();
      return () => {
        watchers.delete(tell);
        leave();
      };
    },
    endsWithin: async (milliseconds) => {
      const leave = patience.hold();
      const isEnded = await Promise.race([ended, after(milliseconds)]);
      leave();
      return isEnded;
    },
  };
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });

/** Gives up when nobody holds on for too long. */
function createPatience(giveUp: () => void, milliseconds: number) {
  let holding = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(giveUp, milliseconds);
  };
  return {
    hold: () => {
      holding += 1;
      clearTimeout(timer);
      return () => {
        holding -= 1;
        if (holding === 0) wait();
      };
    },
    end: () => {
      holding += 1;
      clearTimeout(timer);
    },
  };
}
