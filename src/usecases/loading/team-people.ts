import type { Sentence } from "../../domain/error.ts";
import { distanceKm } from "../../domain/matching/distance.ts";
import { fits } from "../../domain/matching/matching.ts";
import { evidenceStrength, strongestFirst } from "../../domain/matching/shares.ts";
import type { Evidence, HeldSkill, ProfessionalTitle } from "../../domain/model/expert.ts";
import {
  candidateOf,
  candidateRefusals,
  candidateSentence,
  provenFit,
  tierOf,
} from "../../domain/team/candidates.ts";
import type { Tier } from "../../domain/team/problem.ts";
import type { RosterPerson } from "../../domain/team/roster.ts";
import { heldEvidence } from "../../graph/queries/teams.ts";
import type { Context } from "../context.ts";
import { heldSkill } from "./facts.ts";
import type { AskedTeam } from "./team-request.ts";

/** A demand somebody covers, and by what. */
interface PersonReason {
  demand: string;
  /** As the problem counts it, to two decimals. */
  fit: number;
  /** The skill that is held. */
  industry: string;
  competence: string;
  level: number;
  /** Strongest first. */
  evidence: readonly Evidence[];
}

/** Somebody a team is talked about with. */
export interface TeamPerson {
  id: string;
  name: string;
  title: ProfessionalTitle;
  /** Null for somebody of no institution. */
  institution: { id: string; name: string } | null;
  tier: Tier;
  /** Six-digit code; null outside the province. */
  county: string | null;
  distanceKm: number;
  /** Of this year, with what the changes lend. */
  freeDays: number;
  daysPerYear: number;
  /** Postings and seats in other teams. */
  load: number;
  quality: number;
  /** What the person covers, the best fit first. */
  reasons: PersonReason[];
  /** Why the person is no candidate; empty for candidates. */
  refusals: { code: string; sentence: Sentence }[];
}

/** What is shown of some people, in the order of their ids; unknown ids are left out. */
export async function teamPeopleOf(
  { graph }: Pick<Context, "graph">,
  asked: AskedTeam,
  ids: Iterable<string>,
): Promise<TeamPerson[]> {
  const people = [...new Set(ids)].sort().flatMap((id) => asked.roster.byId.get(id) ?? []);
  const rows = await graph.all(heldEvidence, { ids: people.map(({ id }) => id) });
  const held = new Map<string, HeldSkill[]>();
  for (const { expert, ...row } of rows) {
    held.set(expert, [...(held.get(expert) ?? []), heldSkill(row)]);
  }
  return people.map((person) => personOf(asked, person, held.get(person.id) ?? []));
}

function personOf(
  { desk, changed, county }: AskedTeam,
  person: RosterPerson,
  skills: readonly HeldSkill[],
): TeamPerson {
  const candidate =
    changed.candidates.find(({ id }) => id === person.id) ?? candidateOf(desk, person);
  const { institution } = person;
  return {
    id: person.id,
    name: person.name,
    title: person.title,
    institution: institution && { id: institution.id, name: institution.name },
    tier: tierOf(person),
    county: person.county,
    distanceKm: distanceKm(person.location, county.location),
    freeDays: candidate.freeDays,
    daysPerYear: person.daysPerYear,
    load: candidate.load,
    quality: candidate.quality,
    reasons: reasonsOf(desk, skills),
    refusals: candidateRefusals(desk, person).map((refusal) => ({
      code: refusal.code,
      sentence: candidateSentence(refusal),
    })),
  };
}

/** For each demand the held skill that counts most for it. */
function reasonsOf(
  { setting: { demands, policy, place }, matching }: AskedTeam["desk"],
  skills: readonly HeldSkill[],
): PersonReason[] {
  const best = new Map<string, PersonReason>();
  for (const held of skills) {
    const strength = evidenceStrength(matching.rules.policy, held.evidence, place.year);
    for (const [index, fit] of (fits(matching, held) ?? []).entries()) {
      const demand = demands[index]?.id ?? "";
      const counted = provenFit(policy, fit, strength);
      if (counted < policy.people.leastFit || counted <= (best.get(demand)?.fit ?? 0)) continue;
      const { industry, competence, level } = held;
      const evidence = strongestFirst(matching, held.evidence);
      best.set(demand, { demand, fit: counted, industry, competence, level, evidence });
    }
  }
  return [...best.values()].sort(
    (one, other) => other.fit - one.fit || (one.demand < other.demand ? -1 : 1),
  );
}
