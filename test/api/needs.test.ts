import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditOfSubject } from "../../src/graph/queries/audit.ts";
import { Openings, Recommendations, WhyNot } from "../../src/http/api/schemas/matches.ts";
import { CreatedNeed, Need, NeedPage } from "../../src/http/api/schemas/needs.ts";
import { Replay, Run } from "../../src/http/api/schemas/runs.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const NEED = {
  text: "椪柑叶片卷曲、落果，电话 13812345678",
  county: "古丈县",
  skills: [{ industry: "ponkan", competence: "plant-disease" }],
  by: "李主任",
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const create = (more: object = {}, headers?: Record<string, string>) =>
  world.post("/api/v1/needs", { ...NEED, ...more }, headers);

const created = async (more?: object) => {
  const response = await create(more);
  expect(response.status).toBe(201);
  const location = response.headers.get("location") ?? "";
  return { ...(await bodyOf(CreatedNeed, response)), location };
};

const trailOf = (subject: string) =>
  world.graph.all(auditOfSubject, { subject, after: "", limit: 10 });

describe("POST /needs", () => {
  test("saves a need under a code of its own, with the ranking of that moment", async () => {
    const need = await created();
    expect(need.code).toMatch(/^XQ-2026-\d{5}$/);
    expect(need.location).toBe(`/api/v1/needs/${need.code}`);
    const read = await bodyOf(Need, world.get(need.location));
    expect(read).toMatchObject({
      id: need.id,
      status: "published",
      createdBy: "李主任",
      county: { code: "433126", name: "古丈县" },
      asked: [{ industry: "ponkan", competence: "plant-disease", weight: 1 }],
      runs: [{ id: need.run, by: "李主任" }],
    });
    const run = await bodyOf(Run, world.get(`/api/v1/runs/${need.run}`));
    expect(run).toMatchObject({ need: { code: need.code }, county: { code: "433126" } });
    expect(run.recommendations[0]?.expert.id).toBe("exp_lin");
  });

  test("leaves one line in the audit trail, under the unverified name", async () => {
    const { id } = await created();
    expect(await trailOf(id)).toMatchObject([
      { actor: "unverified:李主任", action: "need.create", before: "null" },
    ]);
  });

  test("keeps the text as typed, and shows phones masked", async () => {
    const { code } = await created({
      text: "<b>椪柑</b>落果 'MATCH (n) DETACH DELETE n' 13812345678",
    });
    const { text } = await bodyOf(Need, world.get(`/api/v1/needs/${code}`));
    expect(text).toBe("<b>椪柑</b>落果 'MATCH (n) DETACH DELETE n' 138****5678");
  });

  test("an identity-card number reaches no part of the graph", async () => {
    const number = "433126199001011234";
    const headers = { "idempotency-key": "with-identity" };
    const response = await create({ text: `椪柑落果，${number}` }, headers);
    const need = await bodyOf(CreatedNeed, response);
    expect(need.notices).toMatchObject([{ code: "identity_number_cut" }]);
    const nodes = await world.graph.engine.read(
      "MATCH (n) RETURN properties(n) AS properties LIMIT $limit",
      { limit: 100_000 },
    );
    expect(nodes.length).toBeGreaterThan(100);
    expect(JSON.stringify(nodes)).not.toContain(number);
  });

  test("a phone typed beside the name of who acts is masked before it is kept", async () => {
    const { code } = await created({ by: "李主任 13812345678" });
    const { createdBy } = await bodyOf(Need, world.get(`/api/v1/needs/${code}`));
    expect(createdBy).toBe("李主任 138****5678");
  });

  test("what has to be asked back first stays a draft without a ranking", async () => {
    const { skills: _, ...unconfirmed } = NEED;
    const response = await world.post("/api/v1/needs", { ...unconfirmed, text: "请派专家来看看" });
    expect(await response.json()).toMatchObject({ status: "draft", run: null });
  });

  test("ten requests with one Idempotency-Key make one need and get one answer", async () => {
    const headers = { "idempotency-key": "only-once" };
    const responses = await Promise.all(Array.from({ length: 10 }, () => create({}, headers)));
    const answers = await Promise.all(responses.map((one) => bodyOf(CreatedNeed, one)));
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(201));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await trailOf(answers[0]?.id ?? "")).toHaveLength(1);
  });

  test("an Idempotency-Key used for something else is refused", async () => {
    const headers = { "idempotency-key": "taken" };
    expect((await create({}, headers)).status).toBe(201);
    const other = await create({ text: "椪柑黄化" }, headers);
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: "conflict" });
  });

  test("ten who save at once get ten codes", async () => {
    const needs = await Promise.all(Array.from({ length: 10 }, () => created()));
    expect(new Set(needs.map(({ code }) => code)).size).toBe(10);
    expect(new Set(needs.map(({ id }) => id)).size).toBe(10);
  });
});

