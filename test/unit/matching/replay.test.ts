import { describe, expect, test } from "vitest";
import type { ExpertFacts } from "../../../src/domain/matching/facts.ts";
import { prepareMatching } from "../../../src/domain/matching/matching.ts";
import { judge } from "../../../src/domain/matching/ranking.ts";
import { recommendAmong } from "../../../src/domain/matching/recommend.ts";
import { type RankingRecord, replayDifference } from "../../../src/domain/matching/replay.ts";
import { expert, request, rules } from "./arbitrary.ts";

const matching = prepareMatching(rules, request);
const skill = {
  industry: "ponkan",
  competence: "plant-disease",
  level: 3,
  evidence: [{ kind: "service" as const, year: 2024, title: "保靖椪柑溃疡病防控" }],
};
const able = (id: string, changes: Partial<ExpertFacts> = {}): ExpertFacts => ({
  ...expert,
  id,
  skills: [skill],
  ...changes,
});

/** The two best of these experts, and the others as asked about. */
function recorded(...experts: ExpertFacts[]): RankingRecord {
  const { listed, abstained } = recommendAmong(matching, experts, 2);
  const names = new Set(listed.map(({ facts }) => facts.id));
  const others = experts.filter(({ id }) => !names.has(id)).map((facts) => judge(matching, facts));
  return { policy: "default@2", request, listed, others, abstained: abstained?.code ?? null };
}

const before = recorded(able("exp_1"), able("exp_2"), able("exp_3"));
const replayed = (...experts: ExpertFacts[]) =>
  replayDifference(matching, before, recorded(...experts));

describe("a replay", () => {
  test("on unchanged data finds nothing", () => {
    expect(replayed(able("exp_3"), able("exp_2"), able("exp_1"))).toEqual({
      same: true,
      general: [],
      moves: [],
    });
  });

  test("also finds nothing when an engine gives lists and fields in another order", () => {
    const text = JSON.stringify(before, (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(replayDifference(matching, JSON.parse(text), before).same).toBe(true);
  });

  test("tells who rose, who fell, and which facts are behind it", () => {
    const newer = {
      ...skill,
      level: 4,
      evidence: [{ kind: "service" as const, year: 2026, title: "普查" }],
    };
    const { same, moves } = replayed(
      able("exp_1"),
      able("exp_2", { committedDays: 60, currentPostings: 2 }),
      able("exp_3", { skills: [newer] }),
    );
    expect(same).toBe(false);
    expect(moves.map((move) => [move.expert, move.rankBefore, move.rankAfter])).toEqual([
      ["exp_3", null, 1],
      ["exp_1", 1, 2],
      ["exp_2", 2, null],
    ]);
    expect(moves.map(({ sentences }) => sentences.map(({ en }) => en))).toEqual([
      [
        "newly listed at rank 1",
        "score: 77.41 → 81.04 (evidence +3.63)",
        "level of Ponkan mandarin: Plant disease control: 3 → 4",
        "evidence of Ponkan mandarin: Plant disease control: new service 2026 “普查”; gone service 2024 “保靖椪柑溃疡病防控”",
      ],
      ["rank: 1 → 2", "own facts are unchanged: others changed"],
      [
        "was at rank 2, no longer listed",
        "score: 77.41 → 67.41 (availability −10)",
        "days committed: 0 → 60",
        "current postings: 0 → 2",
        "has no free day this year: 60 granted, 60 committed",
      ],
    ]);
  });

  test("names every fact that changed and bears on the request, and no other skill", () => {
    const irrelevant = { industry: "pig", competence: "feed", level: 5, evidence: [] };
    const { moves } = replayed(
      able("exp_1", {
        skills: [{ ...skill, industry: "citrus" }, irrelevant],
        title: "senior",
        onDuty: false,
        serviceModes: ["remote"],
        travelRadiusKm: 10,
        daysPerYear: 30,
        county: null,
        location: { latitude: 30, longitude: 114 },
        observations: { count: 1, sum: 0.8 },
        institutionPaired: true,
        prefecturePaired: true,
        blocked: "回避",
      }),
      able("exp_2"),
      able("exp_3"),
    );
    const changed = moves.find((move) => move.expert === "exp_1");
    expect(changed?.facts.map(({ sentence }) => sentence.zh)).toEqual([
      "新增技能：柑橘·植物病害防治 3 级",
      "不再有技能：椪柑·植物病害防治",
      "回避：无 → 回避",
      "在岗：是 → 否",
      "职称：副高 → 正高",
      "服务方式：驻点、巡回 → 远程",
      "所在县：430102 → 省外",
      "所在位置：28.18, 113.08 → 30, 114",
      "可到范围（公里）：600 → 10",
      "每年准予天数：60 → 30",
      "考核和评价：0 次，平均 0 → 1 次，平均 0.8",
      "派出单位与该县结对：否 → 是",
      "单位所在市州与该县结对：否 → 是",
    ]);
  });

  test("says when somebody cannot be read any more", () => {
    const { moves } = replayed(able("exp_2"), able("exp_3"));
    const gone = moves.find((move) => move.expert === "exp_1");
    expect(gone?.scoreAfter).toBeNull();
    expect(gone?.sentences.map(({ en }) => en)).toEqual([
      "was at rank 1, no longer listed",
      "cannot be read any more",
    ]);
  });

  test("says when the policy or what is asked is another, or when it came to an abstention", () => {
    const today = { ...recorded(), policy: "default@3", request: { ...request, days: 3 } };
    const { same, general } = replayDifference(matching, before, today);
    expect(same).toBe(false);
    expect(general.map(({ en }) => en)).toEqual([
      "policy: default@2 → default@3",
      "what is asked has changed",
      "somebody was recommended then; nobody is now",
    ]);
  });
});
