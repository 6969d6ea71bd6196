import { readData } from "../../../src/data/files.node.ts";
import { readLexicon } from "../../../src/data/lexicon.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import { createReaders } from "../../../src/domain/understanding/create-readers.ts";
import { PARTS } from "../../../src/domain/understanding/parts.ts";
import type { PlaceMention } from "../../../src/domain/understanding/places.ts";
import type { Understanding } from "../../../src/domain/understanding/tagger.ts";

export const vocabulary = readVocabulary(readData);
export const lexicon = readLexicon(readData, vocabulary);

const placesMentioned = () => [];

/** The readers with the product's own lexicon and no places. */
export const { tag, readProfile, readNames } = createReaders(vocabulary, lexicon, {
  placesMentioned,
});

/** All parts but what is learned from labelled texts: what the rules read is seen by itself. */
const RULES = new Set(PARTS.filter((part) => part !== "likeness"));

/** What the rules alone read. */
export const { tag: tagByRules } = createReaders(vocabulary, lexicon, {
  placesMentioned,
  parts: RULES,
});

/** What the rules alone read where these words are names of places, by their code. */
export const tagWithPlaces = (codes: Readonly<Record<string, string>>) =>
  createReaders(vocabulary, lexicon, {
    parts: RULES,
    placesMentioned: (text) =>
      Object.entries(codes).flatMap(([words, code]): PlaceMention[] => {
        const from = text.indexOf(words);
        return from < 0 ? [] : [{ code, words, from, to: from + words.length }];
      }),
  }).tag;

/** Its skills as "industry x competence", the heaviest first. */
export const skillsOf = ({ needs }: Understanding): string[] =>
  needs
    .flatMap(({ skills }) => skills)
    .sort((left, right) => right.weight - left.weight)
    .map(({ industry, competence }) => `${industry} x ${competence}`);

/** What the answer asks back about. */
export const askedAbout = ({ askBack }: Understanding): string[] =>
  askBack.map(({ about }) => about);
