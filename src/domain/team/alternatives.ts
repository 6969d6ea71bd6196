import type { TeamAnswer } from "./answer.ts";
import type { PeopleLimit } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { membersOf, type RoleWishes } from "./roles.ts";
import { type FoundTeam, type SearchHow, searchTeam } from "./search-team.ts";

/** How many members two teams must each have that the other has not. */
const DIFFERENCE = 3;

type Alternatives = Pick<TeamAnswer, "alternatives" | "alternativesComplete">;

/**
 * The best teams that really differ: each has at least three members (all, in a smaller team) whom
 * the best team and every alternative before has not, and lacks as many of theirs.
 *
 * @param count how many; fewer are answered when no more exist, or the search is stopped, which
 *   `alternativesComplete` tells apart
 */
export function alternativesTo(
  problem: IndexedProblem,
  best: FoundTeam,
  { count, wishes, ...how }: SearchHow & { count: number; wishes: RoleWishes },
): Alternatives {
  const teams = best.team ? [best.team] : [];
  const alternatives: TeamAnswer["alternatives"] = [];
  while (teams.length > 0 && alternatives.length < count) {
    const limits = teams.flatMap((team) => differingFrom(problem, team));
    const found = searchTeam(problem, { ...how, limits, known: teams, pricing: best.pricing });
    const { objective, bound } = found;
    if (!found.team || objective === null || bound === null) {
      return { alternatives, alternativesComplete: found.complete };
    }
    teams.push(found.team);
    alternatives.push({
      objective,
      bound,
      distance: Math.max(0, (best.objective ?? objective) - objective),
      proven: found.complete,
      members: membersOf(problem, found.team, wishes).map(({ id, role }) => ({ id, role })),
    });
  }
  return { alternatives, alternativesComplete: true };
}

/** What keeps a team apart from another. */
function differingFrom({ problem }: IndexedProblem, team: readonly number[]): PeopleLimit[] {
  const members = new Set(team);
  const others = new Set(problem.candidates.keys());
  for (const member of members) others.delete(member);
  const apart = Math.min(DIFFERENCE, team.length);
  return [
    { people: members, max: team.length - apart },
    { people: others, min: apart },
  ];
}
