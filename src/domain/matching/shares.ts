import type { Evidence, EvidenceKind } from "../model/expert.ts";
import type { SkillKey } from "../model/vocabulary.ts";
import { distanceKm } from "./distance.ts";
import type { ExpertFacts } from "./facts.ts";
import { fits, type Matching, weightedMean } from "./matching.ts";
import type { Policy } from "./policy.ts";

/** What a proof is judged by. */
export interface Proof {
  kind: EvidenceKind;
  year: number;
}

/** A held skill as far as it is known; unknown evidence counts as the best there can be. */
export interface KnownSkill extends SkillKey {
  level: number;
  evidence?: readonly Proof[] | undefined;
}

/** A share in [0, 1] as whole points, rounded half up; never above `max`, never falling. */
export const inPoints = (share: number, max: number): number =>
  // The nudge lets sums that differ in the last digit by the order of their terms round alike.
  Math.round(Math.min(1, Math.max(0, share)) * max + 1e-6);

/**
 * How strong the proof of a skill is, in [0, 1]: of its evidence the best of
 * weight of its kind x 0.5 ^ (years before the service / half-life). No evidence is 0.
 */
export function evidenceStrength(policy: Policy, evidence: readonly Proof[], year: number): number {
  return Math.max(0, ...evidence.map((proof) => proofStrength(policy, proof, year)));
}

/** Strength of a single proof; one dated after the year of service counts as new. */
function proofStrength(policy: Policy, proof: Proof, year: number): number {
  const { halfLifeYears, kinds } = policy.evidence;
  return kinds[proof.kind] * 0.5 ** (Math.max(0, year - proof.year) / halfLifeYears);
}

/** The evidence, strongest first; equally strong ones by kind and title. */
export function strongestFirst(
  { rules, request }: Matching,
  evidence: readonly Evidence[],
): Evidence[] {
  const strength = (proof: Evidence) => proofStrength(rules.policy, proof, request.year);
  if (evidence.length < 2) return [...evidence];
  const label = ({ kind, title }: Evidence) => `${kind} ${title}`;
  return [...evidence].sort(
    (one, other) =>
      strength(other) - strength(one) ||
      other.year - one.year ||
      (label(one) < label(other) ? -1 : 1),
  );
}

/** How well the asked skills are covered and proven. */
export interface SkillShares {
  /** Weighted mean over asked skills of the best fit among the held ones. */
  coverage: number;
  /**
   * Weighted mean over asked skills of the best (fit x strength of evidence) among the held
   * ones. As the best is taken of the product, a better fit with weaker proof can only add to
   * it; and it is never above `coverage`.
   */
  evidence: number;
}

/** Coverage and evidence in [0, 1]; a surplus in one skill does nothing for a gap in another. */
export function skillShares(
  matching: Matching,
  skills: readonly KnownSkill[],
  fitsOf: (held: KnownSkill) => readonly number[] | null = (held) => fits(matching, held),
): SkillShares {
  const { request, rules } = matching;
  const best = request.asked.map(() => 0);
  const proven = request.asked.map(() => 0);
  for (const held of skills) {
    const fitting = fitsOf(held);
    if (!fitting) continue;
    const strength = held.evidence
      ? evidenceStrength(rules.policy, held.evidence, request.year)
      : 1;
    fitting.forEach((fit, index) => {
      best[index] = Math.max(best[index] ?? 0, fit);
      proven[index] = Math.max(proven[index] ?? 0, fit * strength);
    });
  }
  return {
    coverage: weightedMean(request.asked, best),
    evidence: weightedMean(request.asked, proven),
  };
}

/**
 * Proximity in (0, 1]: 1 when based in the county, else exp(-km / scale); who serves from afar
 * never stands below the floor where that is allowed.
 */
export function proximityShare(
  { request, rules }: Matching,
  expert: Pick<ExpertFacts, "county" | "location" | "serviceModes">,
): number {
  if (expert.county === request.county) return 1;
  const { scaleKm, remoteFloor } = rules.policy.proximity;
  const near = Math.exp(-distanceKm(expert.location, request.location) / scaleKm);
  const remote = request.allowsRemote && expert.serviceModes.includes("remote");
  return remote ? Math.max(near, remoteFloor) : near;
}

/** Availability in [0, 1]: free days / days asked, at most 1; each current posting leaves less. */
export function availabilityShare(
  { request, rules }: Matching,
  expert: Pick<ExpertFacts, "daysPerYear" | "committedDays" | "currentPostings">,
): number {
  const free = Math.max(0, expert.daysPerYear - expert.committedDays);
  const kept = rules.policy.availability.keptPerPosting ** expert.currentPostings;
  return Math.min(1, free / request.days) * kept;
}

/**
 * Track record in [0, 1]: mean of all observations, shrunk towards the prior as if that had been
 * observed `priorWeight` times (a Bayesian average): a newcomer stands at the prior.
 */
export function trackRecordShare(
  { rules }: Matching,
  { count, sum }: ExpertFacts["observations"],
): number {
  const { prior, priorWeight } = rules.policy.trackRecord;
  return (sum + prior * priorWeight) / (count + priorWeight);
}
