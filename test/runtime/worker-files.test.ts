import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readData } from "../../src/data/files.node.ts";
import { readReference } from "../../src/data/reference.ts";
import { asset } from "../../src/http/assets.node.ts";
import { startWorker, type Workerd } from "../support/workerd.ts";

/** The data files that Node reads for the reference data. */
function filesRead(): string[] {
  const names = new Set<string>();
  readReference((name) => {
    names.add(name);
    return readData(name);
  });
  return [...names].toSorted();
}

/** The data files that the source of a Worker names. */
const filesBrought = (): string[] =>
  [
    ...readFileSync("src/data/files.worker.ts", "utf8").matchAll(/from "\.\/(.+\.(?:csv|json))"/g),
  ].map(([, name = ""]) => name);

const ASSETS = [
  ...["app.css", "app.js", "icon.svg", "htmx.js", "docs.css", "docs.js"],
  ...["swagger-ui.css", "swagger-ui-bundle.js"],
];

let worker: Workerd;
beforeAll(async () => {
  worker = await startWorker({}, fileURLToPath(new URL("./data.worker.ts", import.meta.url)));
}, 60_000);
afterAll(() => worker.stop());

test("a Worker brings the data files that Node reads, and no others", () => {
  expect(filesBrought().toSorted()).toEqual(filesRead());
});

test.each(filesRead())("%s says the same in workerd as on Node", async (name) => {
  const response = await worker.ask(`/data/${encodeURIComponent(name).replace("%2F", "/")}`);
  const text = await response.text();
  expect(response.status).toBe(200);
  if (name.endsWith(".json")) expect(JSON.parse(text)).toEqual(JSON.parse(readData(name)));
  else expect(text === readData(name)).toBe(true);
});

test("a data file that the Worker does not bring is named", async () => {
  const response = await worker.ask("/data/vocabulary/missing.csv");
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("vocabulary/missing.csv");
});

test("every static file of the pages is among those compared", () => {
  const own = ["src/http/pages/assets", "src/http/docs"].flatMap((folder) => readdirSync(folder));
  expect(ASSETS).toEqual(expect.arrayContaining(own));
});

test.each(ASSETS)("%s is the same in workerd as on Node, byte by byte", async (name) => {
  const response = await worker.ask(`/asset/${name}`);
  const onNode = await asset(name);
  expect(response.headers.get("type")).toBe(onNode?.type);
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(onNode?.body ?? ""))).toBe(
    true,
  );
});
