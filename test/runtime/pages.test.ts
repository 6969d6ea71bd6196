import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, NO_BROWSER, openBrowser } from "../../scripts/shots/browser.ts";
import { openWorld, type World } from "../support/world.ts";

const executable = browserPath();
const PONKAN = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const MIXED =
  "我屋里三十亩爱媛38裂果，鸡也拉稀，不晓得咋个办，急！在保靖县，不需要培训，想请两名专家下周来看看";

const title = executable === undefined ? `left out: ${NO_BROWSER}` : "pages in a real browser";

describe.skipIf(executable === undefined)(title, () => {
  let world: World;
  let server: ReturnType<typeof serve>;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    world = await openWorld();
    address = await new Promise((resolve) => {
      server = serve({ fetch: world.app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
    browser = await openBrowser(executable ?? "");
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    server.close();
    await world.close();
  });

  async function inBrowser<T>(
    work: (page: Page, context: BrowserContext) => Promise<T>,
    options: Parameters<Browser["newContext"]>[0] = {},
  ): Promise<T> {
    const context = await browser.newContext({ locale: "zh-CN", ...options });
    try {
      return await work(await context.newPage(), context);
    } finally {
      await context.close();
    }
  }

  const problem = `/?${new URLSearchParams({ text: PONKAN, county: "433126", why: "向志远" })}`;
  const PATHS: [name: string, path: string][] = [
    ["the start page", "/"],
    ["an answer", problem],
    ["what is understood", `/?${new URLSearchParams({ text: MIXED, see: "1" })}`],
    ["a question", `/?${new URLSearchParams({ text: "椪柑请专家来看看", see: "1" })}`],
    [
      "a search of the tree",
      `/?${new URLSearchParams({ text: PONKAN, see: "1", findIndustry: "gj" })}`,
    ],
    ["the page about oneself", "/profile"],
    ["the needs", "/needs"],
    ["the experts", "/experts"],
    ["an expert", "/experts/exp_lin"],
    ["a county", "/counties/433126"],
    ["the teams", "/teams"],
    ["a team", "/teams/433126?preset=guangdong-town-team&substitutes=1"],
    ["the presets", "/presets"],
    ["a preset to be changed", "/presets/yunnan-mission"],
    ["the page about matching", "/about"],
  ];

  test.each(PATHS)(
    "%s breaches no rule of WCAG 2.2 AA, light or dark",
    async (_, path) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const found = await inBrowser(
          async (page) => {
            await page.goto(address + path);
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
            const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
            expect(passes.length).toBeGreaterThan(10);
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          },
          { colorScheme },
        );
        expect(found).toEqual([]);
      }
    },
    60_000,
  );

  test.each(PATHS)(
    "%s does not scroll sideways on a phone",
    async (_, path) => {
      await inBrowser(
        async (page) => {
          await page.goto(address + path);
          const width = await page.evaluate<number>("document.documentElement.scrollWidth");
          expect(width).toBeLessThanOrEqual(390);
        },
        { viewport: { width: 390, height: 844 } },
      );
    },
    30_000,
  );

  test("the keyboard alone suffices: ask, drop a skill, save, read the need", async () => {
    await inBrowser(async (page) => {
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      /** Presses Tab until the control that matches has the focus. */
      const tabTo = async (selector: string) => {
        for (let presses = 0; presses < 80; presses += 1) {
          await press("Tab");
          const isThere = `document.activeElement.matches(${JSON.stringify(selector)})`;
          if (await page.evaluate<boolean>(isThere)) return;
        }
        throw new Error(`The keyboard does not reach ${selector}`);
      };
      const arrive = (pattern: RegExp) => page.waitForURL(pattern);

      await page.goto(address);
      await press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      await press("Enter");
      await tabTo("textarea");
      await page.keyboard.insertText(PONKAN);
      await tabTo("#county");
      await page.keyboard.insertText("古丈");
      await press("Enter");
      await arrive(/\/\?text=/);
      const before = await page.locator(".chips li").count();
      await tabTo("button.cross");
      await press("Enter");
      await arrive(/skill=/);
      expect(await page.locator(".chips li").count()).toBe(before - 1);
      await tabTo("#name");
      await page.keyboard.insertText("王敏");
      await press("Enter");
      await arrive(/\/needs\/XQ-2026-\d{5}\?saved=1/);
      expect(await page.locator("h1").innerText()).toContain("XQ-2026-");
    });
  }, 60_000);

  test("everything works without JavaScript", async () => {
    await inBrowser(
      async (page) => {
        await page.goto(address);
        await page.fill("#text", PONKAN);
        await page.fill("#county", "433126");
        await page.click("button.main");
        await page.waitForURL(/\/\?text=/);
        expect(await page.locator(".ranked .name").first().innerText()).toBe("林秋月");
        await page.click("button.cross >> nth=0");
        await page.waitForURL(/skill=/);
        await page.fill("#why", "向志远");
        await page.click("#why-not form button");
        await page.waitForURL(/why=/);
        expect(await page.locator(".answer .lead").innerText()).toContain("目前不在岗");
        await page.click("text=English");
        expect(await page.locator("html").getAttribute("lang")).toBe("en");
        expect(await page.locator(".answer .lead").innerText()).toContain("not on duty");
      },
      { javaScriptEnabled: false },
    );
  }, 60_000);

  /** A page on which the browser must not complain. */
  async function withoutComplaints(work: (page: Page) => Promise<void>): Promise<void> {
    await inBrowser(async (page) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await work(page);
      expect(complaints).toEqual([]);
    });
  }

  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>("document.activeElement.id || document.activeElement.tagName");

  test("where scripts run, what is understood follows the typing and takes no focus", async () => {
    await withoutComplaints(async (page) => {
      await page.goto(address);
      await page.locator("#text").pressSequentially(MIXED);
      await page.waitForSelector("#understood");
      expect(await focused(page)).toBe("text");
      expect(await page.locator("#text").inputValue()).toBe(MIXED);
      expect(await page.locator("#heard").innerText()).toContain("鸡·动物疫病防控");
      expect(page.url()).toBe(`${address}/`);

      const before = await page.locator(".chips li").count();
      await page.locator("button.cross").first().press("Enter");
      await page.waitForSelector(".tag.on");
      expect(await page.locator(".chips li").count()).toBe(before - 1);
      await page.waitForSelector("#understood:focus");

      await page.click("button[name=pickCounty]");
      expect(await page.locator("#county").inputValue()).toBe("保靖县");
      await page.waitForSelector("button[name=pickCounty]", { state: "detached" });
    });
  }, 60_000);

  test("a tag that makes no skill is confirmed and removed by keyboard", async () => {
    await withoutComplaints(async (page) => {
      await page.goto(address);
      await page.locator("#text").fill("椪柑请专家来看看");
      const chip = page.locator(".chips li", { hasText: "椪柑" });
      await chip.getByRole("button", { name: "没错 椪柑" }).press("Enter");
      await chip.locator(".chip-facts").waitFor();
      await page.waitForSelector("#understood:focus");
      await chip.getByRole("button", { name: "移除 椪柑" }).press("Enter");
      await chip.waitFor({ state: "detached" });
      expect(await page.locator("#heard").innerText()).toContain("椪柑 已移除");
    });
  }, 60_000);

  test("where scripts run, an answer is put behind the words and read at once", async () => {
    await withoutComplaints(async (page) => {
      await page.goto(address);
      await page.locator("#text").fill("椪柑请专家来看看");
      await page.locator("button[name=add]").first().click();
      expect(await page.locator("#text").inputValue()).toMatch(/^椪柑请专家来看看，.+/);
      await page.waitForSelector(".chips .chip-facts");
      expect(page.url()).toBe(`${address}/`);
    });
  }, 60_000);

  test("where scripts run, a skill is added by its initials with the keyboard alone", async () => {
    await withoutComplaints(async (page) => {
      await page.goto(address);
      await page.locator("#text").fill(PONKAN);
      await page.locator("details.add summary").press("Enter");
      await page.locator("[name=findIndustry]").pressSequentially("cy");
      await page.locator("[name=findIndustry]").press("Enter");
      await page.locator("input[name=industry][value=tea]").press("Space");
      await page.locator("[name=findCompetence]").pressSequentially("pinpai");
      await page.waitForSelector("input[name=competence][value=branding]:checked");
      await page.locator("button[name=chips][value=add]").press("Enter");
      await page.waitForSelector(".chip.from-person");
      expect(page.url()).toBe(`${address}/`);
    });
  }, 60_000);

  test("letters on their way to be Chinese words are not read", async () => {
    await inBrowser(async (page) => {
      let asked = 0;
      page.on("request", (request) => {
        if (request.url().endsWith("/understand")) asked += 1;
      });
      await page.goto(address);
      const type = (value: string, event: string) =>
        page.evaluate(`(() => {
          const field = document.getElementById("text");
          field.value = ${JSON.stringify(value)};
          field.dispatchEvent(${event});
        })()`);
      await type("gan'ju", 'new InputEvent("input", { bubbles: true, isComposing: true })');
      await page.waitForTimeout(900);
      expect(asked).toBe(0);
      await type("柑橘溃疡病", 'new CompositionEvent("compositionend", { bubbles: true })');
      await page.waitForSelector("#understood");
      expect(asked).toBe(1);
    });
  }, 60_000);

  test("experts confirm what was read in their words without JavaScript", async () => {
    await inBrowser(
      async (page) => {
        await page.goto(`${address}/profile`);
        await page.fill("#text", "研究员，长于猕猴桃溃疡病防控，从事果树植保二十余年");
        await page.click("button.main");
        await page.selectOption("select[name=level] >> nth=0", { index: 2 });
        await page.click("button[name=confirm]");
        expect(await page.locator("#summary-text").innerText()).toContain("3 级，能带人");
      },
      { javaScriptEnabled: false },
    );
  }, 60_000);

  test("where scripts run, a list follows while its conditions are typed", async () => {
    await inBrowser(async (page) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.goto(`${address}/counties`);
      await page.locator("#words").pressSequentially("gz");
      await page.waitForURL(/words=gz/);
      expect(await page.locator(".places li").count()).toBeLessThan(10);
      expect(await page.locator("#words").inputValue()).toBe("gz");
      expect(complaints).toEqual([]);
    });
  }, 30_000);

  const TRIO = "/teams/433126?preset=guangdong-town-team";

  test("a team follows its buttons without a new page, the keyboard alone suffices, and back goes back", async () => {
    await inBrowser(async (page) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.goto(address + TRIO);
      await page.waitForSelector(".member");
      await page.evaluate("window.isSamePage = true");
      const exclude = page.locator('button[value^="exclude:"]').first();
      const id = (await exclude.getAttribute("value"))?.slice("exclude:".length) ?? "";
      await exclude.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/do=exclude/);
      await page.waitForSelector("#excluded");
      expect(await page.locator(`[id="member-${id}"]`).count()).toBe(0);
      expect(await page.evaluate("window.isSamePage")).toBe(true);
      // The focus is where the result is seen, in view, and those who hear the page are told.
      const placeOfFocus = 'document.activeElement.closest("[id]").id';
      expect(await page.evaluate(placeOfFocus)).toBe(`excluded-${id}`);
      expect(await page.locator("#announcement").innerText()).toMatch(/^排除.+已证明/);
      const pin = page.locator('button[value^="pin:"]').last();
      const pinned = (await pin.getAttribute("value"))?.slice("pin:".length) ?? "";
      await pin.focus();
      const above = await page.evaluate<number>("window.scrollY");
      await page.keyboard.press("Enter");
      await page.waitForSelector(`[value="unpin:${pinned}"]`);
      expect(await page.evaluate(placeOfFocus)).toBe(`member-${pinned}`);
      expect(await page.evaluate("window.scrollY")).toBeGreaterThan(above - 400);
      await page.locator("#what-if summary").first().press("Enter");
      await page.fill("#sizeFrom", "2");
      await page.fill("#sizeTo", "2");
      await page.click("button[value=size]");
      await page.waitForURL(/do=size(:|%3A)2/);
      await expect.poll(() => page.locator(".member").count()).toBe(2);
      expect(await page.evaluate("window.isSamePage")).toBe(true);
      expect(await page.evaluate('document.activeElement.closest("section").id')).toBe("what-if");
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes("size"));
      expect(complaints).toEqual([]);
    });
  }, 60_000);

  test("a team is printed in full, whatever is folded away on the screen, and without what is pressed", async () => {
    await inBrowser(
      async (page) => {
        await page.goto(address + TRIO);
        await page.waitForSelector(".member");
        const seen = async (...parts: string[]) =>
          Promise.all(parts.map((part) => page.locator(part).first().isVisible()));
        const printed = [
          ".member",
          ".demands",
          "#rules .rules",
          ".paper-line",
          ".proof-card .hint",
        ];
        const pressed = ["#what-if", "#alternatives", ".sections", "button"];
        expect(await seen("#rules .rules", ".paper-line")).toEqual([false, false]);
        await page.emulateMedia({ media: "print" });
        expect(await seen(...printed)).toEqual(printed.map(() => true));
        expect(await seen(...pressed)).toEqual(pressed.map(() => false));
        const tables = page.locator(".demands");
        expect(await tables.filter({ visible: true }).count()).toBe(await tables.count());
      },
      { javaScriptEnabled: false },
    );
  }, 60_000);

  test("the roster is printed on wide sheets of A4, and on no others", async () => {
    await inBrowser(async (page) => {
      await page.goto(`${address}${TRIO.replace("?", "/roster?")}`);
      const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
      const sheets = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)/g)];
      expect(sheets.length).toBeGreaterThan(0);
      expect(sheets.length).toBeLessThanOrEqual(2);
      for (const [, wide, high] of sheets) expect(Number(wide)).toBeGreaterThan(Number(high));
    });
  }, 60_000);

  test("a team is changed, mended, kept and committed without JavaScript", async () => {
    await inBrowser(
      async (page) => {
        await page.goto(`${address}/teams/433126?preset=hunan-county-team`);
        while ((await page.locator("[data-events]").count()) > 0) await page.waitForTimeout(500);
        await page.locator(".repair button").first().click();
        await page.waitForURL(/do=/);
        while ((await page.locator(".member").count()) === 0) await page.waitForTimeout(500);
        await page.goto(address + TRIO);
        const pin = page.locator('button[value^="pin:"]').last();
        const pinned = (await pin.getAttribute("value"))?.slice("pin:".length) ?? "";
        await pin.click();
        await page.waitForURL((url) => url.hash === `#member-${pinned}`);
        await page.getByText("增加一项需求").click();
        await page.selectOption("#industry", "kiwifruit");
        await page.selectOption("#competence", "plant-disease");
        await page.click("button[value=demand]");
        await page.waitForURL((url) => url.hash === "#demands" && url.searchParams.has("ask"));
        await page.getByText("撤销上一步").click();
        await page.waitForURL((url) => !url.searchParams.has("ask"));
        await page.goto(address + TRIO);
        await page.fill("#title", "三人小队");
        await page.fill("#name", "王敏");
        await page.click(".save button.main");
        await page.waitForURL(/\/teams\/drafts\/TD-2026-\d{5}\?saved=1/);
        await page.fill("#name", "王敏");
        await page.click(".save button.main");
        await page.waitForURL(/committed=1/);
        expect(await page.locator(".head .tag.good").innerText()).toBe("已提交");
      },
      { javaScriptEnabled: false },
    );
  }, 90_000);
});
