import { afterAll, describe, expect, it } from "vitest";
import { threadComposer } from "../../../src/adapters/solver/thread-composer.node.ts";
import type { ComposeProgress, ComposeRequest } from "../../../src/domain/team/composer.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { everyTeam } from "../../support/every-team.ts";
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

/** A problem that takes long: many people alike in worth, who have all worked together. */
function hardProblem(): TeamProblem {
  const base = randomTeamProblem(11);
  const ids = Array.from({ length: 220 }, (_, place) => `e${place}`);
  return {
    ...base,
    candidates: ids.map((id, place) => ({
      id,
      title: "senior",
      tier: "county",
      institution: `i${place % 40}`,
      freeDays: 30,
      travelKm: (place * 37) % 100,
      load: 0,
      quality: ((place * 61) % 100) / 100,
      covers: { d0: 0.3 + ((place * 13) % 70) / 100 },
    })),
    pairs: ids.flatMap((a, place) =>
      [1, 3, 7, 19, 43].map((step) => ({
        a,
        b: ids[(place + step) % ids.length] ?? "",
        strength: ((place * step * 17) % 100) / 100,
      })),
    ),
    policy: { ...base.policy, cohesion: 4, quality: 1, travelPerKm: 0.001 },
    demands: [{ id: "d0", weight: 5 }],
    current: [],
    rules: [{ id: "size", min: 8, max: 12 }],
    pins: [],
    excludes: [],
  };
}

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
    const answer = await composer.compose(asking(hardProblem()), {
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
    const answer = await composer.compose(asking(hardProblem(), 0.05));
    expect(answer.status).toBe("feasible");
  });

  it("answers whoever waits and gives up at once, and the others in turn", async () => {
    const stop = new AbortController();
    const busy = composer.compose(asking(hardProblem(), 0.5));
    const waiting = composer.compose(asking(randomTeamProblem(2)), { signal: stop.signal });
    const patient = composer.compose(asking(randomTeamProblem(5)));
    stop.abort();
    expect((await waiting).status).toBe("unknown");
    expect((await busy).status).toBe("feasible");
    expect(["optimal", "infeasible"]).toContain((await patient).status);
  });

  it("refuses a seventeenth who would wait", async () => {
    const stop = new AbortController();
    const first = composer.compose(asking(hardProblem()), { signal: stop.signal });
    const waiting = Array.from({ length: 16 }, () =>
      composer.compose(asking(randomTeamProblem(2)), { signal: stop.signal }),
    );
    await expect(composer.compose(asking(randomTeamProblem(2)))).rejects.toMatchObject({
      code: "unavailable",
    });
    stop.abort();
    await Promise.all([first, ...waiting]);
  });
});
