import type { Ancestry } from "./ancestry.ts";
import { type Evidence, type PlaceOf, withinReason } from "./clues.ts";

/**
 * What speaks for an industry that the rules did not read, nor one above or below it:
 * - "any": holds of every one of them;
 * - "like": how like the text is to labelled ones that ask for it, from -8 to 4;
 * - "likest": 1 for the one it is most like;
 * - "named": 1 where a word names it, though nothing was read to be asked of it;
 * - "implied": 1 where a word occurs in it alone;
 * - "beside": 1 where any other was read.
 */
export const INDUSTRY_CLUES = ["any", "like", "likest", "named", "implied", "beside"] as const;

/** The values of the clues of one industry, in the order of `INDUSTRY_CLUES`. */
export type IndustryClues = readonly number[];

interface Around {
  read: ReadonlySet<string>;
  named: ReadonlySet<string>;
  implied: ReadonlySet<string | null>;
  /** Industries that the words refuse, or name only by what is refused. */
  refused: ReadonlySet<string | null>;
  /** The industries that were read and all above them. */
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
    refused: new Set(
      mentions
        .filter(({ refusedBy, former }) => refusedBy !== null || former)
        .flatMap(({ term }) => [term.industry, term.implies]),
    ),
    above,
    likest: likenessOfIndustries.reduce((most, figure) => Math.max(most, figure), -Infinity),
  };
}

function isBelow(id: string, read: ReadonlySet<string>, ancestry: Ancestry): boolean {
  for (const one of ancestry.get(id)?.keys() ?? []) if (read.has(one)) return true;
  return false;
}

/** The clues of every industry of which the rules read none in its line, by its id. */
export function readIndustryClues(
  evidence: Evidence,
  placeOf: PlaceOf,
): Map<string, IndustryClues> {
  const { read, named, implied, refused, above, likest } = look(evidence);
  const clues = new Map<string, IndustryClues>();
  for (const [id, place] of placeOf) {
    if (refused.has(id)) continue;
    // Whoever is sent for citrus knows fruit: a broader or narrower industry adds nothing.
    if (above.has(id) || isBelow(id, read, evidence.ancestry)) continue;
    const figure = Number(evidence.likenessOfIndustries[place]);
    clues.set(id, [
      1,
      withinReason(figure),
      Number(figure === likest),
      Number(named.has(id)),
      Number(implied.has(id)),
      Number(read.size > 0),
    ]);
  }
  return clues;
}
