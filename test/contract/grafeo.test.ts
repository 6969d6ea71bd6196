import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { openGraph } from "../../src/graph/graph.ts";
import { migrate, schemaStatus } from "../../src/graph/migrate.ts";
import { needById } from "../../src/graph/queries/needs.ts";
import { newOperation } from "../../src/usecases/context.ts";
import { graphContract } from "./graph.contract.ts";
import { openWorld } from "./open-world.ts";
import { buildWorld } from "./world.ts";

const newFile = () => join(mkdtempSync(join(tmpdir(), "ketepai-contract-")), "graph.grafeo");
const operation = () => newOperation(buildWorld());

graphContract("Grafeo in memory", () => grafeo({ shuffleUnordered: true }));
graphContract("Grafeo in a file", () => grafeo({ path: newFile(), shuffleUnordered: true }));

test("a new graph is at version 0; each migration is applied to it once", async () => {
  const graph = openGraph(grafeo({}));
  expect(await schemaStatus(graph)).toMatchObject({ stored: 0 });
  expect(await migrate(graph, operation)).toEqual([
    "migration_0001",
    "migration_0002",
    "migration_0003",
  ]);
  expect(await migrate(graph, operation)).toEqual([]);
  await graph.engine.close();
});

test("a file holds what was committed when it is opened again", async () => {
  const path = newFile();
  const graph = openGraph(grafeo({ path }));
  await migrate(graph, operation);
  const { needs } = await openWorld(graph);
  await graph.engine.close();

  const reopened = openGraph(grafeo({ path }));
  expect(await migrate(reopened, operation)).toEqual([]);
  for (const { id, code, text } of needs) {
    expect(await reopened.maybe(needById, { id })).toMatchObject({ code, text });
  }
  await reopened.engine.close();
});
