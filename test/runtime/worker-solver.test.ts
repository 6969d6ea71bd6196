import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { TeamProblem } from "../../src/domain/team/problem.ts";
import { everyTeam } from "../support/every-team.ts";
import { randomTeamProblem } from "../support/random-team-problems.ts";
import { startWorker, type Workerd } from "../support/workerd.ts";

const Answer = z.object({
  status: z.string(),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  repairs: z.array(z.unknown()),
});

let worker: Workerd;
beforeAll(async () => {
  worker = await startWorker({}, fileURLToPath(new URL("./solver.worker.ts", import.meta.url)));
}, 60_000);
afterAll(() => worker.stop());

async function compose(problem: TeamProblem): Promise<z.infer<typeof Answer>> {
  const response = await worker.ask("/", { method: "POST", body: JSON.stringify(problem) });
  return Answer.parse(await response.json());
}

/** So many people that their program is larger than a Worker solves. */
function largeProblem(): TeamProblem {
  const small = randomTeamProblem(7);
  const [first] = small.candidates;
  if (!first) throw new Error("there is nobody in the problem");
  const demands = Array.from({ length: 60 }, (_, place) => ({
    id: `d${place}`,
    weight: 1 + place,
  }));
  const candidates = Array.from({ length: 400 }, (_, place) => ({
    ...first,
    id: `e${place}`,
    institution: `i${place}`,
    covers: Object.fromEntries(
      demands.map(({ id }, at) => [id, ((place * 7 + at * 13) % 90) / 100 + 0.1]),
    ),
  }));
  const rules = [{ id: "size" as const, min: 3, max: 8 }];
  return { ...small, demands, candidates, pairs: [], current: [], rules, pins: [], excludes: [] };
}

describe("a team composed in workerd", () => {
  test.each([2, 5, 8, 13])("is as good as the best of all teams (problem %i)", async (seed) => {
    const problem = randomTeamProblem(seed);
    const best = everyTeam(problem)[0];
    const { status, objective, repairs } = await compose(problem);
    expect(status).toBe(best ? "optimal" : "infeasible");
    expect(objective).toEqual(best ? expect.closeTo(best.objective, 6) : null);
    expect(repairs.length > 0).toBe(best === undefined);
  });

  test("has a bound and is said not to be proven beyond the size that a Worker solves", async () => {
    const { status, objective, bound, gap } = await compose(largeProblem());
    expect(status).toBe("feasible");
    expect(bound ?? 0).toBeGreaterThan(objective ?? Number.POSITIVE_INFINITY);
    expect(gap).toBeGreaterThan(0);
  });
});
