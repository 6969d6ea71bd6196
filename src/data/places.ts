import type { Vocabulary } from "../domain/model/vocabulary.ts";
import type { Places } from "../domain/places/place.ts";
import type { ReadData } from "./table.ts";

/**
 * The places of the demo province and the industries of its counties. Throws with file and line
 * when a row is bad or names what is not there.
 */
export function readPlaces(readData: ReadData, vocabulary: Vocabulary): Places {
  throw new Error(`places are not yet there: ${readData.name} ${vocabulary.industries.size}`);
}
