import type { ChainStage, SkillKey } from "../model/vocabulary.ts";

/** A stretch of the text as typed: UTF-16 offsets, `text.slice(from, to) === words`. */
export interface Span {
  words: string;
  from: number;
  to: number;
}

/** One reason for a tag: the words, where they stand, and the rule that fired. */
export interface TagEvidence extends Span {
  /**
   * "industry:ponkan", "competence:plant-pest", "stage:mid", "urgent", "place:433126"; what the
   * words refuse is "not:competence:training" or "not:industry:rice".
   */
  tag: string;
  /**
   * Id of the rule: the kind of word ("name", "variety", "animal", "disease", "pest", "symptom",
   * "practice", "product", "market", "service", "cue"), "family" (X病), "dialect", "spelling",
   * "stage" (follows from a competence), "place" or "negation".
   */
  rule: string;
}

export interface TaggedSkill extends SkillKey {
  /** Share of the request in (0, 1]; all skills of all needs sum to 1. */
  weight: number;
  /** In (0, 1]: how sure the tagger is. */
  confidence: number;
}

/** One of the needs that stand in a text. */
export interface TaggedNeed {
  skills: TaggedSkill[];
  /** Code of a place named in the words, only suggested; null when none is. */
  place: string | null;
}

/** A question to the writer, with answers to pick from. */
export interface AskBack {
  about: "industry" | "problem" | "photo" | "scope" | "request";
  question: { zh: string; en: string };
  /** Two to five answers; `words` is what picking one adds to the text. */
  options: { zh: string; en: string; words: string }[];
}

/** What a text asks for, as far as it was understood. */
export interface Understanding {
  /** Ids, the union over `needs` and over industries found without a problem. */
  industries: string[];
  /** Ids, the union over `needs` and over problems found without an industry. */
  competences: string[];
  needs: TaggedNeed[];
  stages: ChainStage[];
  urgent: boolean;
  /** Words of substance that were not understood. */
  unknown: Span[];
  /** Not empty: ask first, match later. */
  askBack: AskBack[];
  evidence: TagEvidence[];
}

/**
 * Reads a text. Pure and total: any string up to the limit gives an understanding, never an
 * error; the same text always gives the same one.
 */
export type Tagger = (text: string) => Understanding;
