import { lineage, type SkillKey, type Vocabulary } from "../model/vocabulary.ts";
import type { Scrubbed } from "../privacy/scrub.ts";
import type { Fold } from "./fold.ts";
import { typedSpan } from "./spans.ts";
import type { DraftTag } from "./suggestion-draft.ts";
import type { Span, Understanding } from "./tagger.ts";

/** A skill, or half of one, that only the language model gave. */
export interface Suggested {
  industry: string | null;
  competence: string | null;
  /** In [0, 1], as the model claims: not calibrated. */
  confidence: number;
  /** The reader's own words it points at; null: suggested, not found in your words. */
  span: Span | null;
}

export interface Merged {
  /** The surest first. */
  suggested: Suggested[];
  /** "industry:ponkan", "competence:plant-pest": what both gave. */
  agreed: string[];
}

export interface ReadWords {
  /** The text the offline reading is of, and the same as it went out. */
  text: string;
  scrubbed: Scrubbed;
  understanding: Understanding;
}

interface Rules {
  vocabulary: Vocabulary;
  fold: Fold;
}

/**
 * The rule by which the tags of the offline reading and those of a language model become one:
 *
 * 1. What the offline reading found stands, whatever the model says or leaves out, and what it found
 *    refused ("不需要培训") is not suggested.
 * 2. What both gave is `agreed`. A broader industry of the model (citrus) agrees with the narrower one
 *    of the offline reading (ponkan).
 * 3. What only the model gave is `suggested`: a skill, or a single industry or competence. No matching
 *    uses it until a person confirms it.
 * 4. The words the model quotes are looked up in the text as it went out, in the reading form (NFKC,
 *    simplified). Where they stand there, the suggestion points at the reader's own words; where they do
 *    not, it points at none. Nothing the model wrote is passed on but ids of the vocabulary and a number.
 */
export function mergeDraft(
  { text, scrubbed, understanding }: ReadWords,
  tags: readonly DraftTag[],
  { vocabulary, fold }: Rules,
): Merged {
  const offline = offlineTags(understanding);
  const agreed = new Set<string>();
  const suggested = new Map<string, Suggested>();
  const find = finder(text, scrubbed, fold);
  for (const { confidence, words, ...given } of tags) {
    const tag = allowed(offline, {
      industry: narrowed(given.industry, understanding, vocabulary),
      competence: given.competence,
    });
    for (const id of idsOf(tag)) if (offline.found.has(id)) agreed.add(id);
    const key = `${tag.industry}/${tag.competence}`;
    if (isNew(tag, offline) && !suggested.has(key)) {
      suggested.set(key, { ...tag, confidence, span: find(words) });
    }
  }
  return {
    suggested: [...suggested.values()].toSorted((a, b) => b.confidence - a.confidence),
    agreed: [...agreed],
  };
}

type DraftSkill = Pick<DraftTag, "industry" | "competence">;

interface OfflineTags {
  /** "industry:ponkan" */
  found: ReadonlySet<string>;
  refused: ReadonlySet<string>;
  /** "ponkan/plant-pest" */
  skills: ReadonlySet<string>;
}

const NOT = "not:";

function offlineTags({ industries, competences, needs, evidence }: Understanding): OfflineTags {
  const refusals = evidence.filter(({ tag }) => tag.startsWith(NOT));
  return {
    found: new Set([
      ...industries.map((id) => `industry:${id}`),
      ...competences.map((id) => `competence:${id}`),
    ]),
    refused: new Set(refusals.map(({ tag }) => tag.slice(NOT.length))),
    skills: new Set(needs.flatMap(({ skills }) => skills).map(skillName)),
  };
}

const skillName = ({ industry, competence }: SkillKey): string => `${industry}/${competence}`;

const idsOf = ({ industry, competence }: DraftSkill): string[] => [
  ...(industry === null ? [] : [`industry:${industry}`]),
  ...(competence === null ? [] : [`competence:${competence}`]),
];

/** The industry of the offline reading that the given one is broader than, or else the given one. */
function narrowed(
  given: string | null,
  { industries }: Understanding,
  vocabulary: Vocabulary,
): string | null {
  if (given === null || industries.includes(given)) return given;
  return industries.find((id) => lineage(vocabulary, id).includes(given)) ?? given;
}

/** Without what the words refuse, unless they ask for it elsewhere. */
function allowed({ found, refused }: OfflineTags, { industry, competence }: DraftSkill) {
  const stands = (id: string): boolean => found.has(id) || !refused.has(id);
  return {
    industry: industry !== null && stands(`industry:${industry}`) ? industry : null,
    competence: competence !== null && stands(`competence:${competence}`) ? competence : null,
  };
}

function isNew(tag: DraftSkill, { found, skills }: OfflineTags): boolean {
  const { industry, competence } = tag;
  if (industry !== null && competence !== null) return !skills.has(`${industry}/${competence}`);
  return idsOf(tag).some((id) => !found.has(id));
}

const hasSubstance = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);

/** Finds words in a text, wherever they stand first. */
function finder(text: string, scrubbed: Scrubbed, fold: Fold): (words: string) => Span | null {
  const folded = fold(scrubbed);
  return (words) => {
    const searched = fold(words.trim()).plain;
    if (!hasSubstance(searched)) return null;
    const at = folded.plain.indexOf(searched);
    return at < 0 ? null : typedSpan(text, folded, [at, at + searched.length]);
  };
}
