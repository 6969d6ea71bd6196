import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { CorrectionPage, StoredCorrections } from "../../src/http/api/schemas/corrections.ts";
import { ProblemDetails } from "../../src/http/api/schemas/problem.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const PATH = "/api/v1/corrections";
const TEXT = "椪柑叶片卷曲，电话 13812345678，椪柑落果";
const WRONG = { tag: "competence:plant-pest", words: "叶片卷曲", from: 2, to: 6, right: false };
const MISSED = { tag: "skill:ponkan/nutrition", right: true, origin: "person" };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const record = (body: object, headers?: Record<string, string>) =>
  world.post(PATH, { text: TEXT, corrections: [MISSED], ...body }, headers);
const stored = async (query = "") =>
  bodyOf(CorrectionPage, world.get(`${PATH}${query}`, world.operator));

describe("POST /corrections", () => {
  test("keeps what a person said of each tag, with its words in the text as kept", async () => {
    const from = TEXT.lastIndexOf("椪柑");
    const industry = { tag: "industry:ponkan", words: "椪柑", from, to: from + 2, right: true };
    const corrections = [{ ...WRONG, origin: "offline" }, { ...industry, origin: "model" }, MISSED];
    const response = await record({ corrections, by: "李主任" });
    expect(response.status).toBe(201);
    expect(await bodyOf(StoredCorrections, response)).toEqual({ stored: 3 });

    const [added, moved, wrong] = (await stored("?limit=3")).corrections;
    expect(wrong).toMatchObject({ ...WRONG, origin: "offline", by: "李主任" });
    expect(added).toMatchObject({ ...MISSED, words: "", from: 0, to: 0 });
    expect(moved?.text).toBe("椪柑叶片卷曲，电话 138****5678，椪柑落果");
    expect(moved?.from).toBe(moved?.text.lastIndexOf("椪柑"));
    expect(moved?.text.slice(moved.from, moved.to)).toBe("椪柑");
  });

  test("no number reaches the graph or the audit trail, wherever it is typed", async () => {
    const [identity, phone] = ["433126199001011234", "13987654321"];
    await record({ text: `椪柑落果 ${identity} ${phone}`, by: `王 ${phone}` });
    const statement = "MATCH (n) RETURN properties(n) AS properties LIMIT $limit";
    const nodes = JSON.stringify(await world.graph.engine.read(statement, { limit: 100_000 }));
    expect(nodes).toContain("139****4321");
    expect(nodes).not.toContain(identity);
    expect(nodes).not.toContain(phone);
  });

  test("sent again with the same Idempotency-Key, it is kept once", async () => {
    const headers = { "idempotency-key": "corrected-once" };
    const count = async () => (await stored("?limit=500")).corrections.length;
    const before = await count();
    const answers = await Promise.all([record({}, headers), record({}, headers)]);
    for (const answer of answers) expect(await answer.json()).toEqual({ stored: 1 });
    expect(await count()).toBe(before + 1);
    const other = await record({ text: "脐橙落果" }, headers);
    expect(other.status).toBe(409);
  });

  test.each([
    ["an industry nobody knows", { tag: "industry:durian" }, "corrections.1.tag"],
    ["a kind of tag nobody knows", { tag: "stage:mid" }, "corrections.1.tag"],
    ["half a skill", { tag: "skill:ponkan" }, "corrections.1.tag"],
    ["words that stand elsewhere", { ...WRONG, from: 3, to: 7 }, "corrections.1.words"],
    ["an offset without words", { from: 2, to: 2 }, "corrections.1.words"],
    [
      "words that are a number",
      { words: "13812345678", from: TEXT.indexOf("138"), to: TEXT.indexOf("138") + 11 },
      "corrections.1.words",
    ],
    ["an unknown origin", { origin: "oracle" }, "corrections.1.origin"],
    ["no verdict", { right: undefined }, "corrections.1.right"],
    ["a misspelt field", { rigth: true }, "corrections.1.rigth"],
  ])("%s is refused by name of the field, and nothing is kept", async (_, fault, field) => {
    const before = (await stored("?limit=500")).corrections.length;
    const response = await record({ corrections: [MISSED, { ...MISSED, ...fault }] });
    expect(response.status).toBe(400);
    const { errors } = await bodyOf(ProblemDetails, response);
    expect(errors?.map((error) => error.field)).toEqual([field]);
    expect((await stored("?limit=500")).corrections).toHaveLength(before);
  });

  test("all faults are named at once; none and more than 40 corrections are refused", async () => {
    const faulty = [
      { ...MISSED, tag: "industry:durian" },
      { ...WRONG, origin: "model", from: 0 },
    ];
    const { errors } = await bodyOf(ProblemDetails, record({ corrections: faulty }));
    expect(errors?.map(({ field }) => field)).toEqual(["corrections.0.tag", "corrections.1.words"]);
    for (const count of [0, 41]) {
      const response = await record({ corrections: Array(count).fill(MISSED) });
      expect(response.status).toBe(400);
    }
    expect((await record({ text: " \u200b" })).status).toBe(400);
  });
});

describe("GET /corrections", () => {
  test("pages neither repeat nor leave out, newest first", async () => {
    for (const text of ["一", "二", "三"]) await record({ text });
    const all = (await stored("?limit=500")).corrections;
    expect(all.slice(0, 3).map(({ text }) => text)).toEqual(["三", "二", "一"]);
    const paged = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: z.infer<typeof CorrectionPage> = await stored(`?limit=2&cursor=${cursor}`);
      paged.push(...page.corrections);
      cursor = page.next;
    }
    expect(paged).toEqual(all);
  });

  test("is for the operator only: other people's words stand in it", async () => {
    const wrong = { authorization: "Bearer guessed" };
    for (const headers of [{}, wrong]) {
      const response = await world.get(PATH, headers);
      expect(response.status).toBe(403);
      expect(await bodyOf(ProblemDetails, response)).toMatchObject({ code: "not_allowed" });
    }
  });
});
