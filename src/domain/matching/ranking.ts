import { eligibility, type Refusal } from "./eligibility.ts";
import type { ExpertFacts } from "./facts.ts";
import type { Matching } from "./matching.ts";
import { pointsOf, type Scored, score } from "./score.ts";

/** An expert judged for a request, and the facts that it was judged on. */
export interface Judged {
  facts: ExpertFacts;
  /** Empty = eligible. */
  refusals: readonly Refusal[];
  scored: Scored;
}

/** Judges one expert. */
export const judge = (matching: Matching, facts: ExpertFacts): Judged => ({
  facts,
  refusals: eligibility(matching.request, facts),
  scored: score(matching, facts),
});

export const isEligible = ({ refusals }: Judged): boolean => refusals.length === 0;

/** True when something held is worth at least one point of coverage. */
export const fitsAtAll = ({ scored }: Judged): boolean => pointsOf(scored, "coverage") > 0;

/** Compares for sorting: the higher score first, then the smaller id (by code units). */
export function byRank(one: Scored, other: Scored): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.expert === other.expert) return 0;
  return one.expert < other.expert ? -1 : 1;
}

/** Those of the experts who are eligible and fit at all, best first, whatever order they come in. */
export const rank = (matching: Matching, experts: readonly ExpertFacts[]): Judged[] =>
  experts
    .map((facts) => judge(matching, facts))
    .filter((judged) => isEligible(judged) && fitsAtAll(judged))
    .sort((one, other) => byRank(one.scored, other.scored));
