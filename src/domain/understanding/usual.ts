import type { Ancestry } from "./ancestry.ts";
import type { Usual } from "./lexicon.ts";

/** How usual it is that somebody asks for each competence: the logarithm of the odds, by its place. */
type Odds = readonly number[];

/** Tells what those are usually asked for who know some industries; of several the most usual. */
export type UsualReader = (industries: readonly string[]) => Odds;

/** What is known of a broader industry counts as much as so many requests of a narrower one. */
const BROADER = 20;

/** What one request, before any is seen, says of each competence: as likely as not. */
const BEFORE_ALL = 0.5;

/** Which share of requests asks for each competence, by its place; in (0, 1). */
type Shares = readonly number[];

const oddsOf = (shares: Shares): Odds => shares.map((share) => Math.log(share / (1 - share)));

/** The larger of both, place by place. */
const larger = (left: Odds, right: Odds): Odds =>
  left.map((odds, place) => Math.max(odds, Number(right[place])));

/**
 * Makes the reader from how often the labelled requests of each industry ask for each competence. Few
 * requests say little: their shares are drawn to those of the industry above, these to that above it,
 * and the branch to all requests.
 */
export function createUsual(
  competences: readonly string[],
  usual: readonly Usual[],
  ancestry: Ancestry,
): UsualReader {
  const known = new Map(usual.map((one) => [one.industry, one]));
  const drawn = (industry: string | null, broader: Shares, weight: number): Shares => {
    const { requests = 0, asked } = known.get(industry) ?? {};
    return competences.map(
      (id, place) =>
        ((asked?.get(id) ?? 0) + weight * Number(broader[place])) / (requests + weight),
    );
  };
  const ofAll = drawn(
    null,
    competences.map(() => BEFORE_ALL),
    1,
  );
  const oddsIn = new Map(
    [...ancestry].map(([industry, lineage]) => {
      const downward = [...lineage.keys()].reverse();
      return [
        industry,
        oddsOf(downward.reduce((shares, one) => drawn(one, shares, BROADER), ofAll)),
      ];
    }),
  );
  const anywhere = oddsOf(ofAll);
  return (industries) => {
    const found = industries.map((industry) => oddsIn.get(industry) ?? anywhere);
    const [first = anywhere, ...others] = found;
    return others.reduce(larger, first);
  };
}
