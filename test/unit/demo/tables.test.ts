import { describe, expect, test } from "vitest";
import { readDemoTables } from "../../../src/data/demo.ts";
import { readData } from "../../../src/data/files.node.ts";
import { topicBook } from "../../../src/demo/topics.ts";
import { createWorld, sensible } from "../../../src/demo/world.ts";
import { reference, YEAR } from "./demo-records.ts";

/** The data files with one text of one file put in place of another. */
const changed = (file: string, from: string, to: string) => (name: string) => {
  const text = readData(name);
  return name === file ? text.replace(from, to) : text;
};

describe("the tables of the demo province", () => {
  test("refuse an unknown competence with file and line", () => {
    const read = changed("demo/needs-animals.csv", "animal-disease:10:4", "animal-diseases:10:4");
    expect(() => readDemoTables(read)).toThrow(/demo\/needs-animals\.csv, line \d+.*no such/);
  });

  test("refuse shares that do not make a whole", () => {
    const read = changed("demo/needs-animals.csv", "animal-disease:10:4", "animal-disease:9:4");
    expect(() => readDemoTables(read)).toThrow("the shares must sum to 10");
  });

  test("refuse an institution that is nowhere", () => {
    const read = changed("demo/institutions.csv", "hnnydx,430102", "hnnydx,");
    expect(() => readDemoTables(read)).toThrow("either a county or a city with coordinates");
  });

  test("have something to say about every skill that makes sense", () => {
    const world = createWorld(reference, { experts: 0, seed: 1, year: YEAR });
    const topicsOf = topicBook(world);
    for (const industry of reference.vocabulary.industries.keys()) {
      for (const competence of reference.vocabulary.competences.keys()) {
        if (!sensible(world, { industry, competence })) continue;
        expect(topicsOf({ industry, competence }).length).toBeGreaterThan(0);
      }
    }
  });

  test("speak of every industry", () => {
    expect([...reference.tables.crops.keys()].sort()).toEqual(
      [...reference.vocabulary.industries.keys()].sort(),
    );
  });
});
