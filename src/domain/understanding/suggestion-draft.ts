import { z } from "zod";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Scrubbed } from "../privacy/scrub.ts";

/** What a language model makes of a text: a draft, which nothing but `suggestions.ts` reads. */
export interface Draft {
  tags: DraftTag[];
  /** Ids nobody knows, tags without any id, and tags too many: left out and counted. */
  dropped: number;
}

export interface DraftTag {
  /** Ids of the vocabulary; not both are null. */
  industry: string | null;
  competence: string | null;
  /** In [0, 1], as the model claims: not calibrated. */
  confidence: number;
  /** What the model says the words are. Never shown: it is looked up in the text. */
  words: string;
}

/**
 * Why there is no draft: the month's tokens are used up (limit), all seats are taken (busy), the service
 * failed so often that it is left alone for a while (resting), it takes too long (late), cannot be reached
 * (unreachable) or says no (refused), what it sends is no draft (unreadable), or nobody waits for it any
 * more (stopped).
 */
export type NoDraft =
  | "limit"
  | "busy"
  | "resting"
  | "late"
  | "unreachable"
  | "refused"
  | "unreadable"
  | "stopped";

export type DraftReply = { kind: "draft"; draft: Draft } | { kind: "unavailable"; reason: NoDraft };

/** A language model that reads a text. It always answers in bounded time, and never throws. */
export interface ModelReader {
  draft(text: Scrubbed, signal?: AbortSignal): Promise<DraftReply>;
}

/** The longest draft that is read, in bytes of UTF-8. */
const LONGEST_DRAFT = 8_192;
/** The most skills that are taken from a draft. */
export const MOST_SUGGESTIONS = 12;

const Id = z.string().max(64).nullable();
const DraftJson = z.strictObject({
  tags: z
    .array(
      z.strictObject({
        industry: Id,
        competence: Id,
        confidence: z.number().min(0).max(1),
        words: z.string().min(1).max(200),
      }),
    )
    .max(100),
});

/** Reads what a model wrote; null when it is no draft, or one that is too long. */
export function readDraft(written: string, vocabulary: Vocabulary): Draft | null {
  if (new TextEncoder().encode(written).length > LONGEST_DRAFT) return null;
  const { success, data } = DraftJson.safeParse(jsonOf(written));
  if (!success) return null;
  let dropped = 0;
  const known = (id: string | null, terms: ReadonlyMap<string, unknown>): string | null => {
    if (id === null || terms.has(id)) return id;
    dropped += 1;
    return null;
  };
  const tags = new Map<string, DraftTag>();
  for (const tag of data.tags) {
    const industry = known(tag.industry, vocabulary.industries);
    const competence = known(tag.competence, vocabulary.competences);
    const skill = `${industry}/${competence}`;
    if (tags.has(skill)) continue;
    const isFull = tags.size >= MOST_SUGGESTIONS;
    if (isFull || (industry === null && competence === null)) dropped += 1;
    else tags.set(skill, { ...tag, industry, competence });
  }
  return { tags: [...tags.values()], dropped };
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
