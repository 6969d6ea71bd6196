import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { CLUES } from "../domain/understanding/clues.ts";
import { INDUSTRY_CLUES } from "../domain/understanding/industry-clues.ts";
import type { ClueWeights, Likeness, Usual, Vote } from "../domain/understanding/lexicon.ts";
import { STANDING_CLUES } from "../domain/understanding/standing-clues.ts";
import { type CellFault, type ReadData, readTable } from "./table.ts";

/** "soil:1.25": an id and the digits behind it, of which there may be none. */
function cutAtColon(part: string): { id: string; digits: string } {
  const end = part.indexOf(":");
  return end < 0
    ? { id: part, digits: "" }
    : { id: part.slice(0, end), digits: part.slice(end + 1) };
}

/** An industry or a competence and what a run adds for it, of either sign. */
function voteIn(part: string, { industries, competences }: Vocabulary): Vote | string {
  const { id, digits } = cutAtColon(part);
  if (!(competences.has(id) || industries.has(id))) return `there is no "${id}" in the vocabulary`;
  const weight = Number(digits);
  return digits === "" || !Number.isFinite(weight) ? `"${digits}" is no number` : { id, weight };
}

/** Runs of characters with their votes; the row of the empty run holds what stands before all. */
export function readLikeness(readData: ReadData, vocabulary: Vocabulary): Likeness {
  const rows = readTable<{ run: string; votes: Vote[] }>(readData, "lexicon/likeness.csv", {
    // By hand: thousands of rows by a schema would be a good part of the start-up.
    safeParse: ({ run = "", votes: list = "" }) => {
      const votes: Vote[] = [];
      const issues: CellFault[] = [];
      for (const part of list.split(" ")) {
        const vote = voteIn(part, vocabulary);
        if (typeof vote === "string") issues.push({ path: ["votes"], message: vote });
        else votes.push(vote);
      }
      return issues.length > 0
        ? { success: false, error: { issues } }
        : { success: true, data: { run, votes } };
    },
  });
  return {
    before: rows.filter(({ run }) => run === "").flatMap(({ votes }) => votes),
    runs: rows.filter(({ run }) => run !== ""),
  };
}

/** How often each industry is asked for what; the row without an industry holds all requests. */
export function readUsual(readData: ReadData, { industries, competences }: Vocabulary): Usual[] {
  const isKnown = (industry: string): boolean => industry === "" || industries.has(industry);
  const row = z.object({
    industry: z.string().refine(isKnown, "there is no such industry in the vocabulary"),
    requests: z.coerce.number().int().positive(),
    asked: z.string().transform((list, context) => {
      const asked = new Map<string, number>();
      for (const part of list.split(" ")) {
        const { id, digits } = cutAtColon(part);
        if (!(competences.has(id) && /^[1-9]\d*$/.test(digits))) {
          context.addIssue(`"${part}" is no competence of the vocabulary with a count`);
        }
        asked.set(id, Number(digits));
      }
      return asked;
    }),
  });
  return readTable(readData, "lexicon/usual.csv", row).map(({ industry, ...counts }) => ({
    industry: industry || null,
    ...counts,
  }));
}

/** What each clue weighs when it is judged what a text asks for. */
export function readClueWeights(readData: ReadData): ClueWeights {
  const weight = z.coerce.number();
  const forCompetences = z.object({ clue: z.enum(CLUES), weight });
  const forIndustries = z.object({ clue: z.enum(INDUSTRY_CLUES), weight });
  const forStanding = z.object({ clue: z.enum(STANDING_CLUES), weight });
  const competences = readTable(readData, "lexicon/clues.csv", forCompetences);
  const industries = readTable(readData, "lexicon/industry-clues.csv", forIndustries);
  const standing = readTable(readData, "lexicon/standing-clues.csv", forStanding);
  return {
    competences: new Map(competences.map((row) => [row.clue, row.weight])),
    industries: new Map(industries.map((row) => [row.clue, row.weight])),
    standing: new Map(standing.map((row) => [row.clue, row.weight])),
  };
}
