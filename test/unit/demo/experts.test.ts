import { describe, expect, test } from "vitest";
import { createWorld, sensible } from "../../../src/demo/world.ts";
import { PROFESSIONAL_TITLES } from "../../../src/domain/model/expert.ts";
import { skillOf } from "../../../src/domain/model/vocabulary.ts";
import { Province, provinceOf, reference, YEAR } from "./demo-records.ts";

const province = new Province(provinceOf({ experts: 1_500 }));
const experts = province.of("Expert");
const held = province.all("HAS_SKILL");
const skills = province.targets("HAS_SKILL");
const world = createWorld(reference, { experts: 0, seed: 1, year: YEAR });

/** How many experts have a skill in the industry or competence. */
const holders = (part: "industry" | "competence", id: string): number =>
  [...skills.values()].filter((own) => own.some((skill) => skillOf(skill)[part] === id)).length;

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

describe("an invented expert", () => {
  test("has 3 to 9 skills, each of which makes sense", () => {
    for (const own of skills.values()) {
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.length).toBeLessThanOrEqual(9);
      expect(own.filter((skill) => !sensible(world, skillOf(skill)))).toEqual([]);
    }
    expect(skills.size).toBe(experts.length);
  });

  test("shows dated evidence for every skill, newest first and never of the future", () => {
    const wrong = held.filter(({ properties }) => {
      const years = numbers(properties["evidenceYears"]);
      const texts = [properties["evidenceKinds"], properties["evidenceTitles"]];
      const even = texts.every((list) => Array.isArray(list) && list.length === years.length);
      const falling = years.every((year, index) => year <= (years[index - 1] ?? YEAR - 1));
      return years.length === 0 || !even || !falling;
    });
    expect(wrong).toEqual([]);
  });

  test("is better at things the higher the title", () => {
    const titles = new Map(experts.map(({ id, properties }) => [id, properties["title"]]));
    const means = PROFESSIONAL_TITLES.map((title) => {
      const levels = held
        .filter(({ from }) => titles.get(from[1]) === title)
        .map(({ properties }) => Number(properties["level"]));
      return levels.reduce((sum, level) => sum + level, 0) / levels.length;
    });
    expect(means).toEqual([...means].sort((one, other) => one - other));
  });

  test("never gives more days to current postings than are granted", () => {
    const postings = new Map(province.of("Posting").map(({ id, properties }) => [id, properties]));
    const own = province.targets("HOLDS");
    for (const { id, properties } of experts) {
      const days = (own.get(id) ?? [])
        .map((posting) => postings.get(posting))
        .filter((posting) => posting?.["status"] === "active")
        .reduce((sum, posting) => sum + Number(posting?.["days"]), 0);
      expect(days).toBeLessThanOrEqual(Number(properties["daysPerYear"]));
    }
  });

  test("has a name in characters with its pinyin, and no well-known one", () => {
    for (const { properties } of experts) {
      expect(properties["name"]).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(properties["pinyin"]).toMatch(/^[a-z]{3,}$/);
      expect(properties["initials"]).toMatch(/^[a-z]{2,4}$/);
      expect(reference.tables.reservedNames.has(String(properties["name"]))).toBe(false);
    }
  });

  test("is told of in finished sentences of a moderate length", () => {
    const texts = [
      ...province.values("Expert", "about"),
      ...province.values("ServiceRecord", "summary"),
      ...held.flatMap(({ properties }) => properties["evidenceTitles"]),
    ].map(String);
    expect(texts.filter((text) => /[{}|=]|undefined|null|技术技术/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.length < 4 || text.length > 90)).toEqual([]);
  });

  test("who is new has neither service behind them nor an assessment", () => {
    const assessed = province.targets("RECEIVED");
    const served = province.targets("PERFORMED");
    const newcomers = experts.filter(({ id }) => !assessed.has(id));
    expect(newcomers.length / experts.length).toBeGreaterThan(0.1);
    expect(newcomers.length / experts.length).toBeLessThan(0.2);
    expect(newcomers.filter(({ id }) => served.has(id))).toEqual([]);
  });
});

describe("all invented experts together", () => {
  test("are many in rice, citrus, vegetables and pigs and few in bees, after-harvest work and trade", () => {
    const common = ["rice", "citrus", "vegetable", "pig"].map((id) => holders("industry", id));
    const rare = [
      holders("industry", "bees"),
      holders("competence", "e-commerce"),
      holders("competence", "postharvest"),
      holders("competence", "logistics"),
    ];
    expect(Math.min(...common)).toBeGreaterThan(2 * Math.max(...rare));
    expect(holders("industry", "bees")).toBeLessThan(12);
  });

  test("are on duty nine times out of ten", () => {
    const share = province.values("Expert", "onDuty").filter(Boolean).length / experts.length;
    expect(share).toBeGreaterThan(0.87);
    expect(share).toBeLessThan(0.93);
  });

  test("are based in almost every county, and a few outside the province", () => {
    const based = province.all("BASED_IN");
    expect(new Set(based.map(({ to }) => to[1])).size).toBeGreaterThan(95);
    expect(experts.length - based.length).toBeGreaterThan(30);
    expect(experts.length - based.length).toBeLessThan(120);
  });

  test("are kept from forty counties they might else be sent to, each with a reason", () => {
    const blocked = province.all("BLOCKED_FROM");
    expect(blocked).toHaveLength(40);
    const counties = province.targets("AT");
    const own = province.targets("HOLDS");
    const sent = ({ from, to }: (typeof blocked)[number]) =>
      (own.get(from[1]) ?? []).some((posting) => counties.get(posting)?.includes(to[1]));
    expect(blocked.filter(sent)).toEqual([]);
  });
});
