import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ablate, ablationTable } from "../../../scripts/evaluation/ablation.ts";
import type { Answer } from "../../../scripts/evaluation/answer.ts";
import { readRequests } from "../../../scripts/evaluation/labels.ts";
import { readLines } from "../../../scripts/evaluation/lines.ts";
import { requestTable } from "../../../scripts/evaluation/request-table.ts";
import { evaluateRequests } from "../../../scripts/evaluation/requests.ts";
import { partialTaggers } from "../../../scripts/evaluation/taggers.ts";
import { PARTS } from "../../../src/domain/understanding/parts.ts";
import { openReference } from "../../../src/node.ts";
import { tag, vocabulary } from "./read-tags.ts";

const CITRUS_DISEASE = { industry: "citrus", competence: "plant-disease" };
const CHICKEN_DISEASE = { industry: "chicken", competence: "animal-disease" };
const TWO_NEEDS = {
  id: "R1",
  text: "柑橘黄龙病，鸡也拉稀",
  industries: ["citrus", "chicken"],
  competences: ["plant-disease", "animal-disease"],
  pairs: [CITRUS_DISEASE, CHICKEN_DISEASE],
  speaker: "farmer",
  kinds: ["multi", "short"],
};

const requestsOf = (...lines: object[]) => readRequests(lines, vocabulary);

/** A tagger that gives the same answer to everything. */
const always = (answer: Partial<Answer>) => (): Answer => ({
  industries: [],
  competences: [],
  tags: [],
  needs: [],
  urgent: false,
  askBack: [],
  unknown: [],
  ...answer,
});

const skill = { ...CITRUS_DISEASE, weight: 1, confidence: 0.9 };
const citrusTagger = always({
  industries: ["citrus"],
  competences: ["plant-disease"],
  tags: [
    { tag: "industry:citrus", ground: "named", confidence: 0.9 },
    { tag: "competence:plant-disease", ground: "asked", confidence: 0.8 },
  ],
  needs: [{ skills: [skill], place: null }],
});
const UNLABELLED = { id: "R2", text: "家里的事", ask_back: true, urgent: true };

describe("a labelled line", () => {
  test("with an unknown id is named with its reason", () => {
    const line = { id: "X", text: "椪柑", industries: ["orange"] };
    expect(() => requestsOf(line)).toThrow('line 1: industries.0: "orange" is none');
  });

  test("may say who speaks and what is hard about it, or not", () => {
    expect(requestsOf(TWO_NEEDS, UNLABELLED)).toMatchObject([
      { speaker: "farmer", kinds: ["multi", "short"] },
      { speaker: null, kinds: [], pairs: null, urgent: true, askBack: true },
    ]);
  });
});

describe("a report", () => {
  test("scores pairs where the file has them", async () => {
    const report = await evaluateRequests(requestsOf(TWO_NEEDS), tag);
    expect(report.pairs).toMatchObject({ right: 2, invented: 0, missed: 0, f1: 1 });
    expect(report.exactShare).toBe(1);
    expect((await evaluateRequests(requestsOf(UNLABELLED), tag)).pairs).toBeNull();
  });

  test("forgives a pair that is not labelled when one of its halves may be there", async () => {
    const fine = { ...TWO_NEEDS, pairs: [CHICKEN_DISEASE], competences_may: ["plant-disease"] };
    const wrong = { ...TWO_NEEDS, pairs: [CHICKEN_DISEASE] };
    const pairsOf = async (line: object) =>
      (await evaluateRequests(requestsOf(line), citrusTagger)).pairs;
    expect(await pairsOf(fine)).toMatchObject({ right: 0, invented: 0, missed: 1 });
    expect(await pairsOf(wrong)).toMatchObject({ right: 0, invented: 1, missed: 1 });
  });

  test("counts what is right, invented and missed over all texts, ids, asking back and urgency", async () => {
    const report = await evaluateRequests(requestsOf(TWO_NEEDS, UNLABELLED), citrusTagger);
    expect(report).toMatchObject({
      texts: 2,
      exactShare: 0,
      industries: { right: 1, invented: 1, missed: 1, precision: 0.5, recall: 0.5, f1: 0.5 },
      // Citrus is right once and invented once, chicken is missed: F1 2/3 and 0.
      macro: { industries: { ids: 2, f1: expect.closeTo(1 / 3) } },
      pairs: { right: 1, invented: 0, missed: 1 },
      askBack: { right: 0, invented: 0, missed: 1 },
      urgent: { right: 0, invented: 0, missed: 1, f1: 0 },
      calibration: { all: { tags: 4, expectedError: expect.closeTo((0.4 + 0.3) / 2) } },
    });
  });

  test("holds an interval around each F1, the same in every run", async () => {
    const requests = requestsOf(TWO_NEEDS, TWO_NEEDS, TWO_NEEDS, UNLABELLED);
    const { intervals, industries } = await evaluateRequests(requests, citrusTagger);
    expect(intervals.industries.low).toBeLessThan(industries.f1);
    expect(intervals.industries.high).toBeGreaterThan(industries.f1);
    expect((await evaluateRequests(requests, citrusTagger)).intervals).toEqual(intervals);
  });

  test("by kind or speaker counts a text in each of its kinds, and those without apart", async () => {
    const requests = requestsOf(TWO_NEEDS, UNLABELLED);
    const { groups } = await evaluateRequests(requests, citrusTagger, { by: "kind" });
    expect(Object.keys(groups)).toEqual(["(none)", "multi", "short"]);
    expect(groups["short"]).toMatchObject({ texts: 1, industries: { right: 1, missed: 1 } });
    expect(groups["(none)"]).toMatchObject({ texts: 1, pairs: null });
    const bySpeaker = await evaluateRequests(requests, citrusTagger, { by: "speaker" });
    expect(Object.keys(bySpeaker.groups)).toEqual(["(none)", "farmer"]);
  });

  test("as a table names the missed and the invented of each text, and nothing of a perfect one", async () => {
    const requests = requestsOf(TWO_NEEDS, UNLABELLED);
    const table = requestTable(await evaluateRequests(requests, citrusTagger, { by: "speaker" }));
    expect(table).toContain(
      "R1 柑橘黄龙病，鸡也拉稀\n    missed chicken; missed animal-disease; missed pair chicken x animal-disease",
    );
    expect(table).toContain(
      "invented citrus; invented plant-disease; did not ask back; missed urgent",
    );
    expect(table).toMatch(/industries, mean over 2 ids +0\.250 +0\.500 +0\.333/);
    expect(table).toMatch(/\(none\) +1 +0\.000/);
    const perfect = requestTable(await evaluateRequests(requestsOf(TWO_NEEDS), tag));
    expect(perfect).not.toContain("R1");
  });

  test("of a tagger that answers in time is that of one that answers at once", async () => {
    const requests = requestsOf(TWO_NEEDS, UNLABELLED);
    const slowly = async (text: string) => Promise.resolve(tag(text));
    expect(await evaluateRequests(requests, slowly)).toEqual(await evaluateRequests(requests, tag));
  });
});

