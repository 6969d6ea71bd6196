import type { Sentence } from "../error.ts";
import { distanceKm } from "../matching/distance.ts";
import { eligibility, type Refusal, refusalSentence } from "../matching/eligibility.ts";
import type { MatchRequest } from "../matching/facts.ts";
import { type Matching, prepareMatching } from "../matching/matching.ts";
import { trackRecordShare } from "../matching/shares.ts";
import { levelReached, type MatchingRules } from "../matching/similarity.ts";
import type { Location } from "../model/expert.ts";
import type { ReasonedDemand } from "./demand.ts";
import type { TeamPolicy } from "./policy.ts";
import type { Candidate, CoWorkPair, Tier } from "./problem.ts";
import type { Commitments, CoWorked, RosterPerson, TeamSeat } from "./roster.ts";
import { freeDaysOf } from "./still-free.ts";

/** Where a team is to serve, and when. */
interface TeamPlace {
  /** Six-digit code. */
  county: string;
  location: Location;
  year: number;
  /** Days of service asked of each member. */
  days: number;
  /** By expert: why they may not be sent to this county. */
  blocked: ReadonlyMap<string, string>;
}

export interface CandidateSetting {
  rules: MatchingRules;
  policy: TeamPolicy;
  place: TeamPlace;
  demands: readonly ReasonedDemand[];
  commitments: Commitments;
  /** Whether nobody may be in two teams. */
  oneTeamOnly: boolean;
}

/** Why somebody is no candidate for a county's team, whatever the rules of the preset. */
export type CandidateRefusal = Refusal | { code: "in_other_team"; team: string; county: string };

/** A setting made ready to look at many people. */
export interface CandidateDesk {
  setting: CandidateSetting;
  matching: Matching;
  /** By skill id: the demands it is near to. */
  near: ReadonlyMap<string, readonly NearDemand[]>;
}

interface NearDemand {
  demand: string;
  similarity: number;
  /** Asked level. */
  level: number;
}

export function candidateDesk(setting: CandidateSetting): CandidateDesk {
  const { place, demands, rules } = setting;
  const request: MatchRequest = {
    asked: demands.map(({ industry, competence, weight, level }) => ({
      industry,
      competence,
      weight,
      level,
    })),
    county: place.county,
    location: place.location,
    year: place.year,
    days: place.days,
    allowsRemote: false,
    minimumTitle: null,
  };
  const matching = prepareMatching(rules, request);
  return { setting, matching, near: nearDemands(matching, demands) };
}

const nearDemands = (
  { similarities }: Matching,
  demands: readonly ReasonedDemand[],
): CandidateDesk["near"] =>
  new Map(
    [...similarities].map(([skill, similar]) => [
      skill,
      demands.flatMap(({ id, level }, index): NearDemand[] => {
        const similarity = similar[index] ?? 0;
        return similarity > 0 ? [{ demand: id, similarity, level }] : [];
      }),
    ]),
  );

/**
 * Every reason why somebody is no candidate, the one to name first in front: a blocked county, not
 * on duty, remote only, outside the travel radius, in another team where nobody may be in two. Who
 * only lacks free days or a title stays a candidate: rules of the preset keep them out, and a
 * change of rules or borrowed days let them in.
 */
export function candidateRefusals(
  { setting, matching }: CandidateDesk,
  person: RosterPerson,
): CandidateRefusal[] {
  const { place, oneTeamOnly } = setting;
  const { onDuty, serviceModes, travelRadiusKm, county, location } = person;
  const blocked = place.blocked.get(person.id) ?? null;
  const known = { onDuty, serviceModes, travelRadiusKm, county, location, blocked };
  const [other] = oneTeamOnly ? otherSeats(setting, person.id) : [];
  return [
    ...eligibility(matching.request, known),
    ...(other ? [{ code: "in_other_team" as const, team: other.name, county: other.county }] : []),
  ];
}

/** The refusal in a sentence that goes with the name before it. */
export const candidateSentence = (refusal: CandidateRefusal): Sentence =>
  refusal.code === "in_other_team"
    ? {
        zh: `已在“${refusal.team}”，组团规则规定一人只进一个服务团`,
        en: `is in the team "${refusal.team}"; under this preset nobody is in two`,
      }
    : refusalSentence(refusal);

/** Seats in teams of other counties: today's team of the county itself takes nothing from it. */
const otherSeats = (
  { commitments, place }: CandidateSetting,
  expert: string,
): readonly TeamSeat[] =>
  commitments.seats.get(expert)?.filter(({ county }) => county !== place.county) ?? [];

/** The person as a candidate, eligible or not. */
export function candidateOf(desk: CandidateDesk, person: RosterPerson): Candidate {
  const { setting } = desk;
  const { postings } = setting.commitments;
  const posted = postings.get(person.id) ?? { count: 0, days: 0 };
  const seats = otherSeats(setting, person.id);
  const taken = [posted.days, ...seats.map(({ days }) => days)];
  return {
    id: person.id,
    name: person.name,
    title: person.title,
    tier: tierOf(person),
    institution: person.institution?.id ?? `none-${person.id}`,
    ...(person.county === null ? {} : { homeCounty: person.county }),
    freeDays: freeDaysOf(person.daysPerYear, taken),
    travelKm: Math.round(distanceKm(person.location, setting.place.location)),
    load: posted.count + seats.length,
    ...skillValues(desk, person),
  };
}

/** Who belongs to no institution stands where they live. */
export const tierOf = ({ institution, county }: RosterPerson): Tier =>
  institution?.tier ?? (county === null ? "outside" : "county");

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** What a person covers, and how good they are. */
function skillValues(
  { setting: { policy }, matching, near }: CandidateDesk,
  { skills, title, observations }: RosterPerson,
): Pick<Candidate, "covers" | "quality"> {
  const { leastFit, quality, titles } = policy.people;
  const covers: Record<string, number> = {};
  for (const { skill, level: held, strength } of skills) {
    for (const { demand, similarity, level } of near.get(skill) ?? []) {
      const fit = provenFit(policy, similarity * levelReached(held, level), strength);
      if (fit >= leastFit && fit > (covers[demand] ?? 0)) covers[demand] = fit;
    }
  }
  const proven = skills.reduce((best, { strength }) => Math.max(best, strength), 0);
  return {
    covers,
    quality: hundredths(
      quality.trackRecord * trackRecordShare(matching, observations) +
        quality.title * titles[title] +
        quality.evidence * proven,
    ),
  };
}

/** A fit as far as it is proven, to two decimals: without any proof it counts the floor's share. */
export function provenFit({ people }: TeamPolicy, fit: number, strength: number): number {
  const { evidenceFloor } = people;
  return hundredths(fit * (evidenceFloor + (1 - evidenceFloor) * strength));
}

/**
 * Past co-work among candidates, as a strength in (0, 1): more for each time, less for each year
 * gone by.
 */
export function pairsAmong(
  { coWork }: TeamPolicy,
  worked: readonly CoWorked[],
  { ids, year }: { ids: ReadonlySet<string>; year: number },
): CoWorkPair[] {
  return worked.flatMap(({ one, other, times, lastYear }) => {
    if (!(ids.has(one) && ids.has(other))) return [];
    const age = 0.5 ** (Math.max(0, year - lastYear) / coWork.halfLifeYears);
    const strength = hundredths((1 - coWork.leftPerTime ** times) * age);
    return strength > 0 ? [{ a: one, b: other, strength }] : [];
  });
}
