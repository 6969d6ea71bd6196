import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Asset, Runtime } from "./env.ts";

const require = createRequire(import.meta.url);
const own = (path: string) => () => fileURLToPath(new URL(path, import.meta.url));
const packaged = (path: string) => () => require.resolve(path);

/** Where each static file lies: ours beside the code, the others in their packages. */
const FILES: ReadonlyMap<string, () => string> = new Map([
  ["app.css", own("pages/assets/app.css")],
  ["app.js", own("pages/assets/app.js")],
  ["icon.svg", own("pages/assets/icon.svg")],
  ["htmx.js", packaged("htmx.org/dist/htmx.min.js")],
  ["docs.css", own("docs/docs.css")],
  ["docs.js", own("docs/docs.js")],
  ["swagger-ui.css", packaged("swagger-ui-dist/swagger-ui.css")],
  ["swagger-ui-bundle.js", packaged("swagger-ui-dist/swagger-ui-bundle.js")],
]);

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

const read = new Map<string, Promise<Asset>>();

/** Reads each file once, when it is first asked for. */
export const asset: Runtime["asset"] = async (name) => {
  const locate = FILES.get(name);
  if (!locate) return undefined;
  const reading = read.get(name) ?? readAsset(name, locate());
  read.set(name, reading);
  return reading;
};

async function readAsset(name: string, path: string): Promise<Asset> {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  return { body: await readFile(path), type: TYPES[extension] ?? "application/octet-stream" };
}
