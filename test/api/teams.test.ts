import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOfSubject } from "../../src/graph/queries/audit.ts";
import {
  CommittedTeam,
  ExplainedPreset,
  SavedTeamDraft,
  TeamComparison,
  TeamDraft,
  TeamDraftPage,
  TeamJob,
  TeamPresets,
  TeamReplay,
  TeamWhyNot,
} from "../../src/http/api/schemas/team-drafts.ts";
import { ComposedTeam } from "../../src/http/api/schemas/teams.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const TEAM = "/api/v1/teams/433126";
const TRIO = { preset: "guangdong-town-team", wait: 30 };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const compose = (body: object) => world.post(`${TEAM}/compositions`, body);
const composed = (body: object) => bodyOf(ComposedTeam, compose({ ...TRIO, ...body }));
const idsOf = ({ members }: z.infer<typeof ComposedTeam>) => (members ?? []).map(({ id }) => id);
const errorsOf = async (response: Response) =>
  z
    .object({ errors: z.array(z.object({ field: z.string(), detail: z.string() })).default([]) })
    .parse(await response.json()).errors;

/** The preset of the trio as it is sent back to be kept under another id. */
async function trioToCopy() {
  const {
    sentences: _,
    version: __,
    ...trio
  } = await bodyOf(ExplainedPreset, world.get(`/api/v1/presets/${TRIO.preset}`));
  return trio;
}

describe("a composition", () => {
  test("answers the team, its proof, and all that explains it", async () => {
    const team = await composed({});
    expect(team).toMatchObject({ status: "optimal", gap: 0, preset: "guangdong-town-team@1" });
    expect(team.objective).toBe(team.bound);
    expect(team.members?.filter(({ role }) => role === "leader")).toHaveLength(1);
    expect(team.people.map(({ id }) => id)).toEqual(expect.arrayContaining(idsOf(team)));
    expect(team.demands[0]?.reasons[0]).toContain("茶叶");
    for (const { holds } of team.rules) expect(holds).toBe(true);
  });

  test("follows changes, further demands, and lists substitutes", async () => {
    const best = await composed({});
    const [first = ""] = idsOf(best);
    const team = await composed({
      changes: [{ kind: "exclude", id: first }],
      demands: [{ industry: "kiwifruit", competence: "plant-disease", weight: 20 }],
      substitutes: true,
    });
    expect(idsOf(team)).not.toContain(first);
    expect(team.demands.map(({ id }) => id)).toContain("kiwifruit/plant-disease");
    expect(Object.keys(team.substitutes).toSorted()).toEqual(idsOf(team).toSorted());
  });

  test("is refused with a size whose least is above its most", async () => {
    const refused = await compose({ ...TRIO, changes: [{ kind: "size", min: 12, max: 8 }] });
    expect(refused.status).toBe(400);
    expect((await errorsOf(refused)).map(({ field }) => field)).toEqual(["changes.0.min"]);
  });

  test("lists other teams with how much less they are worth", async () => {
    const { alternatives, alternativesComplete, objective } = await composed({ alternatives: 1 });
    expect(alternativesComplete).toBe(true);
    expect(alternatives).toHaveLength(1);
    const [{ distance = 0, objective: other = 0 } = {}] = alternatives;
    expect(distance).toBeCloseTo((objective ?? 0) - other, 5);
  });

  test("that takes longer than the wait becomes a job that can be followed", async () => {
    const response = await compose({ ...TRIO, wait: 0 });
    expect(response.status).toBe(202);
    const { id } = await bodyOf(TeamJob, response);
    const address = response.headers.get("location") ?? "";
    expect(address).toBe(`/api/v1/jobs/${id}`);
    let job = await bodyOf(TeamJob, world.get(address));
    while (job.state === "running") job = await bodyOf(TeamJob, world.get(address));
    expect(job.team?.members).toHaveLength(3);
  });

  test("is stopped by deleting its job, and says that nothing is proven", async () => {
    const response = await compose({
      ...TRIO,
      changes: [{ kind: "size", min: 5, max: 6 }],
      wait: 0,
    });
    const address = response.headers.get("location") ?? "";
    const stopped = await world.app.request(address, { method: "DELETE" });
    const job = TeamJob.parse(await stopped.json());
    expect(job.state).toBe("done");
    expect(["feasible", "unknown"]).toContain(job.team?.status);
  });

  test.each([
    ["an unknown preset", { preset: "martian" }, 404],
    ["a time limit of more than a minute", { timeLimit: 61 }, 400],
    [
      "a weight below 0",
      { demands: [{ industry: "tea", competence: "variety", weight: -1 }] },
      400,
    ],
    ["an unknown kind of change", { changes: [{ kind: "dance" }] }, 400],
    ["a person nobody knows", { changes: [{ kind: "pin", id: "exp_nobody" }] }, 404],
    ["a misspelt field", { alternative: 3 }, 400],
  ])("is refused for %s", async (_, body, status) => {
    const response = await compose({ ...TRIO, ...body });
    expect(response.status).toBe(status);
  });

  test("is refused for a time limit of 0, in words that say where it begins", async () => {
    const [error] = await errorsOf(await compose({ ...TRIO, timeLimit: 0 }));
    expect(error).toMatchObject({ field: "timeLimit", detail: "应大于 0" });
  });

  test("names the change that contradicts an earlier one", async () => {
    const [id = ""] = idsOf(await composed({}));
    const response = await compose({
      ...TRIO,
      changes: [
        { kind: "exclude", id },
        { kind: "pin", id },
      ],
    });
    expect(response.status).toBe(400);
    expect((await errorsOf(response)).map(({ field }) => field)).toEqual(["changes.1"]);
  });

  test("of an unknown county or job is not found", async () => {
    expect((await world.post("/api/v1/teams/999999/compositions", TRIO)).status).toBe(404);
    expect((await world.get("/api/v1/jobs/nothing")).status).toBe(404);
  });
});

