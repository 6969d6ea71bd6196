import type { MatchingRules } from "../domain/matching/similarity.ts";
import type { NamedTerm } from "../domain/model/find-terms.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { mentionedPlaces } from "../domain/places/mentioned-places.ts";
import type { Places } from "../domain/places/place.ts";
import { createReaders } from "../domain/understanding/create-readers.ts";
import { createFold, type Fold } from "../domain/understanding/fold.ts";
import type { ProfileReader } from "../domain/understanding/profile.ts";
import type { Tagger } from "../domain/understanding/tagger.ts";
import { readLexicon } from "./lexicon.ts";
import { readPlaces } from "./places.ts";
import { readMatchingRules } from "./policies.ts";
import { readTeamReference, type TeamReference } from "./presets.ts";
import type { ReadData } from "./table.ts";
import { readTerms } from "./terms.ts";
import { readVocabulary } from "./vocabulary.ts";

/** What does not change while the product runs. Throws with file and line when a row is bad. */
export function readReference(readData: ReadData): {
  vocabulary: Vocabulary;
  terms: readonly NamedTerm[];
  places: Places;
  rules: MatchingRules;
  tag: Tagger;
  readProfile: ProfileReader;
  fold: Fold;
  teams: TeamReference;
} {
  const vocabulary = readVocabulary(readData);
  const places = readPlaces(readData, vocabulary);
  const lexicon = readLexicon(readData, vocabulary);
  return {
    vocabulary,
    terms: readTerms(readData, vocabulary),
    places,
    rules: readMatchingRules(readData, vocabulary),
    ...createReaders(vocabulary, lexicon, { placesMentioned: mentionedPlaces(places) }),
    fold: createFold(lexicon.simplified),
    teams: readTeamReference(readData, vocabulary),
  };
}
