import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countGraph, loadRecords, readRecords } from "../../../src/graph/bulk.ts";
import {
  countOfNodes,
  countOfRelations,
  nodeModels,
  pageOfIds,
  pageOfNodes,
  relationsOf,
  storeNodes,
  storeRelations,
} from "../../../src/graph/bulk-statements.ts";
import type { Graph } from "../../../src/graph/graph.ts";
import type { GraphRecord } from "../../../src/graph/record.ts";
import { newOperation } from "../../../src/usecases/context.ts";
import { fc } from "../../support/properties.ts";
import { forget } from "../open-world.ts";
import { graphs } from "../random-graphs.ts";
import { exportedLabels, inOrder, keyOf, nodeOf, oneOfEach } from "../sample.ts";
import { buildWorld, type World } from "../world.ts";

/** Random graphs that are stored and read back; on a server each takes its time. */
const RUNS = { grafeo: 40, "neo4j-bolt": 8, "neo4j-http": 5 };

/** Whole graphs go in and come out as they were. */
export function recordContract(graph: Graph): void {
  describe("records", () => {
    let world: World;
    beforeEach(() => {
      world = buildWorld();
    });
    afterEach(() => forget(graph.engine, world.marks));

    const load = (records: Iterable<GraphRecord>) =>
      loadRecords(graph, records, { newOperation: () => newOperation(world) });

    const { read } = graph.engine;
    const write = (text: string, params: object) => graph.engine.write((run) => run(text, params));

    /** Those of the test alone: a Neo4j may hold others. */
    const readBack = async (marks: readonly string[]): Promise<GraphRecord[]> => {
      const records: GraphRecord[] = [];
      for await (const record of readRecords(graph)) records.push(record);
      return records.filter((record) => marks.some((mark) => idOf(record).includes(mark)));
    };

    test("nodes of every label are stored, read and counted by its own statements", async () => {
      const { nodes } = oneOfEach(world.tag);
      const before = await countGraph(graph);
      for (const [label] of nodeModels) {
        const rows = nodes.filter(({ node }) => node === label);
        const [first, second] = rows;
        const page = { after: first?.id, limit: 1 };
        const id = second?.id;
        expect(await write(storeNodes(label), { rows }), label).toEqual([{ stored: 2 }]);
        const properties = { ...second?.properties, id };
        expect(await read(pageOfNodes(label), page), label).toEqual([{ id, properties }]);
        expect(await read(pageOfIds(label), page), label).toEqual([{ id }]);
        const total = expect.toSatisfy((count) => count >= (before.nodes[label] ?? 0) + 2);
        expect(await read(countOfNodes(label), {}), label).toEqual([{ total }]);
      }
    });

    test("relations of every type are stored, read and counted by its own statements", async () => {
      const { nodes, relations } = oneOfEach(world.tag);
      await load(nodes);
      const before = await countGraph(graph);
      for (const { relation, from, to, properties } of relations) {
        const kind = { type: relation, from: from[0], to: to[0], properties: {} };
        const rows = [{ from: from[1], to: to[1], properties }];
        expect(await write(storeRelations(kind), { rows }), relation).toEqual([{ stored: 1 }]);
        expect(await read(relationsOf(kind), { ids: [from[1]] }), relation).toEqual(rows);
        const total = expect.toSatisfy((count) => count > 0);
        expect(await read(countOfRelations(kind), {}), relation).toEqual([{ total }]);
      }
      const after = await countGraph(graph);
      for (const { relation } of relations) {
        expect(after.relations[relation], relation).toBeGreaterThan(
          before.relations[relation] ?? 0,
        );
      }
    });

    test("what is read is what was loaded, all nodes before the relations", async () => {
      await load(world.records);
      const records = await readBack(world.marks);
      expect(inOrder(records)).toEqual(inOrder(world.records));
      const kinds = records.map((record) => "node" in record);
      expect(kinds).toEqual(kinds.toSorted((a, b) => Number(b) - Number(a)));
    });

    test("what the machine keeps for itself is not read", async () => {
      const { nodes } = oneOfEach(world.tag);
      await load(nodes);
      const labels = (await readBack(world.marks)).map((record) => "node" in record && record.node);
      expect(new Set(labels)).toEqual(new Set(exportedLabels));
    });

    test("records that are loaded twice are there once", async () => {
      expect(await load(world.records)).toBe(world.records.length);
      expect(await load(world.records)).toBe(world.records.length);
      expect(inOrder(await readBack(world.marks))).toEqual(inOrder(world.records));
    });

    test("any graph comes back as it was: odd texts, empty lists, fractions, what is absent", async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(graphs, async (build) => {
          count += 1;
          const mark = `${world.tag}r${count}_`;
          const records = build(mark);
          await load(records);
          expect(inOrder(await readBack([mark]))).toEqual(inOrder(records));
        }),
        { numRuns: RUNS[graph.engine.name] },
      );
    });

    test("more nodes than fit on a page come each once, in the order of their ids", async () => {
      const villages = Array.from({ length: 2_100 }, (_, index) =>
        nodeOf("Village", `place_9${world.number}${String(index).padStart(5, "0")}`),
      );
      await load(villages);
      const ids = (await readBack(world.marks)).map(keyOf);
      expect(ids).toEqual(villages.map(keyOf));
    });

    test("a relation that points at nothing is refused with all of its batch", async () => {
      const [need] = world.needs;
      const ends = {
        from: ["Need", need?.id ?? ""],
        to: ["County", `place_9${world.number}`],
      } as const;
      const dangling = { relation: "RAISED_IN", ...ends, properties: {} };
      const { nodes } = oneOfEach(world.tag);
      const fine = {
        relation: "RAISED_IN",
        from: ["Need", `Need_${world.tag}_a`],
        to: ["County", `County_${world.tag}_a`],
        properties: {},
      } as const;
      await expect(load([...nodes, fine, dangling])).rejects.toThrow(
        "1 of 2 rows point at nothing",
      );
      expect((await readBack(world.marks)).filter((record) => "relation" in record)).toEqual([]);
    });

    test("a kind that the model does not know is refused", async () => {
      const alien = { node: "Alien", id: `alien_${world.tag}`, properties: {} };
      await expect(load([alien])).rejects.toThrow("knows no Alien");
    });
  });
}

/** Of the node, or of the one the relation starts from. */
const idOf = (record: GraphRecord): string => ("node" in record ? record.id : record.from[1]);
