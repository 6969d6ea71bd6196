import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { AppError } from "../../src/domain/error.ts";
import { PHRASES } from "../../src/http/pages/phrases.ts";
import { contextOf } from "../../src/usecases/context.ts";
import { listCorrections } from "../../src/usecases/list-corrections.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, chips, fieldValue, listed, visible } from "./pages-browser.ts";

/** Dialect, a variety, two problems of two industries, a refusal, a place, a size, helpers and a date. */
const MIXED =
  "我屋里三十亩爱媛38裂果，鸡也拉稀，不晓得咋个办，急！在保靖县，不需要培训，想请两名专家下周来看看";
const PONKAN = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const VAGUE = "椪柑请专家来看看";
const GUZHANG = "433126";

let world: World;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

type Fields = [string, string][];

/** The part of the page that follows while somebody types. */
const typed = async (fields: Fields): Promise<string> =>
  (await browser.submit("/understand", fields)).text();

/** The panel's own fields, as a press of a button in it sends them. */
const panelFields = (part: string, text: string): Fields => [
  ["text", text],
  ["was", text],
  ["mode", "see"],
  ["confirmed", fieldValue(part, "confirmed")],
  ...chips(part).map((chip): [string, string] => ["skill", chip]),
];

const corrections = async (): Promise<
  { tag: string; right: boolean; origin: string; words: string; text: string }[]
> => {
  const operator = contextOf(world.runtime, { role: "operator", name: "" });
  return (await listCorrections(operator, { limit: 50 })).corrections;
};

describe("while a problem is typed", () => {
  test("the words are marked by what they were read as, and told in a list", async () => {
    const part = await typed([["text", MIXED]]);
    expect(part).toMatch(/<mark class="k-industry"[^>]*>爱媛38<\/mark>/);
    expect(part).toMatch(/<mark class="k-competence"[^>]*>裂果<\/mark>/);
    expect(part).toMatch(/<mark class="k-measure"[^>]*>三十亩<\/mark>/);
    const text = visible(part);
    for (const [name, words] of [
      ["地点", "湘西土家族苗族自治州保靖县"],
      ["大小", "三十亩"],
      ["需要人手", "两名专家"],
      ["时间", "下周"],
      ["紧急", "急"],
      ["不要", "农民培训"],
    ]) {
      expect(text).toContain(`${name} ${words}`);
    }
  });

  test("each problem keeps its own industry, with how sure the reading is in words", async () => {
    const part = await typed([["text", MIXED]]);
    expect(chips(part)).toContain("citrus/fertigation");
    expect(chips(part)).toContain("chicken/animal-disease");
    expect(chips(part).some((chip) => chip.endsWith("/training"))).toBe(false);
    expect(visible(part)).toMatch(/(很有把握|较有把握|把握不大) \d+%/);
    expect(visible(part)).toContain("从文字读出");
  });

  test("it is a part of a page that holds neither the field nor a list of experts", async () => {
    const part = await typed([
      ["text", PONKAN],
      ["county", GUZHANG],
    ]);
    expect(part).not.toContain("<textarea");
    expect(part).not.toContain("<html");
    expect(listed(part)).toEqual([]);
  });

  test("what changed is told to readers who cannot see it", async () => {
    const part = await typed([["text", PONKAN]]);
    expect(part).toMatch(
      /<p id="heard" hx-swap-oob="innerHTML">读出|<p id="heard" hx-swap-oob="innerHTML">读出需要的技能/,
    );
    expect(await browser.read("/")).toContain('<p id="heard" class="hidden" role="status">');
  });

  test("the place in the words is offered as the county, until it is the county", async () => {
    expect(await typed([["text", MIXED]])).toContain('name="pickCounty" value="433125"');
    expect(
      await typed([
        ["text", MIXED],
        ["county", "保靖"],
      ]),
    ).not.toContain("pickCounty");
    expect(
      visible(
        await typed([
          ["text", MIXED],
          ["county", GUZHANG],
        ]),
      ),
    ).toContain("改用？");
  });

  test("a question is asked back with answers to press", async () => {
    const part = await typed([["text", VAGUE]]);
    expect(part).toContain("<fieldset");
    expect(part).toMatch(/<button[^>]* name="add" value="[^"]+" form="problem" data-fills="text"/);
    expect(visible(part)).toContain("还不成一项技能： 椪柑");
  });

  test("words that were not understood are listed", async () => {
    const part = visible(await typed([["text", "椪柑落果，还有魑魅魍魉"]]));
    expect(part).toContain("未识别 魑魅魍魉");
  });

  test("a list that stands below is said to be of other words", async () => {
    expect(
      visible(
        await typed([
          ["text", PONKAN],
          ["listed", "1"],
        ]),
      ),
    ).toContain("还是改动以前的");
    expect(visible(await typed([["text", PONKAN]]))).not.toContain("还是改动以前的");
  });

  test("it speaks English to whom asks for it", async () => {
    const answer = await world.post(
      "/understand",
      new URLSearchParams([["text", MIXED]]).toString(),
      {
        "content-type": "application/x-www-form-urlencoded",
        origin: "http://localhost",
        cookie: "lang=en",
      },
    );
    expect(visible(await answer.text())).toContain("Not wanted Farmer training");
  });

  test("neither words nor numbers reach the log", async () => {
    await typed([["text", `${PONKAN}13800138000`]]);
    expect(JSON.stringify(world.log)).not.toMatch(/椪柑|13800138000/);
    expect(world.log.at(-1)).toMatchObject({ path: "/understand", status: 200 });
  });
});