describe("GET /needs", () => {
  test("pages neither repeat nor leave out, newest first", async () => {
    const whole = await bodyOf(NeedPage, world.get("/api/v1/needs?limit=100"));
    const codes = whole.needs.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort().reverse());
    const paged: string[] = [];
    let path: string | undefined = "/api/v1/needs?limit=3";
    while (path) {
      const response: Response = await world.get(path);
      const { needs, next } = await bodyOf(NeedPage, response);
      paged.push(...needs.map(({ code }) => code));
      path = response.headers.get("link")?.match(/^<([^>]+)>; rel="next"$/)?.[1];
      expect(path === undefined).toBe(next === null);
    }
    expect(paged).toEqual(codes);
  });

  test("narrows by county, status and words", async () => {
    await created({ county: "431181", text: "祁阳的椪柑" });
    const narrowed = await world.get("/api/v1/needs?county=祁阳&status=published&q=祁阳的");
    const { needs } = await bodyOf(NeedPage, narrowed);
    expect(needs).toHaveLength(1);
    expect(needs[0]).toMatchObject({ county: { code: "431181" }, text: "祁阳的椪柑" });
  });
});

describe("what a saved need answers", () => {
  test("its id and its code mean the same, in capitals or not", async () => {
    const { id, code } = await created();
    const answers = await Promise.all(
      [id, code, code.toLowerCase()].map((name) =>
        bodyOf(Recommendations, world.get(`/api/v1/needs/${name}/recommendations?limit=2`)),
      ),
    );
    expect(answers[0]?.need).toEqual({ id, code });
    expect(answers[0]?.recommendations[0]?.expert.id).toBe("exp_lin");
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test("reading recommendations stores nothing", async () => {
    const { code } = await created();
    const count = "MATCH (n) RETURN count(n) AS total";
    const before = await world.graph.engine.read(count, {});
    await world.get(`/api/v1/needs/${code}/recommendations`);
    await world.get(`/api/v1/needs/${code}/why-not/吴远`);
    expect(await world.graph.engine.read(count, {})).toEqual(before);
  });

  test("why-not names the part where points were lost", async () => {
    const { code } = await created();
    const path = `/api/v1/needs/${code}/why-not/吴远?limit=1`;
    const answer = await bodyOf(WhyNot, world.get(path));
    expect(answer).toMatchObject({ need: { code }, answer: "outscored" });
  });

  test("an expert finds it among the openings, with the same parts and points", async () => {
    const { code } = await created();
    const { recommendations } = await bodyOf(
      Recommendations,
      world.get(`/api/v1/needs/${code}/recommendations`),
    );
    const { openings } = await bodyOf(
      Openings,
      world.get("/api/v1/experts/林秋月/openings?limit=50"),
    );
    const opening = openings.find(({ need }) => need.code === code);
    const { expert, ...judgement } = recommendations[0] ?? {};
    expect(expert?.name).toBe("林秋月");
    expect(opening).toMatchObject(judgement);
    expect(opening?.need.text).toContain("138****5678");
  });

  test("a run keeps who was listed and who was asked about, and can be replayed", async () => {
    const { code } = await created();
    const body = { limit: 1, askedAbout: ["吴远", "exp_xiang"], by: "李主任" };
    const response = await world.post(`/api/v1/needs/${code}/runs`, body);
    expect(response.status).toBe(201);
    const location = response.headers.get("location") ?? "";
    const run = await bodyOf(Run, world.get(location));
    const ids = (list: { expert: { id: string } }[]) => list.map(({ expert }) => expert.id).sort();
    expect(ids(run.recommendations)).toEqual(["exp_lin"]);
    expect(ids(run.others)).toEqual(["exp_wu", "exp_xiang"]);
    expect(run.by).toBe("李主任");
    const replay = await bodyOf(Replay, world.get(`${location}/replay`));
    expect(replay).toMatchObject({ run: run.id, same: true, moves: [] });
  });

  test("a run is kept once for one Idempotency-Key", async () => {
    const { code } = await created();
    const headers = { "idempotency-key": "one-run" };
    const keep = () => world.post(`/api/v1/needs/${code}/runs`, { limit: 3 }, headers);
    const [one, other] = await Promise.all([keep(), keep()]);
    expect(await one?.json()).toEqual(await other?.json());
    const { runs } = await bodyOf(Need, world.get(`/api/v1/needs/${code}`));
    expect(runs).toHaveLength(2);
  });
});
