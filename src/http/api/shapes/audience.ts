import type { Sentence } from "../../../domain/error.ts";
import { skillName } from "../../../domain/matching/matching.ts";
import type { SkillKey } from "../../../domain/model/vocabulary.ts";
import type { Reference } from "../../../usecases/context.ts";
import type { Language } from "../../language.ts";

/** Who reads an answer: in which language, and out of which reference the names are taken. */
export interface Audience {
  language: Language;
  reference: Pick<Reference, "vocabulary" | "places" | "rules">;
}

/** The sentence in the reader's language. */
export const said = ({ language }: Audience, sentence: Sentence): string => sentence[language];

/** A county by its code; an unknown code stands for itself. */
export const placeName = ({ reference }: Audience, code: string) => ({
  code,
  name: reference.places.counties.get(code)?.name ?? code,
});

/** "椪柑·植物病害防治", "Ponkan: Plant disease control". */
export const skillLabel = ({ language, reference }: Audience, skill: SkillKey): string =>
  skillName(reference.rules, skill)[language];

/** The name of an industry; an unknown id stands for itself. */
export const industryLabel = ({ language, reference }: Audience, id: string): string =>
  reference.vocabulary.industries.get(id)?.[language] ?? id;
