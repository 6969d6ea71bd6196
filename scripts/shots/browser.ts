import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian puts it; another place is named by CHROMIUM. */
const USUAL = "/usr/bin/chromium";

/** The browser on this machine; undefined when there is none. */
export function browserPath(): string | undefined {
  const path = process.env["CHROMIUM"] ?? USUAL;
  return existsSync(path) ? path : undefined;
}

export const NO_BROWSER =
  "There is no Chromium: install it (apt-get install -y chromium fonts-noto-cjk) or name it with CHROMIUM.";

/** A browser that talks to nobody but the pages it is shown. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--no-pings",
    ],
  });
