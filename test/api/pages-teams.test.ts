import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Composer } from "../../src/domain/team/composer.ts";
import { testComposer } from "../support/composer.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, skippedHeadings, visible } from "./pages-browser.ts";

const GUZHANG = "433126";
/** Three people: the small province has enough for them. */
const TRIO = "preset=guangdong-town-team";

let world: World;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

/** The page once it is composed, as a reader without scripts gets it who refreshes. */
async function settled(path: string): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const page = await browser.read(path);
    if (!page.includes("data-events")) return page;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${path} is still being composed`);
}

const unescaped = (html: string): string => html.replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Ids of the members, in their order. */
const members = (page: string): string[] =>
  [...page.matchAll(/id="member-([^"]+)"/g)].flatMap(([, id]) => id ?? []);

/** What the buttons of a page change, by their labels. */
const changes = (page: string, label: string): string[] =>
  [...page.matchAll(/name="do" value="([^"]+)"[^>]*>([^<]+)/g)].flatMap(([, value, text]) =>
    text === label && value ? [unescaped(value)] : [],
  );

const linkOf = (page: string, label: string): string =>
  unescaped(new RegExp(`href="([^"]+)"[^>]*>${label}`).exec(page)?.[1] ?? "");

/** The hidden fields of the form that a button sends. */
function fieldsBefore(page: string, label: string): [string, string][] {
  const form = page.split(`>${label}<`)[0]?.split("<form").at(-1) ?? "";
  return [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, unescaped(value)],
  );
}

const queryOf = (address: string): URLSearchParams =>
  new URL(address, "http://localhost").searchParams;

describe("the list of teams", () => {
  test("leads to the team of every unit, and the county page to its own", async () => {
    const page = await browser.read("/teams");
    const units = new Set([...page.matchAll(/href="\/teams\/(\d{6})"/g)].map(([, code]) => code));
    expect(units.size).toBe(world.reference.places.counties.size);
    expect(await browser.read(`/counties/${GUZHANG}`)).toContain(`href="/teams/${GUZHANG}"`);
  });
});

