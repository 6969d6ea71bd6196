import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../src/domain/error.ts";
import { workerSettings } from "../../src/settings.worker.ts";
import { startWorker, type Workerd } from "../support/workerd.ts";

const PROBLEM = JSON.stringify({ text: "椪柑叶片卷曲、落果", county: "古丈县" });

const recommend = ({ ask }: Workerd): Promise<Response> =>
  ask("/api/v1/recommendations", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: PROBLEM,
  });

/** What a Worker refuses to open with. */
function refusalOf(environment: object): AppError {
  try {
    workerSettings(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("these settings were not refused");
}

describe("the settings of a Worker", () => {
  test("name a Neo4j by its HTTP address", () => {
    const settings = workerSettings({
      NEO4J_URI: "https://x.databases.neo4j.io",
      LOG_LEVEL: "warn",
    });
    expect(settings).toMatchObject({
      logLevel: "warn",
      neo4j: { uri: "https://x.databases.neo4j.io", user: "neo4j", database: "neo4j" },
    });
  });

  test.each([
    ["no NEO4J_URI", {}, "NEO4J_URI is not set"],
    ["an empty one", { NEO4J_URI: "" }, "NEO4J_URI is not set"],
    ["bolt://", { NEO4J_URI: "bolt://db:7687" }, "Bolt address"],
    ["neo4j+s://", { NEO4J_URI: "neo4j+s://x.databases.neo4j.io" }, "Bolt address"],
    ["another scheme", { NEO4J_URI: "ftp://x" }, "NEO4J_URI"],
    [
      "a file",
      { NEO4J_URI: "http://x", NEO4J_PASSWORD_FILE: "/run/secret" },
      "NEO4J_PASSWORD_FILE",
    ],
    ["an unknown level", { NEO4J_URI: "http://x", LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ])("with %s are refused, saying what to set", (_, environment, said) => {
    const { code, sentence } = refusalOf(environment);
    expect(code).toBe("unavailable");
    expect(sentence.en).toContain(said);
    expect(sentence.zh).not.toBe(sentence.en);
  });
});

describe("a Worker without a Neo4j", () => {
  let worker: Workerd;
  beforeAll(async () => {
    worker = await startWorker({});
  }, 60_000);
  afterAll(() => worker.stop());

  test.each(["/api/v1/needs", "/api/v1/openapi.json", "/readyz", "/api/v1/nothing"])(
    "tells a program at %s what to set",
    async (path) => {
      const response = await worker.ask(path, { headers: { "accept-language": "en" } });
      expect(response.status).toBe(503);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({
        code: "unavailable",
        detail: expect.stringContaining("NEO4J_URI"),
      });
    },
  );

  test.each(["/", "/needs", "/about", "/docs"])("tells a person at %s in a page", async (path) => {
    const response = await worker.ask(path);
    expect(response.status).toBe(503);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("尚未设置 NEO4J_URI");
  });

  test("is alive, and its page keeps its style", async () => {
    expect(await (await worker.ask("/livez")).json()).toEqual({ status: "ok" });
    expect((await worker.ask("/assets/app.css")).status).toBe(200);
  });

  test("knows no way to the inside", async () => {
    const response = await worker.ask("/internal/verbs/openings", { method: "POST" });
    expect(response.status).toBe(503);
  });
});

describe("a Worker before a Neo4j that was never set up", () => {
  /** Answers like Neo4j's Query API, with no rows. */
  const neo4j = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data: { fields: [], values: [] }, bookmarks: [] }));
  });
  let worker: Workerd;
  beforeAll(async () => {
    await once(neo4j.listen(0, "127.0.0.1"), "listening");
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: a TCP server has a port
    const { port } = neo4j.address() as AddressInfo;
    worker = await startWorker({ NEO4J_URI: `http://127.0.0.1:${port}` });
  }, 60_000);
  afterAll(async () => {
    await worker.stop();
    neo4j.close();
  });

  test("says what to run, and shows what needs no graph", async () => {
    const response = await recommend(worker);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining("ketepai db migrate"),
    });
    expect((await worker.ask("/readyz")).status).toBe(503);
    expect((await worker.ask("/docs")).status).toBe(200);
  });

  test("says that it is unavailable once the Neo4j is gone", async () => {
    neo4j.closeAllConnections();
    await new Promise((resolve) => neo4j.close(resolve));
    const response = await recommend(worker);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: "unavailable" });
  }, 30_000);
});
