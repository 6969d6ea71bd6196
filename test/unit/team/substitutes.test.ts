import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import type { Substitute, Substitutes } from "../../../src/domain/team/answer.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { searchTeam } from "../../../src/domain/team/search-team.ts";
import { substitutesOf } from "../../../src/domain/team/substitutes.ts";
import { everyTeam } from "../../support/every-team.ts";
import { fc } from "../../support/properties.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();

/** The substitutes of the best team, when the search for them is stopped after some looks. */
function stopped(problem: TeamProblem, patience: number): Record<string, Substitutes> {
  const indexedProblem = indexed(problem);
  const { team } = searchTeam(indexedProblem, { engine });
  let looks = 0;
  const shouldStop = () => {
    looks += 1;
    return looks > patience;
  };
  return team ? substitutesOf(indexedProblem, { team, pricing: null }, { engine, shouldStop }) : {};
}

/** What is proven is the best there is, or that there is none; what is not, is no better. */
function judge(found: Substitute | null, best = Number.NEGATIVE_INFINITY): void {
  const known = found?.objective ?? Number.NEGATIVE_INFINITY;
  expect(known).toBeLessThanOrEqual(best + 1e-6);
  if (found?.proven !== false) expect(known).toBeGreaterThanOrEqual(best - 1e-6);
}

describe("A substitute of a search that is stopped", () => {
  it("says that it is not proven, is never missing where one exists, and is the best where proven", () => {
    let unproven = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 40 }), (seed, patience) => {
        const problem = randomTeamProblem(seed, 8);
        const every = everyTeam(problem);
        const free = Object.entries(stopped(problem, patience)).filter(
          ([member]) => !problem.pins.includes(member),
        );
        for (const [member, { reoptimised }] of free) {
          unproven += Number(reoptimised?.proven === false);
          judge(reoptimised, every.find(({ ids }) => !ids.includes(member))?.objective);
        }
      }),
      { numRuns: 300 },
    );
    expect(unproven).toBeGreaterThan(20);
  });
});
