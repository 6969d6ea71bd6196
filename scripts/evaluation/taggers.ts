import { readData } from "../../src/data/files.node.ts";
import { readLexicon } from "../../src/data/lexicon.ts";
import { mentionedPlaces } from "../../src/domain/places/mentioned-places.ts";
import { createReaders } from "../../src/domain/understanding/create-readers.ts";
import type { Part } from "../../src/domain/understanding/parts.ts";
import type { Tagger } from "../../src/domain/understanding/tagger.ts";
import type { Reference } from "../../src/usecases/context.ts";

export const TAGGERS = ["offline", "llm"] as const;
export type TaggerName = (typeof TAGGERS)[number];

/** Makes offline taggers that read with some parts only. */
export function partialTaggers({
  vocabulary,
  places,
}: Reference): (parts: ReadonlySet<Part>) => Tagger {
  const lexicon = readLexicon(readData, vocabulary);
  const placesMentioned = mentionedPlaces(places);
  return (parts) => createReaders(vocabulary, lexicon, { placesMentioned, parts }).tag;
}
