import { describe, expect, it } from "vitest";
import { AppError, type Fault } from "../../../src/domain/error.ts";
import { applyChanges, type TeamChange } from "../../../src/domain/team/change.ts";
import type { TeamProblem } from "../../../src/domain/team/problem.ts";
import { readProblem } from "../../../src/domain/team/read-problem.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const problem: TeamProblem = {
  ...randomTeamProblem(3),
  rules: [
    { id: "size", min: 2, max: 3 },
    { id: "freeDays", min: 10 },
  ],
  pins: [],
  excludes: [],
};

/** What is at fault when a problem is read. */
function faultsIn(read: () => unknown): readonly Fault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error.faults;
    throw error;
  }
  return [];
}

const faultsOf = (read: () => unknown) => faultsIn(read).map(({ field }) => field);

const faultsWith = (changed: object) => faultsOf(() => readProblem({ ...problem, ...changed }));

describe("A problem from outside", () => {
  it("is read when nothing is wrong with it", () => {
    expect(readProblem(problem)).toEqual(problem);
  });

  it("is refused with the path to what is not of the format", () => {
    const [first, ...others] = problem.candidates;
    expect(faultsWith({ version: 2 })).toEqual(["version"]);
    expect(faultsWith({ candidates: [{ ...first, quality: 2 }, ...others] })).toEqual([
      "candidates.0.quality",
    ]);
    expect(faultsWith({ policy: { ...problem.policy, depth: [0.5, 1] } })).toEqual([
      "policy.depth",
    ]);
    expect(faultsWith({ rules: [{ id: "gender", min: 1 }] })).toEqual(["rules.0.id"]);
    expect(faultsWith({ rules: [{ id: "size", least: 3 }] })).toContain("rules.0.least");
    expect(faultsOf(() => readProblem("nonsense"))).toEqual([""]);
    expect(faultsOf(() => readProblem(null))).toEqual([""]);
  });

  it("says which rules there are when it names another", () => {
    const rules = [{ id: "gender", min: 1 }];
    const [fault] = faultsIn(() => readProblem({ ...problem, rules }));
    expect(fault?.zh).toBe(
      "只能取：size、leader、title、tierShare、outside、institutionMax、institutionsMin、demandMin、coverageMin、freeDays、blockedPair",
    );
    expect(fault?.en).toMatch(
      /^Invalid option: expected one of "size"\|"leader"\|.*"blockedPair"$/,
    );
  });

  it("is refused when it covers a demand that is not there, whatever its name", () => {
    const [first, ...others] = problem.candidates;
    const covering = (covers: string) =>
      faultsWith({ candidates: [{ ...first, covers: JSON.parse(covers) }, ...others] });
    expect(covering('{"dx":0.5}')).toEqual(["candidates.0.covers.dx"]);
    expect(covering('{"__proto__":0.5}')).toEqual(["candidates.0.covers.__proto__"]);
  });

  it("is refused when a list is too long, before its entries are looked at", () => {
    const candidates = Array.from({ length: 100_000 }, () => ({}));
    expect(faultsWith({ candidates })).toEqual(["candidates"]);
  });

  it("is refused when ids come twice or are unknown", () => {
    const [first] = problem.candidates;
    expect(faultsWith({ candidates: [...problem.candidates, first] })).toContain(
      `candidates.${problem.candidates.length}.id`,
    );
    expect(faultsWith({ pins: ["nobody"] })).toEqual(["pins.0"]);
    expect(faultsWith({ pairs: [{ a: "e0", b: "nobody", strength: 1 }] })).toEqual(["pairs.0.b"]);
    expect(faultsWith({ pairs: [{ a: "e0", b: "e0", strength: 1 }] })).toEqual(["pairs.0"]);
    const twice = [
      { a: "e0", b: "e1", strength: 1 },
      { a: "e1", b: "e0", strength: 1 },
    ];
    expect(faultsWith({ pairs: twice })).toEqual(["pairs.1"]);
    expect(
      faultsWith({ rules: [{ id: "demandMin", demand: "x", min: 1, fitAtLeast: 0.5 }] }),
    ).toEqual(["rules.0.demand"]);
  });

  it("is refused when its choices contradict each other", () => {
    expect(faultsWith({ pins: ["e0"], excludes: ["e0"] })).toEqual(["pins.0"]);
    expect(faultsWith({ rules: [{ id: "size", min: 3, max: 2 }] })).toEqual(["rules.0.min"]);
    expect(faultsWith({ rules: [{ id: "size", min: 1, max: 1 }], pins: ["e0", "e1"] })).toEqual([
      "pins",
    ]);
    const demands = problem.demands.map((demand) => ({ ...demand, weight: 0 }));
    expect(faultsWith({ demands })).toEqual(["demands"]);
    const negative = problem.demands.map((demand) => ({ ...demand, weight: -1 }));
    expect(faultsWith({ demands: negative })).toContain("demands.0.weight");
  });
});

