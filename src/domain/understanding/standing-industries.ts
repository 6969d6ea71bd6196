import { probability } from "./judge.ts";
import type { ClueWeights } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { cluesOfStanding, hasOwnProblem, type NamedIn, STANDING_CLUES } from "./standing-clues.ts";

/** From this probability on an industry of the words is asked for: below it is only told of. */
const STANDS_FROM = 0.45;

/** The same where a clause says what is wrong with it: what is said so plainly is dropped last. */
const STANDS_WITH_PROBLEM_FROM = 0.2;

/** The industries of a text that are asked for, and how sure each of them is. */
export interface Standing {
  named: readonly NamedIndustry[];
  /** The industries that are only told of. */
  told: ReadonlySet<string>;
  /** In (0, 1); null where nothing but its ground says so. */
  sureOf: (industry: string) => number | null;
}

export type StandingJudge = (read: NamedIn) => Standing;

const NONE: ReadonlySet<string> = new Set();

/** What a reader without the judge takes: all that is named. */
export const allStand = ({ named }: Pick<NamedIn, "named">): Standing => ({
  named,
  told: NONE,
  sureOf: () => null,
});

/**
 * Makes the judge that leaves aside the industries that are only told of. The surest of a text always
 * stands.
 */
export function createStandingJudge(
  industries: readonly string[],
  clueWeights: ClueWeights["standing"],
): StandingJudge {
  const placeOf = new Map(industries.map((id, place) => [id, place]));
  const weights = STANDING_CLUES.map((clue) => clueWeights.get(clue) ?? 0);
  const chanceOf = (id: string, read: NamedIn): number => {
    const clues = cluesOfStanding(id, placeOf.get(id) ?? -1, read);
    let sum = 0;
    for (let at = 0; at < clues.length; at += 1) sum += Number(clues[at]) * Number(weights[at]);
    return probability(sum);
  };
  return (read) => {
    const chances = new Map<string, number>();
    for (const { id } of read.named) if (!chances.has(id)) chances.set(id, chanceOf(id, read));
    const surest = Math.max(...chances.values());
    const stands = (id: string): boolean => {
      const least = hasOwnProblem(id, read) ? STANDS_WITH_PROBLEM_FROM : STANDS_FROM;
      return Number(chances.get(id)) >= Math.min(least, surest);
    };
    return {
      named: read.named.filter(({ id }) => stands(id)),
      told: new Set([...chances.keys()].filter((id) => !stands(id))),
      sureOf: (industry) => chances.get(industry) ?? null,
    };
  };
}
