import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/domain/error.ts";
import type { TeamChange } from "../../../src/domain/team/change.ts";
import { changeOf, changeText } from "../../../src/http/pages/team-changes.ts";
import { fc } from "../../support/properties.ts";

const id = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
const index = fc.nat(500);
const amount = (max: number) => fc.double({ min: 0, max, noNaN: true }).map(Math.abs);
const rule = fc.oneof(
  fc.record({ id: fc.constant("size" as const), min: fc.nat(20), max: fc.nat(200) }),
  fc.record({ id: fc.constant("blockedPair" as const), a: id, b: id }),
  fc.record({ id: fc.constant("leader" as const), minTitle: fc.constantFrom("junior", "senior") }),
);
const one = <Kind extends string>(kind: Kind) => fc.constant(kind);

const change: fc.Arbitrary<TeamChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom("pin", "unpin", "exclude", "admit"), id }),
  fc.record({ kind: one("swap"), out: id, in: id }),
  fc.record({ kind: one("lock"), ids: fc.array(id, { minLength: 1, maxLength: 8 }) }),
  fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }))
    .map(([left, right]) => ({
      kind: "size" as const,
      min: Math.min(left, right),
      max: Math.max(left, right),
    })),
  fc.record({ kind: one("coverage"), demand: fc.option(id), min: amount(1) }),
  fc.record({ kind: one("demandWeight"), demand: id, weight: amount(1000) }),
  fc.record({
    kind: one("policyWeight"),
    weight: fc.constantFrom("quality", "travelPerKm", "cohesion", "change"),
    value: amount(20),
  }),
  fc.record({ kind: one("relax"), index, rule }),
  fc.record({ kind: one("lift"), index }),
  fc.record({ kind: one("addRule"), rule }),
  fc.record({ kind: one("borrow"), id, days: fc.integer({ min: 1, max: 366 }) }),
  fc.record({
    kind: one("call"),
    demand: fc.option(id),
    title: fc.constantFrom("junior", "senior"),
    tier: fc.constantFrom("province", "county"),
    fit: fc.constantFrom(0.001, 0.6, 1),
  }),
);

describe("changes of a team in an address", () => {
  test("every change is read back from its text as it was, also out of an address", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const query = new URLSearchParams();
        for (const each of changes) query.append("do", changeText(each));
        const read = new URLSearchParams(query.toString()).getAll("do");
        expect(read.map(changeOf)).toEqual(changes);
      }),
    );
  });

  test("the usual ones can be read and typed by people", () => {
    expect(changeText({ kind: "swap", out: "exp_1", in: "exp_9" })).toBe("swap:exp_1:exp_9");
    expect(changeOf("size:12")).toEqual({ kind: "size", min: 12, max: 12 });
    expect(changeOf('relax:3:{"id":"size","max":14}')).toEqual({
      kind: "relax",
      index: 3,
      rule: { id: "size", max: 14 },
    });
  });

  test.each([
    "",
    "pin",
    "pin:",
    "pin:a:b",
    "toString:a",
    "size:-3",
    "size:0",
    "size:12-8",
    "weight:d1:-2",
    "weight:d1",
    "policy:age:3",
    "relax:1:{",
    "lift:x",
    "call:king:province:1",
  ])("%j is refused as not understood", (text) => {
    expect(() => changeOf(text)).toThrow(AppError);
  });
});
