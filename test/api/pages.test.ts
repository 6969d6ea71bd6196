import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { AppError } from "../../src/domain/error.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, chips, fieldValue, listed, visible } from "./pages-browser.ts";

const PONKAN = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const GUZHANG = "433126";
const MIXED = "三十亩爱媛38裂果，鸡也拉稀，急！在保靖县，不需要培训，想请两名专家下周来看看";

let world: World;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

const problem = (...more: [string, string][]): [string, string][] => [
  ["text", PONKAN],
  ["county", GUZHANG],
  ...more,
];
const addressOf = (fields: [string, string][]): string => `/?${new URLSearchParams(fields)}`;

const queryOf = (address: string): URLSearchParams =>
  new URL(address, "http://localhost").searchParams;

describe("the start page", () => {
  test("speaks Chinese first, and English to whom asks for it", async () => {
    expect(await browser.read("/")).toContain('<html lang="zh-CN">');
    expect(await browser.read("/", { "accept-language": "en-GB" })).toContain('<html lang="en">');
  });

  test("keeps the language that the switch asks for", async () => {
    const answer = await world.get("/?lang=en");
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^lang=en;/);
    expect(await browser.read("/needs", { cookie: "lang=en" })).toContain("<h1>Needs</h1>");
  });

  test("turns the form into an address that can be sent to a colleague", async () => {
    const address = await browser.landing("/match", [
      ["text", PONKAN],
      ["county", "古丈"],
    ]);
    expect(address).toBe(`${addressOf(problem())}#understood`);
  });

  test("lists who fits, with score, parts, reasons and dated evidence", async () => {
    const page = await browser.read(addressOf(problem()));
    expect(listed(page)[0]).toBe("林秋月");
    const text = visible(page);
    expect(text).toMatch(/匹配分 \d+\.\d/);
    expect(text).toContain("覆盖");
    expect(text).toMatch(/2025 年\S+“/);
    expect(text).toContain("演示");
  });

  test("marks what was read in the words and says by which rule", async () => {
    const page = await browser.read(addressOf(problem()));
    expect(page).toMatch(/<mark class="k-industry" title="[^"]*椪柑[^"]*">椪柑<\/mark>/);
    expect(page).toContain("产业名称");
  });

  test("sends a text of 1,000 signs by a short address, and shows it whole", async () => {
    const text = [...Array(1_000).keys()].map((i) => String.fromCodePoint(0x4e00 + i * 7)).join("");
    const address = await browser.landing("/match", [
      ["text", text],
      ["county", GUZHANG],
    ]);
    expect(address.length).toBeLessThan(4_500);
    expect(await browser.read(address)).toContain(text);
  });

  test("says that an address was cut short", async () => {
    const answer = await world.get("/?q=AAAA&county=433126");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("网址不完整");
  });

  test("counts line ends as one sign, as the reader does", async () => {
    const text = `${"椪柑落果。\n".repeat(166)}急急`;
    expect(text.length).toBe(998);
    const answer = await browser.submit("/match", [
      ["text", text.replaceAll("\n", "\r\n")],
      ["county", GUZHANG],
    ]);
    expect(answer.status).toBe(303);
  });

  test("escapes what was typed", async () => {
    const page = await browser.read(
      addressOf([
        ["text", '椪柑落果<script>alert("1")</script>'],
        ["county", GUZHANG],
      ]),
    );
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;alert");
  });

  test("masks phones where the words are shown", async () => {
    const page = await browser.read(
      addressOf([
        ["text", "椪柑落果，电话13800138000"],
        ["county", GUZHANG],
      ]),
    );
    expect(visible(page.replace(/<textarea.*?<\/textarea>/s, ""))).toContain("138****8000");
    expect(page).toContain("以星号遮挡");
  });

  test("never puts an ID-card number into an address, and says that it was cut out", async () => {
    const typed = "椪柑落果，身份证430102199003078515";
    const fields: [string, string][] = [
      ["text", typed],
      ["county", GUZHANG],
    ];
    const address = await browser.landing("/match", fields);
    expect(decodeURIComponent(address)).not.toContain("19900307");
    expect(await browser.read(address)).toContain("身份证号已删除，不会保存");
    const direct = await world.get(addressOf(fields));
    expect(direct.status).toBe(303);
    expect(decodeURIComponent(direct.headers.get("location") ?? "")).not.toContain("19900307");
  });

  test("only suggests another county that the words name", async () => {
    const page = await browser.read(
      addressOf([
        ["text", "保靖县椪柑落果"],
        ["county", GUZHANG],
      ]),
    );
    expect(visible(page)).toContain("文中提到");
    expect(page).toContain('name="pickCounty" value="433125"');
    expect(fieldValue(page, "county")).toBe("古丈县");
    const address = await browser.landing("/match", [
      ["text", "保靖县椪柑落果"],
      ["county", "古丈县"],
      ["pickCounty", "433125"],
    ]);
    expect(address).toContain("county=433125");
  });

  test("asks back with answers that are added to the words", async () => {
    const fields: [string, string][] = [
      ["text", "椪柑请专家来看看"],
      ["county", GUZHANG],
    ];
    const page = await browser.read(addressOf(fields));
    expect(listed(page)).toEqual([]);
    const words = /name="add" value="([^"]+)" form="problem"/.exec(page)?.[1] ?? "";
    expect(words).not.toBe("");
    const address = await browser.landing("/match", [...fields, ["add", words]]);
    expect(queryOf(address).get("text")).toBe(`椪柑请专家来看看，${words}`);
  });

  test("says when nobody fits, with the nearest and what each lacks", async () => {
    const page = await browser.read(addressOf(problem(["skill", "bees/beekeeping"])));
    expect(page).toContain("没有合适的人选");
  });
});

