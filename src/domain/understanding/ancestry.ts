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

/** Further than any industry lies below another: what holds anywhere gives way to what holds here. */
const ANYWHERE = 99;

/**
 * Steps up to the nearest of some industries, from one that lies below those of `above`; infinite when
 * none of them lies above, and many for an empty list, which is anywhere.
 */
export function stepsToAny(
  where: readonly string[],
  above: ReadonlyMap<string, number> | undefined,
): number {
  if (where.length === 0) return ANYWHERE;
  let fewest = Number.POSITIVE_INFINITY;
  for (const id of where) fewest = Math.min(fewest, above?.get(id) ?? fewest);
  return fewest;
}

/** The narrowest sense that holds in an industry: bees before livestock before anywhere. */
export function senseIn(term: Term, industry: string, ancestry: Ancestry): Sense | null {
  const above = ancestry.get(industry);
  let best: Sense | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const sense of term.senses) {
    const steps = stepsToAny(sense.where, above);
    if (steps >= fewest) continue;
    best = sense;
    fewest = steps;
  }
  return best;
}
