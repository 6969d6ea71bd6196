import { describe, expect, test } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readMatchingRules } from "../../../src/data/policies.ts";
import {
  competenceSimilarity,
  fit as fitOf,
  industrySimilarity,
  skillSimilarity,
  skillsThatFit,
} from "../../../src/domain/matching/similarity.ts";
import { rules, vocabulary } from "./arbitrary.ts";

const industries = (held: string, asked: string, competence = "plant-disease") =>
  industrySimilarity(rules, held, { asked, competence });

describe("an industry", () => {
  test("is as near as can be to itself", () => {
    expect(industries("ponkan", "ponkan")).toBe(1);
  });

  test("loses less when it is narrower than the asked one than when it is broader", () => {
    expect(industries("navel-orange", "citrus")).toBe(0.9);
    expect(industries("citrus", "navel-orange")).toBe(0.8);
  });

  test("loses again with each further step", () => {
    expect(industries("navel-orange", "fruit")).toBeCloseTo(0.81);
    expect(industries("fruit", "navel-orange")).toBeCloseTo(0.64);
  });

  test("is near to its siblings", () => {
    expect(industries("navel-orange", "pomelo")).toBe(0.7);
  });

  test("that shares a grandparent is near where the competence carries over, and else not at all", () => {
    expect(industries("peach", "ponkan")).toBe(0.4);
    expect(industries("ponkan", "peach")).toBe(0.4);
    expect(industries("rice", "rapeseed")).toBe(0.4);
    expect(industries("rice", "rapeseed", "variety")).toBe(0);
    expect(industries("rice", "ponkan")).toBe(0);
  });

  test("of another branch is a stranger", () => {
    expect(industries("pig", "rice")).toBe(0);
    expect(industries("bees", "citrus", "quality")).toBe(0);
  });

  test("of another branch is near when it is named kin for the competence", () => {
    expect(industries("bamboo", "bamboo-shoot", "cultivation")).toBe(0.8);
    expect(industries("rice", "rice-fish", "green-control")).toBe(0.8);
    expect(industries("rural-commerce", "chili", "e-commerce")).toBe(0.8);
    expect(industries("chili", "rural-commerce", "e-commerce")).toBe(0.8);
    expect(industries("rural-commerce", "chili", "cultivation")).toBe(0);
    expect(industries("forage", "cattle", "feed")).toBe(0.8);
    expect(industries("forage", "cattle", "animal-disease")).toBe(0);
  });

  test("has no kin in other branches under the first policy", () => {
    const first = readMatchingRules(readData, vocabulary, "default@1");
    const pair = { asked: "bamboo-shoot", competence: "cultivation" };
    expect(industrySimilarity(first, "bamboo", pair)).toBe(0);
  });
});

describe("a competence", () => {
  test("is near to its named neighbours, both ways, and to no other", () => {
    expect(competenceSimilarity(rules, "plant-pest", "green-control")).toBe(0.6);
    expect(competenceSimilarity(rules, "green-control", "plant-pest")).toBe(0.6);
    expect(competenceSimilarity(rules, "soil", "soil")).toBe(1);
    expect(competenceSimilarity(rules, "soil", "branding")).toBe(0);
  });
});

describe("the fit of a skill", () => {
  const asked = { industry: "citrus", competence: "plant-disease", level: 4 };

  test("is how near the industry is x how near the competence is x the share of the level", () => {
    const held = { industry: "navel-orange", competence: "plant-pest", level: 2 };
    expect(fitOf(rules, held, asked)).toBeCloseTo(0.9 * 0.6 * 0.5);
  });

  test("is not raised by a level above the asked one", () => {
    expect(fitOf(rules, { ...asked, level: 5 }, asked)).toBe(1);
  });
});

test("the skills that fit are exactly those of the vocabulary with any similarity", () => {
  const asked = [
    { industry: "ponkan", competence: "plant-disease" },
    { industry: "rice-fish", competence: "quality" },
  ];
  const fitting = new Map(
    skillsThatFit(rules, asked).map(({ skill, similarity }) => [
      `${skill.industry} ${skill.competence}`,
      similarity,
    ]),
  );
  for (const industry of vocabulary.industries.keys()) {
    for (const competence of vocabulary.competences.keys()) {
      const best = Math.max(
        ...asked.map((one) => skillSimilarity(rules, { industry, competence }, one)),
      );
      expect(fitting.get(`${industry} ${competence}`) ?? 0).toBe(best);
    }
  }
});