describe("the team of a county", () => {
  test("is composed by the preset, with proof, roles, reasons, rules and coverage", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}`);
    expect(members(page)).toHaveLength(3);
    const text = visible(page);
    expect(text).toMatch(
      /已证明：在这些规则下，没有哪个团队更好（求解 \d+ 个松弛问题，比较 \d+ 人）/,
    );
    expect(text).toContain("团长");
    expect(text).toMatch(/茶叶·加工工艺 0\.\d\d 以茶叶·加工工艺应对 \d 级 20\d\d 年服务/);
    expect(text).toMatch(/✓ 符合 1\. 3 人（现 3 人）/);
    expect(text).toMatch(/茶叶·加工工艺 产后 主导产业第 1 位：茶叶（8） \d+% 李明/);
  });

  test("skips no level of headings without squads", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}`);
    expect(page).toMatch(/<h3><a class="name"/);
    expect(skippedHeadings(page)).toEqual([]);
  });

  test("goes by the name of the county too", async () => {
    const answer = await world.get("/teams/古丈?preset=yunnan-mission");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/teams/${GUZHANG}?preset=yunnan-mission`);
  });

  test("keeps whom a button pins, and leaves out whom a button excludes", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}`);
    const [first = ""] = members(page);
    const without = changes(page, "排除")[0] ?? "";
    expect(without).toBe(`exclude:${first}`);
    const excluded = await settled(`/teams/${GUZHANG}?${TRIO}&do=${without}`);
    expect(members(excluded)).not.toContain(first);
    const [back = ""] = changes(excluded, "恢复");
    expect(back).toBe(`admit:${first}`);
    const again = await settled(
      `/teams/${GUZHANG}?${TRIO}&do=${without}&do=${back}&do=pin:${first}`,
    );
    expect(members(again)).toContain(first);
    expect(visible(again)).toContain("已指定");
    expect(changes(again, "取消指定")).toEqual([`unpin:${first}`]);
  });

  test("says which changes were made, and goes back by leaving the last out", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}&do=size:4&do=policy:travelPerKm:0`);
    expect(visible(page)).toMatch(/已作的调整 按规则“.+?”组团 人数为 4/);
    expect(members(page)).toHaveLength(4);
    const back = linkOf(page, "撤销上一步");
    expect(queryOf(back).getAll("do")).toEqual(["size:4"]);
    expect(linkOf(page, "全部重来")).toMatch(/&anew=1$/);
  });

  test("stays as it was where a change cannot be, with what is wrong above it", async () => {
    const before = `/teams/${GUZHANG}?${TRIO}&do=size:4`;
    const pins = members(await settled(before)).map((id) => `&do=pin:${id}`);
    const answer = await world.get(`${before}${pins.join("")}&do=size:3`);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(visible(page)).toContain("请检查填写的内容 必须入选的有 4 人，只有 3 个名额");
    expect(members(page)).toHaveLength(4);
    expect(visible(page)).toContain("人数为 4");
    expect(visible(page)).not.toContain("人数为 3");
    expect(page).not.toContain("<code>");
    const [summary = ""] = /<div class="notice bad" role="alert">.*?<\/div>/s.exec(page) ?? [];
    expect(summary).not.toContain("href=");
  });

  test("lists who could take each place, and swaps them in", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}&substitutes=1`);
    const [swap = ""] = changes(page, "换上");
    const [, out, into] = swap.split(":");
    expect(members(page)).toContain(out);
    const swapped = await settled(`/teams/${GUZHANG}?${TRIO}&do=${swap}`);
    expect(members(swapped)).toContain(into);
    expect(members(swapped)).not.toContain(out);
  });

  test("lists other teams with how far they are from the best, each to be taken", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}&alternatives=1`);
    expect(visible(page)).toMatch(/比最优少 \d/);
    const taken = await settled(linkOf(page, "采用"));
    expect(members(taken)).toHaveLength(3);
    expect(members(taken).some((id) => members(page).includes(id))).toBe(false);
  });

  test("is a sheet to be printed and signed too", async () => {
    const page = await settled(`/teams/${GUZHANG}/roster?${TRIO}`);
    expect(visible(page)).toContain("古丈县 科技专家服务团 花名册");
    expect(visible(page)).toContain("签字");
    expect(visible(page)).toContain("未提交的方案");
  });
});

describe("the forms of a team", () => {
  const sent = (fields: [string, string][]) =>
    browser.submit(`/teams/${GUZHANG}`, [["preset", "guangdong-town-team"], ...fields]);
  const changed = async (fields: [string, string][]) =>
    queryOf((await sent(fields)).headers.get("location") ?? "").getAll("do");

  test("change the weights that are not as before, and no others", async () => {
    expect(
      await changed([
        ["do", "size:4"],
        ["was:tea/variety", "5.6"],
        ["weight:tea/variety", "0"],
        ["was:rice/cultivation", "6.5"],
        ["weight:rice/cultivation", "6.5"],
        ["act", "weights"],
      ]),
    ).toEqual(["size:4", "weight:tea/variety:0"]);
    expect(
      await changed([
        ["was:cohesion", "2"],
        ["policy:cohesion", "3"],
        ["act", "policy"],
      ]),
    ).toEqual(["policy:cohesion:3"]);
  });

  test("ask for another size", async () => {
    const fields: [string, string][] = [
      ["sizeFrom", "4"],
      ["sizeTo", "5"],
      ["act", "size"],
    ];
    expect(await changed(fields)).toEqual(["size:4-5"]);
  });

  test("add a need that the county does not ask for, which can be taken back", async () => {
    const answer = await sent([
      ["industry", "kiwifruit"],
      ["competence", "plant-disease"],
      ["demandWeight", "20"],
      ["act", "demand"],
    ]);
    const address = answer.headers.get("location") ?? "";
    expect(queryOf(address).get("ask")).toBe("kiwifruit/plant-disease:20");
    const page = await settled(address);
    expect(visible(page)).toContain("猕猴桃·植物病害防治 产中 人工设定（20）");
    expect(queryOf(linkOf(page, "撤销上一步")).get("ask")).toBeNull();
    const dropped = await settled(linkOf(page, "移除"));
    expect(visible(dropped)).toContain("去掉需求“猕猴桃·植物病害防治”");
    expect(visible(dropped)).not.toContain("人工设定");
    expect(linkOf(dropped, "撤销上一步")).toBe(address);
  });

  test("take back a new start and another preset too", async () => {
    const before = `/teams/${GUZHANG}?${TRIO}&do=${encodeURIComponent("size:4")}`;
    const anew = linkOf(await settled(before), "全部重来");
    const page = await settled(anew);
    expect(visible(page)).toContain("已全部重来");
    expect(members(page)).toHaveLength(3);
    expect(linkOf(page, "撤销上一步")).toBe(before);
    const other = await settled(`${before}&preset=dalian-mission`);
    expect(visible(other)).toContain("按规则“大连科技特派团”组团");
    expect(linkOf(other, "撤销上一步")).toBe(before);
  });

  test.each<[string, [string, string][], [field: string, told: string][]]>([
    [
      "weights that are none",
      [
        ["was:tea/processing", "8"],
        ["weight:tea/processing", "-1"],
        ["was:tea/cultivation", "5"],
        ["weight:tea/cultivation", ""],
        ["act", "weights"],
      ],
      [
        ["weight:tea/processing", "“-1”：请填 0 至 1000 的数字"],
        ["weight:tea/cultivation", "请填 0 至 1000 的数字"],
      ],
    ],
    [
      "a weight that is a word beside one that is too large",
      [
        ["policy:cohesion", "很多"],
        ["policy:travelPerKm", "2"],
        ["act", "policy"],
      ],
      [
        ["policy:cohesion", "“很多”：请填 0 至 20 的数字"],
        ["policy:travelPerKm", "“2”：请填 0 至 1 的数字"],
      ],
    ],
    [
      "a size upside down",
      [
        ["sizeFrom", "9"],
        ["sizeTo", "3"],
        ["act", "size"],
      ],
      [["sizeFrom", "9 大于最多 3"]],
    ],
    [
      "a size that is none at either end",
      [
        ["sizeFrom", "2.5"],
        ["sizeTo", "9000"],
        ["act", "size"],
      ],
      [
        ["sizeFrom", "“2.5”：请填 1 至 200 的整数"],
        ["sizeTo", "“9000”：请填 1 至 200 的整数"],
      ],
    ],
    [
      "more than all",
      [
        ["askedCoverage", "120 %"],
        ["act", "coverage"],
      ],
      [["askedCoverage", "“120”：请填 0 至 100 的数字"]],
    ],
    [
      "a need of nothing",
      [
        ["demandWeight", "5"],
        ["act", "demand"],
      ],
      [
        ["industry", "请选择"],
        ["competence", "请选择"],
      ],
    ],
  ])(
    "say at the fields themselves what is wrong with %s, beside the team as it was",
    async (_, fields, faults) => {
      await settled(`/teams/${GUZHANG}?${TRIO}&do=${encodeURIComponent("size:4")}`);
      const answer = await sent([["preset", "guangdong-town-team"], ["do", "size:4"], ...fields]);
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(members(page)).toHaveLength(4);
      for (const [field, told] of faults) {
        const control = new RegExp(`<(?:input|select)[^>]* id="${field}"[^>]*>`).exec(page)?.[0];
        expect(control).toContain(`aria-describedby="${field}-fault"`);
        expect(control).toContain('aria-invalid="true"');
        const typed = new Map(fields).get(field);
        if (typed !== undefined) expect(control).toContain(`value="${typed}"`);
        const fault = new RegExp(`id="${field}-fault"[^>]*>(.*?)</p>`, "s").exec(page)?.[1] ?? "";
        expect(visible(fault).trim()).toBe(told);
        expect(page).toContain(`href="#${field}"`);
        if (!field.startsWith("weight:")) expect(page).toMatch(openAround(field));
      }
    },
  );

  test("take the wide digits of a Chinese keyboard", async () => {
    const fields: [string, string][] = [
      ["sizeFrom", "４"],
      ["sizeTo", " ５ "],
      ["act", "size"],
    ];
    expect(await changed(fields)).toEqual(["size:4-5"]);
  });
});

/** The last fold before a field stands open. */
const openAround = (field: string): RegExp =>
  new RegExp(`<details(?:(?!<details)[^>])* open=""(?:(?!<details).)* id="${field}"`, "s");

describe("a team that cannot be", () => {
  test("comes with repairs, and the button of the first makes one that can", async () => {
    const page = await settled(`/teams/${GUZHANG}?preset=hunan-county-team`);
    expect(visible(page)).toContain("已证明：没有任何团队能同时满足这些规则");
    const fields = fieldsBefore(page, "照此调整");
    expect(fields.some(([name]) => name === "do")).toBe(true);
    const mended = await settled(`/teams/${GUZHANG}?${new URLSearchParams(fields)}`);
    expect(members(mended).length).toBeGreaterThan(0);
    // By squads, each under its own heading.
    expect(mended).toMatch(/<h4><a class="name"/);
    expect(skippedHeadings(mended)).toEqual([]);
    expect(visible(mended)).toContain("已作的调整");
  });

  test("says the fewest rules that clash", async () => {
    const page = visible(await settled(`/teams/${GUZHANG}?preset=hunan-county-team`));
    expect(page).toContain("下面这一条，没有任何团队能满足");
  });

  test("by the coverage that is asked for comes without it, with what is missing and what mends it", async () => {
    const address = await browser.landing(`/teams/${GUZHANG}`, [
      ["preset", "guangdong-town-team"],
      ["act", "coverage"],
      ["askedCoverage", "50 %"],
    ]);
    expect(queryOf(address).getAll("do")).toEqual(["coverage:0.5"]);
    const page = await settled(address);
    expect(members(page)).toHaveLength(3);
    const text = visible(page);
    expect(text).toMatch(/全部需求要求覆盖 50 %，已证明在这些规则下最高只能到 [\d.]+ %/);
    expect(text).toContain("要求全部需求的覆盖不低于 50 %");
    const mended = await settled(
      `/teams/${GUZHANG}?${new URLSearchParams(fieldsBefore(page, "照此调整"))}`,
    );
    expect(visible(mended)).not.toContain("已证明在这些规则下最高只能到");
    expect(members(mended).length).toBeGreaterThan(3);
  });

  test.each([
    ["an unknown county", "/teams/999999", 404, "999999"],
    ["an unknown preset", `/teams/${GUZHANG}?preset=martian`, 404, "martian"],
    ["a change that nobody understands", `/teams/${GUZHANG}?do=dance`, 400, "dance"],
    [
      "a person that nobody knows",
      `/teams/${GUZHANG}?${TRIO}&do=pin:exp_nobody`,
      404,
      "exp_nobody",
    ],
    ["a need that is none", `/teams/${GUZHANG}?ask=tea`, 400, "tea"],
    [
      "more pins than seats",
      `/teams/${GUZHANG}?${TRIO}&do=size:1&do=lock:PINS`,
      400,
      "2 人，只有 1 个名额",
    ],
    ["weights that are all 0", `/teams/${GUZHANG}?${TRIO}&ZERO`, 400, "权重不能全部为零"],
  ])("%s is told with what it is", async (...row) => {
    const [, path, status, told] = row;
    const page = await settled(`/teams/${GUZHANG}?${TRIO}`);
    const zero = [...page.matchAll(/name="weight:([^"]+)"/g)].map(([, id]) => `do=weight:${id}:0`);
    const address = path
      .replace("PINS", members(page).slice(0, 2).join(":"))
      .replace("ZERO", zero.join("&"));
    const answer = await world.get(address);
    expect(answer.status).toBe(status);
    expect(visible(await answer.text())).toContain(told);
  });
});

describe("why somebody is not in the team", () => {
  test("is told by what the team would be with them, who can be pinned at once", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}&why=林秋月`);
    expect(visible(page)).toMatch(/林秋月 加入后最优团队的总值少 \d/);
    expect(changes(page, "指定这位")).toHaveLength(1);
  });

  test("asks back whom a name means, and says when nobody bears it", async () => {
    expect(visible(await settled(`/teams/${GUZHANG}?${TRIO}&why=李明`))).toContain("请选一位");
    expect(visible(await settled(`/teams/${GUZHANG}?${TRIO}&why=无名氏`))).toContain("无名氏");
  });
});

