import type { Sentence } from "../error.ts";
import type { Matching } from "./matching.ts";
import { byRank, fitsAtAll, isEligible, type Judged } from "./ranking.ts";
import { pointsOf } from "./score.ts";

/** How many are named when nobody is recommended. */
export const NEAREST = 3;

/** Why nobody is recommended. */
type AbstentionCode =
  /** Nobody on duty has a skill that is near to an asked one. */
  | "no_skill"
  /** Some have, and each of them is refused. */
  | "nobody_eligible"
  /** The best coverage among the eligible is below the policy's least. */
  | "coverage_too_low";

export interface Abstention {
  code: AbstentionCode;
  /** Best coverage among the eligible, as a share in [0, 1]; 0 when there is nobody. */
  bestCoverage: number;
  /** The share of the policy below which nobody is recommended. */
  least: number;
  /** Up to three of those on duty, eligible or not: best coverage first, then score, then id. */
  nearest: readonly Judged[];
}

/** The least coverage, in points, that somebody eligible must reach for a recommendation. */
export const leastCoveragePoints = ({ rules: { policy } }: Matching): number =>
  policy.abstainBelow * policy.points.coverage;

/**
 * Null when somebody eligible covers enough; else why nobody is recommended. The rest of the list
 * then is of no matter: a near expert with a half-fitting skill must not pass for an answer.
 */
export function abstention(matching: Matching, judged: readonly Judged[]): Abstention | null {
  const fitting = judged.filter(fitsAtAll).filter(({ facts }) => facts.onDuty);
  const eligible = fitting.filter(isEligible);
  const best = Math.max(0, ...eligible.map(coverageOf));
  if (eligible.length > 0 && best >= leastCoveragePoints(matching)) return null;
  return {
    code: abstentionCode(fitting, eligible),
    bestCoverage: best / matching.rules.policy.points.coverage,
    least: matching.rules.policy.abstainBelow,
    nearest: [...fitting].sort(byNearness).slice(0, NEAREST),
  };
}

function abstentionCode(fitting: readonly Judged[], eligible: readonly Judged[]): AbstentionCode {
  if (fitting.length === 0) return "no_skill";
  return eligible.length === 0 ? "nobody_eligible" : "coverage_too_low";
}

export const coverageOf = ({ scored }: Judged): number => pointsOf(scored, "coverage");

const byNearness = (one: Judged, other: Judged): number =>
  coverageOf(other) - coverageOf(one) || byRank(one.scored, other.scored);

/** The reason in a sentence. */
export function abstentionSentence({ code, bestCoverage, least }: Abstention): Sentence {
  const percent = (share: number) => Math.floor(share * 100);
  switch (code) {
    case "no_skill":
      return {
        zh: "在岗专家中没有人具备所需或相近的技能。",
        en: "Nobody on duty has a skill that is asked for or near to one.",
      };
    case "nobody_eligible":
      return {
        zh: "有人具备所需技能，但目前都不能选派。",
        en: "Some have the skills, but none of them can be sent at present.",
      };
    case "coverage_too_low":
      return {
        zh: `可选派的专家最多只能覆盖所需的 ${percent(bestCoverage)}%，低于 ${percent(least)}%，不作推荐。`,
        en: `Those who can be sent cover at most ${percent(bestCoverage)}% of what is asked, below ${percent(least)}%: nobody is recommended.`,
      };
  }
}
