import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import {
  COMPETENCE_GROUNDS,
  type Ground,
  INDUSTRY_GROUNDS,
} from "../domain/understanding/grounds.ts";
import {
  type Answer,
  CUES,
  type Cue,
  FORCES,
  type Lexicon,
  type Likelihood,
  type Sense,
  type Term,
} from "../domain/understanding/lexicon.ts";
import { type ReadData, readTable } from "./table.ts";

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
const split = (list: string, separator: string): string[] =>
  list
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const Text = z.string().default("");
const Words = z.string().transform((list, context) => {
  const words = split(list, "|");
  if (words.length === 0) context.addIssue("needs at least one word");
  return words;
});

/** A list of ids separated by spaces, or a single one, checked against the vocabulary. */
function schemasOf(vocabulary: Vocabulary) {
  const knows = (kind: "industries" | "competences", id: string): boolean =>
    vocabulary[kind].has(id);
  const Industry = Text.refine((id) => id === "" || knows("industries", id), {
    error: ({ input }) => `there is no industry "${input}"`,
  }).transform((id) => id || null);
  const Where = Text.transform((list, context) => {
    const ids = split(list, " ");
    const unknown = ids.find((id) => !knows("industries", id));
    if (unknown !== undefined) context.addIssue(`there is no industry "${unknown}"`);
    return ids;
  });
  const Likelihoods = Text.transform((list, context): Likelihood[] =>
    split(list, " ").map((part) => {
      const [competence = "", weight = "1"] = part.split(":");
      if (!knows("competences", competence)) {
        context.addIssue(`there is no competence "${competence}"`);
      }
      if (!(Number(weight) > 0 && Number(weight) <= 1)) {
        context.addIssue(`the weight "${weight}" is not in (0, 1]`);
      }
      return { competence, weight: Number(weight) };
    }),
  );
  return { Industry, Where, Likelihoods };
}

type Schemas = ReturnType<typeof schemasOf>;

/** Meanings that many words share, by their name: @disease is another thing in crop and animal. */
function readMeanings(readData: ReadData, { Where, Likelihoods }: Schemas): Map<string, Sense[]> {
  const row = z.object({ meaning: z.string().min(1), where: Where, means: Likelihoods });
  const meanings = new Map<string, Sense[]>();
  for (const { meaning, where, means } of readTable(readData, fileOf("meanings"), row)) {
    const senses = meanings.get(meaning) ?? [];
    senses.push({ where, competences: means });
    meanings.set(meaning, senses);
  }
  return meanings;
}

const Cues = Text.transform((list, context): Cue[] =>
  split(list, " ").flatMap((part): Cue[] => {
    const cue = CUES.find((known) => known === part);
    if (cue === undefined) context.addIssue(`there is no cue "${part}"`);
    return cue === undefined ? [] : [cue];
  }),
);

const DEFAULT_FORCE: Readonly<Record<string, Term["force"]>> = { symptom: "signs" };

interface TermRow {
  words: string[];
  industry: string | null;
  implies: string | null;
  senses: Sense[];
  force: Term["force"] | "";
  cue: Cue[];
}

