import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { CLUES } from "../domain/understanding/clues.ts";
import type { ClueWeights } from "../domain/understanding/judge.ts";
import type { Likelihood, Likeness } from "../domain/understanding/lexicon.ts";
import { split } from "./lexicon-columns.ts";
import { type CellFault, type ReadData, readTable } from "./table.ts";

/** "soil:1.25": a competence and what a run adds for it, of either sign. */
function voteIn(part: string, { competences }: Vocabulary): Likelihood | string {
  const [competence = "", weight = ""] = part.split(":");
  if (!competences.has(competence)) return `there is no competence "${competence}"`;
  if (weight === "" || !Number.isFinite(Number(weight))) return `"${weight}" is no number`;
  return { competence, weight: Number(weight) };
}

/** Runs of characters with their votes; the row of the empty run holds what stands before all. */
export function readLikeness(readData: ReadData, vocabulary: Vocabulary): Likeness {
  const before = new Map<string, number>();
  const runs: { run: string; votes: Likelihood[] }[] = [];
  readTable(readData, "lexicon/likeness.csv", {
    // By hand: thousands of rows by a schema would be a good part of the start-up.
    safeParse: ({ run = "", votes: list = "" }) => {
      const read = split(list, " ").map((part) => voteIn(part, vocabulary));
      const issues = read.flatMap((vote): CellFault[] =>
        typeof vote === "string" ? [{ path: ["votes"], message: vote }] : [],
      );
      if (issues.length > 0) return { success: false, error: { issues } };
      const votes = read.flatMap((vote) => (typeof vote === "string" ? [] : [vote]));
      if (run !== "") runs.push({ run, votes });
      else for (const { competence, weight } of votes) before.set(competence, weight);
      return { success: true, data: run };
    },
  });
  return { before, runs };
}

/** What each clue weighs when it is judged what a text asks for. */
export function readClueWeights(readData: ReadData): ClueWeights {
  const row = z.object({ clue: z.enum(CLUES), weight: z.coerce.number() });
  return new Map(
    readTable(readData, "lexicon/clues.csv", row).map(({ clue, weight }) => [clue, weight]),
  );
}