/** Sums carry an error in their last digits: nobody is shown it. */
const longNumbers = (body: unknown) => JSON.stringify(body).match(/\d\.\d{7,}/g) ?? [];

test("two what-if teams are compared", async () => {
  const response = world.post(`${TEAM}/comparisons`, {
    preset: TRIO.preset,
    left: { changes: [] },
    right: { changes: [{ kind: "size", min: 4, max: 4 }] },
  });
  const compared = await bodyOf(TeamComparison, response);
  expect(compared.same).toBe(false);
  expect(compared.right.members).toHaveLength(4);
  expect(compared.joins.length - compared.leaves.length).toBe(1);
  expect(compared.coverage.length).toBeGreaterThan(0);
  expect(longNumbers(compared)).toEqual([]);
});

test("why somebody is not in the team is told by what it would be with them", async () => {
  const response = world.post(`${TEAM}/why-not`, { preset: TRIO.preset, expert: "林秋月" });
  const told = await bodyOf(TeamWhyNot, response);
  expect(told.kind).toBe("worse");
  expect(told.loses).toBeGreaterThan(0);
  expect(longNumbers(told)).toEqual([]);
  expect(told.forced?.map(({ name }) => name)).toContain("林秋月");
});

describe("a draft", () => {
  const save = async (name: string) =>
    bodyOf(SavedTeamDraft, world.post(`${TEAM}/drafts`, { preset: TRIO.preset, name, by: "王敏" }));

  test("is saved, listed, read, and computed again", async () => {
    const { code } = await save("三人");
    const { drafts } = await bodyOf(TeamDraftPage, world.get("/api/v1/team-drafts?county=古丈"));
    expect(drafts.map((one) => one.code)).toContain(code);
    const draft = await bodyOf(TeamDraft, world.get(`/api/v1/team-drafts/${code}`));
    expect(draft).toMatchObject({ name: "三人", by: "王敏", status: "draft" });
    const replay = await bodyOf(TeamReplay, world.get(`/api/v1/team-drafts/${code}/replay`));
    expect(replay.same).toBe(true);
  });

  test("that is saved twice with one key keeps its team, whoever was committed elsewhere meanwhile", async () => {
    const trio = await trioToCopy();
    const preset = "one-team-only";
    const exclusive = { preset: { ...trio, id: preset, oneTeamOnly: true }, by: "王敏" };
    expect((await world.post("/api/v1/presets", exclusive)).status).toBe(201);
    const send = (name: string) =>
      world.post(
        `${TEAM}/drafts`,
        { preset, name, by: "王敏" },
        { "Idempotency-Key": "one-draft" },
      );
    const first = await bodyOf(SavedTeamDraft, send("三人"));
    const [id = ""] = idsOf(first.team);
    const elsewhere = { preset, changes: [{ kind: "pin", id }], name: "邻县", by: "王敏" };
    const other = await bodyOf(
      SavedTeamDraft,
      world.post("/api/v1/teams/433123/drafts", elsewhere),
    );
    const sign = (step: string, body: object) =>
      world.post(`/api/v1/team-drafts/${other.code}/${step}`, { person: "王敏", ...body });
    expect((await sign("commit", {})).status).toBe(201);
    expect(idsOf(await composed({ preset }))).not.toContain(id);

    const search = vi.spyOn(world.runtime.composer, "compose");
    const again = await bodyOf(SavedTeamDraft, send("三人"));
    expect(again).toEqual({ ...first, team: { ...first.team, seconds: again.team.seconds } });
    expect((await send("另一支")).status).toBe(409);
    expect(search).not.toHaveBeenCalled();
    search.mockRestore();
    expect((await sign("undo", { reason: "换人" })).status).toBe(201);
  });

  test("is committed once for a county, and undone with a reason", async () => {
    const [one, other] = [await save("甲"), await save("乙")];
    const commit = (code: string) =>
      world.post(`/api/v1/team-drafts/${code}/commit`, { person: "王敏" });
    const team = await bodyOf(CommittedTeam, commit(one.code));
    expect(team.members).toHaveLength(3);
    expect((await commit(other.code)).status).toBe(409);
    const undo = (body: object) => world.post(`/api/v1/team-drafts/${one.code}/undo`, body);
    expect((await undo({ person: "王敏" })).status).toBe(400);
    expect((await undo({ person: "王敏", reason: "换人" })).status).toBe(201);
    expect((await undo({ person: "王敏", reason: "换人" })).status).toBe(409);
    const draft = await bodyOf(TeamDraft, world.get(`/api/v1/team-drafts/${one.code}`));
    expect(draft.undone).toMatchObject({ by: "王敏", reason: "换人" });
  });
});

