import { type Evidence, type PlaceOf, withinReason } from "./clues.ts";

/**
 * What speaks for an industry that the rules did not read:
 * - "any": holds of every one of them;
 * - "like": how like the text is to labelled ones that ask for it, from -8 to 4;
 * - "likest": 1 for the one it is most like;
 * - "named": 1 where a word names it, though nothing was read to be asked of it;
 * - "implied": 1 where a word occurs in it alone;
 * - "above", "below": 1 where it stands above or below one that was read;
 * - "beside": 1 where any other was read.
 */
export const INDUSTRY_CLUES = [
  "any",
  "like",
  "likest",
  "named",
  "implied",
  "above",
  "below",
  "beside",
] as const;
export type IndustryClue = (typeof INDUSTRY_CLUES)[number];

/** The values of the clues of one industry, in the order of `INDUSTRY_CLUES`. */
export type IndustryClues = readonly number[];

interface Around {
  read: ReadonlySet<string>;
  named: ReadonlySet<string>;
  implied: ReadonlySet<string | null>;
  /** All industries above those that were read. */
  above: ReadonlySet<string>;
  likest: number;
}

function look({ industries, named, mentions, ancestry, likenessOfIndustries }: Evidence): Around {
  const above = new Set<string>();
  for (const id of industries) for (const one of ancestry.get(id)?.keys() ?? []) above.add(one);
  return {
    read: new Set(industries),
    named: new Set(named.map(({ id }) => id)),
    implied: new Set(mentions.map(({ term }) => term.implies)),
    above,
    likest: likenessOfIndustries.reduce((most, figure) => Math.max(most, figure), -Infinity),
  };
}

/** The clues of every industry that the rules did not read, by its place. */
export function readIndustryClues(
  evidence: Evidence,
  placeOf: PlaceOf,
): Map<string, IndustryClues> {
  const { read, named, implied, above, likest } = look(evidence);
  const clues = new Map<string, IndustryClues>();
  for (const [id, place] of placeOf) {
    if (read.has(id)) continue;
    const figure = Number(evidence.likenessOfIndustries[place]);
    const lineage = [...(evidence.ancestry.get(id)?.keys() ?? [])];
    clues.set(id, [
      1,
      withinReason(figure),
      Number(figure === likest),
      Number(named.has(id)),
      Number(implied.has(id)),
      Number(above.has(id)),
      Number(lineage.some((one) => read.has(one))),
      Number(read.size > 0),
    ]);
  }
  return clues;
}
