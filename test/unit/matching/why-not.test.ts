import { describe, expect, test } from "vitest";
import { partSentence, whyNotSentence } from "../../../src/domain/matching/explanation.ts";
import type { ExpertFacts } from "../../../src/domain/matching/facts.ts";
import { prepareMatching } from "../../../src/domain/matching/matching.ts";
import { PARTS } from "../../../src/domain/matching/policy.ts";
import { judge } from "../../../src/domain/matching/ranking.ts";
import { recommendAmong } from "../../../src/domain/matching/recommend.ts";
import { whyNot } from "../../../src/domain/matching/why-not.ts";
import { expert, request, rules } from "./arbitrary.ts";

const matching = prepareMatching(rules, request);
const skill = {
  industry: "ponkan",
  competence: "plant-disease",
  level: 3,
  evidence: [{ kind: "service" as const, year: 2025, title: "保靖椪柑溃疡病防控" }],
};
const able = (id: string, changes: Partial<ExpertFacts> = {}): ExpertFacts => ({
  ...expert,
  id,
  skills: [skill],
  ...changes,
});

const listing = recommendAmong(
  matching,
  [able("exp_1", { institutionPaired: true }), able("exp_2", { currentPostings: 1 })],
  2,
);
const asked = (facts: ExpertFacts) => whyNot(matching, facts, listing).answer;
const said = (facts: ExpertFacts) => whyNotSentence(asked(facts));

describe("why not", () => {
  test("names the first refusal, and the others behind it", () => {
    const answer = asked(able("exp_9", { onDuty: false, blocked: "回避" }));
    expect(answer).toMatchObject({
      kind: "refused",
      refusals: [{ code: "blocked" }, { code: "not_on_duty" }],
    });
  });

  test("says that no asked skill is held", () => {
    expect(said({ ...expert, id: "exp_9" })).toEqual({
      zh: "没有所需或相近的技能",
      en: "has no skill that is asked for or near to one",
    });
  });

  test("says the rank of somebody who is listed", () => {
    expect(said(able("exp_2", { currentPostings: 1 })).en).toBe("is listed at rank 2");
  });

  test("says the rank of somebody who has overtaken the last one since the list was made", () => {
    expect(said(able("exp_0"))).toEqual({ zh: "已在推荐之列，第 2 名", en: "is listed at rank 2" });
  });

  test("names the parts that lost against the last one listed, the worst first", () => {
    const far = able("exp_9", {
      daysPerYear: 1,
      observations: { count: 3, sum: 0 },
      prefecturePaired: true,
    });
    expect(asked(far)).toMatchObject({
      kind: "outscored",
      behind: 490,
      lost: [
        { part: "availability", points: 100, against: 850 },
        { part: "trackRecord", points: 240, against: 480 },
      ],
      won: [{ part: "pairing", points: 500, against: 0 }],
    });
    expect(said(far)).toEqual({
      zh: "比末位低 4.9 分：失分在可用时间（−7.5）、履职记录（−2.4）；得分在结对（+5）",
      en: "is 4.9 points behind the last one listed: loses in availability (−7.5), track record (−2.4); wins in pairing (+5)",
    });
  });

  test("says that of equals the smaller id is listed", () => {
    expect(said(able("exp_3", { currentPostings: 1 })).en).toBe(
      "scores the same as the last one listed and comes after it by id",
    );
  });

  test("says so when nobody is recommended at all", () => {
    const weak = able("exp_1", { skills: [{ ...skill, industry: "peach", level: 1 }] });
    const none = recommendAmong(matching, [weak], 10);
    expect(whyNot(matching, weak, none).answer.kind).toBe("abstained");
  });
});

test("every part is explained by the facts it was decided on, in both languages", () => {
  const facts = able("exp_1", {
    skills: [skill, { ...skill, industry: "citrus", level: 5, evidence: [] }],
    committedDays: 40,
    currentPostings: 1,
    observations: { count: 4, sum: 3.6 },
    prefecturePaired: true,
  });
  const judged = judge(matching, facts);
  expect(PARTS.map((part) => partSentence(matching, judged, part).zh)).toEqual([
    "椪柑·植物病害防治 3 级，要求 3 级，契合 100%",
    "2025 年服务“保靖椪柑溃疡病防控”",
    "距县中心约 340.3 公里",
    "本年可派 20 天（需 10 天），在派 1 处，折合 85%",
    "4 次考核和评价，折合 77%",
    "单位所在市州与该县结对",
  ]);
  expect(PARTS.map((part) => partSentence(matching, judged, part).en)).toEqual([
    "Ponkan mandarin: Plant disease control at level 3, asked 3, fit 100%",
    "service 2025 “保靖椪柑溃疡病防控”",
    "340.3 km from the county's centre",
    "20 free days this year (10 asked), 1 current posting: 85%",
    "4 assessments and ratings: 77%",
    "the institution's prefecture is paired with the county",
  ]);
});

test("what is missing is said beside what is covered", () => {
  const wanted = {
    ...request,
    asked: [...request.asked, { industry: "pig", competence: "feed", weight: 1, level: 2 }],
  };
  const two = prepareMatching(rules, wanted);
  const facts = able("exp_1", {
    skills: [{ ...skill, industry: "citrus", evidence: [] }],
    county: "433125",
    serviceModes: ["remote"],
  });
  const judged = judge(two, facts);
  expect(partSentence(two, judged, "coverage").zh).toBe(
    "椪柑·植物病害防治（以柑橘·植物病害防治） 3 级，要求 3 级，契合 80%；缺少生猪·饲草饲料",
  );
  expect(partSentence(two, judged, "evidence").zh).toBe("所需技能暂无证据");
  expect(partSentence(two, judged, "proximity").zh).toBe("就在本县");
  expect(partSentence(two, judged, "trackRecord").zh).toBe("尚无考核和评价，按 60% 起算");
  expect(partSentence(two, judged, "pairing").zh).toBe("与该县无结对关系");
});
