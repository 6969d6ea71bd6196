import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { type ReadData, readTable } from "./table.ts";

const Id = z.string().regex(/^[a-z][a-z-]*$/);
const Name = z.string().min(1);

const IndustryRow = z.object({
  id: Id,
  broader: z.union([Id, z.literal("").transform(() => null)]),
  zh: Name,
  en: Name,
});

const CompetenceRow = z.object({
  id: Id,
  stage: z.enum(["pre", "mid", "post", "cross"]),
  zh: Name,
  en: Name,
  scope: z.string(),
});

/** The vocabulary as it stands in the data files. Throws with file and line when a row is bad. */
export function readVocabulary(readData: ReadData): Vocabulary {
  const industries = readTable(readData, "vocabulary/industries.csv", IndustryRow);
  const competences = readTable(readData, "vocabulary/competences.csv", CompetenceRow);
  const known = new Set(industries.map(({ id }) => id));
  for (const { id, broader } of industries) {
    if (broader !== null && !known.has(broader)) {
      throw new Error(`vocabulary/industries.csv: "${id}" is below the unknown "${broader}"`);
    }
  }
  return {
    industries: new Map(industries.map((industry) => [industry.id, industry])),
    competences: new Map(competences.map((competence) => [competence.id, competence])),
  };
}
