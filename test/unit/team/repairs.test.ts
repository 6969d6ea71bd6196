import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import { applyChanges } from "../../../src/domain/team/change.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import { repairsOf } from "../../../src/domain/team/repairs.ts";
import { aboutOf, everyRepair, withoutCopies } from "../../support/every-repair.ts";
import { everyTeam } from "../../support/every-team.ts";
import { fc } from "../../support/properties.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();
const how = { engine, count: 3, shouldStop: () => false };

/** Among few people all are looked at at once, among many the hopeful ones: here among any. */
const FEW = fc.constantFrom(0, 99);

describe("The repairs of a team that cannot be", () => {
  it("are the cheapest sets of changes that suffice, with nothing in them that is not needed", () => {
    let impossible = 0;
    fc.assert(
      fc.property(fc.nat(), FEW, (seed, few) => {
        const problem = randomTeamProblem(seed, 6);
        if (everyTeam(problem).length > 0) return;
        impossible += 1;
        const { repairs } = repairsOf(indexed(problem), { ...how, few });
        const all = everyRepair(problem);
        expect(repairs.length).toBeGreaterThan(0);
        expect(repairs[0]?.cost).toBeCloseTo(all[0]?.cost ?? Number.NaN, 5);
        for (const { changes, cost, objective, isCheapest } of repairs) {
          expect(isCheapest).toBe(true);
          const same = all.find(
            ({ about }) => withoutCopies(about) === changes.map(aboutOf).sort().join(" + "),
          );
          expect(same?.cost).toBeCloseTo(cost, 5);
          const mended = everyTeam(applyChanges(problem, changes))[0];
          expect(objective).toBeCloseTo(mended?.objective ?? Number.NaN, 6);
        }
      }),
      { numRuns: Number(process.env["REPAIR_RUNS"] ?? 150) },
    );
    expect(impossible).toBeGreaterThan(20);
  });

  it("name how many people are missing when there is nobody at all", () => {
    const problem = { ...randomTeamProblem(1), candidates: [], pairs: [], pins: [], excludes: [] };
    const rules = [{ id: "size" as const, min: 3, max: 5 }];
    const { repairs, unmendable } = repairsOf(indexed({ ...problem, current: [], rules }), how);
    expect(repairs).toEqual([]);
    expect(unmendable?.en).toContain("There are 0 candidates and 3 are needed, 3 short");
  });
});
