import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { readArguments } from "../../../scripts/evaluation/arguments.ts";
import { halfOf } from "../../../scripts/evaluation/halves.ts";
import { drafts, startFakeModel } from "../../support/fake-model.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ketepai-evaluation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = [
  { id: "R1", text: "柑橘黄龙病", industries: ["citrus"], competences: ["plant-disease"] },
  { id: "R2", text: "鸡拉稀，急！", industries: ["chicken"], competences: ["animal-disease"] },
];

function fileOf(name: string, lines: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return path;
}

/** Runs a script as its npm script does, without the settings of whoever runs the tests. */
async function run(script: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", join("scripts", script), ...args], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], ...settings },
  });
  const closed = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await closed;
  return { status, stdout, stderr };
}

const requests = fileOf("requests.jsonl", LINES);

describe("the flags of npm run evaluate", () => {
  test("without any, the offline tagger is measured on the files together", () => {
    expect(readArguments(["a.jsonl", "b.jsonl"])).toEqual({
      files: ["a.jsonl", "b.jsonl"],
      tagger: "offline",
      by: undefined,
      ablation: false,
      summary: false,
      json: false,
    });
  });

  test.each([
    "",
    "a.jsonl --tagger best",
    "a.jsonl --by place",
    "a.jsonl --ablation --tagger llm",
    "a.jsonl --ablation --by kind",
    "a.jsonl --nonsense",
  ])('"%s" is refused with exit code 2 and the usage', (line) => {
    const args = line.split(" ").filter((word) => word !== "");
    const refusal = expect.objectContaining({
      exitCode: 2,
      message: expect.stringContaining("usage: npm run -s evaluate"),
    });
    expect(() => readArguments(args)).toThrow(refusal);
  });
});

describe("npm run evaluate", () => {
  test("measures two files as one, and keeps texts out of a summary", async () => {
    const more = fileOf("more.jsonl", [{ ...LINES[0], id: "R3", industries: ["tea"] }]);
    const { status, stdout } = await run("evaluate.ts", [requests, more, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      tagger: "offline",
      texts: 3,
      industries: { right: 2, invented: 1, missed: 1 },
      cases: [{ id: "R1" }, { id: "R2" }, { id: "R3", text: "柑橘黄龙病" }],
    });
    const summary = await run("evaluate.ts", [requests, more, "--summary"]);
    expect(summary.stdout).toContain("3 texts, ");
    expect(summary.stdout).not.toMatch(/R3|柑橘/);
  });

  test("with a language model but without its settings says which are missing and stops", async () => {
    const { status, stdout, stderr } = await run("evaluate.ts", [requests, "--tagger", "llm"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("set OPENAI_MODEL and OPENAI_API_KEY");
    const half = await run("evaluate.ts", [requests, "--tagger", "llm"], { OPENAI_API_KEY: "key" });
    expect(half.status).toBe(2);
    expect(half.stderr).toContain("OPENAI_MODEL");
  });

  test("with a language model counts what it suggests, and the times it is silent", async () => {
    const model = await startFakeModel(
      drafts(() => [
        { industry: "tea", competence: "training", confidence: 0.9, words: "柑橘" },
        { industry: null, competence: "logistics", confidence: 0.9, words: "没有的字" },
      ]),
    );
    const settings = {
      ...{ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "fake" },
      OPENAI_CONCURRENCY: "1",
    };
    const measured = async () => {
      const args = [requests, "--tagger", "llm", "--json"];
      const { stdout, stderr } = await run("evaluate.ts", args, settings);
      return { stderr, ...JSON.parse(stdout) };
    };
    const told = await measured();
    model.behave((_, response) => response.writeHead(500).end());
    const silent = await measured();
    await model.stop();
    expect(told).toMatchObject({ tagger: "llm", industries: { right: 2, invented: 1, missed: 0 } });
    expect(told.competences).toMatchObject({ right: 2, invented: 1 });
    expect(told).toMatchObject({ unanswered: 0, stderr: "" });
    expect(silent).toMatchObject({ unanswered: 2, industries: { right: 2, invented: 0 } });
    expect(silent.stderr).toContain("no draft: refused, it answers 500");
  });

  test("refuses requests and judgements together, and a file that is neither", async () => {
    const judgements = join(ROOT, "test/evaluation/judgements.jsonl");
    const mixed = await run("evaluate.ts", [requests, judgements]);
    expect(mixed.status).toBe(2);
    expect(mixed.stderr).toContain("measured apart");
    const neither = await run("evaluate.ts", [fileOf("other.jsonl", [{ name: "tea" }])]);
    expect(neither.status).toBe(3);
    expect(neither.stderr).toMatch(/other\.jsonl: line 1: /);
  });

  test("says what each part of the reading brings", async () => {
    const { stdout } = await run("evaluate.ts", [requests, "--ablation", "--json"]);
    const last = { scores: { texts: 2, industries: { f1: 1 } } };
    expect(JSON.parse(stdout).ablation.at(-1)).toMatchObject(last);
  });
});

test("npm run agreement compares two files, and tells their differences by id when asked", async () => {
  const other = fileOf("other-labels.jsonl", [
    { id: "R2", industries: ["poultry"], competences: ["animal-disease"] },
    { id: "R1", industries: ["citrus"], competences: ["plant-disease"] },
  ]);
  const { status, stdout } = await run("agreement.ts", [requests, other, "--cases"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/competences +1\.000/);
  expect(stdout).toContain("R2  only first: chicken; only second: poultry");
  const short = await run("agreement.ts", [requests, fileOf("one.jsonl", LINES.slice(0, 1))]);
  expect(short.status).toBe(3);
  expect(short.stderr).toContain("labelled in one file only: R2 (first file)");
});

describe("the split into halves", () => {
  test("gives even numbers to dev and odd ones to test", () => {
    expect(["R002", "R10", "F-7-expert", "2026-R013"].map(halfOf)).toEqual([
      "dev",
      "dev",
      "test",
      "test",
    ]);
    expect(() => halfOf("R")).toThrow('the id "R" holds no number to split by');
  });

  test("keeps each line as it stands", async () => {
    const { status } = await run("evaluation/split.ts", [requests, "--to", folder]);
    expect(status).toBe(0);
    const [odd, even] = readFileSync(requests, "utf8").split("\n");
    expect(readFileSync(join(folder, "requests-dev.jsonl"), "utf8")).toBe(`${even}\n`);
    expect(readFileSync(join(folder, "requests-test.jsonl"), "utf8")).toBe(`${odd}\n`);
  });
});
