import { describe, expect, it } from "vitest";
import type { TeamChange } from "../../../src/domain/team/change.ts";
import { nextDraftCode } from "../../../src/domain/team/draft.ts";
import { sharedMembers } from "../../../src/domain/team/shared-members.ts";
import { freeSeat, notFreeAnyMore } from "../../../src/domain/team/still-free.ts";
import { namedIn, renamed, wishFaults } from "../../../src/domain/team/wishes.ts";

describe("Wishes", () => {
  const pin = { kind: "pin", id: "a" } as const;
  const exclude = { kind: "exclude", id: "a" } as const;
  const lock = { kind: "lock", ids: ["a", "b"] } as const;
  const swapOut = { kind: "swap", out: "a", in: "c" } as const;

  it.each<[string, readonly object[], string[]]>([
    ["pinned, then excluded", [pin, exclude], ["changes.1"]],
    ["excluded, then pinned", [exclude, pin], ["changes.1"]],
    ["locked, then swapped out", [lock, swapOut], ["changes.1"]],
    ["excluded, then swapped in", [{ ...exclude, id: "c" }, swapOut], ["changes.1"]],
    ["pinned, taken back, excluded", [pin, { kind: "unpin", id: "a" }, exclude], []],
    ["excluded, taken back, locked", [exclude, { kind: "admit", id: "a" }, lock], []],
    ["pinned, then swapped out", [pin, swapOut], []],
    ["excluded one, pinned another", [exclude, { ...pin, id: "b" }], []],
  ])("%s: %#", (_, changes, fields) => {
    const faults = wishFaults(
      changes.map((change): TeamChange => JSON.parse(JSON.stringify(change))),
    );
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });

  it("name people by any name until they are named by their ids", () => {
    const changes: TeamChange[] = [
      { kind: "swap", out: "甲", in: "乙" },
      { kind: "lock", ids: ["乙", "丙"] },
      { kind: "addRule", rule: { id: "blockedPair", a: "甲", b: "丁" } },
      { kind: "size", min: 3, max: 4 },
    ];
    expect(namedIn(changes)).toEqual(["甲", "乙", "丙", "丁"]);
    expect(namedIn(changes.map((change) => renamed(change, (name) => `exp_${name}`)))).toEqual(
      ["甲", "乙", "丙", "丁"].map((name) => `exp_${name}`),
    );
  });
});

describe("A member of a draft", () => {
  const now = {
    ...{ id: "exp_1", name: "林秋月", onDuty: true, daysPerYear: 60 },
    ...{ postingDays: [20], blocked: ["place_2"] },
    seats: [{ team: "team_1", name: "龙山团", county: "1", days: 10 }],
  };
  const draft = {
    county: { id: "place_3", code: "3" },
    ...{ days: 30, borrowed: 0, oneTeamOnly: false, known: new Set(["team_1"]) },
  };

  it("is free while the days last and nothing has come between", () => {
    expect(notFreeAnyMore(now, draft)).toBeNull();
    expect(notFreeAnyMore(now, { ...draft, days: 31 })?.zh).toContain("空余 30 天");
    expect(notFreeAnyMore(now, { ...draft, days: 31, borrowed: 5 })).toBeNull();
  });

  it("is free by the days that were borrowed, however many more than their own are taken", () => {
    const overbooked = { ...now, daysPerYear: 100, postingDays: [105], seats: [] };
    expect(notFreeAnyMore(overbooked, { ...draft, days: 15, borrowed: 15 })).toBeNull();
    expect(notFreeAnyMore(overbooked, { ...draft, days: 16, borrowed: 15 })?.en).toContain(
      "has 15 free days, 16 are needed",
    );
  });

  it("is not free after joining a team nobody knew of, whatever the days", () => {
    expect(notFreeAnyMore(now, { ...draft, known: new Set() })?.zh).toContain("龙山团");
    expect(notFreeAnyMore(now, { ...draft, oneTeamOnly: true })?.zh).toContain("龙山团");
  });

  it("is not free when off duty or blocked since", () => {
    expect(notFreeAnyMore({ ...now, onDuty: false }, draft)?.en).toContain("duty");
    const county = { id: "place_2", code: "2" };
    expect(notFreeAnyMore(now, { ...draft, county })?.en).toContain("county");
  });

  it("gives nothing up in the team of the very county", () => {
    const county = { id: "place_1", code: "1" };
    expect(notFreeAnyMore(now, { ...draft, county, days: 40, oneTeamOnly: true })).toBeNull();
  });

  it("takes the first seat that is free", () => {
    const taken = new Set(["seat_2026_1_exp_1", "seat_2026_3_exp_1"]);
    expect(freeSeat("exp_1", 2026, taken)).toBe("seat_2026_2_exp_1");
  });
});

describe("Codes and shared members", () => {
  it("number the drafts of a year", () => {
    expect(nextDraftCode(2026, undefined)).toBe("TD-2026-00001");
    expect(nextDraftCode(2026, "TD-2026-00009", 2)).toBe("TD-2026-00012");
  });

  it("name who stands in teams of other counties too", () => {
    const teams = [
      { county: "1", members: ["a", "b"] },
      { county: "2", members: ["b", "c"] },
      { county: "3", members: ["b"] },
    ];
    expect([...sharedMembers(teams)]).toEqual([
      ["1", [{ id: "b", counties: ["2", "3"] }]],
      ["2", [{ id: "b", counties: ["1", "3"] }]],
      ["3", [{ id: "b", counties: ["1", "2"] }]],
    ]);
  });
});
