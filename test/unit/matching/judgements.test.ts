import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  evaluateJudgements,
  isJudgement,
  reportJudgements,
} from "../../../scripts/evaluate-judgements.ts";
import { expert, request, rules } from "./arbitrary.ts";

const lines: unknown[] = readFileSync(
  new URL("../../evaluation/judgements.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const skill = (level: number) => ({
  industry: "ponkan",
  competence: "plant-disease",
  level,
  evidence: [],
});
const { skills: _skills, id: _id, ...rest } = expert;
const { asked, county, location, ...need } = request;
const defaults = { defaults: { need, expert: rest } };
const judgement = {
  id: "J1",
  theme: "level",
  need: { text: "椪柑溃疡病", asked, county, location },
  above: { id: "exp_A", skills: [skill(3)] },
  below: { id: "exp_B", skills: [skill(2)] },
  belowRefused: false,
  because: "The asked level is reached.",
  naivePick: "above",
  naive: "The level.",
};
const held = (changes: Record<string, unknown>) =>
  evaluateJudgements([defaults, { ...judgement, ...changes }], rules).all.held === 1;

describe("a judgement", () => {
  test("is held when the one above scores more, not when they score the same or less", () => {
    expect(held({})).toBe(true);
    expect(held({ below: { id: "exp_B", skills: [skill(3)] } })).toBe(false);
    expect(held({ below: { id: "exp_B", skills: [skill(3)], institutionPaired: true } })).toBe(
      false,
    );
  });

  test("that refuses the one below is held by a refusal alone", () => {
    const blocked = { id: "exp_B", skills: [skill(2)], blocked: "回避" };
    expect(held({ belowRefused: true, below: blocked })).toBe(true);
    expect(held({ belowRefused: true })).toBe(false);
    expect(held({ below: blocked })).toBe(false);
  });
});

test("a line that breaks the format is refused with its number and field", () => {
  const broken = { ...judgement, above: { id: "exp_A", skills: [skill(9)] } };
  expect(() => evaluateJudgements([defaults, judgement, broken], rules)).toThrow(
    'line 3, "skills.0.level"',
  );
});

test("the labelled judgements are recognised and read without a fault", () => {
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.every(isJudgement)).toBe(true);
  expect(isJudgement({ id: "N01", text: "柑橘" })).toBe(false);
});

test("the current policy holds at least nine of ten labelled judgements, also where a count misleads", () => {
  const { all, discriminating } = evaluateJudgements(lines, rules);
  expect(all.held / all.of).toBeGreaterThanOrEqual(0.9);
  expect(discriminating.held / discriminating.of).toBeGreaterThanOrEqual(0.9);
});

test("the report names the policy, the share, and both breakdowns of each judgement not held", () => {
  const text = reportJudgements(lines, { policy: "default@1" });
  expect(text).toContain("judgements held with default@1: ");
  expect(text).toMatch(/not held: J25 .*\n {2}above \d+: coverage 0\/5000.*\n {2}below \d+: /);
  expect(JSON.parse(reportJudgements(lines, { json: true })).policy).toBe("default@2");
});
