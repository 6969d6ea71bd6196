import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { workplace } from "./command.ts";

const place = workplace();
const { run, killed, serve, data, folder } = place;
const PROBLEM = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const GONE = { mark: "x", address: "http://127.0.0.1:1", token: "t" };
const recommend = ["recommend", "--text", PROBLEM, "--county", "433126", "--json"];

beforeAll(async () => {
  const seeded = await run(["seed", "--experts", "400", "--seed", "7"]);
  expect(seeded).toMatchObject({ code: 0 });
}, 120_000);
afterAll(place.clear);

describe("ketepai recommend", () => {
  test("answers the county officer's sentence with scored, explained experts", async () => {
    const { code, out } = await run(recommend);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ need: null, askBack: [], abstained: null });
    expect(answer.asked.length).toBeGreaterThan(0);
    for (const { score, parts } of answer.recommendations) {
      const points = parts.map((part: { points: number }) => part.points);
      expect(points.reduce((sum: number, one: number) => sum + one, 0)).toBe(score);
    }
  });

  test("asks back with exit code 0 when the problem is missing", async () => {
    const { code, out } = await run([
      "recommend",
      "--text",
      "我们种椪柑的",
      "--county",
      "古丈",
      "--json",
    ]);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.askBack.length).toBeGreaterThan(0);
    expect(answer.recommendations).toEqual([]);
  });

  test.each([
    ["a limit of 0", [...recommend, "--limit", "0"], 2],
    ["a limit of 10,000", [...recommend, "--limit", "10000"], 2],
    ["an unknown flag", [...recommend, "--horoscope"], 2],
    ["neither a text nor a need", ["recommend"], 2],
    ["an unknown county", ["recommend", "--text", PROBLEM, "--county", "东京"], 4],
    ["an unknown need", ["recommend", "--need", "XQ-2026-99999"], 4],
    ["a text that is too long", ["recommend", "--text", "柑".repeat(1001), "--county", "古丈"], 3],
    ["a text of emoji only", ["recommend", "--text", "😀😀", "--county", "古丈"], 3],
    ["an empty text", ["recommend", "--text", "", "--county", "古丈"], 3],
    ["an unknown expert", ["openings", "--expert", "exp_nobody"], 4],
    ["an unknown run", ["replay", "querynone"], 4],
    ["an unknown verb", ["divine"], 2],
  ])("%s ends with its exit code, a message and no stack", async (_, args, expected) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(expected);
    expect(out).toBe("");
    expect(err.trim()).not.toBe("");
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe("ketepai tag", () => {
  test("reads texts from standard input and points at the words it means", async () => {
    const { code, out } = await run(["tag", "--json", "--plain", "-"], { input: `${PROBLEM}\n` });
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.id).toBe("1");
    expect(answer.industries).toContain("ponkan");
    for (const { words, from, to } of answer.evidence) {
      expect(PROBLEM.slice(from, to)).toBe(words);
    }
  });

  test("checks every line first and names each bad one", async () => {
    const input = '{"id":"1","text":"椪柑落果"}\nnonsense\n{"id":"3"}\n';
    const { code, out, err } = await run(["tag", "--json", "-"], { input });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("line 2");
    expect(err).toContain("line 3");
  });

  test("a file that is not there is named", async () => {
    const { code, err } = await run(["tag", "--json", "missing.jsonl"]);
    expect(code).toBe(3);
    expect(err).toContain("missing.jsonl");
  });
});

