import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "../../src/usecases/context.ts";
import { listCorrections } from "../../src/usecases/list-corrections.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, visible } from "./pages-browser.ts";

const OWN_WORDS =
  "副研究员，从事茶树育种二十余年，主持选育黄金茶新品种；长于猕猴桃溃疡病防控。电话13800138000";

let world: World;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

type Fields = [string, string][];

const sent = async (fields: Fields): Promise<string> =>
  (await browser.submit("/profile", fields)).text();

const valuesOf = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, "g"))].flatMap(
    ([, value]) => value ?? [],
  );

/** The list as it stands on the page, as a browser sends it. */
const listFields = (page: string): Fields => [
  ["text", OWN_WORDS],
  ...valuesOf(page, "shown").map((skill): [string, string] => ["shown", skill]),
  ...valuesOf(page, "added").map((skill): [string, string] => ["added", skill]),
  ...valuesOf(page, "keep").map((skill): [string, string] => ["keep", skill]),
  ...[...page.matchAll(/<option value="([^" ]+ [1-5])" selected/g)].map(
    ([, level = ""]): [string, string] => ["level", level],
  ),
];

const without = (fields: Fields, name: string, value: string): Fields =>
  fields.filter(([field, given]) => field !== name || given !== value);

describe("the page about oneself", () => {
  test("proposes skills with levels and the words they come from", async () => {
    const page = await sent([["text", OWN_WORDS]]);
    expect(valuesOf(page, "keep")).toContain("kiwifruit/plant-disease");
    const text = visible(page);
    expect(text).toContain("猕猴桃·植物病害防治");
    expect(text).toContain("溃疡病");
    expect(text).toMatch(/等级看：\s+副研究员/);
    expect(text).toMatch(/职称 副高 副研究员/);
    expect(text).toContain("20 年");
    for (const words of ["1 能协助", "5 全国知名"]) expect(text).toContain(words);
  });

  test("shows contacts masked and puts nothing into an address", async () => {
    const answer = await browser.submit("/profile", [["text", OWN_WORDS]]);
    expect(answer.status).toBe(200);
    const page = (await answer.text()).replace(/<textarea.*?<\/textarea>/s, "");
    expect(page).not.toContain("13800138000");
    expect(page).toContain("138****8000");
  });

  test("follows while the words are typed, by a part of the page", async () => {
    const part = await (await browser.submit("/profile/read", [["text", OWN_WORDS]])).text();
    expect(part).not.toContain("<textarea");
    expect(valuesOf(part, "keep")).toContain("kiwifruit/plant-disease");
    expect(await (await browser.submit("/profile/read", [["text", " "]])).text()).toBe("");
  });

  test("keeps what was unticked and which level was chosen while more is written", async () => {
    const fields = listFields(await sent([["text", OWN_WORDS]]));
    const skill = "kiwifruit/plant-disease";
    const changed = without(fields, "keep", skill)
      .filter(([, value]) => !value.startsWith(`${skill} `))
      .concat([["level", `${skill} 1`]]);
    const part = await (await browser.submit("/profile/read", changed)).text();
    expect(part).toContain(`<input type="checkbox" name="keep" value="${skill}" form="profile"/>`);
    expect(part).toContain(`<option value="${skill} 1" selected`);
  });

  test("takes a skill that was missed, found by pinyin initials", async () => {
    const fields = listFields(await sent([["text", OWN_WORDS]]));
    const page = await sent([
      ...fields,
      ["industry", "citrus"],
      ["competence", "pruning"],
      ["chips", "add"],
    ]);
    expect(valuesOf(page, "added")).toEqual(["citrus/pruning"]);
    expect(visible(page)).toContain("您补上的");
    const looked = await sent([...fields, ["findIndustry", "gj"], ["look", "1"]]);
    expect(looked).toContain('name="industry" value="citrus" form="profile" checked');
    expect(await browser.read("/terms/industry?findIndustry=gj&form=profile")).toContain(
      'form="profile"',
    );
  });

  test("says when only half of a skill was chosen", async () => {
    const answer = await browser.submit("/profile", [
      ["text", OWN_WORDS],
      ["industry", "citrus"],
      ["competence", ""],
      ["chips", "add"],
    ]);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(visible(page)).toContain("请选一个专长");
    expect(page).toContain('<option value="citrus" selected');
    expect(valuesOf(page, "keep")).toContain("kiwifruit/plant-disease");
  });

  test("makes a summary of what is ticked, and keeps what was right, wrong and missed", async () => {
    const fields = listFields(await sent([["text", OWN_WORDS]]));
    const wrong = "kiwifruit/plant-disease";
    const page = await sent([
      ...without(fields, "keep", wrong),
      ["added", "citrus/pruning"],
      ["shown", "citrus/pruning"],
      ["keep", "citrus/pruning"],
      ["level", "citrus/pruning 5"],
      ["confirm", "1"],
    ]);
    const summary = /<p class="summary-text"[^>]*>(.*?)<\/p>/s.exec(page)?.[1] ?? "";
    expect(summary).toContain("职称：副高");
    expect(summary).toContain("柑橘·整形修剪：5 级，全国知名");
    expect(summary).not.toContain("猕猴桃");

    const operator = contextOf(world.runtime, { role: "operator", name: "" });
    const { corrections } = await listCorrections(operator, { limit: 50 });
    const said = Object.fromEntries(
      corrections.map(({ tag, right, origin }) => [tag, { right, origin }]),
    );
    expect(said[`skill:${wrong}`]).toEqual({ right: false, origin: "offline" });
    expect(said["skill:citrus/pruning"]).toEqual({ right: true, origin: "person" });
    expect(corrections.every(({ text }) => !text.includes("13800138000"))).toBe(true);
  });

  test("stores nothing before it is confirmed", async () => {
    const operator = contextOf(world.runtime, { role: "operator", name: "" });
    const before = (await listCorrections(operator, { limit: 50 })).corrections.length;
    await sent([["text", "擅长水稻栽培"]]);
    await browser.submit("/profile/read", [["text", "擅长水稻栽培"]]);
    expect((await listCorrections(operator, { limit: 50 })).corrections).toHaveLength(before);
  });

  test.each([
    ["nothing", "", "请用几句话写明专长"],
    ["only emoji", "😀😀", "请用几句话写明专长"],
    ["5,001 signs", "茶".repeat(5_001), "最多 5000 个字符"],
  ])("refuses %s and keeps what was typed", async (_, text, told) => {
    const answer = await browser.submit("/profile", [["text", text]]);
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('id="text-fault"');
    expect(visible(page)).toContain(told);
    expect(page).toContain(`>\n${text}</textarea>`);
  });

  test("escapes markup and bears control characters and thousands of fields", async () => {
    const page = await sent([
      ["text", '擅长茶叶加工<script>alert("1")</script>\u0000\u202e'],
      ...Array.from({ length: 500 }, (): [string, string] => ["added", "mars/rovers"]),
      ["level", "tea/processing 9"],
    ]);
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("mars");
  });

  test("says when nothing could be read as a skill", async () => {
    expect(visible(await sent([["text", "我爱唱歌"]]))).toContain("没有读出技能");
  });

  test("stands in the menu beside the experts", async () => {
    expect(await browser.read("/profile")).toContain('<a href="/profile" aria-current="page">');
  });
});
