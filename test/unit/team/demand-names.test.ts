import { describe, expect, it } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import type { Sentence } from "../../../src/domain/error.ts";
import { changeSentence } from "../../../src/domain/team/change-sentence.ts";
import { withDemandNames } from "../../../src/domain/team/demand-names.ts";
import { wording } from "../../../src/domain/team/rule-sentences.ts";
import { TEAM_WORDS } from "../../../src/http/pages/dictionary-teams.ts";
import { PART_WORDS } from "../../../src/http/pages/team-words.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const vocabulary = readVocabulary(readData);
const ponkan = { industry: "ponkan", stage: "mid", competence: "plant-disease" };
const problem = withDemandNames(vocabulary, {
  ...randomTeamProblem(1),
  candidates: [],
  demands: [
    { id: "d1", ...ponkan, weight: 1 },
    { id: "d2", weight: 1 },
    { id: "d3", industry: "moon-dust", weight: 1 },
    { id: "d4", ...ponkan, name: { zh: "炸杆", en: "cracked stems" }, weight: 1 },
  ],
});

describe("A demand", () => {
  it("is called by industry, stage and competence, by what is known of them, or by its own name", () => {
    expect(problem.demands.map(({ name }) => name?.zh)).toEqual([
      "椪柑 · 产中 · 植物病害防治",
      "d2",
      "moon-dust",
      "炸杆",
    ]);
    expect(problem.demands[0]?.name?.en).toMatch(/^Ponkan.* · production · Plant disease/);
  });

  it("stands in rules and changes by its name, never by its id", () => {
    const rule = { id: "demandMin", demand: "d1", min: 2, fitAtLeast: 0.6 } as const;
    const called = { kind: "call", demand: "d1", fit: 1 } as const;
    const sentences = [
      wording(problem, rule),
      changeSentence(problem, { kind: "addRule", rule }),
      changeSentence(problem, { kind: "demandWeight", demand: "d1", weight: 3 }),
      changeSentence(problem, { ...called, title: "senior", tier: "province" }),
    ];
    for (const { zh, en } of sentences) {
      expect(zh).toContain("椪柑 · 产中 · 植物病害防治");
      expect(`${zh} ${en}`).not.toContain("d1");
    }
  });
});

describe("A weight that is changed", () => {
  it.each([
    ["quality", "quality"],
    ["travelPerKm", "travel"],
    ["loadPerPosting", "load"],
    ["cohesion", "cohesion"],
    ["change", "change"],
  ] as const)("%s is called like its part of the worth on the pages", (weight, part) => {
    const words: Readonly<Partial<Record<string, Sentence>>> = TEAM_WORDS;
    const { zh, en } = changeSentence(problem, { kind: "policyWeight", weight, value: 1 });
    const name = words[PART_WORDS[part]];
    expect(zh).toContain(`${name?.zh}权重`);
    expect(en).toContain(name?.en);
  });
});