describe("ketepai db", () => {
  test("the same seed gives the same content, also after export and import", async () => {
    const file = join(folder, "graph.jsonl.gz");
    expect(await run(["db", "export", file])).toMatchObject({ code: 0 });
    const copy = { KETEPAI_DATA: join(folder, "copy") };
    expect(await run(["db", "import", file], { env: copy })).toMatchObject({ code: 0 });
    const again = { KETEPAI_DATA: join(folder, "again") };
    await run(["seed", "--experts", "400", "--seed", "7"], { env: again });
    const hashes = [];
    for (const env of [{}, copy, again]) {
      const { out } = await run(["db", "status", "--hash", "--json"], { env });
      hashes.push(JSON.parse(out).contentHash);
    }
    expect(hashes[0]).toMatch(/^sum256:[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(1);
  }, 120_000);

  test("a broken or truncated file is refused before anything is written", async () => {
    const file = join(folder, "whole.jsonl");
    await run(["db", "export", file]);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const changed = lines.with(5, lines[5]?.replace(/"name":"[^"]*"/, '"name":"别处"') ?? "");
    const faulty: Record<string, string | Buffer> = {
      "truncated.jsonl": lines.slice(0, -3).join("\n"),
      "changed.jsonl": changed.join("\n"),
      "nonsense.jsonl": "nonsense\n",
      "empty.jsonl": "",
      "cut.jsonl.gz": gzipSync(lines.join("\n")).subarray(0, 5_000),
    };
    const env = { KETEPAI_DATA: join(folder, "untouched") };
    for (const [name, content] of Object.entries(faulty)) {
      writeFileSync(join(folder, name), content);
      const { code, err } = await run(["db", "import", join(folder, name)], { env });
      expect({ name, code }).toEqual({ name, code: 3 });
      expect(err.trim()).not.toBe("");
    }
    expect(existsSync(env.KETEPAI_DATA)).toBe(false);
  }, 120_000);

  test("a load that was killed half-way is completed by doing it again", async () => {
    const env = { KETEPAI_DATA: join(folder, "killed") };
    const seed = ["seed", "--experts", "400", "--seed", "7"];
    for (const milliseconds of [900, 1_400, 1_900]) await killed(seed, milliseconds, env);
    // A quick machine may have been done before the last kill: then there is nothing to complete.
    const { out: before } = await run(["db", "status", "--json"], { env });
    const isDone = before !== "" && JSON.parse(before).loads[0]?.state === "done";
    expect(await run(seed, { env })).toMatchObject({ code: isDone ? 1 : 0 });
    const hashes = [];
    for (const one of [{}, env]) {
      const { out } = await run(["db", "status", "--hash", "--json"], { env: one });
      hashes.push(JSON.parse(out).contentHash);
    }
    expect(hashes[1]).toBe(hashes[0]);
  }, 120_000);

  test("a folder written by a newer version is refused and left as it is", async () => {
    const newer = join(folder, "newer");
    mkdirSync(newer);
    const engine = grafeo({ path: join(newer, "graph.grafeo") });
    await engine.write((query) =>
      query("CREATE (:Migration {id: 'migration_9999', version: 9999, at: '2030-01-01'})", {}),
    );
    await engine.close();
    const env = { KETEPAI_DATA: newer };
    for (const args of [recommend, ["serve"], ["seed"], ["db", "migrate"]]) {
      const { code, err } = await run(args, { env });
      expect({ args, code }).toEqual({ args, code: 3 });
      expect(err).toContain("9999");
    }
  });

  test("what must not stand twice is refused before anything is written", async () => {
    const file = join(folder, "twice.jsonl");
    await run(["db", "export", file]);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const relation = lines.findLast((line) => line.startsWith('{"relation"')) ?? "";
    const needs = lines.filter((line) => line.startsWith('{"node":"Need"'));
    const code = /"code":"([^"]+)"/.exec(needs[0] ?? "")?.[0] ?? "";
    const sameCode = (needs[1] ?? "").replace(/"code":"[^"]+"/, code);
    const env = { KETEPAI_DATA: join(folder, "untouched") };
    for (const faulty of [
      lines.with(-1, relation),
      lines.with(lines.indexOf(needs[1] ?? ""), sameCode),
    ]) {
      writeFileSync(file, faulty.join("\n"));
      const { code: exit, err } = await run(["db", "import", file], { env });
      expect(exit).toBe(3);
      expect(err).toContain("twice");
    }
    expect(existsSync(env.KETEPAI_DATA)).toBe(false);
  }, 120_000);

  test("other data is not mixed into a graph that holds something", async () => {
    const { code, err } = await run(["seed", "--experts", "5", "--seed", "8"]);
    expect(code).toBe(1);
    expect(err).toContain("seed:7:400");
  });

  test("a graph that was never set up says what to do", async () => {
    const env = { KETEPAI_DATA: join(folder, "new") };
    const { code, err } = await run(["recommend", "--need", "XQ-2026-00001"], { env });
    expect(code).toBe(5);
    expect(err).toContain("ketepai seed");
  });

  test("a Neo4j that does not answer ends with exit code 5", async () => {
    const env = { NEO4J_URI: "bolt://127.0.0.1:9" };
    const { code, err } = await run(["db", "status"], { env });
    expect(code).toBe(5);
    expect(err.trim()).not.toBe("");
  }, 60_000);
});

describe("ketepai config check", () => {
  test("lists all mistakes at once", async () => {
    const env = { PORT: "soon", NEO4J_URI: "ftp://x", LOG_LEVEL: "loud" };
    const { code, err } = await run(["config", "check"], { env });
    expect(code).toBe(3);
    for (const name of Object.keys(env)) expect(err).toContain(name);
  });

  test("masks secrets, also those read from a file", async () => {
    const secret = join(folder, "secret");
    writeFileSync(secret, "hunter22\n");
    const { code, out } = await run(["config", "check"], { env: { NEO4J_PASSWORD_FILE: secret } });
    expect(code).toBe(0);
    expect(out).toContain("NEO4J_PASSWORD=********");
    expect(out).not.toContain("hunter22");
  });
});

describe("a running server", () => {
  test("the command line works through it, and what rewrites the graph is refused", async () => {
    const server = await serve();
    try {
      const ready = await fetch(`${server.address}/readyz`);
      expect(await ready.json()).toMatchObject({ status: "ready" });

      const through = await run(recommend);
      expect(through.code).toBe(0);
      const file = join(folder, "served.jsonl");
      expect(await run(["db", "export", file])).toMatchObject({ code: 0 });

      for (const args of [["seed"], ["db", "migrate"], ["db", "import", file]]) {
        const refused = await run(args);
        expect(refused.code).toBe(5);
        expect(refused.err).toContain(server.address);
      }
      const second = await run(["serve"]);
      expect(second.code).toBe(5);
      expect(second.err).toContain(data);

      const outside = await fetch(`${server.address}/internal/verbs/openings`, { method: "POST" });
      expect(outside.status).toBe(404);
      expect(statSync(join(data, "owner.json")).mode & 0o077).toBe(0);
    } finally {
      expect(await server.stop()).toBe(0);
    }
    const alone = await run(recommend);
    expect(alone.code).toBe(0);
  }, 120_000);

  test("the answer is the same through a server and without one", async () => {
    const alone = await run(recommend);
    const server = await serve();
    const through = await run(recommend).finally(server.stop);
    expect(through.out).toBe(alone.out);
  }, 120_000);

  test("a folder left behind by a killed process is taken over", async () => {
    writeFileSync(
      join(data, "owner.json"),
      JSON.stringify({ ...GONE, pid: 2 ** 22 - 3, born: "" }),
    );
    expect(await run(recommend)).toMatchObject({ code: 0 });
    // The id of the dead process belongs to another one by now: this test's own.
    writeFileSync(
      join(data, "owner.json"),
      JSON.stringify({ ...GONE, pid: process.pid, born: "1" }),
    );
    expect(await run(recommend)).toMatchObject({ code: 0 });
  });
});
