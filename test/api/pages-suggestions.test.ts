import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openModel } from "../../src/adapters/model/open-model.ts";
import { readData } from "../../src/data/files.node.ts";
import { readVocabulary } from "../../src/data/vocabulary.ts";
import { contextOf } from "../../src/usecases/context.ts";
import { listCorrections } from "../../src/usecases/list-corrections.ts";
import { BROKEN, drafts, type FakeModel, startFakeModel, writes } from "../support/fake-model.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, chips, listed, visible } from "./pages-browser.ts";

/** What stands last in it no word list knows; the fake model says it is about brands. */
const STRANGE = "魑魅魍魉";
const TEXT = `椪柑落果，${STRANGE}`;
const TAGS = [
  { industry: "ponkan", competence: "branding", confidence: 0.7, words: STRANGE },
  { industry: null, competence: "logistics", confidence: 0.4, words: "冷链物流" },
];
const GUZHANG = "433126";

let world: World;
let model: FakeModel;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  model = await startFakeModel();
  const settings = {
    ...{ baseUrl: model.baseUrl, key: undefined, model: "fake" },
    ...{ concurrency: 4, monthlyTokens: 10_000_000 },
  };
  world = await openWorld({
    model: openModel(settings, readVocabulary(readData), {
      now: () => new Date("2026-11-23T08:00:00Z"),
      clock: () => performance.now(),
      report: () => undefined,
      limits: { firstByteMs: 1_500, totalMs: 3_000, failuresToRest: 1_000 },
    }),
  });
  browser = browserOf(world);
});
afterAll(async () => {
  await world.close();
  await model.stop();
});
beforeEach(() => model.behave(drafts(() => TAGS)));

type Fields = [string, string][];

const suggested = async (fields: Fields): Promise<string> =>
  (await browser.submit("/suggestions", fields)).text();

const takeIn = (part: string): string => /name="take" value="([^"]+)"/.exec(part)?.[1] ?? "";

describe("where a language model is set up", () => {
  test("a page never waits for it: the suggestions are fetched apart", async () => {
    const before = model.asked.length;
    const page = await browser.read(`/?${new URLSearchParams({ text: TEXT, county: GUZHANG })}`);
    expect(model.asked).toHaveLength(before);
    expect(page).toMatch(
      /<button[^>]*name="askModel"[^>]*hx-post="\/suggestions"[^>]*hx-trigger="load, click"/,
    );
    expect(listed(page).length).toBeGreaterThan(0);
  });

  test("it is not asked at each pause of the typing, only by its button", async () => {
    const before = model.asked.length;
    const part = await (await browser.submit("/understand", [["text", TEXT]])).text();
    expect(model.asked).toHaveLength(before);
    expect(part).toMatch(/<div id="suggestions" hx-swap-oob="innerHTML">.*请模型再看看/s);
    expect(part).not.toContain('hx-trigger="load');
  });

  test("what only the model gave stands apart, with the words it points at or none", async () => {
    const text = visible(await suggested([["text", TEXT]]));
    expect(text).toContain("模型建议，看的是“魑魅魍魉”");
    expect(text).toContain("建议，您的话里没有");
    expect(text).toContain("按“采用”之前，这些都不参与匹配");
  });

  test("without scripts a plain button asks it", async () => {
    const address = await browser.landing("/match", [
      ["text", TEXT],
      ["mode", "see"],
      ["askModel", "1"],
    ]);
    expect(visible(await browser.read(address))).toContain("看的是“魑魅魍魉”");
  });

  test("nothing is asked for by a suggestion before it is taken; then it says where it is from", async () => {
    const page = await browser.read(
      `/?${new URLSearchParams({ text: TEXT, see: "1", model: "1" })}`,
    );
    const taken = takeIn(page);
    const [skill = ""] = taken.split(" ");
    expect(skill).not.toBe("");
    expect(chips(page)).not.toContain(skill);

    const fields: Fields = [
      ["text", TEXT],
      ["was", TEXT],
      ["mode", "see"],
      ...chips(page).map((chip): [string, string] => ["skill", chip]),
      ["take", taken],
    ];
    const part = await (await browser.submit("/understand", fields)).text();
    expect(chips(part)).toContain(skill);
    expect(visible(part)).toContain("模型建议，您已采用");
    expect(part).toContain(`id="suggested-${skill.replace("/", "_")}" hx-swap-oob="delete"`);

    const operator = contextOf(world.runtime, { role: "operator", name: "" });
    const { corrections } = await listCorrections(operator, { limit: 1 });
    expect(corrections[0]).toMatchObject({
      tag: `skill:${skill}`,
      right: true,
      origin: "model",
      words: STRANGE,
    });
  });

  test("half a skill is completed where skills are added", async () => {
    const part = await suggested([["text", TEXT]]);
    expect(part).toMatch(/name="choose" value="competence:logistics"/);
    const address = await browser.landing("/match", [
      ["text", TEXT],
      ["mode", "see"],
      ["choose", "competence:logistics"],
    ]);
    const page = await browser.read(address);
    expect(page).toContain('<details class="add" open');
    expect(page).toContain('<option value="logistics" selected');
  });

  test("whatever it writes is never shown", async () => {
    const evil = "<script>alert(1)</script>";
    model.behave(
      writes(
        JSON.stringify({
          tags: [{ industry: "citrus", competence: "branding", confidence: 1, words: evil }],
        }),
      ),
    );
    const part = await suggested([["text", TEXT]]);
    expect(part).not.toContain("alert");
    expect(visible(part)).toContain("建议，您的话里没有");
  });

  test.each(Object.entries(BROKEN))("when %s, a quiet notice says so", async (_, behaviour) => {
    model.behave(behaviour);
    const answer = await browser.submit("/suggestions", [["text", TEXT]]);
    expect(answer.status).toBe(200);
    expect(visible(await answer.text())).toContain("语言模型暂时无法使用");
  });

  test("words that cannot be read are not sent to it", async () => {
    const before = model.asked.length;
    const answer = await browser.submit("/suggestions", [["text", "😀"]]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe("");
    expect(model.asked).toHaveLength(before);
  });
});

test("where none is set up, nothing is shown of it", async () => {
  const without = await openWorld();
  const { read, submit } = browserOf(without);
  const page = await read(`/?${new URLSearchParams({ text: TEXT, see: "1", model: "1" })}`);
  expect(page).not.toMatch(/suggestions|模型/);
  expect(await (await submit("/suggestions", [["text", TEXT]])).text()).toBe("");
  await without.close();
});
