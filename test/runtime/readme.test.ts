import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { workplace } from "./command.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const place = workplace();
const run = promisify(execFile);

/** The lines of the README's shell blocks that ask the product something. */
const asking = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => (block ?? "").split("\n"))
  .map((line) => line.replace(/\s+#.*$/, "").trim())
  .filter((line) =>
    /^npm run -s ketepai -- (recommend|why-not|openings|replay|compose --county)\b/.test(line),
  );

let server: Awaited<ReturnType<typeof place.serve>>;
let runId = "";

beforeAll(async () => {
  server = await place.serve();
  const answer = await fetch(`${server.address}/api/v1/needs/XQ-2026-00042/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  runId = z.object({ id: z.string() }).parse(await answer.json()).id;
}, 120_000);

afterAll(async () => {
  await server.stop();
  place.clear();
}, 60_000);

describe("the README", () => {
  test("shows commands that ask the product something", () => {
    expect(asking.length).toBeGreaterThanOrEqual(5);
  });

  test.each(asking)("can be followed: %s", async (line) => {
    const command = line.replace(/\bRUN$/, runId);
    const env = { ...process.env, KETEPAI_DATA: place.data };
    const { stdout } = await run("sh", ["-c", command], { cwd: ROOT, env });
    expect(stdout.trim().length).toBeGreaterThan(50);
  });

  test("names every setting", async () => {
    const { out } = await place.run(["config", "check", "--json"]);
    const named = [...readme.matchAll(/`((?:[A-Z0-9]+_)*[A-Z0-9]+)`/g)].map(([, name]) => name);
    for (const name of Object.keys(JSON.parse(out))) expect(named).toContain(name);
  });

  test("links only to files that exist", () => {
    for (const [, path] of readme.matchAll(/\]\((?!http)([^)#]+)\)/g)) {
      expect(() => readFileSync(new URL(`../../${path}`, import.meta.url))).not.toThrow();
    }
  });
});
