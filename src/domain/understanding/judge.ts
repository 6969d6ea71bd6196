import { CLUES, type Evidence, sumClues } from "./clues.ts";
import { cluesOfIndustry, INDUSTRY_CLUES } from "./industry-clues.ts";
import type { ClueWeights } from "./lexicon.ts";

/** From this probability on a competence is asked for: where F1 is best on the requests the weights were learned from. */
const ASKED_FROM = 0.36;

/** Half of the step that probabilities are rounded to. */
const HALF_STEP = 0.0005;

/** How likely each competence is asked for, by its place in the vocabulary. */
export interface Verdict {
  /** The logarithm of the odds of each. */
  logits: readonly number[];
  placeOf: ReadonlyMap<string, number>;
  /** The places of all that are asked for. */
  asked: readonly number[];
}

/** From which logarithm of the odds on a probability is rounded to at least `least`. */
const logitOf = (least: number): number => -Math.log(1 / (least - HALF_STEP) - 1);

/** In thousandths, as nothing finer was measured; never quite 0 or 1. */
const probability = (logit: number): number =>
  Math.min(999, Math.max(1, Math.round(1000 / (1 + Math.exp(-logit))))) / 1000;

/** What clues say together, each times its weight; in (0, 1). */
export function chanceBy(clues: readonly number[], weights: readonly number[]): number {
  return probability(clues.reduce((sum, value, at) => sum + value * Number(weights[at]), 0));
}

/** In (0, 1). */
export const sureOf = ({ logits, placeOf }: Verdict, competence: string): number =>
  probability(Number(logits[placeOf.get(competence) ?? -1]));

export const isAsked = (verdict: Verdict, competence: string): boolean =>
  sureOf(verdict, competence) >= ASKED_FROM;

/** Makes the function that weighs all clues of a text for and against each competence. */
export function createJudge(
  competences: readonly string[],
  clueWeights: ClueWeights["competences"],
): (evidence: Evidence) => Verdict {
  const placeOf = new Map(competences.map((id, place) => [id, place]));
  const weights = Float64Array.from(CLUES, (clue) => clueWeights.get(clue) ?? 0);
  const least = logitOf(ASKED_FROM);
  return (evidence) => {
    const logits = sumClues(evidence, placeOf, weights);
    const asked: number[] = [];
    for (let place = 0; place < logits.length; place += 1) {
      if (Number(logits[place]) >= least) asked.push(place);
    }
    return { logits, placeOf, asked };
  };
}

/** From this probability on an industry that the rules did not read comes in: what is read by name stays. */
const COMES_IN_FROM = 0.5;

/** No industry that is less like comes in, whatever else speaks for it: the other clues are 1 at most. */
function leastLike(weights: readonly number[]): number {
  const like = Number(weights[INDUSTRY_CLUES.indexOf("like")]);
  const [any = 0, ...others] = weights.filter((_, at) => INDUSTRY_CLUES[at] !== "like");
  const most = others.reduce((sum, weight) => sum + Math.max(0, weight), any);
  return like > 0 ? (logitOf(COMES_IN_FROM) - most) / like : Number.NEGATIVE_INFINITY;
}

/** An industry that no rule read, by its place, and how likely it is asked for, in (0, 1). */
export interface Coming {
  place: number;
  chance: number;
}

/** Makes the function that finds the industries no rule read. */
export function createIndustryJudge(
  industries: readonly string[],
  clueWeights: ClueWeights["industries"],
): (evidence: Evidence) => Coming[] {
  const weights = INDUSTRY_CLUES.map((clue) => clueWeights.get(clue) ?? 0);
  const least = leastLike(weights);
  const chanceOf = (place: number, evidence: Evidence): number => {
    const clues = cluesOfIndustry(String(industries[place]), place, evidence);
    if (clues === null) return 0;
    return chanceBy(clues, weights);
  };
  return (evidence) => {
    const coming: Coming[] = [];
    for (let place = 0; place < industries.length; place += 1) {
      if (Number(evidence.likenessOfIndustries[place]) < least) continue;
      const chance = chanceOf(place, evidence);
      if (chance >= COMES_IN_FROM) coming.push({ place, chance });
    }
    return coming;
  };
}
