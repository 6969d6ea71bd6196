import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import {
  COMPETENCE_GROUNDS,
  type Ground,
  INDUSTRY_GROUNDS,
} from "../domain/understanding/grounds.ts";
import type { Answer, Lexicon, Sense, Term } from "../domain/understanding/lexicon.ts";
import { type Columns, columnsOf, Words } from "./lexicon-columns.ts";
import { readClueWeights, readLikeness, readUsual } from "./likeness.ts";
import { nameComposites } from "./name-composites.ts";
import { type CellFault, type ReadData, readTable } from "./table.ts";
import { type ReadTermRow, type TermRow, termRowReader } from "./term-row.ts";

/**
 * The files of terms and the rule the evidence of their terms is filed under. Of two files that
 * hold the same words, the earlier one gives the rule.
 */
export const TERM_FILES = [
  ["industries", "name"],
  ["varieties", "variety"],
  ["animals", "animal"],
  ["diseases", "disease"],
  ["pests", "pest"],
  ["symptoms", "symptom"],
  ["practices", "practice"],
  ["rearing", "practice"],
  ["products", "product"],
  ["market", "market"],
  ["services", "service"],
  ["suffixes", "family"],
  ["cues", "cue"],
  ["neutral", "neutral"],
] as const;

const fileOf = (name: string): string => `lexicon/${name}.csv`;
/** Meanings that many words share, by their name: @disease is another thing in crop and animal. */
function readMeanings(readData: ReadData, { Where, Likelihoods }: Columns): Map<string, Sense[]> {
  const row = z.object({ meaning: z.string().min(1), where: Where, means: Likelihoods });
  const meanings = new Map<string, Sense[]>();
  for (const { meaning, where, means } of readTable(readData, fileOf("meanings"), row)) {
    const senses = meanings.get(meaning) ?? [];
    senses.push({ where, competences: means });
    meanings.set(meaning, senses);
  }
  return meanings;
}

const DEFAULT_FORCE: Readonly<Record<string, Term["force"]>> = { symptom: "signs" };

/** What speaks against two rows for the same words, or null. */
function clashOf(known: Term, added: Term): string | null {
  const words = `"${added.words}"`;
  if (known.industry !== null && added.industry !== null && known.industry !== added.industry) {
    return `${words} already names the industry "${known.industry}"`;
  }
  if (known.senses.length > 0 && added.senses.length > 0 && known.force !== added.force) {
    return `${words} already stands as "${known.force}"`;
  }
  const places = new Set(known.senses.map(({ where }) => where.join(" ")));
  if (added.senses.some(({ where }) => places.has(where.join(" ")))) {
    return `${words} already has a meaning there`;
  }
  const addsNothing =
    added.senses.length + added.cues.length === 0 &&
    (added.industry ?? added.implies) === (known.industry ?? known.implies);
  return addsNothing ? `${words} already stands in the lexicon` : null;
}

/** What a known term and a further row for its words say together. */
const joined = (known: Term, added: Term): Term => ({
  ...known,
  industry: known.industry ?? added.industry,
  implies: known.implies ?? added.implies,
  senses: [...known.senses, ...added.senses],
  force: known.senses.length > 0 ? known.force : added.force,
  cues: [...known.cues, ...added.cues],
});

/** Adds a term to those of the same words. Gives back what speaks against it, or null. */
function join(terms: Map<string, Term>, known: Term, added: Term): string | null {
  const clash = clashOf(known, added);
  if (clash === null) terms.set(added.words, joined(known, added));
  return clash;
}

/** Adds the words of a row, and says what speaks against each of them. */
function addRow(terms: Map<string, Term>, row: TermRow, rule: string): CellFault[] {
  const { industry, implies, senses, cues } = row;
  const force = row.force || (DEFAULT_FORCE[rule] ?? "asks");
  const family = rule === "family";
  const faults: CellFault[] = [];
  for (const words of row.words) {
    const known = terms.get(words);
    // Field by field: thousands of copies by spreading took a third of the start-up.
    const term: Term = { words, rule, industry, implies, senses, force, cues, family };
    const clash = known ? join(terms, known, term) : null;
    if (clash !== null) faults.push({ path: ["words"], message: clash });
    if (!known) terms.set(words, term);
  }
  return faults;
}

