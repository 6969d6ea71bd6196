import type { Substitute, Substitutes } from "./answer.ts";
import { type Eligible, eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { objectiveOf } from "./objective.ts";
import { type FoundTeam, type SearchHow, searchTeam } from "./search-team.ts";
import { standingOf } from "./standing.ts";

/** Of each member of a team, by id: the best team without them, the rest kept or free to change. */
export function substitutesOf(
  problem: IndexedProblem,
  { team, pricing }: Pick<FoundTeam, "pricing"> & { team: readonly number[] },
  how: SearchHow,
): Record<string, Substitutes> {
  const allowed = eligible(problem);
  const substitutes = team.flatMap((member) => {
    const id = problem.problem.candidates[member]?.id ?? "";
    const found = substitutesFor(problem, { allowed, team, member }, { ...how, pricing });
    return found ? [[id, found] as const] : [];
  });
  return Object.fromEntries(substitutes);
}

interface Leaving {
  allowed: Eligible;
  team: readonly number[];
  member: number;
}

/** Null when nothing is known: the search was stopped too soon. */
function substitutesFor(
  problem: IndexedProblem,
  leaving: Leaving,
  how: SearchHow,
): Substitutes | null {
  // Who must be in the team cannot be replaced.
  if (leaving.allowed.pinned.has(leaving.member)) return { kept: null, reoptimised: null };
  const kept = bestReplacement(problem, leaving);
  const limits = [...(how.limits ?? []), { people: new Set([leaving.member]), max: 0 }];
  const known = kept ? [kept] : [];
  const { team: reoptimised, complete } = searchTeam(problem, { ...how, limits, known });
  if (!(reoptimised || complete)) return null;
  const before = leaving.team;
  return {
    // Everybody who may take the seat was tried.
    kept: kept && { ...substitute(problem, before, kept), proven: true },
    reoptimised: reoptimised && {
      ...substitute(problem, before, reoptimised),
      proven: complete,
    },
  };
}

/** The best team that has somebody else in one seat; null when nobody fits it under the rules. */
function bestReplacement(
  problem: IndexedProblem,
  { allowed, team, member }: Leaving,
): readonly number[] | null {
  const rest = standingOf(problem, allowed);
  for (const place of team) if (place !== member) rest.add(place);
  let best: number | null = null;
  let worth = Number.NEGATIVE_INFINITY;
  for (const place of allowed.people) {
    if (place === member || rest.has(place) || rest.shortfallWith(place) > 0) continue;
    if (rest.worthWith(place) <= worth) continue;
    best = place;
    worth = rest.worthWith(place);
  }
  return best === null ? null : [...rest.members(), best];
}

function substitute(
  problem: IndexedProblem,
  before: readonly number[],
  after: readonly number[],
): Omit<Substitute, "proven"> {
  const idsIn = (team: readonly number[], without: readonly number[]) =>
    team
      .filter((place) => !without.includes(place))
      .map((place) => problem.problem.candidates[place]?.id ?? "");
  const joins = idsIn(after, before);
  return {
    id: joins.length === 1 ? (joins[0] ?? null) : null,
    objective: objectiveOf(problem, after),
    joins,
    leaves: idsIn(before, after),
  };
}
