import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import type { Repair, Shortfall, TeamAnswer } from "../../../src/domain/team/answer.ts";
import { applyChanges } from "../../../src/domain/team/change.ts";
import { composeTeam } from "../../../src/domain/team/compose.ts";
import { conflictOf } from "../../../src/domain/team/conflict.ts";
import { coverageRules, coverageShare } from "../../../src/domain/team/coverage.ts";
import { eligible } from "../../../src/domain/team/eligible.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { readProblem } from "../../../src/domain/team/read-problem.ts";
import { repairsOf } from "../../../src/domain/team/repairs.ts";
import { searchAsked } from "../../../src/domain/team/search-asked.ts";
import { searchTeam } from "../../../src/domain/team/search-team.ts";
import {
  aboutOf,
  type CheapRepair,
  everyRepair,
  withoutCopies,
} from "../../support/every-repair.ts";
import { everyTeam } from "../../support/every-team.ts";
import { fc } from "../../support/properties.ts";
import { randomAskedProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();
const how = { engine, count: 5, shouldStop: () => false };

const withoutAsked = (problem: TeamProblem): TeamProblem => ({
  ...problem,
  rules: problem.rules.filter(({ id }) => id !== "coverageMin"),
});

/** The most that any team under the other rules covers of each coverage that is asked for. */
function mostCovered(problem: TeamProblem): number[] {
  const { places, ...rest } = indexed(problem);
  const teams = everyTeam(withoutAsked(problem)).map(({ ids }) =>
    ids.flatMap((id) => places.get(id) ?? []),
  );
  return coverageRules(problem).map(({ demand }) =>
    Math.max(...teams.map((team) => coverageShare({ places, ...rest }, team, demand))),
  );
}

/** What is out of reach is known to the end; of the rest it is known that it is not. */
function judge(problem: TeamProblem, { coverages, proven }: Shortfall): void {
  expect(proven).toBe(true);
  const most = mostCovered(problem);
  for (const [place, { asked, reached, reachable, bound }] of coverages.entries()) {
    const best = most[place] ?? Number.NaN;
    expect(reached).toBeLessThanOrEqual(reachable + 1e-6);
    expect(reachable).toBeLessThanOrEqual(best + 1e-6);
    expect(bound).toBeGreaterThanOrEqual(best - 1e-6);
    expect(reachable).toBeGreaterThanOrEqual(Math.min(asked, bound) - 1e-5);
  }
  expect(coverages.length > 1 || coverages.every(({ asked, bound }) => bound < asked)).toBe(true);
}

function kindOf(
  reaching: readonly object[],
  every: readonly object[],
): "reached" | "short" | "none" {
  if (reaching.length > 0) return "reached";
  return every.length > 0 ? "short" : "none";
}

/** Among few people all are looked at at once, among many the hopeful ones: here among any. */
const FEW = fc.constantFrom(0, 99);

describe("The best team under a coverage that is asked for", () => {
  it("reaches it where some team does; else it is the best of all, with how far any team comes", () => {
    const seen = { reached: 0, short: 0, none: 0 };
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = readProblem(randomAskedProblem(seed, 9));
        const reaching = everyTeam(problem);
        const every = everyTeam(withoutAsked(problem));
        const { found, shortfall } = searchAsked(indexed(problem), { engine });
        const [best = every[0]] = reaching;
        const worth = best ? expect.closeTo(best.objective, 6) : null;
        expect(found).toMatchObject({ complete: true, objective: worth, bound: worth });
        const kind = kindOf(reaching, every);
        expect(shortfall !== null).toBe(kind === "short");
        seen[kind] += 1;
        if (shortfall) judge(problem, shortfall);
      }),
      { numRuns: Number(process.env["TEAM_RUNS"] ?? 600) },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
  });
});

describe("A search under a coverage that is asked for", () => {
  it("ends with the same worth whoever it begins with", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), (seed, few) => {
        const problem = indexed(randomAskedProblem(seed, 8));
        const { people, pinned } = eligible(problem);
        const pool = people.filter((place) => (few & (1 << place)) !== 0 || pinned.has(place));
        const best = everyTeam(problem.problem)[0]?.objective;
        const { objective } = searchTeam(problem, { engine, pool });
        expect(objective).toEqual(best === undefined ? null : expect.closeTo(best, 6));
      }),
      { numRuns: 300 },
    );
  });
});

/** It costs what the cheapest of its kind costs, and the best team under it reaches what is asked. */
function judgeRepair(problem: TeamProblem, all: readonly CheapRepair[], repair: Repair): void {
  const about = repair.changes.map(aboutOf).sort().join(" + ");
  const same = all.find((one) => withoutCopies(one.about) === about);
  expect(same?.cost).toBeCloseTo(repair.cost, 5);
  const mended = applyChanges(problem, repair.changes);
  expect(repair.objective).toBeCloseTo(everyTeam(mended)[0]?.objective ?? Number.NaN, 6);
  const ofAll = coverageRules(mended).filter(({ demand }) => demand === undefined);
  for (const { min } of ofAll) expect(repair.coverage).toBeGreaterThanOrEqual(min - 1e-9);
}

