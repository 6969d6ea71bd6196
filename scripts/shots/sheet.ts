import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import type { Sight } from "./look.ts";

interface Sheet {
  browser: Browser;
  folder: string;
  title: string;
  sights: readonly Sight[];
  /** Width of a picture on the sheet. */
  width: number;
}

/** How much of a long page is shown, as a multiple of its width on the sheet. */
const MOST_HEIGHT = 2.4;

/** Puts the pictures of one way of looking on one sheet. */
export async function writeSheet({
  browser,
  folder,
  title,
  sights,
  width,
}: Sheet): Promise<string> {
  const html = join(folder, `sheet-${title}.html`);
  const picture = join(folder, `sheet-${title}.png`);
  writeFileSync(html, page(title, sights, width));
  const tab = await browser.newPage({ viewport: { width: 1800, height: 900 } });
  await tab.goto(pathToFileURL(html).href);
  await tab.screenshot({ path: picture, fullPage: true });
  await tab.close();
  return picture;
}

const page = (title: string, sights: readonly Sight[], width: number): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<style>
body { margin: 12px; font: 14px sans-serif; background: #888; }
main { display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-start; }
figure { margin: 0; width: ${width}px; }
figcaption { background: #fff; padding: 2px 6px; }
.wrong { color: #b00; font-weight: bold; }
div { max-height: ${Math.round(width * MOST_HEIGHT)}px; overflow: hidden; }
img { width: 100%; display: block; }
</style>
<h1>${title}</h1>
<main>
${sights.map(figure).join("\n")}
</main>
`;

const figure = ({ place, file, wrong }: Sight): string =>
  `<figure><figcaption${wrong.length > 0 ? ' class="wrong"' : ""}>${place}</figcaption>` +
  `<div><img src="${file}" alt=""></div></figure>`;
