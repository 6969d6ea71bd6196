import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createJobs } from "../../../src/http/jobs.ts";

let ids = 0;
const jobs = (mostUnderWay?: number) =>
  createJobs<string>({
    abandonedAfter: 20_000,
    ...(mostUnderWay !== undefined && { mostUnderWay }),
    newId: () => {
      ids += 1;
      return `job-${ids}`;
    },
    clock: () => Date.now(),
  });

/** Goes on until it is stopped. */
const untilStopped = (key = "team") => ({
  key,
  work: ({ signal }: { signal: AbortSignal }) =>
    new Promise<string>((resolve) => {
      signal.addEventListener("abort", () => resolve("the best so far"));
    }),
});

describe("a composition in the background", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is joined by whoever asks for the same, and started anew once it was collected", () => {
    const all = jobs();
    const job = all.start(untilStopped());
    expect(all.start(untilStopped())).toBe(job);
    expect(all.start(untilStopped("another"))).not.toBe(job);
    all.collect(job);
    expect(all.start(untilStopped())).not.toBe(job);
    expect(all.find(job.id)).toBe(job);
  });

  test("is unknown once it is forgotten", () => {
    const all = jobs();
    const job = all.start(untilStopped());
    all.forget(job);
    expect(all.find(job.id)).toBeUndefined();
    expect(all.start(untilStopped())).not.toBe(job);
  });

  test("ends with the best so far when it is stopped", async () => {
    const job = jobs().start(untilStopped());
    const waited = job.endsWithin(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await waited).toBe(false);
    job.stop();
    expect(await job.endsWithin(1_000)).toBe(true);
    expect(job.outcome).toEqual({ kind: "done", value: "the best so far" });
  });

  test("keeps what it failed with", async () => {
    const error = new Error("out of memory");
    const job = jobs().start({ ...untilStopped(), work: () => Promise.reject(error) });
    expect(await job.endsWithin(1_000)).toBe(true);
    expect(job.outcome).toEqual({ kind: "failed", error });
  });

  test("is given up when its reader has closed the page, and goes on while somebody watches", async () => {
    const job = jobs().start(untilStopped());
    const leave = job.watch(() => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(job.outcome).toBeNull();
    leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(job.outcome).toBeNull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(job.outcome).toEqual({ kind: "done", value: "the best so far" });
  });

  test("is refused while too many are under way", async () => {
    const all = jobs(1);
    const job = all.start(untilStopped());
    expect(() => all.start(untilStopped("another"))).toThrow("Too many teams");
    job.stop();
    await job.endsWithin(1_000);
    expect(all.start(untilStopped("another")).outcome).toBeNull();
  });

  test("tells its watchers of each step and of the end", async () => {
    const told: string[] = [];
    const job = jobs().start({
      key: "team",
      work: async ({ onProgress }) => {
        await Promise.resolve();
        onProgress({ incumbent: 1, bound: 2, members: ["a"] });
        return "the best";
      },
    });
    job.watch(() => told.push(job.outcome ? "end" : `at ${job.progress?.incumbent}`));
    await job.endsWithin(1_000);
    expect(told).toEqual(["at 1", "end"]);
  });
});
