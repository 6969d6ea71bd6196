/**
 * Looks at every page: 1280 and 390 px wide, light and dark, in Chinese and in English, and without
 * JavaScript. Writes a picture of each and contact sheets to dist/shots; fails when a page breaches
 * WCAG 2.2 AA, scrolls sideways or makes the browser complain.
 *
 *   npm run shots [-- NAME ...]   only the pages of these names, e.g. answer need
 */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { browserPath, NO_BROWSER, openBrowser } from "./shots/browser.ts";
import { lookAt } from "./shots/look.ts";
import { placesToSee } from "./shots/places-to-see.ts";
import { startProduct } from "./shots/product.ts";
import { writeSheet } from "./shots/sheet.ts";
import { VARIANTS } from "./shots/variants.ts";

const FOLDER = fileURLToPath(new URL("../dist/shots", import.meta.url));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A page that is not there would pass unseen. */
function refuseUnknown(wanted: readonly string[], all: readonly { name: string }[]): void {
  const names = all.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new Error(`There is no page ${unknown.join(", ")}. There are: ${names.join(" ")}.`);
}

async function shoot(executable: string, wanted: readonly string[]): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const product = await startProduct();
  const browser = await openBrowser(executable);
  let wrong = 0;
  try {
    const { address } = product;
    const all = await placesToSee(address);
    refuseUnknown(wanted, all);
    const places = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    for (const variant of VARIANTS) {
      const sights = await lookAt({ browser, address, places, folder: FOLDER }, variant);
      const width = variant.width < 500 ? 250 : 430;
      await writeSheet({ browser, folder: FOLDER, title: variant.name, sights, width });
      const lines = sights.flatMap((sight) =>
        sight.wrong.map((line) => `  ${sight.place}: ${line}`),
      );
      say(`${variant.name}: ${sights.length} pages, ${lines.length} faults`);
      for (const line of lines) say(line);
      wrong += lines.length;
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  say(`Pictures and sheets are in dist/shots. ${wrong} faults.`);
  return wrong;
}

const path = browserPath();
if (path === undefined) {
  process.stderr.write(`${NO_BROWSER}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = (await shoot(path, process.argv.slice(2))) > 0 ? 1 : 0;
}
