import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import { alternativesTo } from "../../../src/domain/team/alternatives.ts";
import { eligible } from "../../../src/domain/team/eligible.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { readProblem } from "../../../src/domain/team/read-problem.ts";
import { searchTeam } from "../../../src/domain/team/search-team.ts";
import { substitutesOf } from "../../../src/domain/team/substitutes.ts";
import { everyTeam, type WorthyTeam } from "../../support/every-team.ts";
import { fc } from "../../support/properties.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();
const wishes = { deputies: [], coordinatorTier: null };
const runs = (usual: number) => ({ numRuns: Number(process.env["TEAM_RUNS"] ?? usual) });

const idsOf = (problem: TeamProblem, team: readonly number[]): string[] =>
  team.flatMap((place) => problem.candidates[place]?.id ?? []);

const find = (teams: readonly WorthyTeam[], ids: readonly string[]): WorthyTeam | undefined =>
  teams.find((team) => [...team.ids].sort().join() === [...ids].sort().join());

describe("The search of a team", () => {
  it("answers the best of all teams with a bound as high, or proves that there is none", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = readProblem(randomTeamProblem(seed));
        const every = everyTeam(problem);
        const found = searchTeam(indexed(problem), { engine });
        expect(found.complete).toBe(true);
        if (every.length === 0) {
          expect([found.team, found.objective, found.bound]).toEqual([null, null, null]);
          return;
        }
        const best = every[0]?.objective ?? Number.NaN;
        expect(found.objective).toBeCloseTo(best, 6);
        expect(found.bound).toBeCloseTo(best, 6);
        const same = find(every, idsOf(problem, found.team ?? []));
        expect(same?.objective).toBeCloseTo(best, 6);
      }),
      runs(2000),
    );
  });

  it("ends with the same worth whoever it begins with: nobody left out could improve the team", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), (seed, few) => {
        const problem = indexed(randomTeamProblem(seed));
        const pool = eligible(problem).people.filter(
          (place) => (few & (1 << place)) !== 0 || eligible(problem).pinned.has(place),
        );
        const { objective } = searchTeam(problem, { engine, pool });
        const worth = searchTeam(problem, { engine }).objective;
        // Two teams may tie, and then the last digit tells in which order their worth was summed.
        expect(objective).toEqual(worth === null ? null : expect.closeTo(worth, 6));
      }),
      { ...runs(300), examples: [[815102453, 48]] },
    );
  });

  it("answers the same team for the same problem", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = indexed(randomTeamProblem(seed, 12));
        const once = searchTeam(problem, { engine });
        expect(searchTeam(problem, { engine })).toEqual(once);
      }),
      runs(100),
    );
  });

  it("answers the best team so far and a bound that holds when it is stopped", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 60 }), (seed, patience) => {
        const problem = readProblem(randomTeamProblem(seed));
        const best = everyTeam(problem)[0]?.objective;
        let asked = 0;
        const shouldStop = () => {
          asked += 1;
          return asked > patience;
        };
        const found = searchTeam(indexed(problem), { engine, shouldStop });
        expect(found.objective ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(atMost(best));
        expect(found.bound ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(atLeast(best));
        expect(found.complete && found.objective === null && best !== undefined).toBe(false);
      }),
      runs(300),
    );
  });
});

const atMost = (best = Number.NEGATIVE_INFINITY) => best + 1e-6;
const atLeast = (best = Number.NEGATIVE_INFINITY) => best - 1e-6;

describe("An alternative", () => {
  it("is the best team with three members whom no team before has, and without three of theirs", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = readProblem(randomTeamProblem(seed));
        const every = everyTeam(problem);
        const indexedProblem = indexed(problem);
        const best = searchTeam(indexedProblem, { engine });
        if (!best.team) return;
        const { alternatives: found, alternativesComplete } = alternativesTo(indexedProblem, best, {
          engine,
          count: 2,
          wishes,
        });
        expect(alternativesComplete).toBe(true);
        const before = [idsOf(problem, best.team)];
        for (const { members, objective, distance, proven } of found) {
          const ids = members.map(({ id }) => id);
          const rivals = unlike(every, before);
          expect(proven).toBe(true);
          expect(objective).toBeCloseTo(rivals[0]?.objective ?? Number.NaN, 6);
          expect(distance).toBeCloseTo((best.objective ?? 0) - objective, 6);
          expect(find(rivals, ids)).toBeDefined();
          before.push(ids);
        }
        expect(found.length === 2 || unlike(every, before).length === 0).toBe(true);
      }),
      runs(300),
    );
  });
});

describe("The alternatives of a search that is stopped", () => {
  it("are never said to be all of them where there are more", () => {
    let cut = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 40 }), (seed, patience) => {
        const problem = readProblem(randomTeamProblem(seed));
        const best = searchTeam(indexed(problem), { engine });
        if (!best.team) return;
        let looks = 0;
        const shouldStop = () => {
          looks += 1;
          return looks > patience;
        };
        const wanted = { engine, shouldStop, count: 2, wishes };
        const { alternatives, alternativesComplete } = alternativesTo(
          indexed(problem),
          best,
          wanted,
        );
        cut += Number(!alternativesComplete);
        if (!alternativesComplete || alternatives.length === 2) return;
        const before = [best.team, ...alternatives.map(({ members }) => members)].map((team) =>
          team.map((one) =>
            typeof one === "number" ? (problem.candidates[one]?.id ?? "") : one.id,
          ),
        );
        expect(unlike(everyTeam(problem), before)).toEqual([]);
      }),
      runs(300),
    );
    expect(cut).toBeGreaterThan(20);
  });
});

/** The teams that differ from each of some. */
const unlike = (every: readonly WorthyTeam[], teams: readonly (readonly string[])[]) =>
  every.filter(({ ids }) => teams.every((team) => differ(team, ids)));

/** Whether each has three members, or all it has, whom the other lacks. */
function differ(one: readonly string[], other: readonly string[]): boolean {
  const apart = Math.min(3, one.length);
  return (
    one.filter((id) => !other.includes(id)).length >= apart &&
    other.filter((id) => !one.includes(id)).length >= apart
  );
}

describe("A substitute", () => {
  it("is the best team without a member, with all others kept and with all free to change", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = readProblem(randomTeamProblem(seed, 8));
        const indexedProblem = indexed(problem);
        const { team, pricing } = searchTeam(indexedProblem, { engine });
        if (!team) return;
        const ids = idsOf(problem, team);
        const every = everyTeam(problem);
        for (const [member, found] of Object.entries(
          substitutesOf(indexedProblem, { team, pricing }, { engine }),
        )) {
          const without = every.filter((one) => !one.ids.includes(member));
          const kept = without.filter(
            (one) =>
              one.ids.length === ids.length &&
              ids.every((id) => id === member || one.ids.includes(id)),
          );
          expect(found.reoptimised?.objective).toEqual(nearly(without[0]?.objective));
          expect(found.kept?.objective).toEqual(nearly(kept[0]?.objective));
        }
      }),
      runs(200),
    );
  });
});

const nearly = (value: number | undefined) =>
  value === undefined ? undefined : expect.closeTo(value, 6);

describe("A problem of the fixed format", () => {
  it("as in the worked example is solved to its optimum", () => {
    const file = new URL("../../support/team-example.json", import.meta.url);
    const problem = readProblem(JSON.parse(readFileSync(file, "utf8")));
    const { objective, team } = searchTeam(indexed(problem), { engine });
    expect(objective).toBeCloseTo(9.45, 9);
    expect(idsOf(problem, team ?? [])).toEqual(["e1", "e2", "e3"]);
  });
});
