import { lineage, type Vocabulary } from "../model/vocabulary.ts";
import type { Sense, Term } from "./lexicon.ts";

/** Steps up the tree from each industry to itself (0) and to everything broader. */
export type Ancestry = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function readAncestry(vocabulary: Vocabulary): Ancestry {
  return new Map(
    [...vocabulary.industries.keys()].map((id) => [
      id,
      new Map(lineage(vocabulary, id).map((ancestor, steps) => [ancestor, steps])),
    ]),
  );
}

/** Steps from `industry` up to `ancestor`, or null when it does not lie above. */
export const stepsUp = (ancestry: Ancestry, industry: string, ancestor: string): number | null =>
  ancestry.get(industry)?.get(ancestor) ?? null;

/** The narrowest sense that holds in an industry: bees before livestock before anywhere. */
export function senseIn(term: Term, industry: string, ancestry: Ancestry): Sense | null {
  let best: Sense | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const sense of term.senses) {
    const steps =
      sense.where.length === 0
        ? 99
        : Math.min(...sense.where.map((id) => stepsUp(ancestry, industry, id) ?? Infinity));
    if (steps < fewest) {
      best = sense;
      fewest = steps;
    }
  }
  return best;
}