/** The schema of a row of terms; @name in the column of means stands for a shared meaning. */
function termRow(schemas: Schemas, meanings: ReadonlyMap<string, Sense[]>) {
  const { Industry, Where, Likelihoods } = schemas;
  const columns = z.object({
    words: Words,
    industry: Industry,
    implies: Industry,
    where: Where,
    means: Text,
    force: z.enum(["", ...FORCES]).default(""),
    cue: Cues,
  });
  return columns.transform(({ means, where, ...rest }, context): TermRow => {
    const read = means.startsWith("@")
      ? sharedSenses(means, where, meanings)
      : ownSenses(means, where, Likelihoods);
    if (typeof read !== "string") return { ...rest, senses: read };
    context.issues.push({ code: "custom", message: read, path: ["means"], input: means });
    return { ...rest, senses: [] };
  });
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

function ownSenses(
  means: string,
  where: string[],
  likelihoods: Schemas["Likelihoods"],
): Sense[] | string {
  const { success, data, error } = likelihoods.safeParse(means);
  if (!success) return error.issues[0]?.message ?? "cannot be read";
  return data.length > 0 ? [{ where, competences: data }] : [];
}

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

/** Adds what a row says of its words. Gives back what speaks against it, or null. */
function addTerm(terms: Map<string, Term>, term: Term): string | null {
  const known = terms.get(term.words);
  if (known === undefined) {
    terms.set(term.words, term);
    return null;
  }
  const clash = clashOf(known, term);
  if (clash !== null) return clash;
  terms.set(term.words, {
    ...known,
    industry: known.industry ?? term.industry,
    implies: known.implies ?? term.implies,
    senses: [...known.senses, ...term.senses],
    force: known.senses.length > 0 ? known.force : term.force,
    cues: [...known.cues, ...term.cues],
  });
  return null;
}

function readTerms(
  readData: ReadData,
  { schemas, meanings }: { schemas: Schemas; meanings: ReadonlyMap<string, Sense[]> },
): Map<string, Term> {
  const terms = new Map<string, Term>();
  const row = termRow(schemas, meanings);
  for (const [name, rule] of TERM_FILES) {
    const added = row.transform(({ words, industry, implies, senses, cue, force }, context) => {
      for (const each of words) {
        // Field by field: thousands of copies by spreading took a third of the start-up.
        const clash = addTerm(terms, {
          words: each,
          rule,
          industry,
          implies,
          senses,
          force: force || (DEFAULT_FORCE[rule] ?? "asks"),
          cues: cue,
          family: rule === "family",
        });
        if (clash !== null) {
          context.issues.push({ code: "custom", message: clash, path: ["words"], input: words });
        }
      }
    });
    readTable(readData, fileOf(name), added);
  }
  return terms;
}

/** Implied by products of any industry: a crop in the name (辣椒酱) says more. */
const BY_PRODUCT = "food-processing";

/** Names of industries, and what they begin with: most words hold none, which is seen at once. */
interface Names {
  industries: Map<string, string>;
  beginnings: Set<string>;
}

/** Where in the words a name of an industry may begin. */
function startsOfNames(words: string, { beginnings }: Names): number[] {
  const starts: number[] = [];
  for (let from = 0; from + 2 <= words.length; from += 1) {
    if (beginnings.has(words.slice(from, from + 2))) starts.push(from);
  }
  return starts;
}

/** The industry whose name the words begin with, or else hold: the longest such name. */
function nameWithin(words: string, names: Names): string | null {
  const starts = startsOfNames(words, names);
  for (let length = starts.length > 0 ? words.length - 1 : 0; length >= 2; length -= 1) {
    const held = starts.map((from) => names.industries.get(words.slice(from, from + length)));
    const industry = held.find((one) => one !== undefined);
    if (industry !== undefined) return industry;
  }
  return null;
}

/** Whether a term may take an industry from its words: it says something of one, but not of which. */
const isOpen = ({ industry, implies, senses }: Term): boolean =>
  industry === null && (implies === null ? senses.length > 0 : true);

/** Whether a term may take the industry whose name stands in its words. */
const mayBelongTo = ({ implies }: Term, industry: string): boolean =>
  implies === null || implies === BY_PRODUCT || implies === industry;

/** 番茄青枯病, 茶园管理: the longest match would hide the industry that stands in the words. */
function nameComposites(terms: Map<string, Term>): void {
  const names: Names = { industries: new Map(), beginnings: new Set() };
  for (const { words, industry, senses } of terms.values()) {
    if (industry === null || senses.length > 0 || words.length < 2) continue;
    names.industries.set(words, industry);
    names.beginnings.add(words.slice(0, 2));
  }
  for (const [words, term] of terms) {
    if (!isOpen(term)) continue;
    const industry = nameWithin(words, names);
    if (industry !== null && mayBelongTo(term, industry)) terms.set(words, { ...term, industry });
  }
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

function readAnswers(readData: ReadData, { Where }: Schemas): Answer[] {
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
  return new Map(
    readTable(readData, fileOf("characters"), row).flatMap(({ traditional, simplified }) =>
      [...traditional].map((character, at): [string, string] => [character, simplified.charAt(at)]),
    ),
  );
}

function readSounds(readData: ReadData): Map<string, string> {
  const row = z.object({ sound: z.string().min(1), characters: z.string().min(1) });
  return new Map(
    readTable(readData, fileOf("pinyin"), row).flatMap(({ sound, characters }) =>
      [...characters].map((character): [string, string] => [character, sound]),
    ),
  );
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
  const schemas = schemasOf(vocabulary);
  const meanings = readMeanings(readData, schemas);
  const terms = readTerms(readData, { schemas, meanings });
  nameComposites(terms);
  addForms(readData, terms);
  return {
    terms: [...terms.values()],
    unwell: meanings.get("unwell") ?? [],
    simplified: readCharacters(readData),
    sounds: readSounds(readData),
    answers: readAnswers(readData, schemas),
    confidences: readConfidences(readData),
  };
}
