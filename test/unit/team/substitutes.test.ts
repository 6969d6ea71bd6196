import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import { searchTeam } from "../../../src/domain/team/search-team.ts";
import { substitutesOf } from "../../../src/domain/team/substitutes.ts";
import { everyTeam } from "../../support/every-team.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();

describe("A substitute of a search that is stopped", () => {
  it("says that it is not proven, is never missing where one exists, and is the best where proven", () => {
    let unproven = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 40 }), (seed, patience) => {
        const problem = randomTeamProblem(seed, 8);
        const indexedProblem = indexed(problem);
        const { team } = searchTeam(indexedProblem, { engine });
        if (!team) return;
        let asked = 0;
        const shouldStop = () => {
          asked += 1;
          return asked > patience;
        };
        const found = substitutesOf(
          indexedProblem,
          { team, pricing: null },
          { engine, shouldStop },
        );
        const every = everyTeam(problem);
        for (const [member, { reoptimised }] of Object.entries(found)) {
          if (problem.pins.includes(member)) continue;
          const best = every.find(({ ids }) => !ids.includes(member))?.objective;
          if (reoptimised?.proven === false) unproven += 1;
          const known = reoptimised?.objective ?? Number.NEGATIVE_INFINITY;
          const isBest = reoptimised === null ? best === undefined : known > (best ?? 0) - 1e-6;
          expect(known).toBeLessThanOrEqual((best ?? Number.NEGATIVE_INFINITY) + 1e-6);
          expect(isBest || reoptimised?.proven === false).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(unproven).toBeGreaterThan(20);
  });
});
