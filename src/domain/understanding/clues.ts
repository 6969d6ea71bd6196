import { type Ancestry, senseIn } from "./ancestry.ts";
import { COMPETENCE_GROUNDS } from "./grounds.ts";
import { FORCES, type Sense } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import type { Mention } from "./reading.ts";
import type { Weighed } from "./weigh.ts";

const LEAST_LIKE = -8;
const MOST_LIKE = 4;

/** A figure of likeness, as far as it says anything. */
export const withinReason = (figure: number): number =>
  Math.min(MOST_LIKE, Math.max(LEAST_LIKE, figure));

/**
 * What speaks for a competence or against it:
 * - "any": holds of every competence;
 * - "like": how like the text is to labelled ones that ask for it, from -8 to 4;
 * - "likest": 1 for the one it is most like;
 * - "behind": how much less like it is than that one;
 * - "usual": the logarithm of the odds that somebody with the industries that were read asks for it;
 * - "read:G": 1 where the rules read it, on the ground G;
 * - "word:F": how likely, from 0 to 1, a word of force F that nothing refuses means it, asked for or not.
 */
export const CLUES = [
  "any",
  "like",
  "likest",
  "behind",
  "usual",
  ...COMPETENCE_GROUNDS.map((ground) => `read:${ground}` as const),
  ...FORCES.map((force) => `word:${force}` as const),
] as const;

const ANY = CLUES.indexOf("any");
const LIKE = CLUES.indexOf("like");
const LIKEST = CLUES.indexOf("likest");
const BEHIND = CLUES.indexOf("behind");
const USUAL = CLUES.indexOf("usual");
const READ = USUAL + 1;
const WORD = READ + COMPETENCE_GROUNDS.length;

/** What was read of a text before it is judged. */
export interface Evidence {
  /** The industries that the rules read. */
  industries: readonly string[];
  mentions: readonly Mention[];
  named: readonly NamedIndustry[];
  ancestry: Ancestry;
  weighed: readonly Weighed[];
  /** How like the text is to labelled ones, for each competence and for each industry. */
  likeness: readonly number[];
  likenessOfIndustries: readonly number[];
  /** How usual it is that the industries are asked for each competence. */
  usual: readonly number[];
}

/** The place of the largest figure, the first of equals. */
function placeOfMost(figures: readonly number[]): number {
  let most = 0;
  for (let place = 1; place < figures.length; place += 1) {
    if (Number(figures[place]) > Number(figures[most])) most = place;
  }
  return most;
}

/** The largest figure. */
export const mostOf = (figures: readonly number[]): number => Number(figures[placeOfMost(figures)]);

/** What likeness and the usual add for each competence. */
function sumLikeness({ likeness, usual }: Evidence, weights: Float64Array): number[] {
  const sums: number[] = new Array(likeness.length).fill(0);
  const any = Number(weights[ANY]);
  const like = Number(weights[LIKE]);
  const behind = Number(weights[BEHIND]);
  const usually = Number(weights[USUAL]);
  const likest = placeOfMost(likeness);
  const most = Number(likeness[likest]);
  for (let place = 0; place < likeness.length; place += 1) {
    const figure = Number(likeness[place]);
    sums[place] =
      any + like * withinReason(figure) + behind * (most - figure) + usually * Number(usual[place]);
  }
  sums[likest] = Number(sums[likest]) + Number(weights[LIKEST]);
  return sums;
}

/** What a word means beside the industries of the text; by itself where there are none. */
function meaningsOf(
  { term }: Mention,
  named: ReadonlySet<string>,
  { ancestry }: Evidence,
): readonly Sense[] {
  const here: Sense[] = [];
  for (const id of named) {
    const sense = senseIn(term, id, ancestry);
    if (sense !== null) here.push(sense);
  }
  return here.length > 0 ? here : term.senses.slice(0, 1);
}

export type PlaceOf = ReadonlyMap<string, number>;

/** Adds the clues of the kind "read:G" for each competence, by its surest ground. */
function addReadings(
  sums: number[],
  weighed: readonly Weighed[],
  { placeOf, weights }: { placeOf: PlaceOf; weights: Float64Array },
): void {
  const surest = new Map<number, number>();
  for (const { competence, ground } of weighed) {
    const place = Number(placeOf.get(competence));
    const rank = COMPETENCE_GROUNDS.indexOf(ground);
    surest.set(place, Math.min(rank, surest.get(place) ?? rank));
  }
  for (const [place, rank] of surest) {
    sums[place] = Number(sums[place]) + Number(weights[READ + rank]);
  }
}

/** How likely words of each force mean a competence: of several words of a force, the likeliest. */
function likeliestWords(evidence: Evidence, placeOf: PlaceOf): Map<number, number> {
  const likeliest = new Map<number, number>();
  const named = new Set(evidence.named.map(({ id }) => id));
  for (const mention of evidence.mentions) {
    if (mention.refusedBy !== null || mention.term.senses.length === 0) continue;
    const force = FORCES.indexOf(mention.force);
    for (const { competences } of meaningsOf(mention, named, evidence)) {
      for (const { competence, weight } of competences) {
        const key = Number(placeOf.get(competence)) * FORCES.length + force;
        likeliest.set(key, Math.max(weight, likeliest.get(key) ?? 0));
      }
    }
  }
  return likeliest;
}

/**
 * For each competence the sum of its clues, each times its weight: the logarithm of the odds that it is
 * asked for. `weights` are in the order of `CLUES`.
 */
export function sumClues(evidence: Evidence, placeOf: PlaceOf, weights: Float64Array): number[] {
  const sums = sumLikeness(evidence, weights);
  addReadings(sums, evidence.weighed, { placeOf, weights });
  for (const [key, likelihood] of likeliestWords(evidence, placeOf)) {
    const place = Math.floor(key / FORCES.length);
    const weight = Number(weights[WORD + (key % FORCES.length)]);
    sums[place] = Number(sums[place]) + weight * likelihood;
  }
  return sums;
}
