import { describe, expect, test } from "vitest";
import { createWorld, sensible } from "../../../src/demo/world.ts";
import { lineage, skillOf } from "../../../src/domain/model/vocabulary.ts";
import { Province, provinceOf, reference, YEAR } from "./demo-records.ts";

const province = new Province(provinceOf({ experts: 0 }));
const needs = province.of("Need");
const asks = province.targets("ASKS_FOR");
const counties = province.targets("RAISED_IN");
const { places, vocabulary, tables } = reference;

const grown = new Map<string, string[]>();
for (const { county, industry } of places.industries) {
  grown.set(`place_${county}`, [...(grown.get(`place_${county}`) ?? []), industry]);
}

/** Whether an industry is what a county grows, something broader or something narrower. */
const fits = (county: string, industry: string): boolean =>
  lineage(vocabulary, industry).includes("services") ||
  (grown.get(county) ?? []).some(
    (one) =>
      lineage(vocabulary, one).includes(industry) || lineage(vocabulary, industry).includes(one),
  );

describe("the needs of the demo province", () => {
  test("are 600, numbered in the order in which they came in", () => {
    expect(needs).toHaveLength(600);
    const codes = province.values("Need", "code").map(String);
    expect(codes[0]).toBe(`XQ-${YEAR}-00001`);
    expect(codes).toEqual([...codes].sort());
    const moments = province.values("Need", "createdAt").map(String);
    expect(moments).toEqual([...moments].sort());
    expect(moments.every((moment) => moment.startsWith(`${YEAR}-`))).toBe(true);
  });

  test("are written from at least 250 different sentences", () => {
    expect(new Set(tables.needs.map(({ text }) => text)).size).toBe(tables.needs.length);
    const patterns = tables.needs.map(({ text }) => {
      const literal = text
        .replace(/我县|县里/g, "{place}")
        .split(/\{\w+\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return new RegExp(`^${literal.join(".*")}$`, "u");
    });
    const texts = province.values("Need", "text").map(String);
    const used = patterns.filter((pattern) => texts.some((text) => pattern.test(text)));
    expect(used.length).toBeGreaterThanOrEqual(250);
    expect(texts.filter((text) => !patterns.some((pattern) => pattern.test(text)))).toEqual([]);
  });

  test("ask for something the county lives on, first of all", () => {
    const foreign = needs.filter(({ id }) => {
      const [county = ""] = counties.get(id) ?? [];
      return !(asks.get(id) ?? []).some((skill) => fits(county, skillOf(skill).industry));
    });
    expect(foreign).toEqual([]);
  });

  test("ask for skills that make sense, with shares that sum to 1 and levels 2 to 4", () => {
    const world = createWorld(reference, { experts: 0, seed: 1, year: YEAR });
    const sums = new Map<string, number>();
    for (const { from, to, properties } of province.all("ASKS_FOR")) {
      expect(sensible(world, skillOf(to[1])), to[1]).toBe(true);
      expect([2, 3, 4]).toContain(properties["level"]);
      sums.set(from[1], (sums.get(from[1]) ?? 0) + Number(properties["weight"]));
    }
    expect(sums.size).toBe(600);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 9);
  });

  test("are mostly published, spoken by farmers as by officials, short and long", () => {
    const states = province.values("Need", "status");
    const published = states.filter((status) => status === "published").length;
    expect(published).toBeGreaterThan(360);
    expect(new Set(states)).toEqual(new Set(["submitted", "published", "matched", "closed"]));
    expect(new Set(tables.needs.map(({ speaker }) => speaker)).size).toBe(5);
    const lengths = province.values("Need", "text").map((text) => String(text).length);
    expect(Math.max(...lengths)).toBeLessThan(120);
    expect(Math.min(...lengths)).toBeGreaterThan(12);
  });

  test("never leave a blank or a name of a place that is not there", () => {
    const texts = province.values("Need", "text").map(String);
    expect(texts.filter((text) => /[{}]|undefined|null/.test(text))).toEqual([]);
  });
});
