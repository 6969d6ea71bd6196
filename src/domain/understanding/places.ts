import type { Folded } from "./fold.ts";
import type { Term } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import type { Found } from "./segment.ts";
import type { Span } from "./tagger.ts";

/** A place in the words of a text: its code, and where it stands in the text as typed. */
export interface PlaceMention extends Span {
  code: string;
}

/** Finds the places a text names. */
export type PlacesMentioned = (text: string) => readonly PlaceMention[];

/** Claims the words of a place, so that 桃源 is not read as peaches. */
const PLACE_TERM: Term = {
  words: "",
  rule: "place",
  industry: null,
  implies: null,
  senses: [],
  force: "hints",
  cues: [],
  family: false,
};

export function placesAsFound({ from, to }: Folded, places: readonly PlaceMention[]): Found[] {
  return places.flatMap((place): Found[] => {
    const first = from.indexOf(place.from);
    const last = to.lastIndexOf(place.to);
    return first < 0 || last < first ? [] : [{ term: PLACE_TERM, from: first, to: last + 1 }];
  });
}

/** The place a need is at: the last one named before its industry, or the first of the text. */
export function placeOf(
  industry: NamedIndustry | undefined,
  at: readonly PlaceMention[],
  folded: Folded,
) {
  const start = Number(folded.from[industry?.mention.from ?? 0]);
  const before = at.filter(({ to }) => to <= start);
  return (before.at(-1) ?? at[0])?.code ?? null;
}
