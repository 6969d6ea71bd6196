import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "../../src/usecases/context.ts";
import { listCorrections } from "../../src/usecases/list-corrections.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, fieldValue, visible } from "./pages-browser.ts";

/** An industry and no problem. */
const VAGUE = "椪柑请专家来看看";
/** A problem and no industry. */
const HOMELESS = "东西卖不出去";

let world: World;
let browser: ReturnType<typeof browserOf>;
beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

type Fields = [string, string][];

/** What the buttons on the tags that make no skill say. */
const judgements = (page: string): string[] =>
  [...page.matchAll(/name="judge" value="([^"]+)" form="problem"/g)].flatMap(
    ([, value]) => value ?? [],
  );
const hidden = (page: string): Fields => [
  ...["was", "confirmed", "none", "edits", "edited", "mode"].map((name): [string, string] => [
    name,
    fieldValue(page, name),
  ]),
  ...[...page.matchAll(/name="judged" value="([^"]+)"/g)].map(
    ([, value = ""]): [string, string] => ["judged", value],
  ),
];
const seen = async (text: string): Promise<string> =>
  browser.read(
    await browser.landing("/match", [
      ["text", text],
      ["see", "1"],
    ]),
  );
/** The page after a button was pressed on one, without scripts. */
const pressed = async (page: string, text: string, field: [string, string]): Promise<string> =>
  browser.read(await browser.landing("/match", [["text", text], ...hidden(page), field]));
const latest = async () => {
  const operator = contextOf(world.runtime, { role: "operator", name: "" });
  return (await listCorrections(operator, { limit: 1 })).corrections[0];
};

describe("a tag that makes no skill", () => {
  test.each([
    ["an industry without a problem", VAGUE, "industry:ponkan", "椪柑", "椪柑"],
    ["a problem without an industry", HOMELESS, "competence:branding", "卖不出去", "品牌"],
  ])("%s has a chip to confirm or remove, each kept with its words", async (...given) => {
    const [, text, tag, words, name] = given;
    const page = await seen(text);
    expect(judgements(page)).toEqual(expect.arrayContaining([`${tag} yes`, `${tag} no`]));
    expect(page).toMatch(new RegExp(`aria-label="没错 ${name}[^"]*"`));
    expect(page).toMatch(new RegExp(`aria-label="移除 ${name}[^"]*"`));
    const from = text.indexOf(words);
    const said = { tag, words, from, to: from + words.length, text, origin: "offline" };

    const right = await pressed(page, text, ["judge", `${tag} yes`]);
    expect(await latest()).toMatchObject({ ...said, right: true });
    expect(visible(right)).toContain("已由您确认");
    expect(judgements(right)).not.toContain(`${tag} yes`);

    const wrong = await pressed(right, text, ["judge", `${tag} no`]);
    expect(await latest()).toMatchObject({ ...said, right: false });
    expect(judgements(wrong).join()).not.toContain(tag);

    const again = await pressed(wrong, text, ["chips", "reread"]);
    expect(judgements(again)).toEqual(judgements(page));
  });

  test("stays judged while the page is used, and is read anew with other words", async () => {
    const gone = await pressed(await seen(VAGUE), VAGUE, ["judge", "industry:ponkan no"]);
    const fields = hidden(gone);
    expect(fields).toContainEqual(["judged", "industry:ponkan no"]);
    const again = await browser.landing("/match", [["text", VAGUE], ...fields, ["see", "1"]]);
    expect(judgements(await browser.read(again))).toEqual([]);
    const other = await browser.landing("/match", [
      ["text", `${VAGUE}。`],
      ...fields,
      ["see", "1"],
    ]);
    expect(judgements(await browser.read(other))).toContain("industry:ponkan no");
  });

  test("changes in the panel alone where scripts run, and who cannot see it is told", async () => {
    const part = await (await browser.submit("/understand", [["text", VAGUE]])).text();
    expect(part).toMatch(/name="judge"[^>]*hx-post="\/understand"/);
    const after = await browser.submit("/understand", [
      ...([["text", VAGUE], ...hidden(part), ["judge", "industry:ponkan no"]] satisfies Fields),
    ]);
    const told = await after.text();
    expect(told).toMatch(/<p id="heard"[^>]*>椪柑 已移除/);
    expect(judgements(told)).toEqual([]);
  });

  test("speaks English to whom asks for it", async () => {
    const page = await browser.read(`/?${new URLSearchParams({ text: VAGUE, see: "1" })}`, {
      cookie: "lang=en",
    });
    expect(page).toMatch(/aria-label="That is right Ponkan[^"]*"/i);
    expect(page).toMatch(/aria-label="Remove Ponkan[^"]*"/i);
  });

  test("that nobody knows is not kept, and nothing breaks", async () => {
    const before = await latest();
    const page = await pressed(await seen(VAGUE), VAGUE, ["judge", "stage:mid no"]);
    expect(judgements(page)).toContain("industry:ponkan yes");
    expect(await latest()).toEqual(before);
  });
});