function readTerms(readData: ReadData, readRow: ReadTermRow): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const [name, rule] of TERM_FILES) {
    readTable(readData, fileOf(name), {
      safeParse: (cells) => {
        const faults: CellFault[] = [];
        const row = readRow(cells, faults);
        const issues = row === null ? faults : addRow(terms, row, rule);
        return issues.length > 0
          ? { success: false, error: { issues } }
          : { success: true, data: row };
      },
    });
  }
  return terms;
}

/** Other forms of known words: of a dialect, or commonly mistyped. */
function addForms(readData: ReadData, terms: Map<string, Term>): void {
  const row = z
    .object({ words: Words, standard: z.string(), rule: z.enum(["dialect", "spelling"]) })
    .transform(({ words, standard, rule }, context) => {
      const refuse = (message: string, column: string): void => {
        context.issues.push({ code: "custom", message, path: [column], input: standard });
      };
      const known = terms.get(standard);
      if (known === undefined) {
        refuse(`no file of terms holds "${standard}"`, "standard");
        return;
      }
      for (const each of words) {
        if (terms.has(each)) refuse(`"${each}" already stands in the lexicon`, "words");
        terms.set(each, { ...known, words: each, rule });
      }
    });
  readTable(readData, fileOf("forms"), row);
}

function readAnswers(readData: ReadData, { Where }: Columns): Answer[] {
  const row = z.object({
    about: z.enum(["industry", "problem", "photo", "scope", "request"]),
    where: Where,
    zh: z.string().min(1),
    en: z.string().min(1),
    words: z.string().min(1),
  });
  return readTable(readData, fileOf("answers"), row);
}

/** The n-th character of `simplified` is the plain form of the n-th of `traditional`. */
function readCharacters(readData: ReadData): Map<string, string> {
  const row = z
    .object({ traditional: z.string().min(1), simplified: z.string().min(1) })
    .refine(({ traditional, simplified }) => traditional.length === simplified.length, {
      message: "both must hold as many characters",
      path: ["simplified"],
    });
  const plain = new Map<string, string>();
  for (const { traditional, simplified } of readTable(readData, fileOf("characters"), row)) {
    let at = 0;
    for (const character of traditional) {
      plain.set(character, simplified.charAt(at));
      at += 1;
    }
  }
  return plain;
}

function readSounds(readData: ReadData): Map<string, string> {
  const row = z.object({ sound: z.string().min(1), characters: z.string().min(1) });
  const sounds = new Map<string, string>();
  for (const { sound, characters } of readTable(readData, fileOf("pinyin"), row)) {
    for (const character of characters) sounds.set(character, sound);
  }
  return sounds;
}

function readConfidences(readData: ReadData): Map<Ground, number> {
  const row = z.object({
    ground: z.enum([...INDUSTRY_GROUNDS, ...COMPETENCE_GROUNDS]),
    confidence: z.coerce.number().gt(0).lt(1),
  });
  return new Map(
    readTable(readData, fileOf("confidences"), row).map(({ ground, confidence }) => [
      ground,
      confidence,
    ]),
  );
}

/**
 * The lexicon as it stands in `src/data/lexicon`. Throws with file, line and column when a row
 * is bad: an id the vocabulary does not hold, a weight out of range, words that stand twice.
 */
export function readLexicon(readData: ReadData, vocabulary: Vocabulary): Lexicon {
  const columns = columnsOf(vocabulary);
  const meanings = readMeanings(readData, columns);
  const terms = readTerms(readData, termRowReader(columns, meanings));
  nameComposites([...terms.values()]);
  addForms(readData, terms);
  return {
    terms: [...terms.values()],
    unwell: meanings.get("unwell") ?? [],
    simplified: readCharacters(readData),
    sounds: readSounds(readData),
    answers: readAnswers(readData, columns),
    confidences: readConfidences(readData),
    likeness: readLikeness(readData, vocabulary),
    usual: readUsual(readData, vocabulary),
    clueWeights: readClueWeights(readData),
  };
}