describe("what cannot be read while it is typed", () => {
  test("nothing leaves nothing", async () => {
    for (const text of ["", "  \n "]) {
      const answer = await browser.submit("/understand", [["text", text]]);
      expect(answer.status).toBe(200);
      expect(visible(await answer.text()).trim()).toBe("");
    }
  });

  test("only emoji, and a text too long, are told in a sentence", async () => {
    const emoji = await browser.submit("/understand", [["text", "😀😀"]]);
    expect(emoji.status).toBe(400);
    expect(visible(await emoji.text())).toContain("请用一两句话写明问题");
    const long = await browser.submit("/understand", [["text", "椪".repeat(1_001)]]);
    expect(long.status).toBe(400);
    expect(visible(await long.text())).toContain("最多 1000 个字符");
  });

  test("markup and control characters stay what they are: signs", async () => {
    const part = await typed([["text", '椪柑<img src=x onerror="x">落果\u0000\u202e\u200b']]);
    expect(part).not.toContain("<img");
    expect(part).toContain("&lt;img");
    expect(chips(part).length).toBeGreaterThan(0);
  });

  test("an ID-card number and a phone are not shown", async () => {
    const part = await typed([["text", "椪柑落果，身份证430102199003078515，电话13800138000"]]);
    const shown = part.replace(/<input type="hidden"[^>]*>/g, "");
    expect(part).not.toContain("430102199003078515");
    expect(shown).not.toContain("13800138000");
    expect(visible(shown)).toContain("138****8000");
  });

  test("the mark of a cut number is no word that was not understood", async () => {
    const text = "椪柑落果，430102199003078515，还有魑魅魍魉";
    const part = await typed([["text", text]]);
    const profile = await (await browser.submit("/profile", [["text", `擅长${text}`]])).text();
    for (const page of [part, profile]) {
      expect(page).toContain("［身份证号已删除］");
      expect(page).toMatch(/<mark class="k-unknown"[^>]*>魑魅魍魉/);
      expect(page).not.toMatch(/<mark class="k-unknown"[^>]*>[^<]*(身份|证号|删除)/);
    }
    expect(visible(part)).not.toMatch(/未识别[^。]*身份证号已删除/);
  });

  test("a skill that nobody knows is named, and nothing breaks", async () => {
    const answer = await browser.submit("/understand", [
      ["text", PONKAN],
      ["was", PONKAN],
      ["skill", "mars/rovers"],
      ["chips", "confirm"],
    ]);
    expect(answer.status).toBe(404);
    expect(visible(await answer.text())).toContain("mars");
  });
});

