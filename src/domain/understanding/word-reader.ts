import { createFold, createWordFold, type Folded } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Part } from "./parts.ts";
import { type PlaceMention, type PlacesMentioned, placesAsFound } from "./places.ts";
import { type Mention, placeMentions, readMentions } from "./reading.ts";
import { coveredBy, type Found, plant, segment } from "./segment.ts";
import { createSlipFinder } from "./slips.ts";

/** The words of a text, as the lexicon knows them. */
export interface Words {
  text: string;
  folded: Folded;
  places: readonly PlaceMention[];
  /** Terms and places where they stand. */
  found: readonly Found[];
  /** The terms with what the words around them do to them. */
  mentions: readonly Mention[];
}

interface Settings {
  placesMentioned: PlacesMentioned;
  parts: ReadonlySet<Part>;
}

/** Makes the function that finds the words of a text: the longest terms of the lexicon, slips put right. */
export function createWordReader(
  { terms, simplified, sounds }: Lexicon,
  { placesMentioned, parts }: Settings,
): (text: string) => Words {
  const fold = createFold(simplified);
  const dictionary = plant(terms, createWordFold(fold, simplified));
  const slipsOf = parts.has("slips") ? createSlipFinder(dictionary, sounds) : null;
  const mentionsOf = parts.has("context") ? readMentions : placeMentions;

  /** The terms of a text; where some of it is not understood, once more with what it sounds like. */
  const findTerms = (folded: Folded, places: readonly Found[]): Found[] => {
    const found = segment(folded, dictionary, places);
    if (slipsOf === null) return found;
    const { codes } = folded;
    const slips = slipsOf({ codes, covered: coveredBy(found, codes.length) });
    return slips.length === 0 ? found : segment(folded, dictionary, [...places, ...slips]);
  };

  return (text) => {
    const folded = fold(text);
    const places = placesMentioned(text);
    const found = findTerms(folded, placesAsFound(folded, places));
    return { text, folded, places, found, mentions: mentionsOf(folded, found) };
  };
}
