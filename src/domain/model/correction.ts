import type { Sentence } from "../error.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Who gave the tag that a person judged: a reading, or the person who missed it. */
export const CORRECTION_ORIGINS = ["offline", "model", "person"] as const;
type CorrectionOrigin = (typeof CORRECTION_ORIGINS)[number];

/** What a person said of one tag of a text. */
export interface Correction {
  /** "industry:ponkan", "competence:plant-pest" or "skill:ponkan/plant-pest". */
  tag: string;
  /** The words it stands on: `text.slice(from, to) === words`; "" at 0 when there are none. */
  words: string;
  from: number;
  to: number;
  /** True: the text asks for it. False: it does not. */
  right: boolean;
  origin: CorrectionOrigin;
}

/** What is wrong with the tag of a correction; undefined when the vocabulary holds it. */
export function tagFault(
  tag: string,
  { industries, competences }: Vocabulary,
): Sentence | undefined {
  const [, kind, first = "", second] =
    /^(?:(industry|competence|skill)):([^/:]+)(?:\/([^/:]+))?$/.exec(tag) ?? [];
  const known =
    (kind === "industry" && second === undefined && industries.has(first)) ||
    (kind === "competence" && second === undefined && competences.has(first)) ||
    (kind === "skill" && industries.has(first) && competences.has(second ?? ""));
  if (known) return undefined;
  return {
    zh: `“${tag}”不在词表中，应形如 industry:ponkan、competence:plant-pest 或 skill:ponkan/plant-pest`,
    en: `"${tag}" is not in the vocabulary; it must be like industry:ponkan, competence:plant-pest or skill:ponkan/plant-pest`,
  };
}

type Standing = Pick<Correction, "words" | "from" | "to">;

/**
 * Where words of the text as sent stand in the text as kept, which may lack numbers or have them
 * masked. Undefined when they do not stand where they are said to, or are no longer there.
 */
export function standingIn(
  kept: string,
  sent: string,
  { words, from, to }: Standing,
): Standing | undefined {
  if (sent.slice(from, to) !== words) return undefined;
  if (words === "") return from === 0 && to === 0 ? { words, from, to } : undefined;
  let place = -1;
  // The same words may stand in it several times: the same one of them is meant.
  for (let before = sent.indexOf(words); before <= from; before = sent.indexOf(words, before + 1)) {
    place = kept.indexOf(words, place + 1);
    if (place < 0) return undefined;
    if (before === from) break;
  }
  return { words, from: place, to: place + words.length };
}
