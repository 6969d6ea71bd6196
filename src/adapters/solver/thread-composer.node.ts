import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { AppError } from "../../domain/error.ts";
import type { TeamAnswer } from "../../domain/team/answer.ts";
import { answerSoFar } from "../../domain/team/compose.ts";
import type { ComposeProgress, ComposeRequest, Composer } from "../../domain/team/composer.ts";
import { type FromThread, type Job, RECYCLE_ABOVE_BYTES } from "./thread-messages.ts";
import { threadProgram } from "./thread-program.node.ts";
import { waitingLine } from "./waiting-line.ts";

/** When whoever was refused may come again: a few of those who wait are answered by then. */
const COME_AGAIN_SECONDS = 10;
/** A thread that does not stop by itself within this is ended. */
const PATIENCE_MS = 80;
/** How much longer than its time a search may take before it is stopped from here. */
const GRACE_MS = 500;
/** A thread that nobody has needed for this long is ended: it holds tens of megabytes, and a new one is there in 0.2 s. */
const REST_MS = 60_000;
/** Of the heap of the thread, beside the memory of the solver: little for what lives shortly, or it is kept. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 6 };

/**
 * V8 compiles what the solver runs often once more, in threads that keep the memory this took. With
 * its loops unrolled that is many megabytes more, and the solver no faster.
 */
const COMPILING = "--no-wasm-loop-unrolling";

/** Composes in a thread of its own, so that no search keeps the server waiting. */
export interface ThreadComposer extends Composer {
  /** Ends the thread; what is under way is refused. */
  close: () => Promise<void>;
}

type How = NonNullable<Parameters<Composer["compose"]>[1]>;

/** A composition that waits or is under way. */
interface Waiting {
  request: ComposeRequest;
  stop: Int32Array;
  onProgress: (progress: ComposeProgress) => void;
  onTurn: (ahead: number) => void;
  /** What is known so far, for when the thread has to be ended. */
  latest: ComposeProgress;
  /** What the thread would have answered if nothing more came. */
  known?: TeamAnswer;
  resolve: (answer: TeamAnswer) => void;
  reject: (error: Error) => void;
  /** Ends what does not end by itself when its time is up. */
  watchdog?: NodeJS.Timeout;
}

type Finished = Extract<FromThread, { kind: "answer" }>;

const NOTHING_YET: ComposeProgress = { incumbent: null, bound: null, members: [] };

