import type { Shortfall } from "./answer.ts";
import { COVERAGE_TOLERANCE, type CoverageRule, coverageRules, coverageShare } from "./coverage.ts";
import { type IndexedProblem, indexed } from "./indexed.ts";
import { OBJECTIVE_TOLERANCE } from "./objective.ts";
import type { TeamProblem } from "./problem.ts";
import { type FoundTeam, type SearchHow, searchTeam } from "./search-team.ts";
import { shortfallSentence } from "./shortfall-sentence.ts";

/** The best team under what is asked of the coverage; the best without that where none reaches it. */
export interface AskedTeamFound {
  found: FoundTeam;
  /** What of the coverage is not reached; null when all is, or there is no team at all. */
  shortfall: Shortfall | null;
  /** The problem that the team is the best of: without the coverage where that is not reached. */
  of: IndexedProblem;
}

/**
 * The best team that reaches the coverage asked for. The best of all teams is looked for first: it
 * mostly does. Else how far each coverage can be reached at all is proven, and the best among those
 * teams that reach it is searched.
 */
export function searchAsked(problem: IndexedProblem, how: SearchHow): AskedTeamFound {
  const rules = coverageRules(problem.problem);
  if (rules.length === 0) return { found: searchTeam(problem, how), shortfall: null, of: problem };
  const of = indexed(withoutCoverage(problem.problem));
  const free = searchTeam(of, how);
  if (!free.team) return { found: free, shortfall: null, of };
  if (reachesAll(problem, rules, free.team)) return { found: free, shortfall: null, of: problem };
  const reaches = rules.map((rule) => reachOf(of, rule, how));
  const isImpossible = reaches.some(({ rule, bound }) => bound < rule.min);
  const known = reaches.flatMap(({ team }) => (team ? [team] : []));
  const best = isImpossible ? null : searchTeam(problem, { ...how, known, pricing: free.pricing });
  if (best?.team) return { found: best, shortfall: null, of: problem };
  const isProven = best === null || best.complete;
  const shortfall = shortfallOf(problem, free.team, { reaches, isProven });
  return { found: { ...free, complete: free.complete && isProven }, shortfall, of };
}

/** What a team does not reach, when nothing is known of what others do; null when it reaches all. */
export function unprovenShortfall(
  problem: IndexedProblem,
  team: readonly number[],
): Shortfall | null {
  const rules = coverageRules(problem.problem);
  if (reachesAll(problem, rules, team)) return null;
  const reaches = rules.map((rule) => ({ rule, team, bound: 1 }));
  return shortfallOf(problem, team, { reaches, isProven: false });
}

const withoutCoverage = (problem: TeamProblem): TeamProblem => ({
  ...problem,
  rules: problem.rules.filter(({ id }) => id !== "coverageMin"),
});

const reachesAll = (
  problem: IndexedProblem,
  rules: readonly CoverageRule[],
  team: readonly number[],
): boolean =>
  rules.every(
    ({ demand, min }) => coverageShare(problem, team, demand) >= min - COVERAGE_TOLERANCE,
  );

/** How far a coverage can be reached. */
interface Reach {
  rule: CoverageRule;
  /** The team that covers most, or the first that covers enough. */
  team: readonly number[] | null;
  /** No team covers more. */
  bound: number;
}

/** Searches the team that covers most, whatever else it is worth; one that covers enough will do. */
function reachOf({ problem }: IndexedProblem, rule: CoverageRule, how: SearchHow): Reach {
  const counts = problem.demands.map(({ id, weight }) =>
    rule.demand === undefined ? weight : Number(id === rule.demand),
  );
  const most = problem.policy.depth.reduce((sum, share) => sum + share, 0);
  const full = most * counts.reduce((sum, one) => sum + one, 0);
  const { depth } = problem.policy;
  const covering = indexed({
    ...problem,
    demands: problem.demands.map((demand, place) => ({ ...demand, weight: counts[place] ?? 0 })),
    policy: { depth, quality: 0, travelPerKm: 0, loadPerPosting: 0, cohesion: 0, change: 0 },
  });
  let isEnough = false;
  const { team, bound } = searchTeam(covering, {
    engine: how.engine,
    onProgress: ({ incumbent }) => {
      isEnough = (incumbent ?? 0) >= rule.min * full;
    },
    shouldStop: () => isEnough || how.shouldStop?.() === true,
  });
  // A bound is exact but for the tolerance of a search.
  return { rule, team, bound: bound === null ? 1 : (bound + OBJECTIVE_TOLERANCE) / full };
}

interface Reached {
  reaches: readonly Reach[];
  /** Whether it is proven that no team reaches all that is asked for. */
  isProven: boolean;
}

function shortfallOf(
  problem: IndexedProblem,
  team: readonly number[],
  { reaches, isProven }: Reached,
): Shortfall {
  const share = (members: readonly number[], { demand }: CoverageRule) =>
    coverageShare(problem, members, demand);
  const coverages = reaches.map(({ rule, team: covering, bound }) => {
    const reached = share(team, rule);
    const reachable = Math.max(reached, covering ? share(covering, rule) : 0);
    return {
      ...{ demand: rule.demand ?? null, asked: rule.min, reached, reachable },
      bound: Math.max(reachable, Math.min(1, bound)),
    };
  });
  const known = { proven: isProven, coverages };
  return { ...known, text: shortfallSentence(problem.problem, known) };
}
