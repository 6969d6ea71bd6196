import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { notFound } from "../../domain/error.ts";
import type { ComposedTeam } from "../../usecases/loading/composing.ts";
import type { Job } from "../jobs.ts";
import { shownProgress } from "./team-running.tsx";
import { type PageContext, type View, viewOf } from "./view.ts";

/** Readers see a change at most so often; proxies see a sign of life at least so often. */
const LEAST_PAUSE_MS = 200;
const LONGEST_SILENCE_MS = 5_000;

/** GET /teams/jobs/:job/events: how far a composition is, until it ended. */
export function jobEvents(c: PageContext): Response {
  const job = jobOf(c);
  const view = viewOf(c, job.key);
  c.header("cache-control", "no-store");
  // Asks proxies not to gather events.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, (stream) => tellProgress(stream, job, view));
}

async function tellProgress(
  stream: SSEStreamingApi,
  job: Job<ComposedTeam>,
  view: View,
): Promise<void> {
  const bell = createBell();
  const leave = job.watch(bell.ring);
  stream.onAbort(() => {
    leave();
    bell.ring();
  });
  while (job.outcome === null && !stream.aborted) {
    await stream.writeSSE({ event: "progress", data: JSON.stringify(shownProgress(view, job)) });
    await bell.within(LONGEST_SILENCE_MS);
    if (job.outcome === null) await stream.sleep(LEAST_PAUSE_MS);
  }
  leave();
  if (!stream.aborted) await stream.writeSSE({ event: "end", data: "" });
}

/** Wakes whoever waits for it; rung while nobody waits, it wakes the next at once. */
function createBell() {
  let wake: (() => void) | undefined;
  let hasRung = false;
  return {
    ring: () => {
      hasRung = true;
      wake?.();
    },
    within: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          hasRung = false;
          wake = undefined;
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        wake = done;
        if (hasRung) done();
      }),
  };
}

/** POST /teams/jobs/:job/stop: takes the best team so far. */
export async function stopJob(c: PageContext): Promise<Response> {
  const job = jobOf(c);
  job.stop();
  await job.endsWithin(LONGEST_STOP_MS);
  return c.redirect(job.key, 303);
}

const LONGEST_STOP_MS = 1_000;

function jobOf(c: PageContext): Job<ComposedTeam> {
  const id = c.req.param("job") ?? "";
  const job = c.get("teamJobs").find(id);
  if (!job) throw notFound({ zh: "组团任务", en: "composition" }, id);
  return job;
}
