import type { LinearEngine } from "../optimisation/engine.ts";
import { alternativesTo } from "./alternatives.ts";
import type { DemandCoverage, TeamAnswer, TeamStatus } from "./answer.ts";
import type { ComposeProgress, ComposeRequest } from "./composer.ts";
import { conflictOf } from "./conflict.ts";
import { type IndexedProblem, indexed, placeOf } from "./indexed.ts";
import { coverageOf, OBJECTIVE_TOLERANCE, objectiveOf, objectiveParts } from "./objective.ts";
import { repairer } from "./repairs.ts";
import { membersOf } from "./roles.ts";
import { brokenRules, type LedTeam, ruleStates } from "./rules.ts";
import { type AskedTeamFound, searchAsked, unprovenShortfall } from "./search-asked.ts";
import type { FoundTeam } from "./search-team.ts";
import { substitutesOf } from "./substitutes.ts";

export interface ComposeHow {
  engine: LinearEngine;
  /** Called often: true once the time is up or the answer is no longer wanted. */
  shouldStop: () => boolean;
  onProgress: (progress: ComposeProgress) => void;
  /** Told what would be answered if nothing more came: kept by whoever may break the search off. */
  onAnswer?: (answer: TeamAnswer) => void;
}

/** Repairs that are looked for when no team is possible, or none that covers what is asked. */
const REPAIRS = 5;

/** The best team of a problem with all that is told of it. */
export function composeTeam(request: ComposeRequest, how: ComposeHow): TeamAnswer {
  const { engine, shouldStop } = how;
  const problem = indexed(request.problem);
  const asked = searchAsked(problem, {
    engine,
    shouldStop,
    onProgress: ({ incumbent, bound, team }) =>
      how.onProgress({
        incumbent,
        bound: Number.isFinite(bound) ? bound : null,
        members: (team ?? []).flatMap((place) => request.problem.candidates[place]?.id ?? []),
      }),
  });
  const answer = answered(problem, request, asked);
  how.onAnswer?.(answer);
  const isImpossible = answer.status === "infeasible" || answer.shortfall !== null;
  return {
    ...(isImpossible && request.repairs ? mended(problem, answer, how) : answer),
    ...others(asked, request, { engine, shouldStop }),
  };
}

/** With which rules clash, and what mends it. */
function mended(problem: IndexedProblem, answer: TeamAnswer, how: ComposeHow): TeamAnswer {
  const { engine, shouldStop, onAnswer } = how;
  const isProven = answer.shortfall === null || answer.shortfall.proven;
  const nearTeams = answer.shortfall ? [answer.members.map(({ id }) => id)] : [];
  const conflict = isProven ? conflictOf(problem, { engine, shouldStop, nearTeams }) : [];
  onAnswer?.({ ...answer, conflict });
  const repairing = repairer(problem, { engine, shouldStop, conflict });
  onAnswer?.({ ...answer, conflict, ...repairing.upTo(1) });
  return { ...answer, conflict, ...repairing.upTo(REPAIRS) };
}

type Search = Pick<ComposeHow, "engine" | "shouldStop">;

/** Other teams and substitutes, where they are wanted. */
function others(
  { found, of }: AskedTeamFound,
  request: ComposeRequest,
  search: Search,
): Partial<TeamAnswer> {
  const { team, pricing, complete } = found;
  if (!team) return { alternativesComplete: complete };
  const { alternatives: count } = request;
  return {
    ...alternativesTo(of, found, { ...search, count, wishes: request }),
    substitutes: request.substitutes ? substitutesOf(of, { team, pricing }, search) : {},
  };
}

/** What can be said of a search that was broken off: its best team so far, with its gap. */
export function answerSoFar(request: ComposeRequest, progress: ComposeProgress): TeamAnswer {
  const problem = indexed(request.problem);
  const team = progress.members.map((id) => placeOf(problem.places, id));
  const isTeam = team.length > 0;
  const found = {
    team: isTeam ? team : null,
    objective: isTeam ? progress.incumbent : null,
    bound: progress.bound,
    complete: false,
    effort: { relaxations: 0, people: 0, ruledOut: 0 },
    pricing: null,
  };
  const shortfall = isTeam ? unprovenShortfall(problem, team) : null;
  return answered(problem, request, { found, shortfall });
}

function answered(
  problem: IndexedProblem,
  request: ComposeRequest,
  { found, shortfall }: Pick<AskedTeamFound, "found" | "shortfall">,
): TeamAnswer {
  const { team, objective, bound } = found;
  const members = team ? membersOf(problem, team, request) : [];
  const leaders = members
    .filter(({ role }) => role === "leader")
    .flatMap(({ id }) => problem.places.get(id) ?? []);
  const led = { team: team ?? [], leaders };
  verify(problem, led, { ...found, mayFallShort: shortfall !== null });
  return {
    status: statusOf(found),
    objective,
    bound,
    gap: objective === null || bound === null ? null : gapOf(objective, bound),
    parts: team ? objectiveParts(problem, team) : null,
    members,
    coverage: coverageBy(problem, team ?? []),
    rules: team ? ruleStates(problem, led) : [],
    shortfall,
    conflict: [],
    repairs: [],
    unmendable: null,
    alternatives: [],
    alternativesComplete: request.alternatives === 0,
    substitutes: {},
    effort: found.effort,
  };
}

/**
 * Checks an answer before anyone sees it, by code that no search uses: the rules to the letter, the
 * objective recomputed from the problem, the bound not below it.
 */
function verify(
  problem: IndexedProblem,
  led: LedTeam,
  { team, objective, bound, mayFallShort }: FoundTeam & { mayFallShort: boolean },
): void {
  if (!team) return;
  const broken = brokenRules(problem, led).find(
    ({ id }) => !(mayFallShort && id === "coverageMin"),
  );
  if (broken) throw new Error(`the search answered a team that breaks a rule: ${broken.text.en}`);
  const worth = objectiveOf(problem, team);
  if (Math.abs(worth - (objective ?? Number.NaN)) <= OBJECTIVE_TOLERANCE) {
    if (bound === null || bound >= worth - OBJECTIVE_TOLERANCE) return;
  }
  throw new Error(`the search answered ${objective} under ${bound} for a team worth ${worth}`);
}

const statusOf = ({ team, complete }: FoundTeam): TeamStatus => {
  if (team) return complete ? "optimal" : "feasible";
  return complete ? "infeasible" : "unknown";
};

/** How far a bound lies above an objective, as a share of it. */
const gapOf = (objective: number, bound: number): number =>
  bound <= objective ? 0 : (bound - objective) / Math.max(Math.abs(objective), 1e-9);

function coverageBy(
  { problem, covers }: IndexedProblem,
  team: readonly number[],
): DemandCoverage[] {
  const { depth } = problem.policy;
  const most = depth.reduce((sum, share) => sum + share, 0);
  return problem.demands.map(({ id, weight }, demand) => {
    const by = team
      .flatMap((place) => {
        const fit = covers[place]?.find((cover) => cover.demand === demand)?.fit;
        return fit === undefined ? [] : [{ id: problem.candidates[place]?.id ?? "", fit }];
      })
      .sort((one, other) => other.fit - one.fit);
    const fits = by.map(({ fit }) => fit);
    return { demand: id, weight, covered: most === 0 ? 0 : coverageOf(fits, depth) / most, by };
  });
}
