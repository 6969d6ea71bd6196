import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemDetails } from "../../src/http/api/schemas/problem.ts";
import { Tags, TagsOfTexts } from "../../src/http/api/schemas/tags.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const GOOD = { text: "椪柑叶片卷曲、落果", county: "433126", limit: 3 };
const RECOMMEND = "/api/v1/recommendations";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const problemOf = async (response: Response | Promise<Response>) => {
  const answer = await response;
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const problem = await bodyOf(ProblemDetails, answer);
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toBe(answer.headers.get("x-request-id"));
  expect(JSON.stringify(problem)).not.toMatch(/\.ts:|node_modules|Error:|at /);
  return { ...problem, fields: problem.errors?.map(({ field }) => field) ?? [] };
};

const refused = (body: unknown, path = RECOMMEND) => problemOf(world.post(path, body));

describe("a text that cannot be read", () => {
  test.each([
    ["is empty", ""],
    ["has 1,001 characters", "柑".repeat(1_001)],
    ["is only emoji", "🍊🍊🍊"],
    ["is only blanks", "  \n\t"],
    ["is no text", 42],
  ])("is refused by name of the field when it %s", async (_, text) => {
    for (const path of [RECOMMEND, "/api/v1/tags", "/api/v1/needs"]) {
      const county = path === "/api/v1/tags" ? {} : { county: "433126" };
      const problem = await refused({ text, ...county }, path);
      expect(problem).toMatchObject({ status: 400, code: "invalid", fields: ["text"] });
    }
  });

  test("in a batch is named by its place, and nothing is read", async () => {
    const texts = Array.from({ length: 20 }, () => ({ text: "椪柑落果" }));
    const faulty: unknown[] = texts.with(3, { text: "" }).with(17, { text: "柑".repeat(1_001) });
    faulty.push({ id: "x" }, { text: "🍊" }, "椪柑", { text: "椪柑", txt: "" });
    const fields = ["3.text", "17.text", "20.text", "21.text", "22", "23.txt"];
    for (const body of [{ texts: faulty }, faulty]) {
      const problem = await refused(body, "/api/v1/tags");
      expect(problem).toMatchObject({ status: 400, code: "invalid" });
      expect(problem.fields).toEqual(fields.map((field) => `texts.${field}`));
    }
  });

  test.each([
    ["none", []],
    ["501", Array.from({ length: 501 }, () => ({ text: "椪柑落果" }))],
    ["something else", "椪柑落果"],
  ])("%s instead of 1 to 500 texts are refused", async (_, texts) => {
    const problem = await refused({ texts }, "/api/v1/tags");
    expect(problem).toMatchObject({ status: 400, fields: ["texts"] });
  });

  test("and many at once are not taken together", async () => {
    const both = { text: "椪柑落果", texts: [{ text: "椪柑落果" }] };
    expect((await refused(both, "/api/v1/tags")).fields).toEqual(["text"]);
    const long = "柑".repeat(5_001);
    expect((await refused({ text: long }, "/api/v1/profiles")).fields).toEqual(["text"]);
    expect((await refused({ text: "\u0000\u200b" }, "/api/v1/profiles")).fields).toEqual(["text"]);
  });

  test.each([
    ["only digits", "12345 ６７８"],
    ["control and zero-width characters between the words", "椪\u200b柑\u0007落\u202e果"],
    ["markup", "<img src=x onerror=alert(1)>椪柑落果"],
    ["1,000 repeated terms", "病".repeat(1_000)],
    ["another script", "Οι καρποί πέφτουν מתים"],
  ])("of %s is answered, and its spans are its words", async (_, text) => {
    const response = await world.post("/api/v1/tags", { text });
    expect(response.status).toBe(200);
    const { evidence, unknown, askBack, industries } = await bodyOf(Tags, response);
    for (const { words, from, to } of [...evidence, ...unknown]) {
      expect(text.slice(from, to)).toBe(words);
    }
    expect(askBack.length > 0 || industries.length > 0).toBe(true);
  });

  test("is read with 1,000 characters, and when it holds HTML or Cypher", async () => {
    for (const text of [
      "椪柑落果".padEnd(1_000, "果"),
      "<script>alert(1)</script>椪柑落果",
      "椪柑落果' }) DETACH DELETE n //",
    ]) {
      expect((await world.post(RECOMMEND, { ...GOOD, text })).status).toBe(200);
    }
  });

  test.each([
    ["a NUL", "椪柑\u0000落果"],
    ["half a surrogate pair", "椪柑\ud83c落果"],
    ["a line separator", "椪柑\u2028落果"],
  ])("is no bug when it holds %s", async (_, text) => {
    for (const path of [RECOMMEND, "/api/v1/needs"]) {
      const { status } = await world.post(path, { text, county: "433126" });
      expect([200, 201, 400]).toContain(status);
    }
    expect((await world.get("/api/v1/needs")).status).toBe(200);
  });
});

