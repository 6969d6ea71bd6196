import { chanceBy } from "./judge.ts";
import type { ClueWeights } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { cluesOfStanding, type NamedIn, STANDING_CLUES } from "./standing-clues.ts";

/** From this probability on an industry of the words is asked for: below it is only told of. */
const STANDS_FROM = 0.45;

/** The same where a clause says what is wrong with it: what is said so plainly is dropped last. */
const STANDS_WITH_PROBLEM_FROM = 0.2;

const APART = STANDING_CLUES.indexOf("apart");

/** How sure an industry is, and how sure it has to be; in (0, 1). */
interface Judged {
  chance: number;
  least: number;
}

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
  const judge = (id: string, read: NamedIn): Judged => {
    const clues = cluesOfStanding(id, placeOf.get(id) ?? -1, read);
    const least = clues[APART] === 1 ? STANDS_WITH_PROBLEM_FROM : STANDS_FROM;
    return { chance: chanceBy(clues, weights), least };
  };
  return (read) => {
    const judged = new Map<string, Judged>();
    for (const { id } of read.named) if (!judged.has(id)) judged.set(id, judge(id, read));
    const surest = Math.max(...[...judged.values()].map(({ chance }) => chance));
    const isTold = ({ chance, least }: Judged): boolean => chance < Math.min(least, surest);
    const told = new Set([...judged].filter(([, one]) => isTold(one)).map(([id]) => id));
    return {
      named: read.named.filter(({ id }) => !told.has(id)),
      told,
      sureOf: (industry) => judged.get(industry)?.chance ?? null,
    };
  };
}
