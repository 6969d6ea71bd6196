import type { z } from "zod";
import type { Sentence } from "../../domain/error.ts";
import { STAGE_NAMES } from "../../domain/model/vocabulary.ts";
import { addressOf, placeByCode } from "../../domain/places/tree.ts";
import type { Evidence, Span } from "../../http/api/schemas/tags.ts";
import type { Audience } from "../../http/api/shapes/audience.ts";
import { ruleName } from "../../http/pages/phrases.ts";

/** What was read of words, as the terminal says it in the reader's language. */

type Shown = z.infer<typeof Evidence>;

const KINDS: Readonly<Record<string, Sentence>> = {
  industry: { zh: "产业", en: "industry" },
  competence: { zh: "专长", en: "competence" },
  stage: { zh: "环节", en: "stage" },
  place: { zh: "地点", en: "place" },
  urgent: { zh: "紧急", en: "urgent" },
};

/** "产业 椪柑", "not competence Training"; an unknown tag stands for itself. */
export function tagName(tag: string, audience: Audience): string {
  const { language, reference } = audience;
  if (tag.startsWith("not:")) {
    const { zh, en } = { zh: "不是", en: "not " };
    return { zh, en }[language] + tagName(tag.slice("not:".length), audience);
  }
  const [kind = "", id = ""] = tag.split(":");
  const label = KINDS[kind]?.[language] ?? kind;
  return id === "" ? label : `${label} ${nameOf(kind, id, { language, reference })}`;
}

function nameOf(kind: string, id: string, { language, reference }: Audience): string {
  const { vocabulary, places } = reference;
  const place = kind === "place" ? placeByCode(places, id) : undefined;
  const named = {
    industry: vocabulary.industries.get(id)?.[language],
    competence: vocabulary.competences.get(id)?.[language],
    stage: Object.entries(STAGE_NAMES).find(([stage]) => stage === id)?.[1][language],
    place: place && addressOf(places, place),
  };
  return new Map(Object.entries(named)).get(kind) ?? id;
}

/** "“叶片卷曲” 8-12": the words and their UTF-16 offsets, the same as in --json. */
export const standing = ({ words, from, to }: z.infer<typeof Span>): string =>
  `“${words}” ${from}-${to}`;

/** The words, where they stand, and the rule that read them. */
export const reason = (read: Shown, { language }: Audience): string =>
  `${standing(read)}  ${ruleName(read.rule)[language]}`;

/** A tag and why it was read. */
export const tagAndReason = (read: Shown, audience: Audience): string =>
  `${tagName(read.tag, audience)}  ${reason(read, audience)}`;

/** A confidence as a share: "0.84". */
export const sure = (confidence: number, { language }: Audience): string =>
  `${{ zh: "把握", en: "confidence" }[language]} ${confidence.toFixed(2)}`;

/** A heading with what stands below it; nothing when nothing does. */
export const section = (heading: Sentence, lines: readonly string[], { language }: Audience) =>
  lines.length === 0 ? [] : [`  ${heading[language]}`, ...lines.map((line) => `    ${line}`)];
