import type { Abstention } from "./abstention.ts";
import type { Refusal } from "./eligibility.ts";
import type { ExpertFacts } from "./facts.ts";
import type { Matching } from "./matching.ts";
import { PARTS, type PartName } from "./policy.ts";
import { byRank, fitsAtAll, isEligible, type Judged, judge } from "./ranking.ts";
import { pointsOf, type Scored } from "./score.ts";

/** How one part of two scores differs. */
export interface PartDifference {
  part: PartName;
  /** Points of the expert who is asked about. */
  points: number;
  /** Points of the last one listed. */
  against: number;
}

/** Why a named expert is not among those listed. */
export type WhyNot =
  | { kind: "listed"; rank: number }
  /** The first refusal is the one to name; the others would remain when it is lifted. */
  | { kind: "refused"; refusals: readonly Refusal[] }
  | { kind: "no_skill" }
  /** The expert could be sent, but nobody covers enough to be recommended. */
  | { kind: "abstained"; abstained: Abstention }
  | {
      kind: "outscored";
      /** The last one listed. */
      last: Scored;
      /** Points the expert is behind; 0 = equal, and the smaller id goes first. */
      behind: number;
      /** Where points were lost against the last one listed, the most first. */
      lost: readonly PartDifference[];
      /** Where points were won, the most first. */
      won: readonly PartDifference[];
    };

/** The ranking an expert is held against. */
export interface Listing {
  /** Best first. */
  listed: readonly Pick<Judged, "scored">[];
  abstained: Abstention | null;
}

/** The answer, and what the expert is worth to the request. */
export interface WhyNotAnswer extends Judged {
  answer: WhyNot;
}

/** Says why an expert is not in a listing: exactly one reason, the first that holds. */
export function whyNot(matching: Matching, facts: ExpertFacts, listing: Listing): WhyNotAnswer {
  const judged = judge(matching, facts);
  return { ...judged, answer: answerFor(judged, listing) };
}

function answerFor(judged: Judged, { listed, abstained }: Listing): WhyNot {
  const index = listed.findIndex(({ scored }) => scored.expert === judged.facts.id);
  if (index >= 0) return { kind: "listed", rank: index + 1 };
  if (!isEligible(judged)) return { kind: "refused", refusals: judged.refusals };
  const last = listed.at(-1)?.scored;
  if (!fitsAtAll(judged)) return { kind: "no_skill" };
  if (last) return compare(judged.scored, last, listed);
  return abstained ? { kind: "abstained", abstained } : { kind: "listed", rank: 1 };
}

function compare(scored: Scored, last: Scored, listed: Listing["listed"]): WhyNot {
  if (byRank(scored, last) < 0) {
    const before = listed.filter((one) => byRank(one.scored, scored) < 0);
    return { kind: "listed", rank: before.length + 1 };
  }
  const differences = PARTS.map((part) => ({
    part,
    points: pointsOf(scored, part),
    against: pointsOf(last, part),
  }));
  const loss = ({ points, against }: PartDifference) => against - points;
  return {
    kind: "outscored",
    last,
    behind: last.score - scored.score,
    lost: differences.filter((one) => loss(one) > 0).sort((one, other) => loss(other) - loss(one)),
    won: differences.filter((one) => loss(one) < 0).sort((one, other) => loss(one) - loss(other)),
  };
}
