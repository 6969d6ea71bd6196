import { lintCypherQuery, testData } from "@neo4j-cypher/language-support";
import { describe, expect, test } from "vitest";
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
} from "../../src/graph/bulk-statements.ts";
import { neo4jSchema } from "../../src/graph/engines/schema.ts";
import { statements } from "../../src/graph/statements.ts";

type Language = "CYPHER 5" | "CYPHER 25";

const labels = nodeModels.map(([label]) => label);

/**
 * Statements that are made from the model, a maker each. Those of one maker differ in names alone, so the
 * first and the last stand for all; a server that is there is asked about every one: see suite/statements.ts.
 */
const MADE: readonly (readonly [string, readonly string[]])[] = [
  ["storing nodes", labels.map(storeNodes)],
  ["storing relations", relationModels.map(storeRelations)],
  ["reading nodes", labels.map(pageOfNodes)],
  ["reading ids", labels.map(pageOfIds)],
  ["reading relations", relationModels.map(relationsOf)],
  ["counting nodes", labels.map(countOfNodes)],
  ["counting relations", relationModels.map(countOfRelations)],
];
const MADE_PARAMETERS = ["rows", "after", "limit", "ids"];

/**
 * Neo4j's own checker, which needs no server. A file for each language, so that two cores share them.
 */
export function cypherGate(language: Language): void {
  const { functions = {} } = testData.mockSchema;
  const faults = (text: string, names: readonly string[]) => {
    const parameters = Object.fromEntries(names.map((name) => [name, null]));
    const known = { functions, parameters, defaultLanguage: language };
    return lintCypherQuery(text, known).diagnostics.map(({ message }) => message);
  };

  describe(`Neo4j's own checker for ${language}`, () => {
    test("refuses what is wrong", () => {
      expect(faults("MATCH (n RETURN n", [])).not.toEqual([]);
      expect(faults("MATCH (n) RETURN m", [])).not.toEqual([]);
      expect(faults("RETURN $unknown AS a", [])).not.toEqual([]);
    });

    test.each(Object.entries(statements))("accepts %s", (_, { text, params }) => {
      expect(faults(text, params)).toEqual([]);
    });

    test.each(MADE)("accepts the statements for %s", (_, texts) => {
      for (const text of [...texts.slice(0, 1), ...texts.slice(-1)]) {
        expect(faults(text, MADE_PARAMETERS), text).toEqual([]);
      }
    });

    test("accepts the constraints and indexes", () => {
      expect(faults(neo4jSchema().join(";\n"), [])).toEqual([]);
    });
  });
}
