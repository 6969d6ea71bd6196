import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { PlaceToSee } from "./places-to-see.ts";
import type { Variant } from "./variants.ts";

/** What was seen of one page. */
export interface Sight {
  place: string;
  /** Name of the picture's file. */
  file: string;
  /** What is wrong with it, a line each. */
  wrong: string[];
}

export interface Looking {
  browser: Browser;
  address: string;
  places: readonly PlaceToSee[];
  folder: string;
}

/** Looks at every page in one way: a picture of each, and what a reader could not use. */
export async function lookAt(
  { browser, address, places, folder }: Looking,
  variant: Variant,
): Promise<Sight[]> {
  const context = await contextFor(browser, address, variant);
  const sights: Sight[] = [];
  try {
    for (const place of places) {
      const page = await context.newPage();
      const complaints = listen(page);
      await visit(page, address, place);
      const file = `${variant.name}-${place.name}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      const wrong = [
        ...complaints,
        ...(await sideways(page)),
        ...(await violations(page, variant)),
      ];
      sights.push({ place: place.name, file, wrong });
      await page.close();
    }
  } finally {
    await context.close();
  }
  return sights;
}

async function contextFor(
  browser: Browser,
  address: string,
  { width, scheme, language, script }: Variant,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    locale: language === "en" ? "en-GB" : "zh-CN",
  });
  await context.addCookies([{ name: "lang", value: language, url: address }]);
  return context;
}

/** Gathers what the browser itself complains of: scripts that fail, rules of security that bite. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`script failed: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    const isAnswer = /Failed to load resource.*status of 4\d\d/.test(text);
    if (message.type() === "error" && !isAnswer) complaints.push(`console: ${text}`);
  });
  return complaints;
}

async function visit(page: Page, address: string, { path, form }: PlaceToSee): Promise<void> {
  await page.goto(address + path);
  // A team that takes longer is composed behind a page that renews itself.
  await page.waitForSelector("[data-events]", { state: "detached", timeout: 60_000 });
  if (!form) return;
  for (const [name, value] of Object.entries(form.fields)) {
    await page.fill(`form[action="${form.action}"] [name="${name}"]`, value);
  }
  await Promise.all([
    page.waitForNavigation(),
    page.click(`form[action="${form.action}"] button.main`),
  ]);
  if (form.press) await Promise.all([page.waitForNavigation(), page.click(form.press)]);
}

/** A page must never scroll sideways. */
async function sideways(page: Page): Promise<string[]> {
  const [wide, room] = await page.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  return wide > room ? [`scrolls sideways: ${wide} in ${room}`] : [];
}

/** Breaches of WCAG 2.2 A and AA. The checker is a script: without scripts there is no check. */
async function violations(page: Page, { script }: Variant): Promise<string[]> {
  if (!script) return [];
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}): ${nodes[0]?.target.join(" ") ?? ""}`,
  );
}
