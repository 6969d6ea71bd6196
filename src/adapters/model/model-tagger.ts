import type { Vocabulary } from "../../domain/model/vocabulary.ts";
import { scrub } from "../../domain/privacy/scrub.ts";
import type { Fold } from "../../domain/understanding/fold.ts";
import type { ModelReader, NoDraft } from "../../domain/understanding/suggestion-draft.ts";
import {
  mergeDraft,
  type WithSuggestions,
  withSuggestions,
} from "../../domain/understanding/suggestions.ts";
import type { Tagger, Understanding } from "../../domain/understanding/tagger.ts";

/** What is understood of a text with a language model, to be measured. */
export interface ModelUnderstanding extends Understanding, WithSuggestions {
  /** Why the offline reading stands alone; null when the model answered. */
  reason: NoDraft | null;
}

/**
 * A tagger that counts what the model suggests as understood, where it points at words of the text: what
 * would be there if a person confirmed all of it. For measuring; it knows no graph, so no names of people.
 */
export function modelTagger(
  model: ModelReader,
  reference: { vocabulary: Vocabulary; fold: Fold; tag: Tagger },
): (text: string) => Promise<ModelUnderstanding> {
  const { tag, fold } = reference;
  return async (text) => {
    const understanding = tag(text);
    const scrubbed = scrub(text, { fold, names: [] });
    const reply = await model.draft(scrubbed);
    const isAnswered = reply.kind === "draft";
    const tags = isAnswered ? reply.draft.tags : [];
    const { suggested } = mergeDraft({ text, scrubbed, understanding }, tags, reference);
    return {
      ...understanding,
      ...withSuggestions(understanding, suggested),
      reason: isAnswered ? null : reply.reason,
    };
  };
}