describe("two states of a team", () => {
  test("stand side by side with what differs marked", async () => {
    const page = await settled(`/teams/${GUZHANG}?${TRIO}&do=size:4`);
    const compared = await settled(linkOf(page, "与上一步对照"));
    const text = visible(compared);
    expect(text).toContain("两个方案对照");
    expect(text).toContain("仅此方案");
    expect(compared).toMatch(/tag (good|warn)">\d+%/);
    expect(queryOf(linkOf(compared, "回到组团")).getAll("do")).toEqual([]);
  });
});

test("a need that was added counts on its own side alone", async () => {
  const own = encodeURIComponent(`${TRIO}&ask=kiwifruit/plant-disease:20`);
  const compared = await browser.read(
    `/teams/${GUZHANG}/compare?before=${encodeURIComponent(TRIO)}&after=${own}`,
  );
  expect(visible(compared)).toMatch(/猕猴桃·植物病害防治 – \d+/);
});

describe("a draft", () => {
  const save = (more: [string, string][]) =>
    browser.submit(`/teams/${GUZHANG}/drafts`, [
      ["preset", "guangdong-town-team"],
      ["do", "policy:travelPerKm:0"],
      ...more,
    ]);
  const saved = async (title: string): Promise<string> => {
    const answer = await save([
      ["title", title],
      ["name", "王敏"],
    ]);
    return (answer.headers.get("location") ?? "").split("?")[0] ?? "";
  };
  const sign = (address: string, fields: [string, string][]) => browser.submit(address, fields);

  test("keeps the team under a code, to be shared, computed again and printed", async () => {
    const address = await saved("三人小队");
    expect(address).toMatch(/^\/teams\/drafts\/TD-2026-\d{5}$/);
    const page = await browser.read(`${address}?saved=1`);
    expect(members(page)).toHaveLength(3);
    expect(visible(page)).toContain("三人小队");
    expect(page).not.toContain('name="do"');
    expect(skippedHeadings(page)).toEqual([]);
    expect(visible(await browser.read(`${address}?replay=1`))).toContain("与保存时完全相同");
    expect(visible(await browser.read(`${address}/roster`))).toContain("花名册");
    expect(visible(await browser.read("/teams"))).toContain("三人小队");
    expect(queryOf(linkOf(page, "在组团页打开")).getAll("do")).toEqual(["policy:travelPerKm:0"]);
  });

  test("needs a name of its own and of whoever saves it", async () => {
    const answer = await save([["title", " "]]);
    expect(answer.status).toBe(400);
    const text = visible(await answer.text());
    expect(text).toContain("请填写方案名称");
    expect(text).toContain("请填写您的姓名");
  });

  test.each([
    ["do", "fly:exp_1", "看不懂这项调整：“fly:exp_1”"],
    ["ask", "tea", "看不懂这项需求：“tea”"],
  ])(
    "of a %s that is not understood is not saved: the form says so there and keeps what was typed",
    async (name, value, told) => {
      const answer = await browser.submit(`/teams/${GUZHANG}/drafts`, [
        ["preset", "guangdong-town-team"],
        ["do", "size:4"],
        [name, value],
        ["title", "春季方案"],
        ["name", "王敏"],
      ]);
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(page).toContain(`href="#${name}"`);
      expect(page).toMatch(new RegExp(`<section[^>]* id="${name}"`));
      expect(visible(page)).toContain(told);
      expect(page).toContain('value="春季方案"');
      expect(page).toContain('value="size:4"');
    },
  );

  test("with somebody who is not there is not saved, and the page says so", async () => {
    const answer = await browser.submit(`/teams/${GUZHANG}/drafts`, [
      ["preset", "guangdong-town-team"],
      ["do", "pin:exp_nobody"],
      ["title", "春季方案"],
      ["name", "王敏"],
    ]);
    expect(answer.status).toBe(404);
    expect(visible(await answer.text())).toContain("存为草稿");
  });

  test("is committed under a typed name, once; undoing asks for a reason", async () => {
    const [first, second] = [await saved("甲"), await saved("乙")];
    expect((await sign(`${first}/commit`, [["name", ""]])).status).toBe(400);
    const done = await sign(`${first}/commit`, [["name", "王敏"]]);
    expect(done.headers.get("location")).toBe(`${first}?committed=1`);
    expect(visible(await browser.read(first))).toContain("已提交");
    const ofCounty = await settled(`/teams/${GUZHANG}?${TRIO}`);
    expect(visible(ofCounty)).toMatch(
      /本县已有提交的团队。 甲 · 2026 年 · 提交人 王敏.*? · \d{4}-\d\d-\d\d/,
    );
    expect(ofCounty).toContain(`href="${first}"`);
    expect(ofCounty).toContain(`href="${first}/roster"`);
    expect(visible(await browser.read("/teams"))).toMatch(/古丈县 已提交 古丈县 王敏/);
    const rival = await sign(`${second}/commit`, [["name", "李华"]]);
    expect(rival.status).toBe(409);
    expect(visible(await rival.text())).toMatch(
      /已有“.+”（草稿 TD-2026-\d{5}）：如要更换，请先撤回它的提交。/,
    );
    expect((await sign(`${first}/undo`, [["name", "王敏"]])).status).toBe(400);
    const undone = await sign(`${first}/undo`, [
      ["name", "王敏"],
      ["reason", "换人"],
    ]);
    expect(undone.headers.get("location")).toBe(`${first}?undone=1`);
    expect(visible(await settled(`/teams/${GUZHANG}?${TRIO}`))).not.toContain("本县已有提交");
    const again = visible(await browser.read(first));
    expect(again).toContain("提交这个团队");
    expect(again).toMatch(/上次撤回提交 .*王敏.*换人/);
    const twice = await sign(`${first}/undo`, [
      ["name", "王敏"],
      ["reason", "再换"],
    ]);
    expect(twice.status).toBe(409);
    expect(visible(await twice.text())).toMatch(/草稿 TD-2026-\d{5} 没有提交过，或提交已撤回。/);
  });

  test("of a team that cannot be is not committed: the page says where it is mended", async () => {
    const draft = await browser.landing(`/teams/${GUZHANG}/drafts`, [
      ["preset", "hunan-county-team"],
      ["title", "春季方案"],
      ["name", "王敏"],
    ]);
    const refused = await sign(`${draft.split("?")[0]}/commit`, [["name", "王敏"]]);
    expect(refused.status).toBe(400);
    expect(visible(await refused.text())).toContain(
      "这份草稿没有组成团队：请先在组团页照“可以这样调整”中的一项调整",
    );
  });

  test("that is none is not found", async () => {
    expect((await world.get("/teams/drafts/TD-2026-99999")).status).toBe(404);
    expect((await sign("/teams/drafts/TD-2026-99999/commit", [["name", "王敏"]])).status).toBe(404);
  });
});

describe("the presets", () => {
  test("are listed with their rules in words, the assumed ones marked", async () => {
    const text = visible(await browser.read("/presets"));
    expect(text).toContain("湖南县级科技专家服务团 hunan-county-team@1 推定");
    expect(text).toContain("团长为正高及以上职称");
  });

  const copy: [string, string][] = [
    ["id", "xiangxi-trio"],
    ["nameZh", "湘西三人队"],
    ["nameEn", "Xiangxi trio"],
    ["termYears", "1"],
    ["daysPerMember", "10"],
    ["rule:0", "size"],
    ["rule:0:min", "2"],
    ["rule:0:max", "2"],
    ["rule:1", "freeDays"],
    ["rule:1:min", "10"],
    ["rule:2", "leader"],
    ["rule:2:minTitle", "senior"],
    ["drop:2", "1"],
  ];
  const send = (fields: [string, string][]) =>
    browser.submit("/presets/guangdong-town-team", fields);

  test("are copied, changed and composed by", async () => {
    const form = await browser.read("/presets/guangdong-town-team");
    expect(form).toContain('value="guangdong-town-team-copy"');
    const added = await (
      await send([...copy, ["act", "add"], ["newRule", "institutionMax"]])
    ).text();
    expect(added).toContain('name="rule:2" value="institutionMax"');
    const saved = await send([...copy, ["name", "王敏"], ["act", "save"]]);
    expect(saved.headers.get("location")).toBe("/presets?saved=1");
    expect(visible(await browser.read("/presets"))).toContain("湘西三人队");
    const page = await settled(`/teams/${GUZHANG}?preset=xiangxi-trio`);
    expect(members(page)).toHaveLength(2);
    expect(page).toMatch(/value="xiangxi-trio" selected/);
  });

  test("limit the shares of the tiers that are ticked", async () => {
    const tiers: [string, string][] = [
      ...copy.map(([name, value]): [string, string] => [name, name === "id" ? "tiers" : value]),
      ["rule:3", "tierShare"],
      ["rule:3:tiers", "prefecture"],
      ["rule:3:tiers", "county"],
      ["rule:3:minShare", "0.5"],
      ["name", "王敏"],
    ];
    expect((await send([...tiers, ["act", "save"]])).status).toBe(303);
    expect(visible(await browser.read("/presets"))).toContain("市级、县级");
    const ticked = /<input type="checkbox" name="rule:2:tiers" value="(\w+)" checked/g;
    const form = await browser.read("/presets/tiers");
    expect([...form.matchAll(ticked)].map(([, tier]) => tier)).toEqual(["prefecture", "county"]);
  });

  test("that contradict themselves are refused with the reason at the rule, nothing typed is lost", async () => {
    const upside = copy.map(([name, value]): [string, string] =>
      name === "rule:0:min" ? [name, "9"] : [name, value],
    );
    const refused = await send([...upside, ["name", "王敏"], ["act", "save"]]);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(visible(page)).toContain("9 大于上限 2");
    expect(page).toContain('value="湘西三人队"');
    expect(page).toContain('href="#rules-0-min"');
  });

  test("with wrong values are refused with what is wrong at each field, the fields named", async () => {
    const wrong: Record<string, string> = {
      id: "Bad Id",
      nameZh: "",
      nameEn: "",
      termYears: "abc",
      daysPerMember: "-3",
      "rule:0:min": "a",
    };
    const typed = copy.map(([name, value]): [string, string] => [name, wrong[name] ?? value]);
    const refused = await send([...typed, ["name", "王敏"], ["act", "save"]]);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    const fields = ["id", "nameZh", "nameEn", "termYears", "daysPerMember", "rules-0-min"];
    for (const id of fields) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toMatch(new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-fault"`));
      expect(page).toContain(`id="${id}-fault"`);
    }
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(fields.length);
    expect(visible(page)).toContain("1. 人数 · 至少：应为数字");
  });

  test("without a rule are refused with what is missing, in the list and at the rules", async () => {
    const bare = copy.filter(([name]) => !/^(rule|drop):/.test(name));
    const refused = await send([...bare, ["name", "王敏"], ["act", "save"]]);
    expect(refused.status).toBe(400);
    expect((await refused.text()).match(/至少要有一条规则/g)).toHaveLength(2);
  });

  test("of the product itself stay as they are", async () => {
    const own = copy.map(([name, value]): [string, string] =>
      name === "id" ? [name, "hunan-county-team"] : [name, value],
    );
    const refused = await send([...own, ["name", "王敏"], ["act", "save"]]);
    expect(refused.status).toBe(409);
    expect(visible(await refused.text())).toContain("系统自带");
    expect((await send([...copy, ["act", "save"]])).status).toBe(400);
    expect((await world.get("/presets/martian")).status).toBe(404);
  });
});

/** Finds the team, says so, and goes on until it is stopped. */
const tireless: Composer = {
  compose: async (request, { signal, onProgress } = {}) => {
    const answer = await testComposer().compose(request);
    const ids = answer.members.map(({ id }) => id);
    onProgress?.({ incumbent: answer.objective, bound: 99, members: ids });
    await new Promise((resolve) => signal?.addEventListener("abort", resolve));
    const alternativesComplete = request.alternatives === 0;
    const known = { status: "feasible" as const, bound: 99, gap: 0.0512, alternativesComplete };
    return { ...answer, ...known, substitutes: {} };
  },
};

describe("a team that takes long", () => {
  test("tells how far it is, and is stopped with the best so far and what could be better", async () => {
    const slow = await openWorld({ composer: tireless });
    try {
      const reader = browserOf(slow);
      const address = `/teams/${GUZHANG}?${TRIO}`;
      const page = await reader.read(address);
      expect(visible(page)).toMatch(/目前最好的团队 15.7 3 人 不可能超过 99/);
      expect(page).toContain(
        '<noscript><meta http-equiv="refresh" content="2;url=/teams/433126?preset=guangdong-town-team"/></noscript>',
      );
      expect((await reader.submit(address, [["do", "dance"]])).status).toBe(400);
      const events = /data-events="([^"]+)"/.exec(page)?.[1] ?? "";
      const stream = reader.read(events);
      const stopped = await reader.landing(events.replace("events", "stop"), []);
      expect(stopped).toBe(address);
      expect(await stream).toMatch(/event: progress\ndata: .*"bound":"99"[\s\S]*event: end/);
      const text = visible(await reader.read(stopped));
      expect(text).toContain("尚未证明最优：至多还可能好 5.12 %");
      expect(text).not.toContain("搜索结束前");
      expect((await slow.get("/teams/jobs/nothing/events")).status).toBe(404);
      const started = await slow.post(`/api/v1/teams/${GUZHANG}/compositions`, { wait: 0 });
      const job = started.headers.get("location") ?? "";
      const ofApi = await reader.submit(`${job.replace("/api/v1", "/teams")}/stop`, []);
      expect([ofApi.status, ofApi.headers.get("location")]).toEqual([404, null]);
      await slow.app.request(job, { method: "DELETE" });
    } finally {
      await slow.close();
    }
  });

  test("says what the search did not come to when it is stopped, and lets it be tried again", async () => {
    const slow = await openWorld({ composer: tireless });
    try {
      const reader = browserOf(slow);
      const address = `/teams/${GUZHANG}?${TRIO}&alternatives=3&substitutes=1`;
      const events = /data-events="([^"]+)"/.exec(await reader.read(address))?.[1] ?? "";
      const stopped = await reader.landing(events.replace("events", "stop"), []);
      const page = await reader.read(stopped);
      const text = visible(page);
      expect(text).not.toContain("没有别的方案");
      expect(text).toContain("搜索结束前没有找完备选方案，可能还有。 再试一次");
      expect(text).toContain("搜索结束前没有求出每名成员的替补。 再试一次");
      const again = stopped.replaceAll("&", "&amp;");
      for (const place of ["alternatives", "members"]) {
        expect(page).toContain(`href="${again}#${place}"`);
      }
    } finally {
      await slow.close();
    }
  });
});
