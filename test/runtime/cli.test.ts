import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { copyOfProgram, workplace } from "./command.ts";

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

describe("ketepai seed into a Neo4j", () => {
  test("that nobody reaches says where it was looked for, and why it was not found", async () => {
    const uri = "bolt://127.0.0.1:1";
    const { code, err } = await run(["seed"], { env: { NEO4J_URI: uri } });
    expect(code).toBe(5);
    expect(err).toContain("The graph is busy or out of reach: try again in a moment.");
    expect(err).toMatch(/Cause \(NEO4J_URI bolt:\/\/127\.0\.0\.1:1\): .*ECONNREFUSED/);
    const chinese = await run(["seed"], { env: { NEO4J_URI: uri, KETEPAI_LANG: "zh" } });
    expect(chinese.err).toContain(`原因（NEO4J_URI ${uri}）：`);
  });

  test("gives each transaction more time than a reader of a page would wait", async () => {
    const asked: number[] = [];
    // Answers every read with nothing, and is no Neo4j any more once a transaction begins.
    const server = createServer(async (request, response) => {
      const { maxExecutionTime } = JSON.parse((await textOf(request)) || "{}");
      if (maxExecutionTime) asked.push(maxExecutionTime);
      const type = maxExecutionTime ? "text/html" : "application/json";
      response.writeHead(202, { "content-type": type });
      response.end(JSON.stringify({ data: { fields: [], values: [] } }));
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const env = { NEO4J_URI: `http://127.0.0.1:${port}` };
    const { code, err } = await run(["seed"], { env });
    server.close();
    expect({ code, asked }).toEqual({ code: 5, asked: [15] });
    expect(err).toContain("What answers at this address sends text/html: is it a Neo4j?");
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

  test("--explain says for each tag how sure it is, its words, where they stand, and the rule", async () => {
    const text = "我县500亩椪柑叶片卷曲，急，请派两名专家3月中旬来，不需要培训，瓦屑哩";
    const said = async (lang: string) => {
      const options = { input: `${text}\n`, env: { KETEPAI_LANG: lang } };
      const { code, out } = await run(["tag", "--explain", "--plain", "-"], options);
      expect(code).toBe(0);
      return out;
    };
    const zh = await said("zh");
    expect(zh).toMatch(/产业 椪柑 {2}把握 [01]\.\d\d\n +“椪柑” 6-8 {2}产业名称/);
    expect(zh).toMatch(/专长 植物虫害防治 {2}把握 [01]\.\d\d\n +“叶片卷曲” 8-12 {2}症状/);
    expect(zh).toMatch(/已否定\n +不是专长 农民培训 {2}“不需要培训”/);
    expect(zh).toMatch(/面积 500 亩 {2}“500亩” 2-6/);
    expect(zh).toMatch(/需要人数\n +2 {2}“两名专家”/);
    expect(zh).toMatch(/时间\n +“3月中旬”/);
    expect(zh).toMatch(/未识别\n +“瓦屑哩”/);
    expect(await said("en")).toMatch(/industry Ponkan.* {2}confidence [01]\.\d\d\n +“椪柑” 6-8/);
  });

  test("--explain asks what is missing, with answers to pick from", async () => {
    const input = "我们种椪柑的\n";
    const { code, out } = await run(["tag", "--explain", "--plain", "-"], { input });
    expect(code).toBe(0);
    expect(out).toMatch(/To be answered first\n +\? .+\n( +- .+\n){2,5}/);
  });

  test("words of strangers do not steer the terminal", async () => {
    const input = "椪柑\u001b[31m落果\u202e\u0007\n";
    const { code, out } = await run(["tag", "--explain", "--plain", "-"], { input });
    expect(code).toBe(0);
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test("empty, blank, endless and wordless lines are named, digits alone are asked about", async () => {
    const lines = ["", "   ", "😀😀", "柑".repeat(1_001), "\u200b\u0007", "12345"];
    const { code, out, err } = await run(["tag", "--plain", "-"], { input: lines.join("\n") });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    for (const number of [3, 4, 5]) expect(err).toContain(`line ${number}:`);
    for (const number of [1, 2, 6]) expect(err).not.toContain(`line ${number}:`);
    const digits = await run(["tag", "--plain", "-"], { input: "12345\n" });
    expect(digits.code).toBe(0);
    expect(digits.out).toContain("?");
  });
});

describe("ketepai profile", () => {
  const WORDS = "研究员，长于猕猴桃溃疡病防控，电话13812345678，从事果树植保二十余年";

  test("reads an expert's own words into skills with a level and their words", async () => {
    const { code, out } = await run(["profile", "-"], { input: `${WORDS}\n` });
    expect(code).toBe(0);
    expect(out).toMatch(/Kiwi.*level \d {2}confidence [01]\.\d\d\n +“猕猴桃溃疡病” 6-12/);
    expect(out).not.toContain("13812345678");
    const json = await run(["profile", "--json", "-"], { input: WORDS });
    const profile = JSON.parse(json.out);
    expect(profile.skills[0]).toMatchObject({ industry: "kiwifruit" });
    expect(profile.title).toMatchObject({ title: "senior" });
  });

  test.each([
    ["nothing", ""],
    ["blanks", "  \n\t"],
    ["emoji", "😀😀"],
    ["control characters", "\u0000\u0007\u200b"],
    ["5,001 characters", "柑".repeat(5_001)],
  ])("%s ends with exit code 3 and says what to write", async (_, input) => {
    const { code, out, err } = await run(["profile", "-"], { input });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("text:");
  });
});

describe("ketepai lexicon", () => {
  test("unknown counts words once a text, in a file and in the stored needs", async () => {
    const file = join(folder, "strange.txt");
    writeFileSync(file, "椪柑瓦屑哩，瓦屑哩\n瓦屑哩发黄\n椪柑落果\n");
    const unknown = ["lexicon", "unknown", "--json"];
    const { code, out } = await run([...unknown, "--plain", "--file", file]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ texts: 3 });
    expect(JSON.parse(out).words[0]).toMatchObject({
      texts: 2,
      words: "瓦屑哩",
      example: { id: "1" },
    });
    const needs = JSON.parse((await run([...unknown, "--limit", "3"])).out);
    expect(needs.texts).toBe(600);
    expect(needs.words).toHaveLength(3);
    expect(needs.words[0].example.id).toMatch(/^XQ-/);
    const counts = needs.words.map((one: { texts: number }) => one.texts);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
  });

  test("check finds no row that start-up refuses, and lists terms that are never read", async () => {
    const file = join(folder, "ponkan.txt");
    writeFileSync(file, "椪柑发黄\n");
    const check = ["lexicon", "check", "--json", "--plain", "--file", file];
    const { code, out, err } = await run(check);
    const { faults, unread, terms } = JSON.parse(out);
    expect(code).toBe(faults.length > 0 ? 3 : 0);
    expect(err.trim() !== "").toBe(faults.length > 0);
    expect(faults.filter(({ kind }: { kind: string }) => kind === "row")).toEqual([]);
    expect(unread).toContain("脐橙");
    expect(unread).not.toContain("椪柑");
    expect(unread.length).toBeLessThan(terms);
  });

  test("a faulty row stops every start with file and line; check names all of them", async () => {
    const broken = copyOfProgram(folder);
    const file = join(broken.data, "lexicon", "varieties.csv");
    const line = readFileSync(file, "utf8").trimEnd().split("\n").length + 1;
    appendFileSync(file, "某品种,durian,\n另一种,rambutan,\n");
    const env = { KETEPAI_DATA: join(folder, "never") };
    for (const args of [["serve"], ["tag", "--plain", "-"], ["profile", "-"]]) {
      const { code, out, err } = await run(args, { input: "椪柑落果", env, program: broken.bin });
      expect({ args, code, out }).toEqual({ args, code: 1, out: "" });
      expect(err).toContain(`lexicon/varieties.csv, line ${line}`);
      expect(err).toContain("durian");
      expect(err).not.toContain("rambutan");
    }
    expect(existsSync(env.KETEPAI_DATA)).toBe(false);
    const check = await run(["lexicon", "check"], { program: broken.bin });
    expect(check.code).toBe(3);
    expect(check.out).toContain(`lexicon/varieties.csv:${line} `);
    expect(check.out).toContain(`lexicon/varieties.csv:${line + 1} `);
  });

  test("corrections are listed and exported, through a server and without one", async () => {
    expect(await run(["lexicon", "corrections"])).toMatchObject({ code: 0, out: "" });
    const server = await serve();
    const text = "椪柑叶片卷曲，13812345678";
    const wrong = { tag: "competence:plant-pest", words: "叶片卷曲", from: 2, to: 6, right: false };
    const corrections = [
      { tag: "industry:ponkan", right: true, origin: "person" },
      { ...wrong, origin: "offline" },
    ];
    const sent = await fetch(`${server.address}/api/v1/corrections`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text, corrections }),
    });
    expect(sent.status).toBe(201);
    const labelled = ["lexicon", "corrections", "--jsonl"];
    const through = await run(labelled).finally(server.stop);
    const alone = await run(labelled);
    expect(alone.out).toBe(through.out);
    const lines = alone.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const kept = { id: expect.stringMatching(/^corr_/), text: "椪柑叶片卷曲，138****5678" };
    expect(lines).toEqual([
      { ...kept, tag: "competence:plant-pest", right: false },
      { ...kept, tag: "industry:ponkan", right: true },
    ]);
    const newest = await run(["lexicon", "corrections", "--json", "--limit", "1"]);
    expect(JSON.parse(newest.out).corrections).toMatchObject([wrong]);
    expect((await run(["lexicon", "corrections"])).out).toMatch(/wrong {2}competence:plant-pest/);
  }, 120_000);

  test.each([
    ["a limit of 0", ["unknown", "--limit", "0"], 2],
    ["two sources", ["check", "--needs", "--file", "x"], 2],
    ["two formats", ["corrections", "--json", "--jsonl"], 2],
    ["a verb nobody knows", ["guess"], 2],
    ["a file that is not there", ["unknown", "--file", "missing.jsonl"], 3],
    ["a file that is no JSON Lines", ["unknown", "--file", "-"], 3],
  ])("%s ends with its exit code and a message", async (_, args, expected) => {
    const { code, out, err } = await run(["lexicon", ...args], { input: "椪柑落果\n" });
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(err.trim()).not.toBe("");
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

  test("a file of the version before is imported, one of a later version is refused", async () => {
    const file = join(folder, "older.jsonl");
    await run(["db", "export", file]);
    const lines = readFileSync(file, "utf8").split("\n");
    const kept = lines.filter((line) => !line.startsWith('{"node":"Correction"'));
    const header = JSON.parse(kept[0] ?? "");
    const footer = JSON.parse(kept.at(-2) ?? "");
    const { Correction: _, ...nodes } = footer.nodes;
    for (const [schemaVersion, expected] of [
      [header.schemaVersion - 1, 0],
      [header.schemaVersion + 1, 3],
      [0, 3],
    ]) {
      const env = { KETEPAI_DATA: join(folder, `version-${schemaVersion}`) };
      const first = JSON.stringify({ ...header, schemaVersion });
      const last = JSON.stringify({ ...footer, nodes });
      writeFileSync(file, [first, ...kept.slice(1, -2), last, ""].join("\n"));
      expect(await run(["db", "import", file], { env })).toMatchObject({ code: expected });
    }
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

  test("the composition of all teams tells how far it is, and fails with its reason", async () => {
    const server = await serve();
    try {
      const all = (preset: string) => run(["compose", "--all", "--json", "--preset", preset]);
      const { code, out, err } = await all("guangdong-town-team");
      expect(code).toBe(0);
      expect(out.trim().split("\n")).toHaveLength(123);
      expect(err).toMatch(/10 of 123 teams.*123 of 123 teams/s);
      const refused = await all("martian");
      expect(refused).toMatchObject({ code: 4, out: "" });
      expect(refused.err).toContain("martian");
    } finally {
      await server.stop();
    }
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

describe("ketepai compose", () => {
  const compose = (...flags: string[]) =>
    run(["compose", "--preset", "guangdong-town-team", ...flags]);

  test("answers the team of a county with its proof, as the flags wish", async () => {
    const { code, out } = await compose("--county", "古丈", "--size", "4", "--json");
    expect(code).toBe(0);
    const team = JSON.parse(out);
    expect(team).toMatchObject({ status: "optimal", gap: 0, county: { code: "433126" } });
    expect(team.members).toHaveLength(4);
    const [{ id }] = team.members;
    const without = await compose("--county", "433126", "--exclude", id, "--json");
    expect(JSON.parse(without.out).members.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  test("answers a line for each county, naming who stands in several teams", async () => {
    const { code, out, err } = await compose("--all", "--json");
    expect(code).toBe(0);
    expect(err).toMatch(/10 of 123 teams.*120 of 123 teams.*123 of 123 teams/s);
    const teams = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const codes = teams.map(({ county }) => county.code);
    expect(new Set(codes).size).toBe(123);
    for (const { county, members, shared } of teams) {
      for (const { id, counties } of shared) {
        expect(members.map((one: { id: string }) => one.id)).toContain(id);
        expect(codes).toEqual(expect.arrayContaining(counties));
        expect(counties).not.toContain(county.code);
      }
    }
    expect(teams.some(({ shared }) => shared.length > 0)).toBe(true);
  });

  test.each([
    ["an unknown county", ["--county", "东京"], 4],
    ["an unknown person", ["--county", "古丈", "--pin", "exp_nobody"], 4],
    ["more pins than seats", ["--county", "古丈", "--size", "1", "--pin", "PINS"], 3],
    ["neither a county nor a file", [], 2],
    ["a county and all counties", ["--county", "古丈", "--all"], 2],
    ["wishes for all counties", ["--all", "--size", "3"], 2],
  ])("%s ends with its exit code and a message", async (_, flags, expected) => {
    const pins = async () => {
      const { out } = await compose("--county", "古丈", "--json");
      return JSON.parse(out)
        .members.map(({ id }: { id: string }) => id)
        .join(",");
    };
    const known = flags.includes("PINS") ? await pins() : "";
    const { code, out, err } = await compose(
      ...flags.map((flag) => (flag === "PINS" ? known : flag)),
    );
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(err.trim()).not.toBe("");
  });
});
