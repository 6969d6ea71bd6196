import { titleRank } from "../model/expert.ts";
import type { TeamMember, TeamRole } from "./answer.ts";
import type { DeputyStep } from "./composer.ts";
import type { IndexedProblem } from "./indexed.ts";
import { objectiveParts, totalOf } from "./objective.ts";
import { type Candidate, reaches } from "./problem.ts";

export interface RoleWishes {
  deputies: readonly DeputyStep[];
  coordinatorTier: "county" | null;
}

/**
 * Who leads, who are deputies, who coordinates, whom each member stands with: who may lead and has
 * the highest title leads, of several whoever adds most. None of it changes what a team is worth.
 */
export function membersOf(
  problem: IndexedProblem,
  team: readonly number[],
  wishes: RoleWishes,
): TeamMember[] {
  const whole = objectiveParts(problem, team);
  const seats = team.flatMap((place): Seat[] => {
    const candidate = problem.problem.candidates[place];
    if (!candidate) return [];
    const rest = objectiveParts(
      problem,
      team.filter((one) => one !== place),
    );
    const adds = {
      objective: totalOf(whole) - totalOf(rest),
      coverage: whole.coverage - rest.coverage,
    };
    return [{ place, candidate, adds, squad: squadOf(problem, place) }];
  });
  const order = [...seats].sort(bySeniority);
  const roles = rolesOf(problem, order, wishes);
  const squadLeaders = new Map<string | null, number>();
  for (const { place, squad } of order) {
    if (squad !== null && !squadLeaders.has(squad)) squadLeaders.set(squad, place);
  }
  return seats
    .map(({ place, candidate, adds, squad }) => ({
      id: candidate.id,
      name: candidate.name,
      role: roles.get(place) ?? "member",
      squad,
      leadsSquad: squadLeaders.get(squad) === place,
      adds,
    }))
    .sort((one, other) => ROLE_ORDER[one.role] - ROLE_ORDER[other.role]);
}

const ROLE_ORDER: Readonly<Record<TeamRole, number>> = {
  leader: 0,
  deputy: 1,
  coordinator: 2,
  member: 3,
};

interface Seat {
  place: number;
  candidate: Candidate;
  adds: TeamMember["adds"];
  squad: string | null;
}

const bySeniority = (one: Seat, other: Seat): number =>
  titleRank(other.candidate.title) - titleRank(one.candidate.title) ||
  other.adds.objective - one.adds.objective ||
  one.place - other.place;

function rolesOf(
  { problem }: IndexedProblem,
  order: readonly Seat[],
  { deputies, coordinatorTier }: RoleWishes,
): Map<number, TeamRole> {
  const roles = new Map<number, TeamRole>();
  const mayLead = ({ candidate }: Seat) =>
    problem.rules.every((rule) => rule.id !== "leader" || reaches(candidate.title, rule.minTitle));
  const speaksForCounty = ({ candidate }: Seat) => candidate.tier === coordinatorTier;
  // Who coordinates leads only where nobody else may.
  const leader =
    order.find((seat) => mayLead(seat) && !speaksForCounty(seat)) ?? order.find(mayLead);
  if (leader) roles.set(leader.place, "leader");
  const coordinator = order.find((seat) => speaksForCounty(seat) && !roles.has(seat.place));
  if (coordinator) roles.set(coordinator.place, "coordinator");
  const most = deputiesOf(deputies, order.length);
  for (const { place } of order) {
    if ([...roles.values()].filter((role) => role === "deputy").length >= most) break;
    if (!roles.has(place)) roles.set(place, "deputy");
  }
  return roles;
}

/** How many deputies a team of this size has. */
export const deputiesOf = (steps: readonly DeputyStep[], size: number): number =>
  steps
    .filter((step) => step.size <= size)
    .reduce((best, step) => (step.size >= best.size ? step : best), { size: 0, deputies: 0 })
    .deputies;

/** The industry a member does most for, by weight x fit; null when they cover nothing. */
function squadOf({ problem, covers }: IndexedProblem, place: number): string | null {
  const worth = new Map<string, number>();
  for (const { demand, fit } of covers[place] ?? []) {
    const asked = problem.demands[demand];
    if (asked?.industry === undefined) continue;
    worth.set(asked.industry, (worth.get(asked.industry) ?? 0) + asked.weight * fit);
  }
  const best = [...worth].sort(([, one], [, other]) => other - one)[0];
  return best?.[0] ?? null;
}