describe("fields", () => {
  test("every faulty one is named, in the reader's language", async () => {
    const body = { text: "", limit: 0, days: 400, allowsRemote: "yes", hurry: true };
    const zh = await refused(body);
    expect(zh.fields.toSorted()).toEqual(
      ["allowsRemote", "county", "days", "hurry", "limit", "text"].toSorted(),
    );
    expect(zh.title).toBe("输入有误");
    const en = await problemOf(world.post(`${RECOMMEND}?lang=en`, body));
    expect(en.title).toBe("Invalid input");
    expect(en.errors).toContainEqual({ field: "county", detail: "is required" });
  });

  test.each([0, 10_000, -1, 2.5])("a limit of %d is refused with its range", async (limit) => {
    const problem = await refused({ ...GOOD, limit });
    expect(problem).toMatchObject({ status: 400, fields: ["limit"] });
    expect(problem.errors?.[0]?.detail).toContain("1 至 50");
    const inQuery = await problemOf(world.get(`/api/v1/experts?limit=${limit}`));
    expect(inQuery).toMatchObject({ status: 400, fields: ["limit"] });
  });

  test.each(["", "ten", "1e1", "NaN", "5;"])(
    "a limit of %j in a query is refused",
    async (limit) => {
      const problem = await problemOf(world.get(`/api/v1/needs?limit=${limit}`));
      expect(problem).toMatchObject({ status: 400, fields: ["limit"] });
    },
  );

  test("an unknown one is refused in bodies and in queries", async () => {
    expect(await refused({ ...GOOD, limits: 3 })).toMatchObject({ fields: ["limits"] });
    expect(await problemOf(world.get("/api/v1/experts?limits=3"))).toMatchObject({
      fields: ["limits"],
    });
    const skills = [{ industry: "ponkan", competence: "pruning", weight: 1 }];
    expect(await refused({ ...GOOD, skills })).toMatchObject({ fields: ["skills.0.weight"] });
  });

  test.each(["", "x".repeat(201)])("an Idempotency-Key of %j is refused", async (key) => {
    const headers = { "idempotency-key": key };
    const problem = await problemOf(world.post("/api/v1/needs", GOOD_NEED, headers));
    expect(problem).toMatchObject({ status: 400, fields: ["Idempotency-Key"] });
  });

  test("a cursor of another list, or none at all, is refused", async () => {
    const { headers } = await world.get("/api/v1/experts?limit=1");
    const cursor = headers.get("link")?.match(/cursor=([\w-]+)/)?.[1];
    for (const wrong of [cursor, "!!!", "AAAA", "x".repeat(501)]) {
      const problem = await problemOf(world.get(`/api/v1/needs?cursor=${wrong}`));
      expect(problem).toMatchObject({ status: 400, fields: ["cursor"] });
    }
  });
});

const GOOD_NEED = { text: GOOD.text, county: GOOD.county };

describe("things that are not there", () => {
  test.each([
    ["GET", "/api/v1/needs/XQ-2026-99999"],
    ["GET", "/api/v1/needs/need_none/recommendations"],
    ["GET", "/api/v1/experts/exp_nobody"],
    ["GET", "/api/v1/experts/%E6%97%A0%E6%AD%A4%E4%BA%BA/openings"],
    ["GET", "/api/v1/experts/%E0%A4%A"],
    ["GET", "/api/v1/institutions/inst_none"],
    ["GET", "/api/v1/counties/999999"],
    ["GET", "/api/v1/runs/run_none"],
    ["GET", "/api/v1/experts?institution=inst_none"],
    ["GET", "/api/v1/experts?industry=unobtainium"],
    ["GET", "/api/v1/nothing"],
    ["GET", "/api/v2/needs"],
  ])("%s %s answers 404", async (_, path) => {
    expect(await problemOf(world.get(path))).toMatchObject({ status: 404, code: "not_found" });
  });

  test("an unknown county, skill or expert in a body answers 404 and says which", async () => {
    const skills = [{ industry: "unobtainium", competence: "pruning" }];
    expect((await refused({ ...GOOD, county: "火星" })).detail).toContain("火星");
    expect((await refused({ ...GOOD, skills })).detail).toContain("unobtainium");
    const why = await refused({ ...GOOD, expert: "exp_nobody" }, "/api/v1/why-not");
    expect(why).toMatchObject({ status: 404 });
    expect(why.detail).toContain("exp_nobody");
  });

  test("a name that stands for several answers 409 with the ids to choose from", async () => {
    const problem = await problemOf(world.get("/api/v1/experts/李明"));
    expect(problem).toMatchObject({ status: 409, code: "ambiguous" });
    expect(problem.detail).toContain("exp_liming_a");
    expect(problem.detail).toContain("exp_liming_b");
    expect(await refused({ ...GOOD, county: "邵阳" })).toMatchObject({ status: 409 });
  });
});

