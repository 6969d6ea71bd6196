import { describe, expect, test } from "vitest";
import type { ExpertFacts, MatchRequest } from "../../../src/domain/matching/facts.ts";
import { prepareMatching } from "../../../src/domain/matching/matching.ts";
import { ratingValue } from "../../../src/domain/matching/observations.ts";
import { pointsOf, score } from "../../../src/domain/matching/score.ts";
import { expert, request, rules } from "./arbitrary.ts";

const service = (year: number) => ({ kind: "service" as const, year, title: "椪柑溃疡病防控" });
const skilled: ExpertFacts = {
  ...expert,
  skills: [
    { industry: "ponkan", competence: "plant-disease", level: 3, evidence: [service(2026)] },
  ],
};
const scoreOf = (changes: Partial<ExpertFacts>, asked: Partial<MatchRequest> = {}) =>
  score(prepareMatching(rules, { ...request, ...asked }), { ...skilled, ...changes });

test("somebody perfect in everything scores 10,000", () => {
  const perfect = {
    county: "433125",
    location: request.location,
    institutionPaired: true,
    observations: { count: 1e9, sum: 1e9 },
  };
  expect(scoreOf(perfect).score).toBe(10_000);
});

describe("coverage", () => {
  test("is the weighted mean of the best fits", () => {
    const asked = [
      { industry: "ponkan", competence: "plant-disease", weight: 0.75, level: 3 },
      { industry: "ponkan", competence: "branding", weight: 0.25, level: 3 },
    ];
    const scored = scoreOf({}, { asked });
    expect(pointsOf(scored, "coverage")).toBe(3750);
    expect(scored.missing).toEqual(asked.slice(1));
  });

  test("names the held skill that fits best and its proof, strongest first", () => {
    const weak = { industry: "citrus", competence: "plant-disease", level: 5, evidence: [] };
    const paper = { kind: "paper" as const, year: 2026, title: "柑橘病害" };
    const held = { ...skilled.skills[0], evidence: [service(2010), paper] };
    const [matched] = scoreOf({ skills: [weak, { ...weak, ...held }] }).matched;
    expect(matched?.held.industry).toBe("ponkan");
    expect(matched?.fit).toBe(1);
    expect(matched?.evidence).toEqual([paper, service(2010)]);
  });
});

test("of equally fitting skills the better proven one is named, then the smaller id", () => {
  const sibling = { industry: "pomelo", competence: "plant-disease", level: 3, evidence: [] };
  const proven = { ...sibling, industry: "navel-orange", evidence: [service(2026)] };
  const named = (...skills: ExpertFacts["skills"][number][]) =>
    scoreOf({ skills }).matched[0]?.held.industry;
  expect(named(sibling, proven)).toBe("navel-orange");
  expect(named(proven, { ...sibling, industry: "pomelo", evidence: [service(2026)] })).toBe(
    "navel-orange",
  );
  expect(named({ ...proven, evidence: [] }, { ...sibling, evidence: [service(2026)] })).toBe(
    "pomelo",
  );
});

describe("evidence", () => {
  const evidence = (proofs: ExpertFacts["skills"][number]["evidence"]) =>
    pointsOf(
      scoreOf({ skills: skilled.skills.map((skill) => ({ ...skill, evidence: proofs })) }),
      "evidence",
    );

  test("counts half after five years", () => {
    expect(evidence([service(2026)])).toBe(1500);
    expect(evidence([service(2021)])).toBe(750);
  });

  test("of the strongest proof counts, not the number of proofs", () => {
    expect(evidence([service(2021), service(2020), service(2019)])).toBe(750);
  });

  test("that is missing counts nothing", () => {
    expect(evidence([])).toBe(0);
  });
});

describe("proximity", () => {
  const proximity = (changes: Partial<ExpertFacts>, asked: Partial<MatchRequest> = {}) =>
    pointsOf(scoreOf(changes, asked), "proximity");

  test("is full in the county and falls to 1/e over 150 km", () => {
    expect(proximity({ county: "433125" })).toBe(1200);
    // 1.349 degrees of latitude are 150.0 km.
    expect(proximity({ location: { latitude: 28.7 + 1.349, longitude: 109.65 } })).toBe(441);
  });

  test("is half at least for who serves remotely where that is allowed", () => {
    const remote = { serviceModes: ["remote"] as const };
    expect(proximity(remote, { allowsRemote: true })).toBe(600);
    expect(proximity({}, { allowsRemote: true })).toBe(124);
  });
});

test("availability is free days of those asked, less 15 % for each current posting", () => {
  const availability = (changes: Partial<ExpertFacts>) =>
    pointsOf(scoreOf(changes), "availability");
  expect(availability({})).toBe(1000);
  expect(availability({ committedDays: 55 })).toBe(500);
  expect(availability({ currentPostings: 2 })).toBe(723);
});

describe("the track record", () => {
  const record = (count: number, sum: number) =>
    pointsOf(scoreOf({ observations: { count, sum } }), "trackRecord");

  test("of a newcomer stands at 0.6", () => {
    expect(record(0, 0)).toBe(480);
  });

  test("moves half of the way with three observations", () => {
    expect(record(3, 3)).toBe(640);
    expect(record(3, 0)).toBe(240);
  });

  test("takes a rating of 5 as full and of 1 as nothing", () => {
    expect([1, 3, 5].map(ratingValue)).toEqual([0, 0.5, 1]);
  });
});

test("pairing of the institution or of its prefecture counts once", () => {
  const pairing = (changes: Partial<ExpertFacts>) => pointsOf(scoreOf(changes), "pairing");
  expect(pairing({})).toBe(0);
  expect(pairing({ prefecturePaired: true })).toBe(500);
  expect(pairing({ institutionPaired: true, prefecturePaired: true })).toBe(500);
});
