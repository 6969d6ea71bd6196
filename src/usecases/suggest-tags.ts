import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Sentence } from "../domain/error.ts";
import { NeedText } from "../domain/model/need.ts";
import { type Scrubbed, scrub, wordsOfNames } from "../domain/privacy/scrub.ts";
import type { NoDraft } from "../domain/understanding/suggestion-draft.ts";
import { type Merged, mergeDraft } from "../domain/understanding/suggestions.ts";
import type { Understanding } from "../domain/understanding/tagger.ts";
import { expertNamesBegun } from "../graph/queries/experts.ts";
import type { Context } from "./context.ts";
import { readText } from "./loading/request.ts";

export const SuggestTags = z.object({ text: NeedText });

/** What a text asks for by the offline reading, and what a language model would add. */
export interface Suggestions extends Merged {
  /** "off": no model is set up. "unavailable": it gave nothing, and the offline reading stands alone. */
  state: "off" | "answered" | "unavailable";
  /** Why it is unavailable; null when it is not. */
  reason: NoDraft | null;
  /** As it may be shown; all spans point into it. */
  text: string;
  understanding: Understanding;
  /** Ids and tags of the model that were left out, because nobody knows them or they were too many. */
  dropped: number;
  /** What to tell the reader; null when there is nothing to tell. */
  notice: Sentence | null;
}

/**
 * Reads a text offline, and asks the language model, where one is set up, what else it may ask for. Names
 * the graph knows, and whatever else is private, are blotted out of what the model gets. Nothing is stored,
 * and nothing is matched by a suggestion: that takes a person who confirms it. Once `signal` is given, nobody
 * waits for the model any more, and it is not asked on.
 */
export async function suggestTags(
  context: Pick<Context, "actor" | "graph" | "reference" | "model">,
  { text: typed }: z.infer<typeof SuggestTags>,
  signal?: AbortSignal,
): Promise<Suggestions> {
  const { actor, reference, model } = context;
  permit(actor, "match.read");
  const { text, understanding } = readText(context, typed);
  const offline = { text, understanding, suggested: [], agreed: [], dropped: 0 };
  if (!model) return { ...offline, state: "off", reason: null, notice: null };
  const scrubbed = await withoutPrivateWords(context, text);
  const reply = await model.draft(scrubbed, signal);
  if (reply.kind === "unavailable") {
    const { reason } = reply;
    return { ...offline, state: "unavailable", reason, notice: noticeOf(reason) };
  }
  const { tags, dropped } = reply.draft;
  const merged = mergeDraft({ text, scrubbed, understanding }, tags, reference);
  return { ...offline, ...merged, dropped, state: "answered", reason: null, notice: null };
}

/** More than there are people: a name that is left out would be sent. */
const MOST_NAMES = 10_000_000;

async function withoutPrivateWords(
  { graph, reference: { fold } }: Pick<Context, "graph" | "reference">,
  text: string,
): Promise<Scrubbed> {
  const begun = { ...wordsOfNames(text, fold), limit: MOST_NAMES };
  const known = await graph.all(expertNamesBegun, begun);
  return scrub(text, { fold, names: known.map(({ name }) => name) });
}

const noticeOf = (reason: NoDraft): Sentence => (reason === "limit" ? USED_UP : NOT_NOW);

const USED_UP: Sentence = {
  zh: "本月语言模型用量已达上限，以下是离线识别的结果。",
  en: "The language model's share of this month is used up: this is what was understood offline.",
};

const NOT_NOW: Sentence = {
  zh: "语言模型暂时无法使用，以下是离线识别的结果。",
  en: "The language model is not available just now: this is what was understood offline.",
};
