import { z } from "zod";
import { type Cue, FORCES, type Sense, type Term } from "../domain/understanding/lexicon.ts";
import { type Columns, Cues, split } from "./lexicon-columns.ts";
import type { CellFault, Cells } from "./table.ts";

/** What a row of terms says of its words. */
export interface TermRow {
  words: string[];
  industry: string | null;
  implies: string | null;
  senses: Sense[];
  force: Term["force"] | "";
  cues: Cue[];
}

/** Reads a row of terms; null where something is wrong with it, which goes to `faults`. */
export type ReadTermRow = (cells: Cells, faults: CellFault[]) => TermRow | null;

/**
 * Reads a column by its schema, each different value once: thousands of rows share a few hundred
 * values, and checking every row as a whole took a fifth of the start.
 */
function columnReader<Value>(column: string, schema: z.ZodType<Value>) {
  const known = new Map<string | undefined, z.ZodSafeParseResult<Value>>();
  return (cells: Cells, faults: CellFault[]): Value | undefined => {
    const cell = cells[column];
    const read = known.get(cell) ?? schema.safeParse(cell);
    known.set(cell, read);
    for (const { message } of read.error?.issues ?? []) faults.push({ path: [column], message });
    return read.data;
  };
}

function wordsOf({ words }: Cells, faults: CellFault[]): string[] {
  const read = split(words ?? "", "|");
  if (read.length === 0) faults.push({ path: ["words"], message: "needs at least one word" });
  return read;
}

/** The senses behind "@name", or what is wrong with it. */
function sharedSenses(
  name: string,
  where: readonly string[],
  meanings: ReadonlyMap<string, Sense[]>,
): Sense[] | string {
  if (where.length > 0) return "a shared meaning says itself where it holds";
  return meanings.get(name.slice(1)) ?? `there is no shared meaning "${name}"`;
}

/** Makes the reader; @name in the column of means stands for the shared meaning of that name. */
export function termRowReader(
  { Industry, Where, Likelihoods }: Columns,
  meanings: ReadonlyMap<string, Sense[]>,
): ReadTermRow {
  const industryOf = columnReader("industry", Industry);
  const impliedBy = columnReader("implies", Industry);
  const placesOf = columnReader("where", Where);
  const forceOf = columnReader("force", z.enum(["", ...FORCES]).default(""));
  const cuesOf = columnReader("cue", Cues);
  const likelihoodsOf = columnReader("means", Likelihoods);

  const sensesOf = (cells: Cells, where: string[], faults: CellFault[]): Sense[] => {
    if (cells["means"]?.startsWith("@")) {
      const shared = sharedSenses(cells["means"], where, meanings);
      if (typeof shared !== "string") return shared;
      faults.push({ path: ["means"], message: shared });
      return [];
    }
    const competences = likelihoodsOf(cells, faults) ?? [];
    return competences.length > 0 ? [{ where, competences }] : [];
  };

  return (cells, faults) => {
    const words = wordsOf(cells, faults);
    const industry = industryOf(cells, faults) ?? null;
    const implies = impliedBy(cells, faults) ?? null;
    const where = placesOf(cells, faults) ?? [];
    const force = forceOf(cells, faults) ?? "";
    const cues = cuesOf(cells, faults) ?? [];
    const senses = sensesOf(cells, where, faults);
    return faults.length > 0 ? null : { words, industry, implies, senses, force, cues };
  };
}
