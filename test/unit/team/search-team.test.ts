import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import { readProblem } from "../../../src/domain/team/read-problem.ts";
import { searchTeam } from "../../../src/domain/team/search-team.ts";
import { everyTeam } from "../../support/every-team.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();

describe("The search of a team", () => {
  it("answers a team as good as the best of all teams, or that there is none", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = readProblem(randomTeamProblem(seed));
        const best = everyTeam(problem)[0];
        const found = searchTeam(indexed(problem), { engine });
        expect(found.complete).toBe(true);
        if (!best) {
          expect(found.team).toBeNull();
          return;
        }
        expect(found.objective).toBeCloseTo(best.objective, 6);
        expect(found.bound).toBeCloseTo(best.objective, 6);
        const ids = (found.team ?? []).map((place) => problem.candidates[place]?.id);
        const same = everyTeam(problem).find(({ ids: each }) => each.join() === ids.join());
        expect(same?.objective).toBeCloseTo(best.objective, 6);
      }),
      { numRuns: Number(process.env["TEAM_RUNS"] ?? 500) },
    );
  });
});
