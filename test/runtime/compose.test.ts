import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { workplace } from "./command.ts";

const place = workplace();
afterAll(place.clear);

const person = (id: string, more: object = {}) => ({
  id,
  title: "senior",
  tier: "county",
  institution: `of-${id}`,
  freeDays: 60,
  travelKm: 0,
  load: 0,
  quality: 0,
  covers: {},
  ...more,
});

/** Three may come, two fit in: the best two of them cover both demands. */
const PROBLEM = {
  format: "ketepai-team-problem",
  version: 1,
  name: "three",
  demands: [
    { id: "d1", industry: "tea", weight: 4 },
    { id: "d2", industry: "citrus", weight: 2 },
  ],
  candidates: [
    person("a", { covers: { d1: 0.3 } }),
    person("b", { covers: { d1: 0.9 } }),
    person("c", { covers: { d2: 0.7 } }),
  ],
  pairs: [],
  policy: {
    depth: [1, 0.1],
    quality: 0,
    travelPerKm: 0,
    loadPerPosting: 0,
    cohesion: 0,
    change: 0,
  },
  rules: [{ id: "size", min: 1, max: 2 }],
  pins: [],
  excludes: [],
};

const composed = async (problem: unknown, ...flags: string[]) => {
  const input = typeof problem === "string" ? problem : JSON.stringify(problem);
  return place.run(["compose", "--problem", "-", ...flags], { input });
};

const answered = async (problem: unknown, ...flags: string[]) => {
  const { code, out, err } = await composed(problem, ...flags, "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
};

describe("ketepai compose --problem", () => {
  test("answers the best team with its proof, what each adds, who covers what and every rule", async () => {
    const answer = await answered(PROBLEM);
    expect(answer).toMatchObject({ status: "optimal", objective: 5, bound: 5, gap: 0 });
    expect(answer.members).toMatchObject([
      { id: "b", role: "leader", squad: "tea", adds: { objective: 3.6, coverage: 3.6 } },
      { id: "c", role: "member", squad: "citrus", adds: { objective: 1.4, coverage: 1.4 } },
    ]);
    expect(answer.coverage).toMatchObject([
      { demand: "d1", by: ["b"] },
      { demand: "d2", by: ["c"] },
    ]);
    expect(
      answer.rules.map(({ id, holds }: { id: string; holds: boolean }) => [id, holds]),
    ).toEqual([
      ["size", true],
      ["leader", true],
    ]);
  });

  test("writes an objective with at most six decimals", async () => {
    const demands = PROBLEM.demands.map((demand) => ({ ...demand, weight: 0.1 }));
    const { objective } = await answered({ ...PROBLEM, demands });
    expect(String(objective)).toBe("0.16");
  });

  test("pins, excludes and sizes as the flags say", async () => {
    const ids = async (...flags: string[]) =>
      (await answered(PROBLEM, ...flags)).members.map(({ id }: { id: string }) => id).sort();
    expect(await ids("--pin", "a")).toEqual(["a", "b"]);
    expect(await ids("--exclude", "b")).toEqual(["a", "c"]);
    expect(await ids("--size", "1")).toEqual(["b"]);
    expect(await ids("--size", "3")).toEqual(["a", "b", "c"]);
  });

  test("a problem that nobody can solve is an answer: infeasible, without members", async () => {
    const answer = await answered({ ...PROBLEM, rules: [{ id: "size", min: 4 }] });
    expect(answer).toMatchObject({ status: "infeasible", objective: null, members: null });
  });

  test("is read by people too, in both languages", async () => {
    const zh = await place.run(["compose", "--problem", "-"], {
      input: JSON.stringify(PROBLEM),
      env: { KETEPAI_LANG: "zh" },
    });
    expect(zh.out).toMatch(/^已证明/);
    expect(zh.out).toContain("团长  b");
    expect((await composed(PROBLEM)).out).toMatch(/^Proven: no team under these rules/);
  });

  test("says that there is no other team where alternatives are asked for, and lists substitutes", async () => {
    const all = { ...PROBLEM, rules: [{ id: "size", min: 3, max: 3 }] };
    const { out } = await composed(all, "--alternatives", "2", "--substitutes");
    expect(out).toMatch(/Alternatives\n {2}There is no other team\./);
    expect(out).toMatch(/Substitutes\n(?: {2}[abc] → nobody\n){3}/);
    expect((await composed(all)).out).not.toContain("Alternatives");
  });

  const crowd = Array.from({ length: 100_000 }, (_, at) => person(`e${at}`));
  const nonsense = Array.from({ length: 50 }, () => ({ id: 5 }));
  test.each([
    ["no problem", undefined, [], 2, "--problem"],
    ["a time limit of 0", PROBLEM, ["--time-limit", "0"], 2, "above 0"],
    ["a negative time limit", PROBLEM, ["--time-limit", "-3"], 2, "above 0"],
    ["a size that is none", PROBLEM, ["--size", "12-8"], 2, "--size"],
    ["pins that name nobody", PROBLEM, ["--pin", ""], 2, "--pin A,B"],
    ["somebody pinned and excluded", PROBLEM, ["--pin", "a,b", "--exclude", "b"], 2, '"b"'],
    ["more alternatives than are found", PROBLEM, ["--alternatives", "6"], 2, "0 to 5"],
    ["an unknown person", PROBLEM, ["--pin", "zoe"], 3, '"zoe"'],
    ["more pins than seats", PROBLEM, ["--pin", "a,b,c"], 3, "3 people are pinned for 2 seats"],
    ["a text that is no JSON", "nonsense", [], 3, "not valid JSON"],
    ["JSON that is no problem", [1, 2], [], 3, "expected object"],
    ["deep nesting", "[".repeat(90_000), [], 3, "nested too deeply"],
    ["100,000 candidates", { ...PROBLEM, candidates: crowd }, [], 3, "candidates: holds 100000"],
    [
      "a weight below 0",
      { ...PROBLEM, demands: [{ id: "d1", weight: -1 }] },
      [],
      3,
      "demands.0.weight",
    ],
    [
      "weights that are all 0",
      { ...PROBLEM, demands: [{ id: "d1", weight: 0 }], candidates: [] },
      [],
      3,
      "all be zero",
    ],
    ["nonsense in a list", { ...PROBLEM, candidates: nonsense }, [], 3, "candidates.0.id"],
  ])("%s is refused with its exit code, the place of the fault and no stack", async (...row) => {
    const [, problem, flags, expected, told] = row;
    const { code, out, err } =
      problem === undefined
        ? await place.run(["compose", ...flags])
        : await composed(problem, ...flags);
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(err).toContain(told);
    expect(err.length).toBeLessThan(3_000);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test("a file that is not there is named, and one that is too large is not read", async () => {
    const missing = await place.run(["compose", "--problem", "missing.json"]);
    expect(missing).toMatchObject({ code: 3, out: "" });
    expect(missing.err).toContain("missing.json");
    const path = join(place.folder, "huge.json");
    writeFileSync(path, Buffer.alloc(65 * 1024 * 1024, " "));
    const huge = await place.run(["compose", "--problem", path]);
    expect(huge).toMatchObject({ code: 3, out: "" });
    expect(huge.err).toContain("64 MB");
  });
});
