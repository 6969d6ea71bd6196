import type { SkillKey } from "../../src/domain/model/vocabulary.ts";
import type { Understanding } from "../../src/domain/understanding/tagger.ts";

/** What of an understanding is measured, or shown beside a fault. */
export interface Answer
  extends Pick<
    Understanding,
    "industries" | "competences" | "tags" | "needs" | "urgent" | "askBack" | "unknown"
  > {
  /** Where they are more than the skills of the needs. */
  pairs?: readonly SkillKey[];
  /** Of a language model: why the offline reading stands alone; null when it answered. */
  reason?: string | null;
}

/** Reads a text: the offline tagger at once, one that asks a language model in time. */
export type TextTagger = (text: string) => Answer | Promise<Answer>;

/** The skills that were understood. */
export const pairsIn = ({ pairs, needs }: Answer): readonly SkillKey[] =>
  pairs ?? needs.flatMap(({ skills }) => skills);
