import { describe, expect, test } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readKinship } from "../../../src/data/kinship.ts";
import { POLICIES, readPolicy } from "../../../src/data/policies.ts";
import { vocabulary } from "./arbitrary.ts";

/** The data files with one of them replaced. */
const replacing = (file: string, text: string) => (name: string) =>
  name === file ? text : readData(name);

describe("a policy", () => {
  test("is read by its name and says that name", () => {
    for (const name of POLICIES) expect(readPolicy(readData, name).name).toBe(name);
  });

  test("default@1 gives half of all points for coverage", () => {
    expect(readPolicy(readData, "default@1").points).toEqual({
      coverage: 5000,
      evidence: 1500,
      proximity: 1200,
      availability: 1000,
      trackRecord: 800,
      pairing: 500,
    });
  });

  test("that nobody made is not found", () => {
    expect(() => readPolicy(readData, "../secret")).toThrow('no policy "../secret"');
  });

  test("is refused with file and field when its points do not sum to 10,000", () => {
    const text = readData("policies/default@1.json").replace("5000", "5001");
    expect(() => readPolicy(replacing("policies/default@1.json", text), "default@1")).toThrow(
      'policies/default@1.json, "points": the points of all parts must sum to 10000',
    );
  });

  test("is refused with its file when it is not JSON or bears another name", () => {
    const file = "policies/default@1.json";
    expect(() => readPolicy(replacing(file, "{"), "default@1")).toThrow(`${file} is not JSON`);
    const other = readData("policies/default@2.json");
    expect(() => readPolicy(replacing(file, other), "default@1")).toThrow("default@2");
  });
});

describe("kinship", () => {
  test("holds both ways", () => {
    const { neighbours, kin } = readKinship(readData, vocabulary);
    for (const [one, others] of neighbours) {
      for (const other of others) expect(neighbours.get(other)).toContain(one);
    }
    for (const [one, others] of kin) {
      for (const { industry } of others) {
        expect(kin.get(industry)?.map((back) => back.industry)).toContain(one);
      }
    }
  });

  test("is refused with file and line when a row names something unknown", () => {
    const file = "vocabulary/competence-neighbours.csv";
    const broken = "one,other\nsoil,nutrition\nsoil,sorcery\n";
    expect(() => readKinship(replacing(file, broken), vocabulary)).toThrow(
      `${file}, line 3, column "other": there is no such competence`,
    );
    const kin = "one,other,competences,why\nrice,unicorn,,x\n";
    expect(() => readKinship(replacing("vocabulary/industry-kin.csv", kin), vocabulary)).toThrow(
      'vocabulary/industry-kin.csv, line 2, column "other"',
    );
  });
});
