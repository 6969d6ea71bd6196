import type { ChainStage, SkillKey } from "../model/vocabulary.ts";
import type { Ground } from "./grounds.ts";

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

/** An industry or a competence the words ask for. */
export interface Tag {
  /** "industry:ponkan" or "competence:plant-pest". */
  tag: string;
  /** What it was read by. */
  ground: Ground;
  /** In (0, 1], calibrated: of the tags given 0.8, about 80 % are right. */
  confidence: number;
}

type AmountKind = "area" | "weight" | "animals" | "plants" | "money" | "length" | "share";

/** A size or an amount in the words: 500亩, 三吨, 几百只. */
export interface Amount extends Span {
  kind: AmountKind;
  /** In the unit of the words; null where they give no number (几百只, 好几亩). */
  value: number | null;
  /** The unit as written, simplified: "亩", "吨", "只". */
  unit: string;
}

/** How many helpers are wanted: 派两名专家. */
export interface Headcount extends Span {
  value: number;
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
  /** Each of these industries and competences with how sure the tagger is. */
  tags: Tag[];
  needs: TaggedNeed[];
  stages: ChainStage[];
  urgent: boolean;
  amounts: Amount[];
  /** Helpers wanted, where the words give a number. */
  headcount: Headcount | null;
  /** Dates and times of the year in the words: 3月中旬, 明年开春, 这个月底前. */
  dates: Span[];
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
