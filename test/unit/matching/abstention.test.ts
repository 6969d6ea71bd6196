import { describe, expect, test } from "vitest";
import { abstentionSentence } from "../../../src/domain/matching/abstention.ts";
import { lacks } from "../../../src/domain/matching/explanation.ts";
import type { ExpertFacts } from "../../../src/domain/matching/facts.ts";
import { prepareMatching } from "../../../src/domain/matching/matching.ts";
import { recommendAmong } from "../../../src/domain/matching/recommend.ts";
import { expert, request, rules } from "./arbitrary.ts";

const matching = prepareMatching(rules, request);

/** Somebody who holds the competence in an industry at a level, with changes. */
const holding = (
  id: string,
  skill: { industry: string; level: number },
  changes: Partial<ExpertFacts> = {},
): ExpertFacts => ({
  ...expert,
  id,
  skills: [{ ...skill, competence: "plant-disease", evidence: [] }],
  ...changes,
});

const abstained = (...experts: ExpertFacts[]) => recommendAmong(matching, experts, 10).abstained;

describe("nobody is recommended", () => {
  test("when nobody on duty has a near skill", () => {
    const none = abstained(
      holding("exp_1", { industry: "pig", level: 5 }),
      holding("exp_2", { industry: "ponkan", level: 5 }, { onDuty: false }),
    );
    expect(none).toMatchObject({ code: "no_skill", bestCoverage: 0, nearest: [] });
  });

  test("when each of those who fit is refused", () => {
    const none = abstained(holding("exp_1", { industry: "ponkan", level: 3 }, { blocked: "回避" }));
    expect(none?.code).toBe("nobody_eligible");
    expect(none?.nearest.map(({ refusals }) => refusals)).toEqual([
      [{ code: "blocked", reason: "回避" }],
    ]);
  });

  test("when the best coverage is below 35 %", () => {
    const none = abstained(holding("exp_1", { industry: "peach", level: 2 }));
    expect(none?.code).toBe("coverage_too_low");
    expect(none?.bestCoverage).toBeCloseTo(0.4 * (2 / 3), 3);
    expect(none && abstentionSentence(none).zh).toBe(
      "可选派的专家最多只能覆盖所需的 26%，低于 35%，不作推荐。",
    );
  });
});

test("a coverage of exactly 35 % is enough", () => {
  const asked = [
    { industry: "ponkan", competence: "plant-disease", weight: 0.35, level: 3 },
    { industry: "pig", competence: "feed", weight: 0.65, level: 3 },
  ];
  const half = prepareMatching(rules, { ...request, asked });
  const only = recommendAmong(half, [holding("exp_1", { industry: "ponkan", level: 3 })], 10);
  expect(only.abstained).toBeNull();
  expect(only.listed).toHaveLength(1);
});

test("the nearest three are those who cover most, sent or not, and each is told what is lacking", () => {
  const none = abstained(
    holding("exp_1", { industry: "peach", level: 1 }),
    holding("exp_2", { industry: "peach", level: 2 }),
    holding("exp_3", { industry: "ponkan", level: 3 }, { committedDays: 60 }),
    holding("exp_4", { industry: "pear", level: 2 }),
  );
  expect(none?.nearest.map(({ facts }) => facts.id)).toEqual(["exp_3", "exp_2", "exp_4"]);
  const [first, second] = none?.nearest ?? [];
  expect(first && lacks(matching, first).map(({ en }) => en)).toEqual([
    "has no free day this year: 60 granted, 60 committed",
  ]);
  expect(second && lacks(matching, second).map(({ zh }) => zh)).toEqual([
    "椪柑·植物病害防治要求 3 级，以桃·植物病害防治 2 级应对，契合 27%",
  ]);
});
