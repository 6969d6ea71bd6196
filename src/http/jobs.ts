import { AppError } from "../domain/error.ts";
import type { ComposeProgress } from "../domain/team/composer.ts";

/** What a composition in the background is given. */
interface JobHow {
  signal: AbortSignal;
  onProgress: (progress: ComposeProgress) => void;
}

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
  work: (how: JobHow) => Promise<Value>;
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
      if (underWay.length >= mostUnderWay) throw new AppError("unavailable", BUSY);
      const job = runJob({ ...wanted, id: newId(), clock, abandonedAfter });
      byId.set(job.id, job);
      byKey.set(job.key, job);
      return job;
    },
  };
}

const BUSY = {
  zh: "正在组建的团队太多，请稍后再试。",
  en: "Too many teams are being composed: try again later.",
};

interface Running<Value> extends Wanted<Value>, Pick<Keeping, "clock" | "abandonedAfter"> {
  id: string;
}

function runJob<Value>({ id, key, clock, work, abandonedAfter }: Running<Value>): Job<Value> {
  const startedAt = clock();
  let endedAt: number | undefined;
  const abort = new AbortController();
  const watchers = new Set<() => void>();
  const state: { progress: ComposeProgress | null; outcome: JobOutcome<Value> | null } = {
    progress: null,
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
