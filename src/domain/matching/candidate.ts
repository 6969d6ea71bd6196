import { eligibility, type KnownFacts } from "./eligibility.ts";
import { fits, type Matching } from "./matching.ts";
import {
  availabilityShare,
  inPoints,
  type KnownSkill,
  proximityShare,
  type SkillShares,
  skillShares,
  trackRecordShare,
} from "./shares.ts";

/**
 * An expert as far as the narrowing query tells: the skills that fit and whatever facts come
 * cheaply with them. A fact that is given must be the true one; one that is not given is taken
 * at its best. Each fact that is given saves reading the facts of others in full. `county` matters
 * only as far as it is that of the request or not: null will do for any other one.
 */
export interface KnownExpert extends KnownFacts {
  id: string;
  /** All skills the expert holds of those that fit; others may be left out. */
  skills: readonly KnownSkill[];
}

/** Somebody who may be worth recommending. */
export interface Candidate {
  id: string;
  /** Exact. */
  coveragePoints: number;
  /** No score can be higher, whatever the facts not yet read turn out to be. */
  bound: number;
  /** True when the facts known already refuse the expert. */
  refused: boolean;
}

/**
 * Those of the experts whose skills are worth a point of coverage at least. Quickest when experts
 * who hold the same skill at the same level share one object for it.
 */
export function candidates(matching: Matching, experts: readonly KnownExpert[]): Candidate[] {
  const known = new Map<KnownSkill, readonly number[] | null>();
  const fitsOf = (held: KnownSkill): readonly number[] | null => {
    const before = known.get(held);
    if (before !== undefined) return before;
    const fitting = fits(matching, held);
    known.set(held, fitting);
    return fitting;
  };
  return experts
    .map((expert) => {
      const skills = skillShares(matching, expert.skills, fitsOf);
      return candidate(matching, expert, skills);
    })
    .filter((one) => one.coveragePoints > 0);
}

function candidate(matching: Matching, expert: KnownExpert, skills: SkillShares): Candidate {
  const { points } = matching.rules.policy;
  const coveragePoints = inPoints(skills.coverage, points.coverage);
  return {
    id: expert.id,
    coveragePoints,
    bound:
      coveragePoints +
      inPoints(skills.evidence, points.evidence) +
      inPoints(proximityBound(matching, expert), points.proximity) +
      inPoints(availabilityBound(matching, expert), points.availability) +
      inPoints(trackRecordBound(matching, expert), points.trackRecord) +
      inPoints(pairingBound(expert), points.pairing),
    refused: eligibility(matching.request, expert).length > 0,
  };
}

function proximityBound(matching: Matching, expert: KnownExpert): number {
  const { county, location, serviceModes = ["remote"] } = expert;
  if (county === undefined || !location) return 1;
  return proximityShare(matching, { county, location, serviceModes });
}

const availabilityBound = (matching: Matching, expert: KnownExpert): number =>
  availabilityShare(matching, {
    daysPerYear: expert.daysPerYear ?? Number.POSITIVE_INFINITY,
    committedDays: expert.committedDays ?? 0,
    currentPostings: expert.currentPostings ?? 0,
  });

const trackRecordBound = (matching: Matching, { observations }: KnownExpert): number =>
  observations ? trackRecordShare(matching, observations) : 1;

const pairingBound = ({ institutionPaired, prefecturePaired }: KnownExpert): number =>
  institutionPaired === false && prefecturePaired === false ? 0 : 1;