describe("Changes of a problem", () => {
  const changed = (...changes: TeamChange[]) => applyChanges(problem, changes);

  it("are made in order, so that leaving out the last undoes it", () => {
    expect(changed({ kind: "pin", id: "e0" }, { kind: "exclude", id: "e0" })).toMatchObject({
      pins: [],
      excludes: ["e0"],
    });
    expect(changed({ kind: "swap", out: "e0", in: "e1" })).toMatchObject({
      pins: ["e1"],
      excludes: ["e0"],
    });
    expect(changed({ kind: "lock", ids: ["e0", "e2"] }, { kind: "unpin", id: "e0" }).pins).toEqual([
      "e2",
    ]);
    expect(changed({ kind: "exclude", id: "e0" }, { kind: "admit", id: "e0" })).toEqual(problem);
  });

  it("replace, lift and add rules", () => {
    expect(changed({ kind: "size", min: 4, max: 4 }).rules[0]).toEqual({
      id: "size",
      min: 4,
      max: 4,
    });
    expect(changed({ kind: "lift", index: 1 }).rules).toEqual([{ id: "size", min: 2, max: 3 }]);
    const relaxed = changed({ kind: "relax", index: 1, rule: { id: "freeDays", min: 5 } });
    expect(relaxed.rules[1]).toEqual({ id: "freeDays", min: 5 });
  });

  it("lend days, and count somebody as found who is called for", () => {
    const lent = changed({ kind: "borrow", id: "e0", days: 30 });
    const days = (one: TeamProblem) => one.candidates.find(({ id }) => id === "e0")?.freeDays ?? 0;
    expect(days(lent)).toBe(days(problem) + 30);
    const called = changed({
      kind: "call",
      demand: "d0",
      title: "senior",
      tier: "province",
      fit: 0.8,
    });
    expect(called.candidates.at(-1)).toMatchObject({ title: "senior", covers: { d0: 0.8 } });
    expect(readProblem(called)).toEqual(called);
  });

  it("are refused for somebody or a rule that is not there", () => {
    expect(faultsOf(() => changed({ kind: "pin", id: "nobody" }))).toEqual(["changes.0"]);
    const refused: TeamChange[] = [
      { kind: "lift", index: 9 },
      { kind: "unpin", id: "nobody" },
      { kind: "admit", id: "nobody" },
      { kind: "borrow", id: "nobody", days: 3 },
      { kind: "demandWeight", demand: "nothing", weight: 3 },
      { kind: "call", demand: "nothing", title: "senior", tier: "province", fit: 1 },
      { kind: "policyWeight", weight: "cohesion", value: 1000 },
      { kind: "relax", index: 1, rule: { id: "size", min: 1 } },
    ];
    for (const change of refused) {
      expect(
        faultsOf(() => changed(change)),
        change.kind,
      ).toEqual(["changes.0"]);
    }
  });
});
