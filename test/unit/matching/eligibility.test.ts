import { describe, expect, test } from "vitest";
import { eligibility, refusalSentence } from "../../../src/domain/matching/eligibility.ts";
import type { ExpertFacts, MatchRequest } from "../../../src/domain/matching/facts.ts";
import { expert, request } from "./arbitrary.ts";

const codes = (changes: Partial<ExpertFacts>, asked: Partial<MatchRequest> = {}) =>
  eligibility({ ...request, ...asked }, { ...expert, ...changes }).map(({ code }) => code);

describe("an expert", () => {
  test("with nothing against it is eligible", () => {
    expect(codes({})).toEqual([]);
  });

  test("with several things against it is told all of them, in a fixed order", () => {
    const changes = {
      blocked: "近亲任职",
      onDuty: false,
      committedDays: 60,
      travelRadiusKm: 100,
      title: "junior" as const,
    };
    expect(codes(changes, { minimumTitle: "associate" })).toEqual([
      "blocked",
      "not_on_duty",
      "no_free_days",
      "outside_radius",
      "title_too_low",
    ]);
  });

  test("with one free day is eligible, with none it is not", () => {
    expect(codes({ committedDays: 59 })).toEqual([]);
    expect(codes({ committedDays: 60 })).toEqual(["no_free_days"]);
    expect(codes({ committedDays: 70 })).toEqual(["no_free_days"]);
  });

  test("based in the county is never too far away", () => {
    expect(codes({ county: "433125", travelRadiusKm: 0 })).toEqual([]);
  });

  test("too far away may serve remotely where that is allowed and the expert does so", () => {
    const far = { travelRadiusKm: 10 };
    const remote = { ...far, serviceModes: ["circuit", "remote"] as const };
    expect(codes(far, { allowsRemote: true })).toEqual(["outside_radius"]);
    expect(codes(remote, { allowsRemote: false })).toEqual(["outside_radius"]);
    expect(codes(remote, { allowsRemote: true })).toEqual([]);
  });

  test("who serves only remotely is refused where somebody must come", () => {
    const remote = { serviceModes: ["remote"] as const };
    expect(codes(remote)).toEqual(["remote_only"]);
    expect(codes(remote, { allowsRemote: true })).toEqual([]);
  });

  test("with the title of the seat or a higher one is eligible", () => {
    expect(codes({ title: "associate" }, { minimumTitle: "associate" })).toEqual([]);
    expect(codes({ title: "senior" }, { minimumTitle: "associate" })).toEqual([]);
    expect(codes({ title: "intermediate" }, { minimumTitle: "associate" })).toEqual([
      "title_too_low",
    ]);
  });
});

test("what is not known refuses nobody", () => {
  expect(eligibility({ ...request, minimumTitle: "senior" }, {})).toEqual([]);
});

test("every refusal is said with its numbers in both languages", () => {
  const [refusal] = eligibility(request, { ...expert, travelRadiusKm: 120 });
  expect(refusal && refusalSentence(refusal)).toEqual({
    zh: "距该县约 340.3 公里，超出可到范围 120 公里",
    en: "is based 340.3 km away and travels up to 120 km",
  });
  const sentences = eligibility(
    { ...request, minimumTitle: "senior" },
    {
      ...expert,
      blocked: "近亲任职",
      onDuty: false,
      committedDays: 60,
      serviceModes: ["remote"],
    },
  ).map((one) => refusalSentence(one).en);
  expect(sentences).toEqual([
    "may not be matched with this county: 近亲任职",
    "is not on duty",
    "has no free day this year: 60 granted, 60 committed",
    "serves only remotely; this need asks for a visit",
    "holds the associate title; the seat asks for senior or above",
  ]);
});
