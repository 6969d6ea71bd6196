import { skillOf } from "../../domain/model/vocabulary.ts";
import type { County } from "../../domain/places/place.ts";
import { type BuiltProblem, buildProblem } from "../../domain/team/build-problem.ts";
import {
  type AskedDemand,
  demandsOf,
  type OpenNeed,
  type ReasonedDemand,
} from "../../domain/team/demand.ts";
import type { TeamPolicy } from "../../domain/team/policy.ts";
import type { TeamPreset } from "../../domain/team/preset.ts";
import type { Commitments, TeamSeat } from "../../domain/team/roster.ts";
import type { Reader } from "../../graph/graph.ts";
import { industriesOfCounty } from "../../graph/queries/counties.ts";
import { openNeedsOfCounty } from "../../graph/queries/needs.ts";
import {
  blockedFromCounty,
  teamPostings,
  teamSeats,
  teamsBefore,
} from "../../graph/queries/teams.ts";
import type { Context } from "../context.ts";
import { missing, placeId } from "./naming.ts";
import { type Roster, rosterOf } from "./team-roster.ts";

/** What the teams of all counties of a year are made of. */
export interface TeamSources {
  year: number;
  roster: Roster;
  commitments: Commitments;
}

const INDUSTRIES = 50;
const NEEDS = 200;
/** Members of past teams that are read: enough for the last team, whatever its size. */
const PAST_MEMBERS = 300;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The year in which a team composed today begins. */
export const teamYear = ({ now }: Pick<Context, "now">): number => now().getUTCFullYear();

export async function teamSourcesOf(
  context: Pick<Context, "graph" | "now" | "reference">,
): Promise<TeamSources> {
  const year = teamYear(context);
  const [roster, commitments] = await Promise.all([
    rosterOf(context, year),
    commitmentsOf(context.graph, year),
  ]);
  return { year, roster, commitments };
}

/** What people are committed to in a year. */
async function commitmentsOf(graph: Reader, year: number): Promise<Commitments> {
  const [posted, seated] = await Promise.all([
    graph.all(teamPostings, { year }),
    graph.all(teamSeats, { year }),
  ]);
  const postings = new Map<string, { count: number; days: number }>();
  for (const { expert, days } of posted) {
    const before = postings.get(expert) ?? { count: 0, days: 0 };
    postings.set(expert, { count: before.count + 1, days: before.days + days });
  }
  const seats = new Map<string, TeamSeat[]>();
  for (const seat of seated) seats.set(seat.expert, [...(seats.get(seat.expert) ?? []), seat]);
  return { postings, seats };
}

/** What is asked about a county's team before any change. */
export interface TeamQuestion {
  county: County;
  preset: TeamPreset;
  /** What an officer says some skills count. */
  asked: readonly AskedDemand[];
}

/** A county's problem, with what explains it. */
export interface CountyProblem extends BuiltProblem {
  county: County;
  preset: TeamPreset;
  policy: TeamPolicy;
  demands: readonly ReasonedDemand[];
  roster: Roster;
  /** The team whose members are today's; null for a county that had none. */
  before: { name: string; year: number; members: { expert: string; role: string }[] } | null;
  year: number;
}

/** The policy of a preset. Throws `not_found` when there is none of that name. */
export function policyOf(
  { reference }: Pick<Context, "reference">,
  { policy: name }: Pick<TeamPreset, "policy">,
): TeamPolicy {
  const policy = reference.teams.policies.get(name);
  if (!policy) throw missing("teamPolicy", name);
  return policy;
}

/** The problem of one county, out of what all counties share. */
export async function problemOfCounty(
  context: Context,
  { year, roster, commitments }: TeamSources,
  { county, preset, asked }: TeamQuestion,
): Promise<CountyProblem> {
  const { graph, reference } = context;
  const policy = policyOf(context, preset);
  const id = placeId(county);
  const [grown, needs, barred, past] = await Promise.all([
    graph.all(industriesOfCounty, { county: id, limit: INDUSTRIES }),
    graph.all(openNeedsOfCounty, { county: id, limit: NEEDS }),
    graph.all(blockedFromCounty, { county: id }),
    graph.all(teamsBefore, { county: id, year, limit: PAST_MEMBERS }),
  ]);
  const demands = demandsOf(
    { vocabulary: reference.vocabulary, policy: policy.demand, usual: reference.teams.usual },
    {
      grown: grown.map((row) => ({ ...row, industry: row.industry.replace(/^ind_/, "") })),
      needs: needs.map((need) => openNeed(need, context.now())),
      asked,
    },
  );
  const [last] = past;
  const members = past.filter(({ team }) => team === last?.team);
  const built = buildProblem({
    name: county.name,
    preset,
    people: roster.people,
    coWork: roster.coWork,
    current: members.map(({ expert }) => expert),
    setting: {
      rules: reference.rules,
      policy,
      demands,
      commitments,
      oneTeamOnly: preset.oneTeamOnly,
      place: {
        county: county.code,
        location: county.location,
        year,
        days: preset.daysPerMember,
        blocked: new Map(barred.map(({ expert, reason }) => [expert, reason])),
      },
    },
  });
  const before = last ? { name: last.name, year: last.year, members } : null;
  return { ...built, county, preset, policy, demands, roster, before, year };
}

interface NeedRow {
  code: string;
  urgent: boolean;
  createdAt: string;
  asked: readonly { skill: string; weight: number; level: number }[];
}

const openNeed = ({ code, urgent, createdAt, asked }: NeedRow, now: Date): OpenNeed => ({
  code,
  urgent,
  ageDays: Math.floor((now.getTime() - Date.parse(createdAt)) / DAY_MS),
  // In one order, as sums of fractions depend on it.
  asked: asked
    .map(({ skill, weight, level }) => ({ ...skillOf(skill), weight, level }))
    .toSorted((a, b) => (demandKey(a) < demandKey(b) ? -1 : 1)),
});

const demandKey = ({ industry, competence }: { industry: string; competence: string }): string =>
  `${industry}/${competence}`;
