/** A thread that composes teams one after the other: what `threadComposer` sends jobs to. */
import { parentPort } from "node:worker_threads";
import { composeTeam } from "../../domain/team/compose.ts";
import { highsEngine } from "./highs.ts";
import { type FromThread, type Job, MEMORY_CEILING_BYTES } from "./thread-messages.ts";

/** Progress is told no more often than this. */
const PROGRESS_EVERY_MS = 50;

const engine = await highsEngine();

parentPort?.on("message", (job: Job) => tell(composed(job)));

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

function composed({ id, request, stop }: Job): FromThread {
  const end = performance.now() + request.timeLimit * 1000;
  let told = Number.NEGATIVE_INFINITY;
  try {
    const answer = composeTeam(request, {
      engine,
      shouldStop: () =>
        Atomics.load(stop, 0) !== 0 ||
        performance.now() >= end ||
        engine.memoryBytes() > MEMORY_CEILING_BYTES,
      onProgress: (progress) => {
        if (performance.now() - told < PROGRESS_EVERY_MS) return;
        told = performance.now();
        tell({ kind: "progress", id, progress });
      },
      onAnswer: (known) => tell({ kind: "answered", id, answer: known }),
    });
    return { kind: "answer", id, answer, memoryBytes: engine.memoryBytes() };
  } catch (error) {
    return { kind: "failure", id, message: error instanceof Error ? error.message : String(error) };
  }
}
