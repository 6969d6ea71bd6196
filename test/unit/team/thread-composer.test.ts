import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it, vi } from "vitest";
import { threadComposer } from "../../../src/adapters/solver/thread-composer.node.ts";
import type { ComposeProgress, ComposeRequest } from "../../../src/domain/team/composer.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { everyTeam } from "../../support/every-team.ts";
import { hardTeamProblem } from "../../support/hard-team-problem.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const composer = threadComposer();
afterAll(() => composer.close());

const asking = (problem: TeamProblem, timeLimit = 30): ComposeRequest => ({
  problem,
  timeLimit,
  alternatives: 0,
  substitutes: false,
  repairs: false,
  deputies: [{ size: 3, deputies: 1 }],
  coordinatorTier: null,
});

describe("A thread that composes teams", () => {
  it("answers what every team of the problem says is best", async () => {
    for (const seed of [2, 5, 8, 13]) {
      const problem = randomTeamProblem(seed);
      const answer = await composer.compose(asking(problem));
      const best = everyTeam(problem)[0];
      expect(answer.status).toBe(best ? "optimal" : "infeasible");
      expect(answer.objective ?? undefined).toEqual(best && expect.closeTo(best.objective, 6));
    }
  });

  it("tells its progress, and answers the best so far with its gap when it is stopped", async () => {
    const stop = new AbortController();
    const seen: ComposeProgress[] = [];
    const answer = await composer.compose(asking(hardTeamProblem()), {
      signal: stop.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.incumbent !== null && progress.bound !== null) stop.abort();
      },
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(answer.status).toBe("feasible");
    expect(answer.members.length).toBeGreaterThanOrEqual(8);
    expect(answer.bound ?? 0).toBeGreaterThan(answer.objective ?? Number.POSITIVE_INFINITY);
    expect(answer.gap).toBeGreaterThan(0);
  });

  it("stops by itself when the time is up", async () => {
    const answer = await composer.compose(asking(hardTeamProblem(), 1));
    expect(answer.status).toBe("feasible");
  });

  it("answers whoever waits and gives up at once, and the others in turn", async () => {
    const stop = new AbortController();
    const busy = composer.compose(asking(hardTeamProblem(), 2));
    const waiting = composer.compose(asking(randomTeamProblem(2)), { signal: stop.signal });
    const patient = composer.compose(asking(randomTeamProblem(5)));
    stop.abort();
    expect((await waiting).status).toBe("unknown");
    expect((await busy).status).toBe("feasible");
    expect(["optimal", "infeasible"]).toContain((await patient).status);
  });

  it("answers what is quick before what takes long and has not begun", async () => {
    const ended: string[] = [];
    const compose = (name: string, request: ComposeRequest, letsOthersPass = false) =>
      composer.compose(request, { letsOthersPass }).then(() => ended.push(name));
    await Promise.all([
      compose("under way", asking(hardTeamProblem(), 2)),
      compose("alternatives", { ...asking(randomTeamProblem(2)), alternatives: 2 }),
      compose("substitutes", { ...asking(randomTeamProblem(5)), substitutes: true }),
      compose("one of a series", asking(randomTeamProblem(8)), true),
      compose("quick", asking(randomTeamProblem(2))),
      compose("quick too", asking(randomTeamProblem(5))),
    ]);
    expect(ended).toEqual([
      "under way",
      "quick",
      "quick too",
      "alternatives",
      "substitutes",
      "one of a series",
    ]);
  });

  it("tells whoever waits how many are answered first, as the line moves and others leave it", async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const busy = composer.compose(asking(hardTeamProblem(), 2));
    const leaving = composer.compose(asking(randomTeamProblem(2)), { signal: stop.signal });
    const other = composer.compose(asking(randomTeamProblem(2)));
    const waiting = composer.compose(
      { ...asking(randomTeamProblem(5)), substitutes: true },
      { onTurn: (ahead) => seen.push(ahead) },
    );
    const passing = composer.compose(asking(randomTeamProblem(5)));
    expect(seen).toEqual([3, 4]);
    stop.abort();
    expect(seen).toEqual([3, 4, 3]);
    await Promise.all([busy, leaving, other, waiting, passing]);
    expect(seen).toEqual([3, 4, 3, 2, 1, 0]);
  });

  it("refuses a ninth who would wait for what takes long, and still takes what is quick", async () => {
    const stop = new AbortController();
    const { signal } = stop;
    const long = { ...asking(randomTeamProblem(2)), alternatives: 2 };
    const first = composer.compose(asking(hardTeamProblem()), { signal });
    const waiting = Array.from({ length: 8 }, () => composer.compose(long, { signal }));
    await expect(composer.compose(long)).rejects.toMatchObject({
      code: "unavailable",
      retryAfterSeconds: 10,
    });
    const quick = composer.compose(asking(randomTeamProblem(2)));
    stop.abort();
    expect(["optimal", "infeasible"]).toContain((await quick).status);
    await Promise.all([first, ...waiting]);
  });

  it("refuses a seventeenth who would wait", async () => {
    const stop = new AbortController();
    const first = composer.compose(asking(hardTeamProblem()), { signal: stop.signal });
    const waiting = Array.from({ length: 16 }, () =>
      composer.compose(asking(randomTeamProblem(2)), { signal: stop.signal }),
    );
    await expect(composer.compose(asking(randomTeamProblem(2)))).rejects.toMatchObject({
      code: "unavailable",
    });
    stop.abort();
    await Promise.all([first, ...waiting]);
  });

  it("ends a thread that nobody needs any more, and answers whoever comes after", async () => {
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const resting = threadComposer({ restMs: 20 });
    const problem = randomTeamProblem(2);
    const first = await resting.compose(asking(problem));
    expect(terminate).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(terminate).toHaveBeenCalledOnce(), { timeout: 5000 });
    const second = await resting.compose(asking(problem));
    expect(second.objective).toBe(first.objective);
    await resting.close();
    terminate.mockRestore();
  });

  it("answers whoever gives up before there is a thread, and the next one as well", async () => {
    const fresh = threadComposer();
    const stop = new AbortController();
    const leaving = fresh.compose(asking(hardTeamProblem()), { signal: stop.signal });
    const patient = fresh.compose(asking(randomTeamProblem(2)));
    stop.abort();
    expect(["unknown", "feasible"]).toContain((await leaving).status);
    expect(["optimal", "infeasible"]).toContain((await patient).status);
    await fresh.close();
  });
});