describe("bodies that are no request", () => {
  test.each(["{", "{'text': 1}", "", "\u0000"])("malformed JSON %j answers 400", async (body) => {
    expect(await refused(body)).toMatchObject({ status: 400, code: "invalid" });
  });

  test.each(["null", "[]", '"text"', "7"])("%s instead of an object answers 400", async (body) => {
    expect(await refused(body)).toMatchObject({ status: 400, code: "invalid" });
  });

  test.each([
    ["lists", `${"[".repeat(5_000)}${"]".repeat(5_000)}`],
    ["objects", `${'{"text":'.repeat(5_000)}1${"}".repeat(5_000)}`],
    ["a field of lists", `{"text":${"[".repeat(5_000)}${"]".repeat(5_000)},"county":"433126"}`],
    ["lists that never end", "[".repeat(5_000)],
  ])("JSON nested 5,000 deep (%s) answers 400", async (_, body) => {
    const problem = await refused(body);
    expect(problem).toMatchObject({ status: 400, code: "invalid" });
    expect(problem.detail).toContain("64");
  });

  test("brackets in a string are not nesting", async () => {
    const text = `椪柑落果 ${'[{"\\'.repeat(100)}`;
    expect((await world.post(RECOMMEND, { ...GOOD, text })).status).toBe(200);
  });

  test("more than 256 KB answer 413, with and without a stated length", async () => {
    const body = JSON.stringify({ ...GOOD, text: "a".repeat(256 * 1024) });
    expect(await refused(body)).toMatchObject({ status: 413, code: "too_large" });
    const stream = new Blob([body]).stream();
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const request = { method: "POST", body: stream, headers, duplex: "half" as const };
    expect(await problemOf(world.app.request(RECOMMEND, request))).toMatchObject({ status: 413 });
  });

  test("500 texts of 1,000 characters fit, and more than 2 MB do not", async () => {
    const texts = Array.from({ length: 500 }, () => ({ text: "椪柑落果".padEnd(1_000, "果") }));
    const response = await world.post("/api/v1/tags", { texts });
    expect(response.status).toBe(200);
    const { texts: tagged } = await bodyOf(TagsOfTexts, response);
    expect(tagged.map(({ id }) => Number(id))).toEqual(texts.map((_, index) => index + 1));
    const body = `${JSON.stringify({ texts })}${" ".repeat(1024 * 1024)}`;
    expect(await refused(body, "/api/v1/tags")).toMatchObject({ status: 413, code: "too_large" });
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", ""])(
    "a body of type %j answers 415",
    async (type) => {
      const headers = { "content-type": type };
      const response = world.post(RECOMMEND, JSON.stringify(GOOD), headers);
      expect(await problemOf(response)).toMatchObject({ status: 415 });
    },
  );

  test("a known address with another method answers 405 and names those it knows", async () => {
    for (const [method, path, allow] of [
      ["DELETE", "/api/v1/needs", "POST, GET, HEAD"],
      ["GET", RECOMMEND, "POST"],
      ["PUT", "/api/v1/experts/exp_lin", "GET, HEAD"],
    ] as const) {
      const response = await world.app.request(path, { method });
      expect(response.headers.get("allow")).toBe(allow);
      expect(await problemOf(response)).toMatchObject({ status: 405 });
    }
  });
});

test("nothing of all this was stored, and no text of a request was logged", async () => {
  const { log } = world;
  expect(log.filter(({ message }) => message === "bug")).toEqual([]);
  expect(JSON.stringify(log)).not.toContain("椪柑");
  expect(JSON.stringify(log)).not.toContain("unobtainium");
});
