import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import { conflictOf } from "../../../src/domain/team/conflict.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { smallestHitting } from "../../../src/domain/team/smallest-hitting.ts";
import { everyTeam } from "../../support/every-team.ts";
import { fc } from "../../support/properties.ts";
import { randomAskedProblem } from "../../support/random-team-problems.ts";

const engine = await highsEngine();
const how = { engine, shouldStop: () => false };

/** Takes the rules, pins and exclusions of a problem apart, to be put together again. */
function partsOf({ rules, pins, excludes }: TeamProblem): Partial<TeamProblem>[] {
  return [
    ...rules.map((rule) => ({ rules: [rule] })),
    ...pins.map((id) => ({ pins: [id] })),
    ...excludes.map((id) => ({ excludes: [id] })),
  ];
}

const under = (problem: TeamProblem, parts: readonly Partial<TeamProblem>[]): TeamProblem => ({
  ...problem,
  rules: parts.flatMap(({ rules = [] }) => rules),
  pins: parts.flatMap(({ pins = [] }) => pins),
  excludes: parts.flatMap(({ excludes = [] }) => excludes),
});

/** How many rules, pins and exclusions clash at least, by trying every set of them. */
function leastClashing(problem: TeamProblem): number {
  const parts = partsOf(problem);
  let least = Number.POSITIVE_INFINITY;
  for (let subset = 0; subset < 2 ** parts.length; subset += 1) {
    const chosen = parts.filter((_, place) => (subset & (1 << place)) !== 0);
    if (chosen.length >= least) continue;
    if (everyTeam(under(problem, chosen)).length === 0) least = chosen.length;
  }
  return least;
}

describe("The rules that clash", () => {
  it("are as few as can be: no team keeps them together, and some team keeps all but any one", () => {
    let impossible = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = randomAskedProblem(seed, 5);
        if (everyTeam(problem).length > 0) return;
        impossible += 1;
        // Any team of all says something of what clashes.
        const nearTeams = [problem.candidates.map(({ id }) => id)];
        const conflict = conflictOf(indexed(problem), { ...how, nearTeams });
        expect(conflict).toHaveLength(leastClashing(problem));
        const rules = conflict.flatMap(({ index = -1 }) => problem.rules[index] ?? []);
        const named = (kind: string, id: string) =>
          conflict.some((clash) => clash.id === kind && clash.text.en.includes(id));
        const clashing = {
          ...{ ...problem, rules },
          pins: problem.pins.filter((id) => named("pins", id)),
          excludes: problem.excludes.filter((id) => named("excludes", id)),
        };
        expect(partsOf(clashing)).toHaveLength(conflict.length);
        expect(everyTeam(clashing)).toEqual([]);
      }),
      { numRuns: Number(process.env["REPAIR_RUNS"] ?? 300) },
    );
    expect(impossible).toBeGreaterThan(50);
  });

  it("are none when a team is possible, or when the search is stopped", () => {
    const possible = { ...randomAskedProblem(3, 6), rules: [], pins: [], excludes: [] };
    expect(conflictOf(indexed(possible), how)).toEqual([]);
    const rules = [{ id: "size" as const, min: 99 }];
    const stopped = { engine, shouldStop: () => true };
    expect(conflictOf(indexed({ ...possible, rules }), stopped)).toEqual([]);
    expect(conflictOf(indexed({ ...possible, rules }), how)).toHaveLength(1);
  });
});

describe("Rules that clash with many people who are alike", () => {
  it("are told with no more of the people than it takes, though there are too many to try all", () => {
    const of = randomAskedProblem(3, 6);
    const someone = { title: "senior" as const, tier: "county" as const, institution: "one" };
    const candidates = Array.from({ length: 30 }, (_, place) => ({
      ...someone,
      ...{ id: `e${place}`, freeDays: 60, travelKm: 0, load: 0, quality: 0, covers: {} },
    }));
    const alike = {
      ...of,
      candidates,
      pairs: [],
      rules: [
        { id: "size" as const, min: 8, max: 20 },
        { id: "institutionMax" as const, max: 6 },
      ],
      pins: candidates.slice(0, 14).map(({ id }) => id),
      excludes: [],
    };
    const conflict = conflictOf(indexed(alike), how);
    expect(conflict.map(({ id }) => id).sort()).toEqual(["institutionMax", "size"]);
    const wide = { ...alike, rules: alike.rules.slice(1) };
    const pinned = conflictOf(indexed(wide), how).map(({ id }) => id);
    expect(pinned.filter((id) => id === "pins")).toHaveLength(7);
    expect(pinned.filter((id) => id === "institutionMax")).toHaveLength(1);
  });
});

describe("The smallest set that holds one of each lot", () => {
  it("is empty for no lots, and never larger than it has to be", () => {
    expect(smallestHitting([])).toEqual([]);
    expect(smallestHitting([[1], [2, 3]])).toEqual([1, 2]);
    expect(
      smallestHitting([
        [1, 2],
        [2, 3],
        [3, 4, 2],
      ]),
    ).toEqual([2]);
  });
});
