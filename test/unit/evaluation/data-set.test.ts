import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { halfOf } from "../../../scripts/evaluation/halves.ts";
import { type LabelledRequest, readRequests } from "../../../scripts/evaluation/labels.ts";
import { lineage } from "../../../src/domain/model/vocabulary.ts";
import { vocabulary } from "../understanding/read-tags.ts";

/*
 * The test half is never read while the tagger is worked on: a failure here names ids alone.
 */

const HALVES = ["dev", "test"] as const;
const SPEAKERS = ["farmer", "clerk", "official", "expert"];
/** What real requests are like, and taggers stumble over. */
const KINDS = [
  "amount",
  "broad",
  "dialect",
  "homograph",
  "long",
  "multi",
  "negated",
  "non-farm",
  "photo",
  "short",
  "slip",
  "symptom",
  "traditional",
  "unanswerable",
  "urgent",
  "variety",
  "wish",
];

const fileOf = (half: string): URL =>
  new URL(`../../evaluation/requests-${half}.jsonl`, import.meta.url);

/** A line as JSON, if it is any: the fault would quote the text, "line 7: id: ..." does not. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const requestsOf = (half: string): LabelledRequest[] =>
  readRequests(readFileSync(fileOf(half), "utf8").trim().split("\n").map(parsed), vocabulary);

const repeated = (requests: readonly LabelledRequest[], of: (one: LabelledRequest) => string) => {
  const seen = new Set<string>();
  return requests.filter((one) => seen.size === seen.add(of(one)).size).map(({ id }) => id);
};

describe("the labelled requests", () => {
  const halves = HALVES.map((half) => ({ half, requests: requestsOf(half) }));
  const all = halves.flatMap(({ requests }) => requests);

  test("are at least 400, and both halves are large enough to measure with", () => {
    expect(all.length).toBeGreaterThanOrEqual(400);
    for (const { requests } of halves) expect(requests.length).toBeGreaterThanOrEqual(150);
  });

  test("lie in the half that the number in their id says", () => {
    const strays = halves.flatMap(({ half, requests }) =>
      requests.map(({ id }) => id).filter((id) => halfOf(id) !== half),
    );
    expect(strays).toEqual([]);
  });

  test("have an id and a text of their own each", () => {
    expect(repeated(all, ({ id }) => id)).toEqual([]);
    expect(repeated(all, ({ text }) => text.replaceAll(/\s/gu, ""))).toEqual([]);
  });

  test("are no longer than what a need may be, nor empty", () => {
    const ill = all.filter(({ text }) => text.trim() === "" || text.length > 1000);
    expect(ill.map(({ id }) => id)).toEqual([]);
  });

  test("pair only what they ask for or allow", () => {
    const knows = ({ must, any, may }: LabelledRequest["industries"], id: string) =>
      [...must, ...any.flat(), ...may].includes(id);
    const ill = all.filter(({ industries, competences, pairs }) =>
      (pairs ?? []).some(
        (pair) => !knows(industries, pair.industry) || !knows(competences, pair.competence),
      ),
    );
    expect(ill.map(({ id }) => id)).toEqual([]);
  });

  test("speak with every voice and are of every kind, in both halves", () => {
    for (const { requests } of halves) {
      const speakers = new Set(requests.map(({ speaker }) => speaker));
      const kinds = new Set(requests.flatMap((one) => one.kinds));
      expect(SPEAKERS.filter((speaker) => !speakers.has(speaker))).toEqual([]);
      expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
    }
  });

  test("ask for every branch, urgently or not, and some must be asked back", () => {
    const branches = new Set(
      all.flatMap(({ industries }) => industries.must.map((id) => lineage(vocabulary, id).at(-1))),
    );
    const roots = [...vocabulary.industries.values()].filter(({ broader }) => broader === null);
    expect(roots.map(({ id }) => id).filter((id) => !branches.has(id))).toEqual([]);
    expect(all.filter(({ urgent }) => urgent).length).toBeGreaterThanOrEqual(10);
    expect(all.filter(({ askBack }) => askBack).length).toBeGreaterThanOrEqual(20);
    expect(all.filter(({ pairs }) => pairs !== null).length).toBeGreaterThanOrEqual(40);
  });
});

describe("the requests in which much is only mentioned", () => {
  const requests = requestsOf("context");

  test("are 200, half of them to work with and half to measure on", () => {
    expect(requests.length).toBe(200);
    expect(requests.filter(({ id }) => halfOf(id) === "dev").length).toBe(100);
  });

  test("have ids and texts that no other labelled request has", () => {
    const others = [...HALVES, "training"].flatMap(requestsOf);
    expect(repeated([...others, ...requests], ({ id }) => id)).toEqual([]);
    expect(repeated([...others, ...requests], ({ text }) => text.replaceAll(/\s/gu, ""))).toEqual(
      [],
    );
  });

  test("ask for several things in many, each paired with its industry", () => {
    expect(requests.filter(({ pairs }) => pairs !== null).length).toBeGreaterThanOrEqual(80);
  });
});