describe("presets", () => {
  test("are listed with the assumed ones marked, and read with their rules in words", async () => {
    const { presets } = await bodyOf(TeamPresets, world.get("/api/v1/presets"));
    expect(presets.find(({ id }) => id === "hunan-county-team")?.assumed).toBe(true);
    const preset = await bodyOf(ExplainedPreset, world.get("/api/v1/presets/yunnan-mission"));
    expect(preset.sentences).toContain("团长为正高及以上职称");
    expect((await world.get("/api/v1/presets/martian")).status).toBe(404);
  });

  test("are copied and edited, and refused when they contradict themselves", async () => {
    const read = world.get("/api/v1/presets/guangdong-town-team");
    const { sentences: _, version: __, ...preset } = await bodyOf(ExplainedPreset, read);
    const own = {
      ...preset,
      id: "own-trio",
      rules: [
        { id: "size", min: 2, max: 2 },
        { id: "freeDays", min: 30 },
      ],
    };
    const save = (edited: object) => world.post("/api/v1/presets", { preset: edited, by: "王敏" });
    expect((await save(own)).status).toBe(201);
    expect((await composed({ preset: "own-trio" })).members).toHaveLength(2);
    const upside = { ...own, rules: [{ id: "size", min: 9, max: 2 }] };
    const refused = await save(upside);
    expect(refused.status).toBe(400);
    expect((await errorsOf(refused))[0]?.field).toContain("rules.0");
    const [unknown] = await errorsOf(await save({ ...own, rules: [{ id: "age", max: 50 }] }));
    expect(unknown).toMatchObject({ field: "preset.rules.0.id" });
    expect(JSON.stringify(unknown)).toContain("institutionsMin");
    expect((await save({ ...own, id: "hunan-county-team" })).status).toBe(409);
  });
});

