import type { Evidence, HeldSkill } from "../model/expert.ts";
import { skillId } from "../model/vocabulary.ts";
import { distanceKm } from "./distance.ts";
import type { AskedSkill, ExpertFacts } from "./facts.ts";
import { fits, type Matching } from "./matching.ts";
import { PARTS, type PartName, type Policy } from "./policy.ts";
import {
  availabilityShare,
  evidenceStrength,
  inPoints,
  proximityShare,
  skillShares,
  strongestFirst,
  trackRecordShare,
} from "./shares.ts";

/** One part of a score in points: whole, from 0 to `max`. */
interface Part {
  part: PartName;
  points: number;
  max: number;
}

/** The held skill that covers an asked one best. */
export interface Matched {
  asked: AskedSkill;
  held: HeldSkill;
  /** In (0, 1], to four decimals. */
  fit: number;
  /** Proof of the held skill, strongest first. */
  evidence: readonly Evidence[];
}

/** What an expert is worth to a request, and why. */
export interface Scored {
  expert: string;
  /** Sum of the parts' points, from 0 to 10,000. */
  score: number;
  /** In the order of `PARTS`. */
  parts: readonly Part[];
  /** In the order asked. */
  matched: readonly Matched[];
  /** Asked skills that nothing held fits at all. */
  missing: readonly AskedSkill[];
  /** From the expert's base to the county's centre, as the crow flies. */
  distanceKm: number;
}

/**
 * Scores an expert, eligible or not. Each part is its share in [0, 1] times its most points,
 * rounded half up to whole points; the score is their sum. The order of skills, evidence and
 * asked skills does not matter, and neither do skills that are not near to an asked one.
 */
export function score(matching: Matching, facts: ExpertFacts): Scored {
  const parts = partsOf(matching.rules.policy, shares(matching, facts));
  const fitting = fittingSkills(matching, facts);
  const found = matching.request.asked.map((asked, index) => ({
    asked,
    matched: bestMatch(matching, fitting, index),
  }));
  return {
    expert: facts.id,
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    matched: found.flatMap(({ matched }) => matched ?? []),
    missing: found.flatMap(({ asked, matched }) => (matched ? [] : [asked])),
    distanceKm: distanceKm(facts.location, matching.request.location),
  };
}

/** The points of one part, 0 when it is not there. */
export const pointsOf = ({ parts }: Pick<Scored, "parts">, name: PartName): number =>
  parts.find(({ part }) => part === name)?.points ?? 0;

const shares = (matching: Matching, facts: ExpertFacts): Record<PartName, number> => ({
  ...skillShares(matching, facts.skills),
  proximity: proximityShare(matching, facts),
  availability: availabilityShare(matching, facts),
  trackRecord: trackRecordShare(matching, facts.observations),
  pairing: facts.institutionPaired || facts.prefecturePaired ? 1 : 0,
});

const partsOf = (policy: Policy, share: Record<PartName, number>): Part[] =>
  PARTS.map((part) => ({
    part,
    points: inPoints(share[part], policy.points[part]),
    max: policy.points[part],
  }));

/** A held skill that fits, its fit to each asked one, and how strong its proof is. */
interface Fitting {
  held: HeldSkill;
  fits: readonly number[];
  strength: number;
}

const fittingSkills = (matching: Matching, { skills }: ExpertFacts): Fitting[] =>
  skills.flatMap((held) => {
    const fitting = fits(matching, held);
    if (!fitting) return [];
    const { policy } = matching.rules;
    const strength = evidenceStrength(policy, held.evidence, matching.request.year);
    return [{ held, fits: fitting, strength }];
  });

/** Of equally fitting skills the better proven one, then the one with the smaller id. */
function bestMatch(matching: Matching, fitting: readonly Fitting[], index: number): Matched | null {
  const asked = matching.request.asked[index];
  const fitOf = ({ fits: all }: Fitting) => all[index] ?? 0;
  const [best] = fitting
    .filter((one) => fitOf(one) > 0)
    .sort(
      (one, other) =>
        fitOf(other) - fitOf(one) ||
        other.strength - one.strength ||
        (skillId(one.held) < skillId(other.held) ? -1 : 1),
    );
  if (!(asked && best)) return null;
  return {
    asked,
    held: best.held,
    fit: Math.round(fitOf(best) * 10_000) / 10_000,
    evidence: strongestFirst(matching, best.held.evidence),
  };
}
