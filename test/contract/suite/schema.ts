import { describe, expect, test } from "vitest";
import { loadRecords } from "../../../src/graph/bulk.ts";
import { nodeModels } from "../../../src/graph/bulk-statements.ts";
import type { Graph } from "../../../src/graph/graph.ts";
import { migrate, refuseNewer, schemaStatus } from "../../../src/graph/migrate.ts";
import { model, type NodeModel } from "../../../src/graph/model.ts";
import { recordMigration } from "../../../src/graph/queries/schema.ts";
import type { GraphRecord } from "../../../src/graph/record.ts";
import { newOperation } from "../../../src/usecases/context.ts";
import { forget, openWorld } from "../open-world.ts";
import { nodeOf } from "../sample.ts";
import { buildWorld } from "../world.ts";

const uniqueProperties = nodeModels.flatMap(([label, node]: readonly [string, NodeModel]) =>
  ["id", ...(node.unique ?? [])].map((property) => [label, property] as const),
);

/** What the stored schema promises. */
export function schemaContract(graph: Graph): void {
  describe("the schema", () => {
    const world = buildWorld();
    const operation = () => newOperation(world);

    test("migrations that were applied are not applied again", async () => {
      await expect(migrate(graph, operation)).resolves.toEqual([]);
      const { version } = model;
      expect(await schemaStatus(graph)).toEqual({
        expected: version,
        stored: version,
        pending: [],
      });
    });

    test("two processes may declare the schema at once", async () => {
      const { engine } = graph;
      await expect(
        Promise.all([engine.applySchema(), engine.applySchema()]),
      ).resolves.toBeDefined();
    });

    test("a graph that a newer program wrote is refused, and not touched", async () => {
      const other = await openWorld(graph);
      const version = model.version + 1;
      const refusals = await other.inVain(async (tx) => {
        const id = `migration_${other.tag}`;
        await tx.write(recordMigration, { id, version, at: other.now().toISOString() });
        const status = await schemaStatus(tx);
        const newer = { ...graph, all: tx.all, maybe: tx.maybe };
        return { status, refused: await migrate(newer, operation).catch((error) => error) };
      });
      await other.forget();
      expect(refusals).toMatchObject({
        status: { stored: version, expected: model.version },
        refused: { code: "schema_newer" },
      });
      const status = { expected: model.version, stored: version, pending: [] };
      expect(() => refuseNewer(status)).toThrow(`version ${version}`);
    });

    test.each(uniqueProperties)("no two nodes %s have the same %s", async (label, property) => {
      const first = nodeOf(label, `${label}_${world.tag}_1`);
      const second = nodeOf(label, `${label}_${world.tag}_2`);
      const taken = property === "id" ? first.id : first.properties[property];
      const create = (properties: object) =>
        graph.engine.write((run) =>
          run(`CREATE (n:${label} {id: $id}) SET n += $properties RETURN n.id AS id`, {
            id: second.id,
            properties,
          }),
        );
      const load = (record: GraphRecord) =>
        loadRecords(graph, [record], { newOperation: operation });

      try {
        await load(first);
        const again = create({ ...second.properties, [property]: taken });
        await expect(again).rejects.toMatchObject({ name: "AppError", code: "conflict" });
        await expect(create(second.properties)).resolves.toEqual([{ id: second.id }]);
      } finally {
        await forget(graph.engine, world.marks);
      }
    });

    test("a node that has relations is not deleted by itself", async () => {
      const other = await openWorld(graph);
      const id = other.expertId("lin");
      const erase = graph.engine.write((run) => run("MATCH (n:Expert {id: $id}) DELETE n", { id }));
      await expect(erase).rejects.toMatchObject({ code: "conflict" });
      await other.forget();
    });
  });
}
