import { z } from "zod";
import type { Sentence } from "../domain/error.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import type { Lexicon } from "../domain/understanding/lexicon.ts";
import { hiddenTerms } from "../domain/understanding/term-use.ts";
import { readLexicon, TERM_FILES } from "./lexicon.ts";
import { type ReadData, type RowFault, readTable } from "./table.ts";

/** What is wrong with the lexicon. */
export interface LexiconFault extends Sentence {
  /**
   * "row": start-up refuses it (an id, a weight, words that stand twice or clash, a form whose
   * standard is gone); "hidden": words no text can reach; "no_words": an industry or a competence
   * that no words name; "unused_meaning": a shared meaning no term refers to; "repeated": a
   * character or an answer that stands twice.
   */
  kind: "row" | "hidden" | "no_words" | "unused_meaning" | "repeated";
  /** "lexicon/pests.csv:12"; the file alone, or "" where no line is to blame. */
  place: string;
}

export interface CheckedLexicon {
  /** What of it can be used. */
  lexicon: Lexicon;
  /** All that is wrong, in the order of the files. */
  faults: LexiconFault[];
}

/** Reads the lexicon as start-up does, but goes on after a fault, and looks for more. */
export function checkLexicon(readData: ReadData, vocabulary: Vocabulary): CheckedLexicon {
  const rows: RowFault[] = [];
  const report = (fault: RowFault): void => {
    rows.push(fault);
  };
  const reading = Object.assign((name: string) => readData(name), { report });
  const lexicon = readLexicon(reading, vocabulary);
  return {
    lexicon,
    faults: [
      ...rows.map(rowFault),
      ...hiddenTerms(lexicon).map(hiddenFault),
      ...unnamed(lexicon, vocabulary),
      ...unusedMeanings(reading),
      ...repeatedCharacters(reading),
      ...repeatedAnswers(lexicon),
    ],
  };
}

function rowFault({ file, line, column, message }: RowFault): LexiconFault {
  const [zh, en] = column === "" ? ["", ""] : [`${column} 列：`, `column ${column}: `];
  return { kind: "row", place: `${file}:${line}`, zh: zh + message, en: en + message };
}

function hiddenFault({ term, by }: ReturnType<typeof hiddenTerms>[number]): LexiconFault {
  const read = by
    ? { zh: `总被读作“${by.words}”`, en: `is always read as "${by.words}"` }
    : { zh: "没有可读的字", en: "holds nothing that can be read" };
  return {
    kind: "hidden",
    place: "",
    zh: `“${term.words}”${read.zh}`,
    en: `"${term.words}" ${read.en}`,
  };
}

/** A branch whose narrower industries are named needs no words of its own. */
function unnamed({ terms }: Lexicon, { industries, competences }: Vocabulary): LexiconFault[] {
  const named = new Set<string | null | undefined>();
  for (const { industry, implies } of terms) {
    for (let id = industry ?? implies; id; id = industries.get(id)?.broader ?? null) named.add(id);
    if (implies !== null) named.add(implies);
  }
  const meant = new Set(
    terms.flatMap(({ senses }) =>
      senses.flatMap((sense) => sense.competences.map(({ competence }) => competence)),
    ),
  );
  const fault = (kind: Sentence, id: string): LexiconFault => ({
    kind: "no_words",
    place: "",
    zh: `${kind.zh} ${id} 没有任何词`,
    en: `no words mean the ${kind.en} "${id}"`,
  });
  return [
    ...[...industries.keys()]
      .filter((id) => !named.has(id))
      .map((id) => fault({ zh: "产业", en: "industry" }, id)),
    ...[...competences.keys()]
      .filter((id) => !meant.has(id))
      .map((id) => fault({ zh: "专长", en: "competence" }, id)),
  ];
}

const MEANINGS = "lexicon/meanings.csv";
/** Not named by a term: the reader itself falls back on it. */
const FALLBACK = "unwell";

function unusedMeanings(readData: ReadData): LexiconFault[] {
  const means = z.object({ means: z.string().default("") });
  const used = new Set(
    TERM_FILES.flatMap(([name]) =>
      readTable(silent(readData), `lexicon/${name}.csv`, means).map((row) => row.means),
    ),
  );
  const rows = readTable(silent(readData), MEANINGS, z.object({ meaning: z.string() }));
  return [...new Set(rows.map(({ meaning }) => meaning))]
    .filter((meaning) => meaning !== FALLBACK && !used.has(`@${meaning}`))
    .map((meaning) => ({
      kind: "unused_meaning",
      place: MEANINGS,
      zh: `含义“${meaning}”没有任何词用到`,
      en: `no term refers to the meaning "${meaning}"`,
    }));
}

const CHARACTERS = "lexicon/characters.csv";

function repeatedCharacters(readData: ReadData): LexiconFault[] {
  const row = z.object({ traditional: z.string() });
  const characters = readTable(silent(readData), CHARACTERS, row).flatMap((one) => [
    ...one.traditional,
  ]);
  return repeated(characters).map((character) => ({
    kind: "repeated",
    place: CHARACTERS,
    zh: `“${character}”出现两次`,
    en: `"${character}" stands twice`,
  }));
}

const repeatedAnswers = ({ answers }: Lexicon): LexiconFault[] =>
  repeated(
    answers.map(({ about, where, words }) => [about, where.join(" "), words].join(", ")),
  ).map((answer) => ({
    kind: "repeated",
    place: "lexicon/answers.csv",
    zh: `答案“${answer}”出现两次`,
    en: `the answer "${answer}" stands twice`,
  }));

/** Those that stand more than once, each once. */
const repeated = (all: readonly string[]): string[] => [
  ...new Set(all.filter((one, index) => all.indexOf(one) < index)),
];

/** What is wrong with the rows was reported when they were first read. */
const silent = (readData: ReadData): ReadData =>
  Object.assign((name: string) => readData(name), { report: () => undefined });