describe("an identity number typed beside a name, a reason or a text", () => {
  const NUMBER = "433126199001011234";
  const PHONE = "13987654321";
  const beside = (text: string) => `${text} ${NUMBER} ${PHONE}`;
  const expectClean = (kept: unknown, ...words: string[]) => {
    const text = JSON.stringify(kept);
    expect(text).not.toContain(NUMBER);
    expect(text).not.toContain(PHONE);
    for (const word of words) expect(text).toContain(`${word} ［身份证号已删除］ 139****4321`);
  };
  const trailOf = (subject: string) =>
    world.graph.all(auditOfSubject, { subject, after: "", limit: 10 });

  test("is kept neither with a draft nor in its trail", async () => {
    const naming = { preset: TRIO.preset, name: beside("三人"), by: beside("王敏") };
    const { id, code } = await bodyOf(SavedTeamDraft, world.post(`${TEAM}/drafts`, naming));
    const address = `/api/v1/team-drafts/${code}`;
    const person = beside("李娜");
    expect((await world.post(`${address}/commit`, { person })).status).toBe(201);
    expectClean(await bodyOf(TeamDraft, world.get(address)), "三人", "王敏", "李娜");
    const undoing = { person, reason: beside("换人") };
    expect((await world.post(`${address}/undo`, undoing)).status).toBe(201);
    expectClean(await bodyOf(TeamDraft, world.get(address)), "李娜", "换人");
    const trail = await trailOf(id);
    expect(trail.map(({ action }) => action)).toEqual([
      "teamDraft.save",
      "team.commit",
      "team.undo",
    ]);
    expectClean(trail, "王敏", "李娜", "换人");
  });

  test("is kept neither with a preset nor in its trail", async () => {
    const trio = await trioToCopy();
    const name = { zh: beside("三人组"), en: beside("Trio") };
    const source = { zh: beside("来文"), en: beside("Letter") };
    const edited = { preset: { ...trio, id: "typed-trio", name, source }, by: beside("王敏") };
    const saved = await world.post("/api/v1/presets", edited);
    expect(saved.status).toBe(201);
    const words = ["三人组", "来文"];
    expectClean(await saved.json(), ...words, "Trio", "Letter");
    expectClean(await bodyOf(ExplainedPreset, world.get("/api/v1/presets/typed-trio")), ...words);
    expectClean(await bodyOf(TeamPresets, world.get("/api/v1/presets")), "三人组");
    expectClean(await trailOf("preset_typed-trio"), ...words, "王敏");
  });

  test("leaves room for what stands in its place: nothing is kept that is too long", async () => {
    const naming = { preset: TRIO.preset, name: `${"长".repeat(48)}a@example.cn`, by: "王敏" };
    const refused = await world.post(`${TEAM}/drafts`, naming);
    expect(refused.status).toBe(400);
    expect((await errorsOf(refused)).map(({ field }) => field)).toEqual(["name"]);
  });
});

test("a coverage that is asked for is reached, or the answer says how far any team comes and what would mend it", async () => {
  const easy = await composed({ coverage: 0.05 });
  expect(easy).toMatchObject({ status: "optimal", shortfall: null, conflict: [], repairs: [] });
  expect(easy.changes).toEqual([{ kind: "coverage", demand: null, min: 0.05 }]);
  const hard = await composed({ coverage: 0.5, timeLimit: 60 });
  const [missed] = hard.shortfall?.coverages ?? [];
  expect(hard.shortfall?.proven).toBe(true);
  expect(missed).toMatchObject({ demand: null, asked: 0.5 });
  expect(missed?.reached).toBeLessThanOrEqual(missed?.reachable ?? 0);
  expect(missed?.reachable).toBeLessThan(0.5);
  expect(hard.members?.length).toBe(3);
  expect(hard.conflict.map(({ id }) => id)).toContain("coverageMin");
  const [repair] = hard.repairs;
  expect(repair).toMatchObject({ isCheapest: true });
  const changes = [...hard.changes, ...(repair?.changes ?? [])];
  const mended = await composed({ changes, timeLimit: 60 });
  expect(mended).toMatchObject({ shortfall: null, objective: repair?.objective });
  expect((await compose({ ...TRIO, coverage: 2 })).status).toBe(400);
  const nobody = { kind: "coverage", demand: "moon/dust", min: 0.5 };
  const refused = await compose({ ...TRIO, changes: [nobody] });
  expect(refused.status).toBe(400);
  const [fault] = await errorsOf(refused);
  expect(fault).toMatchObject({ field: "changes.0.demand" });
  expect(JSON.stringify(fault)).toContain("请先用“增加一项需求”加入");
});
