import type { Sentence } from "../error.ts";
import type { Confidences } from "./grounds.ts";

/** A competence and how likely it is what the words ask for, in (0, 1]. */
export interface Likelihood {
  competence: string;
  weight: number;
}

/** What a word means beside the industries of `where` and below them; an empty list: anywhere. */
export interface Sense {
  where: readonly string[];
  competences: readonly Likelihood[];
}

/**
 * How much a word asks for its competences:
 * - "asks": it names the problem or the help;
 * - "signs": a symptom, its competences are likely causes, and a named cause explains it;
 * - "hints": beside a word of need, in a list of problems, or where a request says nothing else;
 * - "facts": beside a word of need or in such a list only (我种植了椪柑 asks for nothing);
 * - "vague": a remedy is wanted (用什么药), against what only the rest of the text can say.
 */
export const FORCES = ["asks", "signs", "hints", "facts", "vague"] as const;
export type Force = (typeof FORCES)[number];

/**
 * What a word does to the words around it:
 * - "negation": refuses what follows in its clause, or what stands before when nothing follows;
 * - "absence": 没有, 无: no disease or pest is there; of anything else it is a lack that asks;
 * - "contrast": ends a negation (但是, 就是, 而是);
 * - "solved": what was said before in the sentence is over;
 * - "former": the industries of its clause are the past (以前, 原来);
 * - "boast": hints of its clause describe, they do not ask (集种植、加工于一体);
 * - "need": lack, question or wish; a hint beside it asks;
 * - "request": someone wants help, of whatever kind;
 * - "urgent", "photo", "broad": as they say;
 * - "self": somebody presents themselves (长于, 主持, 研究员);
 * - "part": a part of a plant or an animal: something is described;
 * - "crops", "animals": the branch is meant, no industry is named (作物, 牲口).
 */
export const CUES = [
  "negation",
  "absence",
  "contrast",
  "solved",
  "former",
  "boast",
  "need",
  "request",
  "urgent",
  "photo",
  "broad",
  "self",
  "part",
  "crops",
  "animals",
] as const;
export type Cue = (typeof CUES)[number];

/** One entry of the lexicon: the same words stand in it only once. */
export interface Term {
  words: string;
  /** The rule its evidence is filed under: "name", "variety", "disease", "symptom", ... */
  rule: string;
  /** The industry these words name, if any. */
  industry: string | null;
  /** The industry to assume when the text names no other that fits. */
  implies: string | null;
  senses: readonly Sense[];
  force: Force;
  cues: readonly Cue[];
  /** The head of a family: 病 takes in the characters before it that nobody else understands. */
  family: boolean;
}

/** A concrete answer offered when the problem, the scope or the industry must be asked for. */
export interface Answer extends Sentence {
  about: "industry" | "problem" | "photo" | "scope" | "request";
  /** The industries it fits, and those below them; an empty list: none is known. */
  where: readonly string[];
  /** What picking it adds to the text. */
  words: string;
}

/** What something adds for an industry or a competence to the logarithm of its odds. */
export interface Vote {
  id: string;
  weight: number;
}

/** What runs of characters say of what a text asks for, learned from labelled texts. */
export interface Likeness {
  /** What speaks for each industry and competence before a text is read. */
  before: readonly Vote[];
  /** Runs of one to three characters of the folded text, each once, with what they add. */
  runs: readonly { run: string; votes: readonly Vote[] }[];
}

/** How often labelled requests of an industry, and of all below it, ask for each competence. */
export interface Usual {
  /** Null: the requests of all industries, and of none. */
  industry: string | null;
  requests: number;
  /** Requests by the competence they ask for. */
  asked: ReadonlyMap<string, number>;
}

/** What clues weigh, by their names in `CLUES`, `INDUSTRY_CLUES` and `STANDING_CLUES`: the logarithm of the odds they add. */
export interface ClueWeights {
  competences: ReadonlyMap<string, number>;
  industries: ReadonlyMap<string, number>;
  standing: ReadonlyMap<string, number>;
}

export interface Lexicon {
  terms: readonly Term[];
  /** What a trouble that is described, but not understood, most likely asks for in each branch. */
  unwell: readonly Sense[];
  /** Traditional or variant character -> simplified. */
  simplified: ReadonlyMap<string, string>;
  /** Character -> how it sounds, without tone. */
  sounds: ReadonlyMap<string, string>;
  answers: readonly Answer[];
  confidences: Confidences;
  likeness: Likeness;
  usual: readonly Usual[];
  clueWeights: ClueWeights;
}