describe("an ablation", () => {
  test("adds one part after the other, up to the tagger of the product", async () => {
    const reference = openReference();
    const requests = requestsOf(TWO_NEEDS, {
      id: "R3",
      text: "我家桔子叶子卷，不是虫",
      industries: ["citrus"],
    });
    const rows = await ablate(requests, PARTS, partialTaggers(reference));
    expect(rows.map(({ parts }) => parts.length)).toEqual(PARTS.map((_, index) => index + 1));
    const { industries, pairs } = await evaluateRequests(requests, reference.tag);
    expect(rows.at(-1)?.scores).toMatchObject({ industries, pairs });
  });

  test("is a table with a row for each part", async () => {
    const parts = ["words", "signs"] as const;
    const rows = await ablate(requestsOf(TWO_NEEDS), parts, (held) =>
      held.has("signs") ? citrusTagger : always({}),
    );
    expect(ablationTable(rows).split("\n").slice(2)).toEqual([
      "words         0.000        0.000  0.000     1.000",
      "+ signs       0.667        0.667  0.667     1.000",
    ]);
  });
});

describe("a language model beside the offline tagger", () => {
  /** Offline it is what the tagger gives; the model brings a skill, or does not answer. */
  const modelFor = (answers: string) => (text: string) =>
    Promise.resolve(
      text === answers
        ? {
            ...tag(text),
            competences: [...tag(text).competences, "branding"],
            pairs: [CITRUS_DISEASE, { industry: "citrus", competence: "branding" }],
            reason: null,
          }
        : { ...tag(text), reason: "late" },
    );

  test("is measured by all its pairs, not only by those of the offline needs", async () => {
    const request = { ...TWO_NEEDS, text: "柑橘黄龙病", pairs: [CITRUS_DISEASE] };
    const report = await evaluateRequests(requestsOf(request), modelFor(request.text));
    expect(report.pairs).toMatchObject({ right: 1, invented: 1, missed: 0 });
    expect(report.unanswered).toBe(0);
  });

  test("is measured offline where it does not answer, and the report says how often", async () => {
    const requests = requestsOf(TWO_NEEDS, { ...TWO_NEEDS, id: "R2", text: "柑橘黄龙病" });
    const report = await evaluateRequests(requests, modelFor("柑橘黄龙病"));
    expect(report.unanswered).toBe(1);
    expect(report.cases[0]?.exact).toBe(true);
    expect(requestTable(report)).toContain("The language model did not answer 1 of them");
    expect(requestTable(await evaluateRequests(requests, tag))).not.toContain("language model");
  });

  test("is asked about some texts at once, and each answer is held against its own labels", async () => {
    const lines = Array.from({ length: 30 }, (_, at) => ({ ...TWO_NEEDS, id: `R${at}` }));
    const requests = requestsOf(...lines, UNLABELLED);
    let asked = 0;
    let most = 0;
    const slowly = async (text: string): Promise<Answer> => {
      asked += 1;
      most = Math.max(most, asked);
      await new Promise((resolve) => setTimeout(resolve, text.length % 3));
      asked -= 1;
      return tag(text);
    };
    const report = await evaluateRequests(requests, slowly, { atOnce: 4 });
    expect(most).toBe(4);
    expect(report).toEqual(await evaluateRequests(requests, tag));
  });
});

test("at least 0.9 of the development requests' tags are right", async () => {
  const file = fileURLToPath(new URL("../../evaluation/needs-dev.jsonl", import.meta.url));
  const requests = readRequests(readLines(file), vocabulary);
  const { industries, competences, askBack } = await evaluateRequests(requests, tag);
  expect(industries.f1).toBeGreaterThanOrEqual(0.95);
  expect(competences.f1).toBeGreaterThanOrEqual(0.9);
  expect(askBack.f1).toBe(1);
});
