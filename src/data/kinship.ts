import { z } from "zod";
import type { IndustryKin, Kinship } from "../domain/matching/similarity.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { type ReadData, readTable } from "./table.ts";

const NEIGHBOURS = "vocabulary/competence-neighbours.csv";
const CARRY_OVER = "vocabulary/carry-over.csv";
const KIN = "vocabulary/industry-kin.csv";

/**
 * Which competences are neighbours, which carry over, and which industries are kin. Throws with
 * file and line when a row is bad or names something that does not exist.
 */
export function readKinship(readData: ReadData, { industries, competences }: Vocabulary): Kinship {
  const Industry = z.string().refine((id) => industries.has(id), "there is no such industry");
  const Competence = z.string().refine((id) => competences.has(id), "there is no such competence");
  const Competences = z
    .string()
    .transform((ids) => ids.split(" ").filter((id) => id !== ""))
    .pipe(z.array(Competence));
  const Pair = z.object({ one: Competence, other: Competence });
  const Kin = z.object({ one: Industry, other: Industry, competences: Competences });
  return {
    neighbours: neighboursOf(readTable(readData, NEIGHBOURS, Pair)),
    carriesOver: new Set(
      readTable(readData, CARRY_OVER, z.object({ competence: Competence })).map(
        ({ competence }) => competence,
      ),
    ),
    kin: kinOf(readTable(readData, KIN, Kin)),
  };
}

function neighboursOf(pairs: readonly { one: string; other: string }[]): Kinship["neighbours"] {
  const neighbours = new Map<string, Set<string>>();
  for (const { one, other } of pairs.flatMap(bothWays)) {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  }
  return neighbours;
}

function kinOf(
  rows: readonly { one: string; other: string; competences: string[] }[],
): Kinship["kin"] {
  const kin = new Map<string, IndustryKin[]>();
  for (const { one, other, competences } of rows.flatMap(bothWays)) {
    const holdsFor = competences.length > 0 ? new Set(competences) : null;
    kin.set(one, [...(kin.get(one) ?? []), { industry: other, competences: holdsFor }]);
  }
  return kin;
}

const bothWays = <Row extends { one: string; other: string }>(row: Row): Row[] => [
  row,
  { ...row, one: row.other, other: row.one },
];
