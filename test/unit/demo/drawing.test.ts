import { describe, expect, test } from "vitest";
import { fill } from "../../../src/demo/fill.ts";
import { demoIds } from "../../../src/demo/identity.ts";
import { Lot } from "../../../src/demo/random.ts";
import { Weighted } from "../../../src/demo/weighted.ts";
import { fc } from "../../support/properties.ts";

describe("an invented id", () => {
  test("is never given twice, and is a prefix and ten letters", () => {
    const idOf = demoIds(7);
    const ids = Array.from({ length: 50_000 }, (_, index) => idOf("exp", index));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^exp_[0-9a-z]{10}$/.test(id))).toEqual([]);
  });

  test("differs for different indexes however large", () => {
    const index = fc.integer({ min: 0, max: 2 ** 50 - 1 });
    fc.assert(
      fc.property(fc.integer(), index, index, (seed, one, other) => {
        fc.pre(one !== other);
        const idOf = demoIds(seed);
        expect(idOf("need", one)).not.toBe(idOf("need", other));
      }),
    );
  });

  test("does not tell by its order when it was given", () => {
    const idOf = demoIds(1);
    const ids = Array.from({ length: 2_000 }, (_, index) => idOf("exp", index));
    const rises = ids.filter((id, index) => id > (ids[index - 1] ?? "")).length;
    expect(rises).toBeGreaterThan(900);
    expect(rises).toBeLessThan(1_100);
  });
});

describe("a drawing", () => {
  test("is the same for the same key and another one for another", () => {
    const draws = (key: string) => {
      const lot = new Lot(key);
      return Array.from({ length: 20 }, () => lot.draw());
    };
    expect(draws("1/experts/0")).toEqual(draws("1/experts/0"));
    expect(draws("1/experts/0")).not.toEqual(draws("1/experts/1"));
  });

  test("of a whole number reaches both ends and nothing beyond", () => {
    const lot = new Lot("ends");
    const seen = new Set(Array.from({ length: 500 }, () => lot.whole(3, 7)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6, 7]);
  });

  test("of weighted items follows the weights", () => {
    const lot = new Lot("weights");
    const items = new Weighted(["never", "seldom", "often"], (item) =>
      item === "often" ? 9 : Number(item === "seldom"),
    );
    const draws = Array.from({ length: 2_000 }, () => items.draw(lot));
    expect(draws).not.toContain("never");
    expect(draws.filter((item) => item === "often").length).toBeGreaterThan(1_700);
    expect(items.several(lot, 2)).toHaveLength(2);
  });

  test("from nothing is refused", () => {
    const none = new Weighted<string>([], () => 1);
    expect(() => none.draw(new Lot("none"))).toThrow(RangeError);
    expect(() => new Lot("none").pick([])).toThrow(RangeError);
  });
});

describe("a text with names in braces", () => {
  test("is filled with the values, without a word said twice where they meet", () => {
    expect(fill("《{topic}技术研究》", { topic: "滴灌技术" })).toBe("《滴灌技术研究》");
    expect(fill("到{town}", { town: "毛沟镇" })).toBe("到毛沟镇");
  });

  test("is refused when a value is missing", () => {
    expect(() => fill("到{town}", {})).toThrow('nothing to put for {town} in "到{town}"');
  });
});
