import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Config, readConfig } from "../../src/config.ts";
import { startWorker, type Workerd } from "../support/workerd.ts";
import { openProvince, type Province } from "./province.ts";

const { NEO4J_HTTP_URI: httpAddress, ...environment } = process.env;
const { neo4j } = readConfig(environment);
const isHttp = neo4j?.uri.startsWith("http") ?? true;

if (neo4j && httpAddress && !isHttp) describe("workerd on Neo4j", () => suite(neo4j, httpAddress));
else
  test.skip("workerd on Neo4j: set NEO4J_URI to its Bolt and NEO4J_HTTP_URI to its HTTP address");

const Saved = z.object({ code: z.string(), run: z.string() });

const PROBLEM = "我县500亩椪柑叶片卷曲、落果，请派人来看";

function suite(settings: NonNullable<Config["neo4j"]>, uri: string): void {
  let province: Province;
  let worker: Workerd;
  /** What gives back what was opened, also when the rest could not be. */
  const opened: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    province = await openProvince(settings);
    opened.push(province.close);
    worker = await startWorker({
      NEO4J_URI: uri,
      NEO4J_USERNAME: settings.user,
      NEO4J_PASSWORD: settings.password,
      NEO4J_DATABASE: settings.database,
    });
    opened.push(worker.stop);
  }, 300_000);
  afterAll(async () => {
    for (const close of opened) await close();
  }, 60_000);

  /** Sends one request to workerd, to Node over Bolt and to Node with the graph in memory. */
  const everywhere = async (path: string, options?: RequestInit) => {
    const asks = [worker.ask, province.bolt, province.embedded];
    const [workerd, bolt, embedded] = await Promise.all(
      asks.map(async (ask) => answerOf(await ask(path, options))),
    );
    return { workerd, bolt, embedded };
  };
  /** The answer of workerd, which must be that of Node on either engine. */
  const alike = async (path: string, options?: RequestInit) => {
    const { workerd, bolt, embedded } = await everywhere(path, options);
    expect(workerd).toEqual(bolt);
    expect(workerd).toEqual(embedded);
    return workerd;
  };

  describe("gives the same recommendations as Node on Bolt and on the embedded engine", () => {
    test.each([
      ["for the county officer's sentence", { text: PROBLEM, county: "433126" }],
      ["for another county by its name", { text: PROBLEM, county: "保靖县" }],
      ["as many as asked for", { text: "茶园里茶小绿叶蝉很多", county: "古丈", limit: 50 }],
      ["a single one", { text: "水稻稻瘟病怎么防治", county: "430121", limit: 1 }],
      [
        "for skills said outright",
        {
          text: "请派人来",
          county: "433126",
          skills: [{ industry: "ponkan", competence: "plant-disease" }],
        },
      ],
    ])("%s", async (_, body) => {
      const answer = await alike("/api/v1/recommendations", json(body));
      expect(answer).toMatchObject({ status: 200, body: { policy: expect.any(String) } });
      // An empty list would be alike everywhere, too.
      expect(JSON.stringify(answer?.body)).toContain('"score":');
    });

    test("asking back where the problem is missing", async () => {
      const { body } =
        (await alike(
          "/api/v1/recommendations",
          json({
            text: "我们种椪柑的",
            county: "433126",
          }),
        )) ?? {};
      expect(body).toMatchObject({ recommendations: [], askBack: [{}] });
    });
  });

  test("the words of a text are read alike", async () => {
    const texts = [
      PROBLEM,
      "貴縣茶葉加工，急！",
      "稻田养的鱼浮头，死了一些",
      "😀 <b>黄桃</b>卖不出去",
    ];
    for (const text of texts) {
      expect(await alike("/api/v1/tags", json({ text }))).toMatchObject({ status: 200 });
    }
  });

  test("experts, what is open to them and why not they are answered alike", async () => {
    const listed = await alike("/api/v1/experts?limit=3");
    const recommended = await alike(
      "/api/v1/recommendations",
      json({ text: PROBLEM, county: "433126" }),
    );
    const experts = new Set(
      JSON.stringify([listed, recommended])
        .match(/(?<="id":")exp_[^"]+/g)
        ?.slice(0, 6),
    );
    expect(experts.size).toBeGreaterThan(3);
    for (const expert of experts) {
      expect(await alike(`/api/v1/experts/${expert}`)).toMatchObject({ status: 200 });
      expect(await alike(`/api/v1/experts/${expert}/openings`)).toMatchObject({ status: 200 });
      const asked = { text: PROBLEM, county: "433126", expert };
      expect(await alike("/api/v1/why-not", json(asked))).toMatchObject({ status: 200 });
    }
  });

  test.each(["institutions?limit=5", "needs?limit=5", "industries", "competences", "places?q=gz"])(
    "/api/v1/%s is answered alike",
    async (path) => {
      expect(await alike(`/api/v1/${path}`)).toMatchObject({ status: 200 });
    },
  );

  test("a problem typed into the first page leads to the page that Node shows", async () => {
    const texts = await Promise.all(
      [worker, { ask: province.bolt, address: "http://localhost" }].map(
        async ({ ask, address }) => {
          const body = new URLSearchParams({ text: PROBLEM, county: "古丈县" });
          const headers = { origin: address };
          const posted = await ask("/match", { method: "POST", body, headers, redirect: "manual" });
          expect(posted.status).toBe(303);
          const shown = await ask(posted.headers.get("location") ?? "");
          expect(shown.status).toBe(200);
          return withoutKeys(await shown.text());
        },
      ),
    );
    expect(texts[0]).toContain("推荐名单");
    expect(texts[0]).toBe(texts[1]);
  });

  test("is alive, ready, and described by the same document", async () => {
    expect(await alike("/livez")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await alike("/readyz")).toMatchObject({ status: 200, body: { status: "ready" } });
    expect(await alike("/api/v1/openapi.json")).toMatchObject({ body: { openapi: "3.1.0" } });
  });

  test.each([
    "/",
    "/needs",
    "/experts",
    "/institutions",
    "/counties",
    "/counties/433126",
    "/about",
    "/docs",
    "/?lang=en",
  ])("shows the same page at %s", async (path) => {
    const answers = await Promise.all(
      [worker.ask, province.bolt].map(async (ask) => {
        const response = await ask(path);
        const text = await response.text();
        return { status: response.status, security: securityOf(response), text };
      }),
    );
    expect(answers[0]?.status).toBe(200);
    expect(answers[0]).toEqual(answers[1]);
  });

  test.each(["app.css", "app.js", "icon.svg", "htmx.js", "swagger-ui.css", "swagger-ui-bundle.js"])(
    "answers /assets/%s with the same bytes, type and version",
    async (name) => {
      const [onWorkerd, onNode] = await Promise.all(
        [worker.ask, province.bolt].map(async (ask) => {
          const response = await ask(`/assets/${name}`);
          const { status, headers } = response;
          const said = ["content-type", "etag", "cache-control"].map((each) => headers.get(each));
          return { status, said, bytes: Buffer.from(await response.arrayBuffer()) };
        }),
      );
      expect(onWorkerd).toMatchObject({ status: 200, said: onNode?.said });
      expect(onNode && onWorkerd?.bytes.equals(onNode.bytes)).toBe(true);
    },
  );

  test.each([
    ["an unknown county", json({ text: PROBLEM, county: "东京" }), 404],
    ["an empty text", json({ text: "", county: "433126" }), 400],
    ["a text of emoji only", json({ text: "😀😀", county: "433126" }), 400],
    ["a text that is too long", json({ text: "柑".repeat(1_001), county: "433126" }), 400],
    ["a limit of 0", json({ text: PROBLEM, county: "433126", limit: 0 }), 400],
    ["a limit of 10,000", json({ text: PROBLEM, county: "433126", limit: 10_000 }), 400],
    ["JSON nested 5,000 deep", json(`${"[".repeat(5_000)}${"]".repeat(5_000)}`), 400],
    ["no JSON", json("nonsense"), 400],
    ["a body over 256 KB", json({ text: "柑".repeat(100_000), county: "433126" }), 413],
  ])("refuses %s as Node does", async (_, options, status) => {
    const answer = await alike("/api/v1/recommendations", options);
    expect(answer).toMatchObject({ status, type: "application/problem+json; charset=utf-8" });
  });

  test("has no way to the inside, whatever token is shown", async () => {
    const response = await worker.ask("/internal/verbs/graph-status", {
      method: "POST",
      headers: { authorization: "Bearer undefined", "content-type": "application/json" },
      body: "{}",
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found" });
  });

  test("answers many at a time", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        worker.ask("/api/v1/recommendations", json({ text: PROBLEM, county: "433126" })),
      ),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(bodies).size).toBe(1);
  }, 60_000);

  // The last one: the copy of the graph knows nothing of this need.
  test("a need saved through workerd is read and ranked alike on Node", async () => {
    const created = await worker.ask(
      "/api/v1/needs",
      json(
        { text: PROBLEM, county: "433126", by: "李主任" },
        { "idempotency-key": "worker-test-1" },
      ),
    );
    expect(created.status).toBe(201);
    const { code, run } = Saved.parse(await created.json());
    const again = await worker.ask(
      "/api/v1/needs",
      json(
        { text: PROBLEM, county: "433126", by: "李主任" },
        { "idempotency-key": "worker-test-1" },
      ),
    );
    expect(await again.json()).toMatchObject({ code });

    for (const path of [
      `/api/v1/needs/${code}`,
      `/api/v1/needs/${code}/recommendations`,
      `/api/v1/runs/${run}`,
      "/api/v1/needs?limit=1",
    ]) {
      const { workerd, bolt } = await everywhere(path);
      expect(workerd?.status).toBe(200);
      expect(workerd).toEqual(bolt);
    }
    const page = await worker.ask(`/needs/${code}`);
    expect(page.status).toBe(200);
    expect((await page.text()).replaceAll(/<[^>]+>/g, "")).toContain(PROBLEM);
  });
}

/** A body for POST; a text goes as it is. */
const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** What an answer says, without the number of the request. */
async function answerOf(response: Response) {
  const text = (await response.text()).replace(/"requestId":"[^"]*",?/, "");
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: text === "" ? null : JSON.parse(text.replace(",}", "}")),
  };
}

/** A page without the fresh keys of its forms. */
const withoutKeys = (page: string): string =>
  page.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "key");

const securityOf = ({ headers }: Response) =>
  ["content-security-policy", "referrer-policy", "x-content-type-options"].map((name) =>
    headers.get(name),
  );
