import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compare, evaluateRequests, readRequests } from "../../../scripts/evaluate-requests.ts";
import { tag, vocabulary } from "./read-tags.ts";

const none = { must: [], any: [], may: [] };

test("a must that is found is right, one that is not is missed, anything else is invented", () => {
  expect(compare(["a", "x"], { ...none, must: ["a", "b"] })).toEqual({
    right: ["a"],
    invented: ["x"],
    missed: ["b"],
  });
});

test("a group counts once, and what may be there counts neither way", () => {
  const labels = { must: [], any: [["a", "b"], ["c"]], may: ["d"] };
  expect(compare(["a", "b", "d"], labels)).toEqual({
    right: ["a|b"],
    invented: [],
    missed: ["c"],
  });
});

test("a labelled line with an unknown id is named with its reason", () => {
  const line = { id: "X", text: "椪柑", industries: ["orange"] };
  expect(() => readRequests([line], vocabulary)).toThrow('line 1: industries.0: "orange" is none');
});

test("pairs are scored where the file has them", () => {
  const pairs = [
    { industry: "citrus", competence: "plant-disease" },
    { industry: "chicken", competence: "animal-disease" },
  ];
  const request = {
    id: "X",
    text: "柑橘黄龙病，鸡也拉稀",
    industries: ["citrus", "chicken"],
    competences: ["plant-disease", "animal-disease"],
    pairs,
  };
  const report = evaluateRequests(readRequests([request], vocabulary), tag);
  expect(report.pairs).toMatchObject({ right: 2, invented: 0, missed: 0, f1: 1 });
  expect(report.exactShare).toBe(1);
});

test("at least 0.9 of the development requests' tags are right", () => {
  const lines = readFileSync(new URL("../../evaluation/needs-dev.jsonl", import.meta.url), "utf8");
  const requests = readRequests(
    lines
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line)),
    vocabulary,
  );
  const { industries, competences, askBack } = evaluateRequests(requests, tag);
  expect(industries.f1).toBeGreaterThanOrEqual(0.95);
  expect(competences.f1).toBeGreaterThanOrEqual(0.9);
  expect(askBack.f1).toBe(1);
});
