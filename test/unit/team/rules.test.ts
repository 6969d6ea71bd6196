import { describe, expect, it } from "vitest";
import { climb } from "../../../src/domain/team/climb.ts";
import { type Eligible, eligible } from "../../../src/domain/team/eligible.ts";
import { type IndexedProblem, indexed } from "../../../src/domain/team/indexed.ts";
import { objectiveOf, objectiveParts } from "../../../src/domain/team/objective.ts";
import { membersOf } from "../../../src/domain/team/roles.ts";
import { brokenRules, ruleStates } from "../../../src/domain/team/rules.ts";
import { type Standing, standingOf } from "../../../src/domain/team/standing.ts";
import { everyTeam } from "../../support/every-team.ts";
import { fc } from "../../support/properties.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const problems = fc.nat().map((seed) => indexed(randomTeamProblem(seed, 8)));

const subsetOf = ({ problem }: IndexedProblem, bits: number): number[] =>
  [...problem.candidates.keys()].filter((place) => (bits & (1 << place)) !== 0);

const led = (problem: IndexedProblem, team: readonly number[]) => {
  const members = membersOf(problem, team, {
    deputies: [{ size: 3, deputies: 1 }],
    coordinatorTier: null,
  });
  const leaders = members
    .filter(({ role }) => role === "leader")
    .map(({ id }) => problem.places.get(id) ?? -1);
  return { team, leaders };
};

describe("A team", () => {
  it("keeps the rules when its definition says so, with a leader where one may lead", () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 255 }), (problem, bits) => {
        const team = subsetOf(problem, bits);
        if (team.length === 0) return;
        const ids = team.map((place) => problem.problem.candidates[place]?.id);
        const isWorthy = everyTeam(problem.problem).some((one) => one.ids.join() === ids.join());
        expect(brokenRules(problem, led(problem, team)).length === 0).toBe(isWorthy);
      }),
      { numRuns: 1000 },
    );
  });

  it("is worth what the definition of the objective says, part by part", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        for (const { ids, objective } of everyTeam(problem.problem).slice(0, 20)) {
          const team = ids.map((id) => problem.places.get(id) ?? -1);
          expect(objectiveOf(problem, team)).toBeCloseTo(objective, 9);
          const parts = Object.values(objectiveParts(problem, team));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(objective, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says of every rule whether it holds, in both languages", () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 255 }), (problem, bits) => {
        const states = ruleStates(problem, led(problem, subsetOf(problem, bits)));
        expect(states.filter(({ index }) => index !== undefined)).toHaveLength(
          problem.problem.rules.length,
        );
        for (const { text } of states) {
          expect(text.zh).toMatch(/\p{Script=Han}/u);
          expect(text.en).toMatch(/^[ -~]+$/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Takes somebody in or out; whoever joins changes the team as was foretold. */
function move(team: Standing, { people }: Eligible, place: number): void {
  if (team.has(place)) team.drop(place);
  else if (people.includes(place)) {
    const [worth, shortfall] = [team.worthWith(place), team.shortfallWith(place)];
    team.add(place);
    expect(team.worth()).toBeCloseTo(worth, 9);
    expect(team.shortfall()).toBeCloseTo(shortfall, 9);
  }
}

describe("A standing team", () => {
  it("is worth the same after any additions and removals as counted anew, and lacks as much", () => {
    fc.assert(
      fc.property(problems, fc.array(fc.nat(7), { maxLength: 30 }), (problem, moves) => {
        const allowed = eligible(problem);
        const team = standingOf(problem, allowed);
        for (const place of moves) move(team, allowed, place);
        const members = [...team.members()];
        const current = problem.isCurrent.reduce((sum, one) => sum + one, 0);
        const constant = -problem.problem.policy.change * current;
        expect(team.worth() + constant).toBeCloseTo(objectiveOf(problem, members), 9);
        const isWhole =
          members.length > 0 && brokenRules(problem, led(problem, members)).length === 0;
        expect(members.length > 0 && team.shortfall() === 0).toBe(isWhole);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("Climbing", () => {
  it("ends with a team that keeps the rules, or with none", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const allowed = eligible(problem);
        const isPossible = [...allowed.pinned].every((place) => allowed.people.includes(place));
        if (!isPossible || allowed.size.min > allowed.size.max) return;
        const team = climb(problem, allowed, { pool: allowed.people, from: [...allowed.pinned] });
        if (team) expect(brokenRules(problem, led(problem, team))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
