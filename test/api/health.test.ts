import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { openGraph } from "../../src/graph/graph.ts";
import { markBulkLoad, recordMigration } from "../../src/graph/queries/schema.ts";
import { newOperation } from "../../src/usecases/context.ts";
import { openWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("the process is alive, and ready when the graph is", async () => {
  expect(await (await world.get("/livez")).json()).toEqual({ status: "ok" });
  expect(await (await world.get("/readyz")).json()).toMatchObject({ status: "ready" });
});

test("it is alive but not ready before the schema is there", async () => {
  const engine = grafeo({});
  const app = createApp({ ...world.runtime, graph: openGraph(engine) });
  expect((await app.request("/livez")).status).toBe(200);
  const response = await app.request("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: "unavailable" });
  await engine.close();
});

test("it is not ready while data is being loaded", async () => {
  const mark = (state: "running" | "done") =>
    world.graph.transaction(newOperation(world.runtime), (tx) =>
      tx.write(markBulkLoad, { id: "load_1", state, source: "seed:1:1", at: "2026-11-23" }),
    );
  await mark("running");
  expect((await world.get("/readyz")).status).toBe(503);
  await mark("done");
  expect((await world.get("/readyz")).status).toBe(200);
});

test("it is not ready on a graph that a newer program wrote, and says so", async () => {
  await world.graph.transaction(newOperation(world.runtime), (tx) =>
    tx.write(recordMigration, { id: "migration_9999", version: 9_999, at: "2026-11-23" }),
  );
  const response = await world.get("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: "schema_newer" });
});