describe("the skills asked for", () => {
  const chipFields = async (): Promise<[string, string][]> => {
    const page = await browser.read(addressOf(problem()));
    return problem(
      ["was", PONKAN],
      ...chips(page).map((chip): [string, string] => ["skill", chip]),
    );
  };

  test("can be removed by a press of a plain button", async () => {
    const fields = await chipFields();
    const [first = ""] = fields.filter(([name]) => name === "skill").map(([, value]) => value);
    const address = await browser.landing("/match", [...fields, ["remove", first]]);
    const left = queryOf(address).getAll("skill");
    expect(left).toHaveLength(fields.length - 4);
    expect(left).not.toContain(first);
  });

  test("can be confirmed, added to and given up again", async () => {
    const fields = await chipFields();
    const confirmed = await browser.landing("/match", [...fields, ["chips", "confirm"]]);
    expect(await browser.read(confirmed)).toContain("已由您确认");
    const more = await browser.landing("/match", [
      ...fields,
      ["industry", "tea"],
      ["competence", "branding"],
      ["chips", "add"],
    ]);
    expect(queryOf(more).getAll("skill")).toContain("tea/branding");
    const given = await browser.landing("/match", [...fields, ["chips", "reread"]]);
    expect(given).not.toContain("skill=");
  });

  test("are told when only half of one was chosen", async () => {
    const fields = await chipFields();
    const answer = await browser.submit("/match", [
      ...fields,
      ["industry", "tea"],
      ["competence", ""],
      ["chips", "add"],
    ]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("请选一个专长");
  });

  test("stay while words are only added, and go when other words take their place", async () => {
    const fields = await chipFields();
    const sent = (change: (text: string) => string) =>
      browser.landing("/match", [
        ...fields.map(([name, value]): [string, string] =>
          name === "text" ? [name, change(value)] : [name, value],
        ),
        ["confirmed", "1"],
      ]);
    expect(await sent((text) => text)).toContain("skill=");
    expect(await sent((text) => `${text}！`)).toContain("skill=");
    const changed = await sent((text) => text.slice(1));
    expect(changed).not.toContain("skill=");
    expect(visible(await browser.read(changed))).toContain("文字改了，技能已重新识别");
  });
});

describe("wrong input", () => {
  test("keeps the form and names every faulty field", async () => {
    const answer = await browser.submit("/match", [
      ["text", "😀😀"],
      ["county", "火星县"],
      ["days", "900"],
    ]);
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain("😀😀");
    expect(page).toContain('value="火星县"');
    for (const field of ["text", "county", "days"]) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(`id="${field}-fault"`);
    }
  });

  test("offers the counties that may have been meant", async () => {
    const answer = await browser.submit("/match", [
      ["text", PONKAN],
      ["county", "怀化市"],
    ]);
    const page = await answer.text();
    expect(page).toContain(PONKAN);
    expect(page).toMatch(/name="pickCounty" value="4312\d\d"/);
  });

  test("refuses 1,001 signs, in the reader's language, and keeps them", async () => {
    const text = "椪".repeat(1_001);
    const answer = await world.get(
      addressOf([...problem(), ["lang", "en"]]).replace(
        encodeURIComponent(PONKAN),
        encodeURIComponent(text),
      ),
    );
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain("at most 1000 characters");
    expect(page).toContain(text);
  });

  test("refuses a list of none and of 10,000", async () => {
    for (const limit of ["0", "10000", "many"]) {
      expect((await world.get(addressOf(problem(["limit", limit])))).status).toBe(400);
    }
  });

  test("keeps the conditions of a list that cannot be read", async () => {
    const answer = await world.get("/experts?words=%E6%9E%97&county=%E7%81%AB%E6%98%9F");
    const page = await answer.text();
    expect(answer.status).toBe(404);
    expect(page).toContain('value="火星"');
    expect(page).toContain("没有找到");
  });

  test("answers an unknown thing with a page that says so, and a number to quote", async () => {
    const answer = await world.get("/needs/XQ-2026-99999?lang=en");
    const page = await answer.text();
    expect(answer.status).toBe(404);
    expect(page).toContain("There is no need");
    expect(page).toContain(answer.headers.get("x-request-id") ?? "?");
    expect(page).not.toMatch(/at \S+\.ts:\d+/);
  });

  test("says when the graph is down, and does not lose what was typed", async () => {
    const down = () =>
      Promise.reject(
        new AppError("unavailable", { zh: "图数据库连不上", en: "The graph is down" }),
      );
    const graph = { ...world.graph, all: down, maybe: down };
    const app = createApp({ ...world.runtime, graph });
    const answer = await app.request(addressOf(problem()));
    const page = await answer.text();
    expect(answer.status).toBe(503);
    expect(page).toContain("图数据库连不上");
    expect(page).toContain(PONKAN);
  });
});

