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

/** No industry that is less like comes in, whatever else speaks for it. */
function leastLike(weights: readonly number[]): number {
  const like = Number(weights[INDUSTRY_CLUES.indexOf("like")]);
  const [any = 0, ...others] = weights.filter((_, at) => INDUSTRY_CLUES[at] !== "like");
  const most = others.reduce((sum, weight) => sum + Math.max(0, weight), any);
  const needed = Math.log(COMES_IN_FROM / (1 - COMES_IN_FROM));
  return like > 0 ? (needed - most) / like - ROUNDING : Number.NEGATIVE_INFINITY;
}

/** Chances are rounded: what is this little below may still come in. */
const ROUNDING = 0.1;
const NONE: ReadonlyMap<string, number> = new Map();

/** Makes the function that finds the industries no rule read, each with how likely it is asked for. */
export function createIndustryJudge(
  industries: readonly string[],
  clueWeights: ClueWeights["industries"],
): (evidence: Evidence) => ReadonlyMap<string, number> {
  const weights = INDUSTRY_CLUES.map((clue) => clueWeights.get(clue) ?? 0);
  const least = leastLike(weights);
  return (evidence) => {
    const likely = new Map<string, number>();
    for (let place = 0; place < industries.length; place += 1) {
      if (Number(evidence.likenessOfIndustries[place]) < least) continue;
      likely.set(String(industries[place]), place);
    }
    if (likely.size === 0) return NONE;
    const chances = [...readIndustryClues(evidence, likely)].map(
      ([id, clues]): [string, number] => [
        id,
        probability(clues.reduce((sum, value, at) => sum + value * Number(weights[at]), 0)),
      ],
    );
    return new Map(chances.filter(([, chance]) => chance >= COMES_IN_FROM));
  };
}
