import { z } from "zod";
import type { Kinship } from "../domain/matching/similarity.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { type ReadData, readTable } from "./table.ts";

const NEIGHBOURS = "vocabulary/competence-neighbours.csv";
const CARRY_OVER = "vocabulary/carry-over.csv";

/**
 * Which competences are neighbours and which carry over. Throws with file and line when a row
 * is bad, and with file and id when it names a competence that does not exist.
 */
export function readKinship(readData: ReadData, { competences }: Vocabulary): Kinship {
  const Competence = z.string().refine((id) => competences.has(id), "there is no such competence");
  const pairs = readTable(readData, NEIGHBOURS, z.object({ one: Competence, other: Competence }));
  const carrying = readTable(readData, CARRY_OVER, z.object({ competence: Competence }));
  const neighbours = new Map<string, Set<string>>();
  const link = (from: string, to: string) => {
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  };
  for (const { one, other } of pairs) {
    link(one, other);
    link(other, one);
  }
  return { neighbours, carriesOver: new Set(carrying.map(({ competence }) => competence)) };
}