describe("without scripts, what is understood", () => {
  const see = (fields: Fields): Promise<string> =>
    browser.landing("/match", [...fields, ["see", "1"]]);

  test("is seen by a plain button, which needs no county", async () => {
    const address = await see([["text", MIXED]]);
    expect(address).toMatch(/^\/\?text=.*&see=1#understood$/);
    const page = await browser.read(address);
    expect(chips(page)).toContain("chicken/animal-disease");
    expect(listed(page)).toEqual([]);
    expect(page).toContain(`>\n${MIXED}</textarea>`);
  });

  test("tells what is wrong with the words alone", async () => {
    const answer = await browser.submit("/match", [
      ["text", ""],
      ["see", "1"],
    ]);
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('id="text-fault"');
    expect(page).not.toContain('id="county-fault"');
  });

  test("stays seen after a chip is removed, and becomes a list by the main button", async () => {
    const page = await browser.read(await see([["text", PONKAN]]));
    const fields = panelFields(page, PONKAN);
    const [first = ""] = chips(page);
    const less = await browser.landing("/match", [...fields, ["remove", first]]);
    expect(less).toContain("see=1");
    expect(chips(await browser.read(less))).toEqual(chips(page).slice(1));
    const found = await browser.landing("/match", [...fields, ["county", GUZHANG], ["find", "1"]]);
    expect(found).not.toContain("see=1");
    expect(listed(await browser.read(found))[0]).toBe("林秋月");
  });

  test("takes an answer to a question as words of the text", async () => {
    const page = await browser.read(await see([["text", VAGUE]]));
    const words = /name="add" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const address = await browser.landing("/match", [...panelFields(page, VAGUE), ["add", words]]);
    expect(await browser.read(address)).toContain(`>\n${VAGUE}，${words}</textarea>`);
  });

  test("can lose its last skill, and then says so until one is added", async () => {
    const one = "柑橘溃疡病";
    const page = await browser.read(await see([["text", one]]));
    const [only = ""] = chips(page);
    expect(chips(page)).toHaveLength(1);
    const none = await browser.landing("/match", [...panelFields(page, one), ["remove", only]]);
    const empty = await browser.read(none);
    expect(chips(empty)).toEqual([]);
    expect(visible(empty)).toContain("读出的技能都已移除");
    const asked = await browser.landing("/match", [
      ...panelFields(empty, one),
      ["none", "1"],
      ["county", GUZHANG],
      ["find", "1"],
    ]);
    const answer = await world.get(asked);
    expect(answer.status).toBe(400);
    expect(visible(await answer.text())).toContain("请至少补一项技能");
    const added = await browser.landing("/match", [
      ...panelFields(empty, one),
      ["none", "1"],
      ["industry", "tea"],
      ["competence", "branding"],
      ["chips", "add"],
    ]);
    const page2 = await browser.read(added);
    expect(chips(page2)).toEqual(["tea/branding"]);
    expect(visible(page2)).toContain("您补上的");
  });
});

describe("adding a skill", () => {
  test("finds industries and competences by pinyin initials, with where they stand in the tree", async () => {
    const industries = await browser.read("/terms/industry?findIndustry=gj");
    expect(industries).toContain(
      'type="radio" name="industry" value="citrus" form="problem" checked',
    );
    expect(visible(industries)).toContain("柑橘 种植业 › 水果");
    expect(await browser.read("/terms/competence?findCompetence=zwbh")).toContain(
      'value="plant-disease"',
    );
  });

  test("finds an industry by a variety, as the words of a problem would", async () => {
    expect(await browser.read("/terms/industry?findIndustry=爱媛38")).toContain('value="citrus"');
  });

  test("asks the word lists only where no name answers", async () => {
    const named = await browser.read("/terms/competence?findCompetence=pinpai");
    expect(named.match(/type="radio"/g)).toHaveLength(1);
    expect(named).toContain('value="branding" form="problem" checked');
  });

  test("offers the whole tree where nothing is found or nothing was looked for", async () => {
    for (const query of ["", "xyzzy"]) {
      const part = await browser.read(`/terms/industry?findIndustry=${query}`);
      expect(part).toContain('<select id="industry"');
    }
    expect(visible(await browser.read("/terms/industry?findIndustry=xyzzy"))).toContain("没有查到");
  });

  test("works by plain buttons: look up, choose, add", async () => {
    const address = await browser.landing("/match", [
      ["text", PONKAN],
      ["findIndustry", "gj"],
      ["findCompetence", "病害"],
      ["look", "1"],
      ["mode", "see"],
    ]);
    const page = await browser.read(address);
    expect(page).toContain('<details class="add" open');
    expect(page).toContain('name="industry" value="citrus"');
    expect(page).toContain('name="competence" value="plant-disease"');
  });

  test("takes Enter in the field to look up for looking up, not for finding experts", async () => {
    const fields: Fields = [
      ["text", PONKAN],
      ["county", GUZHANG],
      ["findIndustry", "gj"],
      ["find", "1"],
    ];
    expect(await browser.landing("/match", [...fields, ["lookedIndustry", ""]])).toContain("see=1");
    expect(await browser.landing("/match", [...fields, ["lookedIndustry", "gj"]])).not.toContain(
      "see=1",
    );
  });
});

describe("words that are not Chinese", () => {
  const english = { cookie: "lang=en" };

  test("are not invited: the page says that only Chinese is read", async () => {
    for (const path of ["/", "/profile"]) {
      const page = visible(await browser.read(path, english));
      expect(page).toContain("only Chinese is read");
      expect(page).not.toContain("read best");
    }
  });

  test("are told so where a question is asked back, and Chinese words are not", async () => {
    const told = "目前只读得懂中文";
    expect(visible(await typed([["text", "my orange trees have curled leaves"]]))).toContain(told);
    expect(visible(await typed([["text", VAGUE]]))).not.toContain(told);
    const profile = await browser.submit("/profile", [["text", "I breed tea"]]);
    expect(visible(await profile.text())).toContain(told);
  });
});

describe("how sure a reading is", () => {
  test.each([
    [0.9, "很有把握 90%"],
    [0.89, "较有把握 89%"],
    [0.75, "较有把握 75%"],
    [0.74, "把握不大 74%"],
    [0.4, "把握不大 40%"],
  ])("%d is told in the words of the page about matching", async (confidence, told) => {
    expect(PHRASES.confidence(confidence).zh).toBe(told);
    const about = visible(await browser.read("/about"));
    expect(about).toContain("90% 以上写“很有把握”，75% 以上写“较有把握”，再低写“把握不大”");
  });
});

describe("the page about matching", () => {
  test("says which names reach a model and what is kept of a correction", async () => {
    const about = visible(await browser.read("/about"));
    expect(about).toContain("别的姓名认不出来，会一起送出去");
    expect(about).toContain("填了姓名的，也记下是谁填的");
    expect(about).toContain("一项技能取产业和专长两者中较低的");
    expect(about).not.toContain("不记姓名");
  });
});

describe("skills that the reader changed", () => {
  /** The panel after one chip was removed, and what it sends once the words are `text`. */
  const edited = async () => {
    const part = await typed([["text", PONKAN]]);
    const [first = ""] = chips(part);
    const less = await typed([...panelFields(part, PONKAN), ["remove", first]]);
    return { first, left: chips(less), less };
  };
  const next = (part: string, text: string): Promise<string> =>
    typed([
      ...panelFields(part, text).filter(([name]) => name !== "was"),
      ...["was", "none", "edits", "edited"].map((name): [string, string] => [
        name,
        fieldValue(part, name),
      ]),
    ]);

  test("stay as they are while words are added, and the page says so", async () => {
    const { left, less } = await edited();
    for (const text of [`${PONKAN}。`, `您好，${PONKAN}`]) {
      const after = await next(less, text);
      expect(chips(after)).toEqual(left);
      expect(visible(after)).toContain("您改过的技能没有变");
    }
  });

  test("stay when what was added is taken back, letter by letter", async () => {
    const { left, less } = await edited();
    const more = await next(less, `${PONKAN}，急`);
    const back = await next(await next(more, `${PONKAN}，`), PONKAN);
    expect(chips(back)).toEqual(left);
  });

  test("go when other words take their place, which stays told while more is typed", async () => {
    const { first, less } = await edited();
    const changed = await next(less, PONKAN.slice(1));
    expect(chips(changed)).toContain(first);
    expect(visible(changed)).toContain("文字改了，技能已重新识别");
    expect(changed).toMatch(/<p id="heard"[^>]*>文字改了/);
    const later = await next(changed, `${PONKAN.slice(1)}！`);
    expect(visible(later)).toContain("文字改了，技能已重新识别");
    const confirmed = await typed([
      ...panelFields(later, `${PONKAN.slice(1)}！`),
      ["edits", fieldValue(later, "edits")],
      ["chips", "confirm"],
    ]);
    expect(visible(confirmed)).not.toContain("文字改了");
  });

  test("are read anew, and the page says so, where all were removed and words were added", async () => {
    const part = await typed([["text", "柑橘溃疡病"]]);
    const [only = ""] = chips(part);
    const none = await typed([...panelFields(part, "柑橘溃疡病"), ["remove", only]]);
    const after = await next(none, "柑橘溃疡病，还有茶叶卖不掉");
    expect(chips(after)).toContain(only);
    expect(visible(after)).toContain("文字改了，技能已重新识别");
  });

  test("have nothing to say where none was changed", async () => {
    const after = await next(await typed([["text", PONKAN]]), PONKAN.slice(1));
    expect(visible(after)).not.toMatch(/文字改了|文字有补充/);
  });
});

describe("half of a skill", () => {
  /** What a browser sends of the two lists: a list of hits of which none is ticked sends nothing. */
  const halves: [string, Fields, string][] = [
    ["an industry without a competence", [["industry", "citrus"]], "请选一个专长"],
    ["a competence without an industry", [["competence", "plant-disease"]], "请选一个产业"],
  ];

  test.each(halves)("%s is told at its field, while scripts run", async (_, half, told) => {
    const part = await typed([["text", PONKAN]]);
    const fields: Fields = [
      ...panelFields(part, PONKAN),
      ["findIndustry", "gj"],
      ["findCompetence", "bh"],
      ["chips", "add"],
    ];
    const before = (await corrections()).length;
    const answer = await browser.submit("/understand", [...fields, ...half]);
    const after = await answer.text();
    expect(answer.status).toBe(400);
    expect(chips(after)).toEqual(chips(part));
    expect(visible(after)).toContain(told);
    expect(after).toContain('<details class="add" open');
    expect(fieldValue(after, "findCompetence")).toBe("bh");
    expect(after).not.toContain("null");
    expect((await corrections()).length).toBe(before);
  });

  test.each(halves)("%s is told at its field, without scripts", async (_, half, told) => {
    const page = await browser.read(
      await browser.landing("/match", [
        ["text", PONKAN],
        ["see", "1"],
      ]),
    );
    const fields = panelFields(page, PONKAN);
    const answer = await browser.submit("/match", [...fields, ...half, ["chips", "add"]]);
    const after = await answer.text();
    expect(answer.status).toBe(400);
    expect(chips(after)).toEqual(chips(page));
    expect(after).toMatch(new RegExp(`-fault" role="alert">${told}`));
    const kept = half.map(([, id]) => `<option value="${id}" selected`);
    for (const option of kept) expect(after).toContain(option);
  });

  test("leaves the list of experts below where it is", async () => {
    const found = await browser.landing("/match", [
      ["text", PONKAN],
      ["county", GUZHANG],
      ["find", "1"],
    ]);
    const page = await browser.read(found);
    const answer = await browser.submit("/match", [
      ...panelFields(page, PONKAN).filter(([name]) => name !== "mode"),
      ["county", GUZHANG],
      ["mode", "find"],
      ["chips", "add"],
    ]);
    const after = await answer.text();
    expect(answer.status).toBe(400);
    expect(listed(after)).toEqual(listed(page));
    for (const told of ["请选一个产业", "请选一个专长"]) expect(visible(after)).toContain(told);
  });
});

describe("what readers say of a reading", () => {
  test("is kept as corrections: confirmed is right, removed is wrong, added was missed", async () => {
    const part = await typed([["text", PONKAN]]);
    const fields = panelFields(part, PONKAN);
    const [first = "", ...others] = chips(part);

    const before = (await corrections()).length;
    await typed([...fields, ["chips", "confirm"]]);
    const confirmed = await corrections();
    expect(confirmed.length - before).toBe(1 + others.length);
    expect(confirmed[0]).toMatchObject({ right: true, origin: "offline", text: PONKAN });

    await typed([...fields, ["remove", first]]);
    const [removed] = await corrections();
    expect(removed).toMatchObject({ tag: `skill:${first}`, right: false, origin: "offline" });
    expect(removed?.words).not.toBe("");

    await browser.submit("/match", [
      ...fields,
      ["county", GUZHANG],
      ["industry", "tea"],
      ["competence", "branding"],
      ["chips", "add"],
    ]);
    const [added] = await corrections();
    expect(added).toMatchObject({
      tag: "skill:tea/branding",
      right: true,
      origin: "person",
      words: "",
    });
  });

  test("is shown at once: confirmed chips say so", async () => {
    const part = await typed([["text", PONKAN]]);
    const after = await typed([...panelFields(part, PONKAN), ["chips", "confirm"]]);
    expect(visible(after)).toContain("已由您确认");
    expect(fieldValue(after, "confirmed")).toBe("1");
  });

  test("is not kept of other words than those that were read", async () => {
    const part = await typed([["text", PONKAN]]);
    const before = (await corrections()).length;
    const fields = panelFields(part, PONKAN).map(([name, value]): [string, string] =>
      name === "text" ? [name, `${value}！`] : [name, value],
    );
    await typed([...fields, ["chips", "confirm"]]);
    expect((await corrections()).length).toBe(before);
  });

  test("breaks no page when it cannot be kept", async () => {
    const down = () =>
      Promise.reject(new AppError("unavailable", { zh: "连不上", en: "The graph is down" }));
    const graph = { ...world.graph, all: down, maybe: down, transaction: down };
    const app = createApp({ ...world.runtime, graph });
    const part = await typed([["text", PONKAN]]);
    const body = new URLSearchParams([
      ...panelFields(part, PONKAN),
      ["chips", "confirm"],
    ]).toString();
    const answer = await app.request("/understand", {
      method: "POST",
      body,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: "http://localhost",
      },
    });
    expect(answer.status).toBe(200);
    expect(visible(await answer.text())).toContain("已由您确认");
  });
});