export function threadComposer({ restMs = REST_MS } = {}): ThreadComposer {
  const line = waitingLine<Waiting>();
  let thread: Worker | undefined;
  let current: Waiting | undefined;
  let rest: NodeJS.Timeout | undefined;
  let jobs = 0;
  return {
    compose: queued,
    close: async () => {
      for (const waiting of [...line.inOrder, ...(current ? [current] : [])]) {
        line.leave(waiting);
        waiting.reject(busy());
      }
      current = undefined;
      await end();
    },
  };

  function queued(
    request: ComposeRequest,
    { signal, letsOthersPass = false, ...following }: How = {},
  ): Promise<TeamAnswer> {
    return new Promise((resolve, reject) => {
      const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const onAbort = () => abort(waiting);
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          signal?.removeEventListener("abort", onAbort);
          settle(value);
        };
      const waiting: Waiting = {
        request,
        stop,
        onProgress: following.onProgress ?? (() => undefined),
        onTurn: following.onTurn ?? (() => undefined),
        latest: NOTHING_YET,
        resolve: settled(resolve),
        reject: settled(reject),
      };
      if (!line.join(waiting, letsOthersPass || takesLong(request))) {
        reject(busy());
        return;
      }
      signal?.addEventListener("abort", onAbort, { once: true });
      if (signal?.aborted) abort(waiting);
      next();
    });
  }

  function next(): void {
    if (!current) begin(line.next());
    for (const [place, { onTurn }] of line.inOrder.entries()) told(() => onTurn(place + 1));
  }

  function begin(waiting: Waiting | undefined): void {
    if (!waiting) return;
    clearTimeout(rest);
    current = waiting;
    told(() => waiting.onTurn(0));
    jobs += 1;
    const { request, stop } = waiting;
    void hand({ id: jobs, request, stop });
    waiting.watchdog = setTimeout(abort, request.timeLimit * 1000 + GRACE_MS, waiting);
  }

  /** Gives a job to the thread, once there is one; what was answered or given up meanwhile is not begun. */
  async function hand(job: Job): Promise<void> {
    try {
      const program = await threadProgram();
      if (current === undefined || job.id !== jobs) return;
      thread ??= start(program);
      thread.ref();
      thread.postMessage(job);
    } catch {
      fail();
    }
  }

  function start(program: URL): Worker {
    setFlagsFromString(COMPILING);
    const started = new Worker(program, { resourceLimits: HEAP });
    started.on("message", (message: FromThread) => receive(message));
    // A thread ends without an error too, when its memory is used up.
    for (const event of ["error", "exit", "messageerror"]) {
      started.on(event, () => {
        if (thread === started) fail();
      });
    }
    return started;
  }

  function receive(message: FromThread): void {
    if (message.id !== jobs || !current) return;
    switch (message.kind) {
      case "progress":
        tellProgress(current, message.progress);
        return;
      case "answered":
        current.known = message.answer;
        return;
      case "failure":
        fail(message.message);
        return;
      case "answer":
        finish(current, message);
    }
  }

  function finish(finished: Waiting, { answer, memoryBytes }: Finished): void {
    current = undefined;
    clearTimeout(finished.watchdog);
    if (memoryBytes > RECYCLE_ABOVE_BYTES) void end();
    else keep();
    finished.resolve(answer);
    next();
  }

  /** The thread waits for what comes next, but not for ever, and no program stays open for it. */
  function keep(): void {
    thread?.unref();
    rest = setTimeout(end, restMs).unref();
  }

  /** The solver is in no known state: a new thread takes what comes next. */
  function fail(reason?: string): void {
    const failed = current;
    current = undefined;
    clearTimeout(failed?.watchdog);
    void end();
    failed?.reject(brokenDown(reason));
    next();
  }

  /** Whoever waits is answered at once; whoever is searched for gets what there is. */
  function abort(waiting: Waiting): void {
    if (line.leave(waiting)) {
      answerNow(waiting);
      next();
      return;
    }
    Atomics.store(waiting.stop, 0, 1);
    setTimeout(() => {
      if (current !== waiting) return;
      current = undefined;
      clearTimeout(waiting.watchdog);
      void end();
      answerNow(waiting);
      next();
    }, PATIENCE_MS);
  }

  async function end(): Promise<void> {
    clearTimeout(rest);
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  }
}

/** Answers with what is known so far. */
function answerNow({ request, latest, known, resolve, reject }: Waiting): void {
  try {
    resolve(known ?? answerSoFar(request, latest));
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
}

function tellProgress(waiting: Waiting, progress: ComposeProgress): void {
  waiting.latest = progress;
  told(() => waiting.onProgress(progress));
}

/** Whoever follows the search may fail: the search goes on. */
function told(tell: () => void): void {
  try {
    tell();
  } catch {
    // Progress is told again, and the answer comes in any case.
  }
}

/** More than the best team and its proof. */
const takesLong = ({ alternatives, substitutes }: ComposeRequest): boolean =>
  alternatives > 0 || substitutes;

const busy = (): AppError =>
  new AppError(
    "unavailable",
    {
      zh: `求解器正忙，等待的人太多：请 ${COME_AGAIN_SECONDS} 秒后再试。`,
      en: `The solver is busy and too many wait for it: try again in ${COME_AGAIN_SECONDS} seconds.`,
    },
    { retryAfterSeconds: COME_AGAIN_SECONDS },
  );

const brokenDown = (reason: string | undefined): AppError =>
  new AppError(
    "unavailable",
    {
      zh: "求解器内存不足或中途停止，没有给出结果：请缩小问题或缩短时限后再试。",
      en: "The solver ran out of memory or broke off, and answered nothing: make the problem smaller or the time limit shorter, and try again.",
    },
    { cause: reason },
  );
