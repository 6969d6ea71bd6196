import { pinyin } from "pinyin-pro";
import type { Vocabulary } from "../../src/domain/model/vocabulary.ts";

/** Words that are read otherwise in the names of the vocabulary. */
const READINGS: readonly (readonly [words: string, syllables: readonly string[]])[] = [
  ["圈舍", ["juan", "she"]],
];

/** "gan ju": a syllable for each character, without tones, v for ü. */
function syllablesOf(name: string): string {
  const syllables = pinyin(name, { toneType: "none", type: "array", v: true });
  for (const [words, reading] of READINGS) {
    const at = name.indexOf(words);
    if (at >= 0) syllables.splice(at, words.length, ...reading);
  }
  const spelt = syllables.join(" ");
  if (!/^[a-z]+( [a-z]+)*$/.test(spelt) || syllables.length !== name.length) {
    throw new Error(`no pinyin for ${name}: "${spelt}"`);
  }
  return spelt;
}

/** The file src/data/vocabulary/pinyin.csv as it must be for a vocabulary. */
export function pinyinTable({ industries, competences }: Vocabulary): string {
  const rows = [
    ...[...industries.values()].map(({ id, zh }) => ["industry", id, syllablesOf(zh)]),
    ...[...competences.values()].map(({ id, zh }) => ["competence", id, syllablesOf(zh)]),
  ];
  return `${[COLUMNS, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

const COLUMNS = "kind,id,pinyin";