describe("why not", () => {
  test("names the reason that refuses an expert", async () => {
    const page = await browser.read(addressOf(problem(["why", "向志远"])));
    expect(visible(page)).toContain("目前不在岗");
  });

  test("lets the reader choose among namesakes", async () => {
    const page = await browser.read(addressOf(problem(["why", "李明"])));
    expect(page).toContain('name="why" value="exp_liming_a"');
    expect(visible(page)).toContain("湖南省茶叶研究所");
    const chosen = await browser.read(addressOf(problem(["why", "exp_liming_b"])));
    expect(visible(chosen)).toContain("没有所需或相近的技能");
  });

  test("says when nobody bears the name", async () => {
    const page = await browser.read(addressOf(problem(["why", "查无此人"])));
    expect(visible(page)).toContain("没有找到专家“查无此人”");
  });
});

describe("saving", () => {
  test("asks for a name and keeps the problem", async () => {
    const answer = await browser.submit("/needs", problem(["name", " "]));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain("请填写您的姓名");
    expect(listed(page)[0]).toBe("林秋月");
  });

  test("gives a code, once for one press, and keeps the name as unverified", async () => {
    const fields = problem(["name", "王敏"], ["key", "one-press"]);
    const address = await browser.landing("/needs", fields);
    expect(address).toMatch(/^\/needs\/XQ-2026-\d{5}\?saved=1$/);
    expect(await browser.landing("/needs", fields)).toBe(address);
    const page = visible(await browser.read(address));
    expect(page).toContain("已保存，需求编号");
    expect(page).toContain("王敏 (未核实)");
  });

  test("saves what a long address holds", async () => {
    const text = `${PONKAN}。`.repeat(20);
    const address = await browser.landing("/match", [
      ["text", text],
      ["county", GUZHANG],
    ]);
    const packed = queryOf(address).get("q") ?? "";
    expect(packed).not.toBe("");
    const need = await browser.landing("/needs", [
      ["q", packed],
      ["county", GUZHANG],
      ["name", "王敏"],
    ]);
    expect(visible(await browser.read(need)).replaceAll(" ", "")).toContain(text);
  });

  test("keeps a list and whoever was asked about, to be compared with another day", async () => {
    const need = (await browser.landing("/needs", problem(["name", "王敏"]))).split("?")[0] ?? "";
    const refused = await browser.submit(`${need}/runs`, [["name", ""]]);
    expect(refused.status).toBe(400);
    const run = await browser.landing(`${need}/runs`, [
      ["name", "王敏"],
      ["why", "向志远"],
    ]);
    expect(run).toMatch(/^\/runs\/run_.+\?kept=1$/);
    const page = visible(await browser.read(run.replace("kept=1", "replay=1")));
    expect(page).toContain("向志远");
    expect(page).toContain("名单、次序和得分都没有变化");
    expect(await browser.read(need)).toContain(run.split("?")[0]);
  });

  test("saves an unclear problem as a draft, which can be completed", async () => {
    const need = await browser.landing("/needs", [
      ["text", "椪柑请专家来看看"],
      ["county", GUZHANG],
      ["name", "王敏"],
    ]);
    const page = await browser.read(need);
    expect(visible(page)).toContain("草稿");
    expect(page).toMatch(/class="button" href="\/\?text=/);
  });

  test("is refused to forms of other sites", async () => {
    const answer = await world.post("/needs", "name=x", {
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://elsewhere.example",
    });
    expect(answer.status).toBe(403);
  });
});

describe("the directory", () => {
  test("finds an expert by pinyin and by skill, and shows no phone", async () => {
    expect(await browser.read("/experts?words=lqy")).toContain("林秋月");
    expect(await browser.read("/experts?industry=tea&competence=processing")).toContain("李明");
    const page = await browser.read("/experts/exp_lin");
    expect(visible(page)).toContain("椪柑·植物病害防治");
    expect(page).not.toContain("13800138000");
  });

  test("leads from a name that several bear to all of them", async () => {
    const answer = await world.get("/experts/李明");
    expect(answer.status).toBe(303);
    const page = await browser.read(answer.headers.get("location") ?? "");
    expect(visible(page).match(/李明/g)).toHaveLength(2);
  });

  test("takes a part of an institution's name where only one is called so", async () => {
    const page = await browser.read("/experts?institution=茶叶研究所");
    expect(page).toContain("彭青山");
    expect(page).not.toContain("林秋月");
    const answer = await world.get("/experts?institution=农业大学大学");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('id="institution-fault"');
  });

  test("shows the needs that fit an expert, and those that cannot be served", async () => {
    await browser.submit("/needs", problem(["name", "王敏"]));
    expect(visible(await browser.read("/experts/exp_lin"))).toContain("500亩椪柑");
    expect(visible(await browser.read("/experts/exp_xiang"))).toContain("技能对口但不能派");
  });

  test("goes on to the next page and back", async () => {
    const first = await browser.read("/experts?industry=rice");
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await browser.read(next);
    expect(second).toContain("稻农22");
    expect(second).toContain('href="/experts?industry=rice"');
  });

  test("lists institutions and their people", async () => {
    expect(await browser.read("/institutions?words=hnnydx")).toContain("湖南农业大学");
    expect(visible(await browser.read("/institutions/inst_citrus"))).toContain("林秋月");
  });

  test("finds a county by its initials and shows what it lives on", async () => {
    expect(await browser.read("/counties?words=gz")).toContain("古丈县");
    const page = visible(await browser.read(`/counties/${GUZHANG}`));
    expect(page).toContain("湘西");
    expect(page).toContain("茶叶");
  });

  test("narrows the needs by county, status and words", async () => {
    await browser.submit("/needs", problem(["name", "王敏"]));
    const found = await browser.read("/needs?county=古丈&status=published&words=椪柑");
    expect(found).toMatch(/\/needs\/XQ-2026-\d{5}/);
    expect(await browser.read("/needs?words=不存在的字")).toContain("没有符合条件的需求");
    expect((await world.get("/needs?status=wrong")).status).toBe(400);
  });

  test("says how matching works, with the numbers of the policy in force", async () => {
    const page = visible(await browser.read("/about"));
    expect(page).toContain(world.reference.rules.policy.name);
    expect(page).toContain("演示");
  });
});

describe("every page", () => {
  const PATHS = [
    "/",
    addressOf(problem(["why", "向志远"])),
    "/needs",
    "/experts",
    "/experts/exp_lin",
    "/institutions",
    "/counties",
    `/counties/${GUZHANG}`,
    `/?${new URLSearchParams({ text: MIXED, see: "1", findIndustry: "gj" })}`,
    addressOf([
      ["text", "椪柑请专家来看看"],
      ["see", "1"],
    ]),
    "/profile",
    "/about",
    "/nowhere",
  ];

  test.each(PATHS)("%s has no inline script or style, and allows none", async (path) => {
    const answer = await world.get(path);
    const page = await answer.text();
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(page).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]* src=)/);
  });

  test.each(PATHS)(
    "%s has nothing left in Chinese among its own words in English",
    async (path) => {
      const page = await browser.read(path, { cookie: "lang=en" });
      const own = page
        .replace(/<head>.*?<\/head>/s, "")
        .replace(/<(textarea|datalist).*?<\/\1>/gs, "")
        .replace(/<(\w+)([^>]*) lang="zh-CN"[^>]*>.*?<\/\1>/gs, "");
      expect(own.replace(/<[^>]+>/g, " ").match(/[\u4e00-\u9fff]+[^<>]{0,20}/g) ?? []).toEqual([]);
    },
  );
});

test("the stylesheet keeps to what Chromium 90 knows, and stays small", () => {
  const css = readFileSync(new URL("../../src/http/pages/assets/app.css", import.meta.url), "utf8");
  expect(css).not.toMatch(/@layer|@container|:has\(|popover|color-mix|^\s*&/m);
  expect(css.length).toBeLessThan(20_000);
});
