import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ProblemDetails } from "../../src/http/api/schemas/problem.ts";
import { contextOf } from "../../src/usecases/context.ts";
import { listCorrections } from "../../src/usecases/list-corrections.ts";
import { CORRECTION_PACE, createPace } from "../../src/usecases/loading/pace.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, chips, visible } from "./pages-browser.ts";

const TEXT = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const MISSED = { tag: "skill:ponkan/nutrition", right: true, origin: "person" };

let world: World;
let browser: ReturnType<typeof browserOf>;
/** Seconds since the test began. */
let passed = 0;
const now = () => new Date(Date.parse("2026-11-23T08:00:00Z") + 1_000 * passed);

beforeAll(async () => {
  world = await openWorld({ now });
  browser = browserOf(world);
});
afterAll(() => world.close());
/** So much was sent already in this minute that nothing more is taken for 41 seconds. */
beforeEach(() => {
  passed += 3_600;
  for (let time = 0; time < CORRECTION_PACE.times; time += 1) {
    world.runtime.correctionPace.take(now());
  }
  passed += 19;
});

const record = (body: object = {}) =>
  world.post("/api/v1/corrections", { text: TEXT, corrections: [MISSED], ...body });
const count = async (): Promise<number> => {
  const operator = contextOf(world.runtime, { role: "operator", name: "" });
  return (await listCorrections(operator, { limit: 500 })).corrections.length;
};

test("a pace counts any stretch of its length, and a clock put back makes nobody wait", () => {
  const pace = createPace({ times: 2, seconds: 10 });
  const take = (second: number) => pace.take(new Date(1_000 * second));
  expect([take(100), take(106), take(107), take(109)]).toEqual([0, 0, 3, 1]);
  expect([take(110), take(110), take(116)]).toEqual([0, 6, 0]);
  expect([take(50), take(50), take(51)]).toEqual([0, 0, 9]);
});

describe("more corrections than are taken in a minute", () => {
  test("are refused by the API, which says when to come again, and nothing is kept", async () => {
    const before = await count();
    for (const by of ["李主任", "王主任"]) {
      const response = await record({ by, corrections: [MISSED, { ...MISSED, right: false }] });
      expect(response.status).toBe(429);
      expect(response.headers.get("retry-after")).toBe("41");
      const problem = await bodyOf(ProblemDetails, response);
      expect(problem).toMatchObject({ code: "too_many", title: "提交过于频繁" });
      expect(problem.detail).toBe("每分钟最多记录 300 次纠正，这一次没有记录，请 41 秒后再提交。");
    }
    expect(await count()).toBe(before);
    passed += 41;
    expect((await record()).status).toBe(201);
    expect(await count()).toBe(before + 1);
  });

  test("are told of in English, too", async () => {
    const response = await world.post(
      "/api/v1/corrections?lang=en",
      { text: TEXT, corrections: [MISSED] },
      {},
    );
    expect((await bodyOf(ProblemDetails, response)).detail).toContain("again in 41 seconds");
  });

  test("are refused on the page in the same words, which still does what was pressed", async () => {
    const part = await (await browser.submit("/understand", [["text", TEXT]])).text();
    const [first = ""] = chips(part);
    const fields: [string, string][] = [
      ["text", TEXT],
      ["was", TEXT],
      ["mode", "see"],
      ...chips(part).map((chip): [string, string] => ["skill", chip]),
      ["remove", first],
    ];
    const before = await count();
    for (const path of ["/understand", "/match"]) {
      const answer = await browser.submit(path, fields);
      expect(answer.status).toBe(429);
      expect(answer.headers.get("retry-after")).toBe("41");
      const page = await answer.text();
      expect(visible(page)).toContain("请 41 秒后再提交");
      expect(chips(page)).toEqual(chips(part).slice(1));
    }
    expect(await count()).toBe(before);
  });

  test("are refused on the page about oneself, which still shows the list", async () => {
    const answer = await browser.submit("/profile", [
      ["text", "擅长椪柑溃疡病防治"],
      ["confirm", "1"],
    ]);
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("41");
    const page = await answer.text();
    expect(visible(page)).toContain("请 41 秒后再提交");
    expect(page).toContain('id="summary-text"');
  });

  test("are not counted where nothing was to be kept: faulty ones, and presses that judge nothing", async () => {
    expect((await record({ corrections: [] })).status).toBe(400);
    expect((await browser.submit("/understand", [["text", TEXT]])).status).toBe(200);
  });
});
