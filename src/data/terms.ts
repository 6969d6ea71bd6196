import { z } from "zod";
import type { NamedTerm } from "../domain/model/find-terms.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { type ReadData, readTable } from "./table.ts";

const FILE = "vocabulary/pinyin.csv";

const PinyinRow = z.object({
  kind: z.enum(["industry", "competence"]),
  id: z.string(),
  pinyin: z.string().regex(/^[a-z]+( [a-z]+)*$/),
});

/**
 * The industries and then the competences, with the sound of their names. Throws when one of them
 * has none (`npm run term-sounds` makes the file anew).
 */
export function readTerms(readData: ReadData, vocabulary: Vocabulary): NamedTerm[] {
  const rows = readTable(readData, FILE, PinyinRow);
  const sounds = new Map(rows.map(({ kind, id, pinyin }) => [`${kind}:${id}`, pinyin]));
  const named = (kind: NamedTerm["kind"], { id, zh, en }: Omit<NamedTerm, "kind" | "pinyin">) => {
    const pinyin = sounds.get(`${kind}:${id}`);
    if (pinyin === undefined) throw new Error(`${FILE}: the ${kind} "${id}" has no row`);
    return { kind, id, zh, en, pinyin };
  };
  return [
    ...[...vocabulary.industries.values()].map((industry) => named("industry", industry)),
    ...[...vocabulary.competences.values()].map((competence) => named("competence", competence)),
  ];
}
