import { readData } from "../../../src/data/files.node.ts";
import { readPlaces } from "../../../src/data/places.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import type { County } from "../../../src/domain/places/place.ts";

export const vocabulary = readVocabulary(readData);
export const places = readPlaces(readData, vocabulary);

/** The county of this code; throws when there is none. */
export function county(code: string): County {
  const found = places.counties.get(code);
  if (!found) throw new Error(`there is no county ${code}`);
  return found;
}