/** The first is the cheapest there is, and no two are the same. */
function judgeRepairs(problem: TeamProblem, all: readonly CheapRepair[], repairs: Repair[]): void {
  expect(repairs[0]?.cost ?? 0).toBeCloseTo(all[0]?.cost ?? 0, 5);
  const texts = repairs.map(({ text }) => text.zh);
  expect(new Set(texts).size).toBe(texts.length);
  for (const repair of repairs) judgeRepair(problem, all, repair);
}

describe("The repairs of a coverage that is not reached", () => {
  it("are the cheapest sets of changes under which some team reaches it, with nothing that is not needed", () => {
    let short = 0;
    fc.assert(
      fc.property(fc.nat(), FEW, fc.boolean(), (seed, few, isKnown) => {
        const problem = readProblem(randomAskedProblem(seed, 4));
        if (everyTeam(problem).length > 0) return;
        short += 1;
        // What clashes spares looking where nothing can be mended; it is not always known.
        const conflict = isKnown ? conflictOf(indexed(problem), how) : [];
        const asked = { ...how, few, conflict };
        const { repairs, unmendable } = repairsOf(indexed(problem), asked);
        const all = everyRepair(problem);
        expect(repairs.length > 0).toBe(all.length > 0);
        expect(unmendable === null).toBe(all.length > 0);
        judgeRepairs(problem, all, repairs);
      }),
      // Of the one named HiGHS 1.15.3 calls a repair the best that is not.
      { numRuns: Number(process.env["REPAIR_RUNS"] ?? 80), examples: [[1978952717, 0, false]] },
    );
    expect(short).toBeGreaterThan(30);
  });
});

const tea = { id: "tea", name: { zh: "茶叶 · 产中 · 植物病害防治", en: "tea disease" } };

/** Two cover half of what tea asks, one who has no days covers all of it. */
const TEA: TeamProblem = {
  format: "ketepai-team-problem",
  version: 1,
  name: "tea",
  demands: [{ ...tea, weight: 5 }],
  candidates: (["a", "b", "c"] as const).map((id) => ({
    ...{ id, name: `${id}君`, title: "senior", tier: "county", institution: id },
    ...{ freeDays: id === "c" ? 5 : 60, travelKm: 0, load: 0, quality: 0 },
    covers: { tea: id === "c" ? 1 : 0.5 },
  })),
  pairs: [],
  policy: { depth: [1], quality: 0, travelPerKm: 0, loadPerPosting: 0, cohesion: 0, change: 0 },
  rules: [
    { id: "size", min: 1, max: 2 },
    { id: "freeDays", min: 15 },
    { id: "coverageMin", demand: "tea", min: 0.9 },
  ],
  pins: [],
  excludes: [],
};

const composed = (problem: TeamProblem, onAnswer: (answer: TeamAnswer) => void = () => undefined) =>
  composeTeam(
    {
      ...{ problem, timeLimit: 60, alternatives: 1, substitutes: true, repairs: true },
      ...{ deputies: [], coordinatorTier: null },
    },
    { engine, shouldStop: () => false, onProgress: () => undefined, onAnswer },
  );

describe("A team that covers less than is asked", () => {
  it("is the best there is, says what it does not reach, what clashes and what would mend it", () => {
    const answer = composed(TEA);
    expect(answer).toMatchObject({ status: "optimal", objective: 2.5 });
    expect(answer.shortfall).toMatchObject({
      proven: true,
      coverages: [
        {
          ...{ demand: "tea", asked: 0.9, reached: 0.5, reachable: 0.5 },
          bound: expect.closeTo(0.5, 5),
        },
      ],
    });
    expect(answer.rules.map(({ id, holds }) => [id, holds])).toEqual([
      ["size", true],
      ["freeDays", true],
      ["coverageMin", false],
      ["leader", true],
    ]);
    expect(answer.conflict.map(({ text }) => text.zh)).toEqual([
      "每人空余天数不少于 15 天",
      "需求“茶叶 · 产中 · 植物病害防治”的覆盖不低于 90 %",
    ]);
    expect(answer.repairs.map(({ text }) => text.zh)).toEqual([
      "为c君另行腾出（借调）10 天",
      "将“每人空余天数不少于 15 天”放宽为“每人空余天数不少于 5 天”",
      "公开征集“茶叶 · 产中 · 植物病害防治”方向中级及以上专家 1 名",
    ]);
    expect(answer.repairs.map(({ coverage }) => coverage)).toEqual([1, 1, 1]);
  });

  it("is told as soon as it is proven, then with what clashes, then with a first repair", () => {
    const told: TeamAnswer[] = [];
    const answer = composed(TEA, (known) => told.push(known));
    expect(told.map(({ conflict, repairs }) => [conflict.length, repairs.length])).toEqual([
      [0, 0],
      [2, 0],
      [2, 1],
    ]);
    for (const { shortfall, members } of told) {
      expect({ shortfall, members }).toEqual({
        shortfall: answer.shortfall,
        members: answer.members,
      });
    }
  });

  it("says the gap that nothing closes, where even two who are called for leave one", () => {
    const asked = { id: "coverageMin", min: 0.95 } as const;
    const policy = { ...TEA.policy, depth: [1, 1, 1, 1] };
    const answer = composed({ ...TEA, policy, rules: [asked] });
    // Two called for, c, and one of the others.
    expect(answer.repairs).toEqual([]);
    expect(answer.unmendable?.zh).toContain("覆盖最高只能到 87.5 %");
    expect(answer.unmendable?.zh).toContain("仍差 7.5 个百分点");
  });
});
