import { type SkillKey, skillId, type Vocabulary } from "../../src/domain/model/vocabulary.ts";
import { scrub } from "../../src/domain/privacy/scrub.ts";
import type { Fold } from "../../src/domain/understanding/fold.ts";
import type { ModelReader, NoDraft } from "../../src/domain/understanding/suggestion-draft.ts";
import { mergeDraft, type Suggested } from "../../src/domain/understanding/suggestions.ts";
import type { Tagger, Understanding } from "../../src/domain/understanding/tagger.ts";

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

/** What would be understood if a person confirmed every suggestion that points at words of the text. */
export interface WithSuggestions {
  industries: string[];
  competences: string[];
  /** The skills of all needs, each once. */
  pairs: SkillKey[];
}

/** For measuring only: a ranking never uses what nobody confirmed. */
export function withSuggestions(
  { industries, competences, needs }: Understanding,
  suggested: readonly Suggested[],
): WithSuggestions {
  const counted = suggested.filter(({ span }) => span !== null);
  const pairs = new Map<string, SkillKey>();
  const add = ({ industry, competence }: SkillKey): void => {
    const pair = { industry, competence };
    pairs.set(skillId(pair), pair);
  };
  for (const skill of needs.flatMap(({ skills }) => skills)) add(skill);
  for (const { industry, competence } of counted) {
    if (industry !== null && competence !== null) add({ industry, competence });
  }
  return {
    industries: distinct([...industries, ...counted.map(({ industry }) => industry)]),
    competences: distinct([...competences, ...counted.map(({ competence }) => competence)]),
    pairs: [...pairs.values()],
  };
}

const distinct = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];
