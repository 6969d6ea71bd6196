import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  countOfNodes,
  countOfRelations,
  nodeModels,
  pageOfIds,
  pageOfNodes,
  relationModels,
  relationsOf,
  storeNodes,
  storeRelations,
} from "../../../src/graph/bulk-statements.ts";
import type { Graph } from "../../../src/graph/graph.ts";
import { statements } from "../../../src/graph/statements.ts";
import { answersFrom } from "../answers.ts";
import { type OpenWorld, openWorld } from "../open-world.ts";
import { buildWorld } from "../world.ts";

const labels = nodeModels.map(([label]) => label);

/** All statements that are made from the model, by what they do. */
const madeFromModel: readonly (readonly [string, readonly string[]])[] = [
  ["store nodes", labels.map(storeNodes)],
  ["store relations", relationModels.map(storeRelations)],
  ["read nodes", labels.map(pageOfNodes)],
  ["read ids", labels.map(pageOfIds)],
  ["read relations", relationModels.map(relationsOf)],
  ["count nodes", labels.map(countOfNodes)],
  ["count relations", relationModels.map(countOfRelations)],
];

const MADE_PARAMETERS = { rows: [], ids: [], after: "", limit: 1 };

/** Each statement is understood, and answers what is right. */
export function statementContract(graph: Graph): void {
  const explain = (text: string, params: object) => graph.engine.read(`EXPLAIN ${text}`, params);

  describe("the statements", () => {
    test.each(Object.entries(statements))("%s is accepted", async (_, { text, params }) => {
      const nulls = Object.fromEntries(params.map((name) => [name, null]));
      await expect(explain(text, { ...nulls, limit: 1 })).resolves.toBeDefined();
    });

    test.each(madeFromModel)("those that %s are accepted, whatever the kind", async (_, texts) => {
      for (const text of texts) {
        await expect(explain(text, MADE_PARAMETERS), text).resolves.toBeDefined();
      }
    });
  });

  describe("the answers", () => {
    let world: OpenWorld;
    beforeAll(async () => {
      world = await openWorld(graph);
    });
    afterAll(() => world.forget());

    // The names are those of any world: it is only opened when the tests run.
    test.each(Object.keys(answersFrom(buildWorld())))(
      "%s answers what the world holds",
      async (id) => {
        const cases = Object.entries(answersFrom(world)).find(([name]) => name === id)?.[1] ?? [];
        expect(cases).not.toEqual([]);
        for (const { ask, expected, unordered = [] } of cases) {
          const rows = await world.inVain(ask);
          expect(settled(rows, unordered)).toEqual(settled(expected, unordered));
        }
      },
    );
  });
}

/** The rows with what has no order put in one. */
function settled(rows: readonly unknown[], unordered: readonly string[]): unknown[] {
  const inner = rows.map((row) =>
    Object.fromEntries(
      Object.entries(Object(row)).map(([name, value]) => [
        name,
        unordered.includes(name) && Array.isArray(value) ? sorted(value) : value,
      ]),
    ),
  );
  return unordered.includes("") ? sorted(inner) : inner;
}

const sorted = (list: readonly unknown[]): unknown[] =>
  list.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));

/** Text that does not depend on the order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
