import { CLUES, type Evidence, sumClues } from "./clues.ts";
import { INDUSTRY_CLUES, readIndustryClues } from "./industry-clues.ts";
import type { ClueWeights } from "./lexicon.ts";

/** From this probability on a competence is asked for: where F1 is best on the requests the weights were learned from. */
const ASKED_FROM = 0.34;

/** How likely each competence is asked for. */
export interface Verdict {
  /** In (0, 1). */
  sureOf: (competence: string) => number;
  isAsked: (competence: string) => boolean;
  /** All that are asked for, in the order of the vocabulary. */
  asked: readonly string[];
}

/** In thousandths, as nothing finer was measured; never quite 0 or 1. */
const probability = (logit: number): number =>
  Math.min(999, Math.max(1, Math.round(1000 / (1 + Math.exp(-logit))))) / 1000;

/** Makes the function that weighs all clues of a text for and against each competence. */
export function createJudge(
  competences: readonly string[],
  clueWeights: ClueWeights["competences"],
): (evidence: Evidence) => Verdict {
  const placeOf = new Map(competences.map((id, place) => [id, place]));
  const weights = Float64Array.from(CLUES, (clue) => clueWeights.get(clue) ?? 0);
  return (evidence) => {
    const chances = sumClues(evidence, placeOf, weights).map(probability);
    const sureOf = (id: string): number => Number(chances[placeOf.get(id) ?? -1]);
    return {
      sureOf,
      isAsked: (id) => sureOf(id) >= ASKED_FROM,
      asked: competences.filter((_, place) => Number(chances[place]) >= ASKED_FROM),
    };
  };
}

/** From this probability on an industry that the rules did not read comes in: what is read by name stays. */
const COMES_IN_FROM = 0.8;

/** Makes the function that finds the industries no rule read, each with how likely it is asked for. */
export function createIndustryJudge(
  industries: readonly string[],
  clueWeights: ClueWeights["industries"],
): (evidence: Evidence) => ReadonlyMap<string, number> {
  const placeOf = new Map(industries.map((id, place) => [id, place]));
  const weights = INDUSTRY_CLUES.map((clue) => clueWeights.get(clue) ?? 0);
  return (evidence) => {
    const chances = [...readIndustryClues(evidence, placeOf)].map(
      ([id, clues]): [string, number] => [
        id,
        probability(clues.reduce((sum, value, at) => sum + value * Number(weights[at]), 0)),
      ],
    );
    return new Map(chances.filter(([, chance]) => chance >= COMES_IN_FROM));
  };
}
