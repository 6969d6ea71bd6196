import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { AppError } from "../../domain/error.ts";
import type { TeamAnswer } from "../../domain/team/answer.ts";
import { answerSoFar } from "../../domain/team/compose.ts";
import type { ComposeProgress, ComposeRequest, Composer } from "../../domain/team/composer.ts";
import { type FromThread, type Job, RECYCLE_ABOVE_BYTES } from "./thread-messages.ts";
import { threadProgram } from "./thread-program.node.ts";

/** How many may wait for the thread; a composition seldom takes a second. */
const MOST_WAITING = 16;
/** A thread that does not stop by itself within this is ended. */
const PATIENCE_MS = 80;
/** How much longer than its time a search may take before it is stopped from here. */
const GRACE_MS = 500;
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

/** What is asked, and the program of the thread that answers it. */
interface Asked {
  program: URL;
  request: ComposeRequest;
}

type How = NonNullable<Parameters<Composer["compose"]>[1]>;

/** A composition that waits or is under way. */
interface Waiting extends Asked {
  stop: Int32Array;
  onProgress: (progress: ComposeProgress) => void;
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

export function threadComposer(): ThreadComposer {
  const queue: Waiting[] = [];
  let thread: Worker | undefined;
  let isClosed = false;
  let current: Waiting | undefined;
  let jobs = 0;
  return {
    compose: async (request, how = {}) => {
      const program = await threadProgram();
      if (isClosed) throw busy();
      return queued({ program, request }, how);
    },
    close: async () => {
      isClosed = true;
      for (const waiting of [...queue.splice(0), ...(current ? [current] : [])]) {
        waiting.reject(busy());
      }
      current = undefined;
      await end();
    },
  };

  function queued({ program, request }: Asked, { signal, onProgress = () => undefined }: How) {
    return new Promise<TeamAnswer>((resolve, reject) => {
      if (queue.length >= MOST_WAITING) {
        reject(busy());
        return;
      }
      const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const onAbort = () => abort(waiting);
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          signal?.removeEventListener("abort", onAbort);
          settle(value);
        };
      const waiting: Waiting = {
        program,
        request,
        stop,
        onProgress,
        latest: NOTHING_YET,
        resolve: settled(resolve),
        reject: settled(reject),
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      queue.push(waiting);
      if (signal?.aborted) abort(waiting);
      next();
    });
  }

  function next(): void {
    if (current) return;
    current = queue.shift();
    if (!current) return;
    jobs += 1;
    const { program, request, stop } = current;
    const job: Job = { id: jobs, request, stop };
    thread ??= start(program);
    thread.ref();
    thread.postMessage(job);
    current.watchdog = setTimeout(abort, request.timeLimit * 1000 + GRACE_MS, current);
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
        current.latest = message.progress;
        told(current);
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
    else thread?.unref();
    finished.resolve(answer);
    next();
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
    const place = queue.indexOf(waiting);
    if (place >= 0) {
      queue.splice(place, 1);
      answerNow(waiting);
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

/** Whoever follows the search may fail: the search goes on. */
function told({ onProgress, latest }: Waiting): void {
  try {
    onProgress(latest);
  } catch {
    // Progress is told again, and the answer comes in any case.
  }
}

const busy = (): AppError =>
  new AppError("unavailable", {
    zh: "求解器正忙，请稍后再试。",
    en: "The solver is busy: try again in a moment.",
  });

const brokenDown = (reason: string | undefined): AppError =>
  new AppError(
    "unavailable",
    {
      zh: "求解器内存不足或中途停止，没有给出结果：请缩小问题或缩短时限后再试。",
      en: "The solver ran out of memory or broke off, and answered nothing: make the problem smaller or the time limit shorter, and try again.",
    },
    { cause: reason },
  );
