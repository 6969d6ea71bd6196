import type { LinearEngine } from "../optimisation/engine.ts";
import { alternativesTo } from "./alternatives.ts";
import type { DemandCoverage, TeamAnswer, TeamStatus } from "./answer.ts";
import type { ComposeProgress, ComposeRequest } from "./composer.ts";
import { type IndexedProblem, indexed, placeOf } from "./indexed.ts";
import { coverageOf, OBJECTIVE_TOLERANCE, objectiveOf, objectiveParts } from "./objective.ts";
import { repairsOf } from "./repairs.ts";
import { membersOf } from "./roles.ts";
import { brokenRules, type LedTeam, ruleStates } from "./rules.ts";
import { type FoundTeam, searchTeam } from "./search-team.ts";
import { substitutesOf } from "./substitutes.ts";

export interface ComposeHow {
  engine: LinearEngine;
  /** Called often: true once the time is up or the answer is no longer wanted. */
  shouldStop: () => boolean;
  onProgress: (progress: ComposeProgress) => void;
}

/** Repairs that are looked for when no team is possible. */
const REPAIRS = 3;

/** The best team of a problem with all that is told of it. */
export function composeTeam(request: ComposeRequest, how: ComposeHow): TeamAnswer {
  const { engine, shouldStop } = how;
  const problem = indexed(request.problem);
  const found = searchTeam(problem, {
    engine,
    shouldStop,
    onProgress: ({ incumbent, bound, team }) =>
      how.onProgress({
        incumbent,
        bound: Number.isFinite(bound) ? bound : null,
        members: (team ?? []).flatMap((place) => request.problem.candidates[place]?.id ?? []),
      }),
  });
  const answer = answered(problem, request, found);
  const search = { engine, shouldStop };
  if (answer.status === "infeasible") {
    return request.repairs
      ? { ...answer, ...repairsOf(problem, { ...search, count: REPAIRS }) }
      : answer;
  }
  const { alternatives: count } = request;
  return {
    ...answer,
    alternatives: alternativesTo(problem, found, { ...search, count, wishes: request }),
    substitutes:
      request.substitutes && found.team
        ? substitutesOf(problem, { team: found.team, pricing: found.pricing }, search)
        : {},
  };
}

/** What can be said of a search that was broken off: its best team so far, with its gap. */
export function answerSoFar(request: ComposeRequest, progress: ComposeProgress): TeamAnswer {
  const problem = indexed(request.problem);
  const team = progress.members.map((id) => placeOf(problem.places, id));
  const isTeam = team.length > 0;
  return answered(problem, request, {
    team: isTeam ? team : null,
    objective: isTeam ? progress.incumbent : null,
    bound: progress.bound,
    complete: false,
    effort: { relaxations: 0, people: 0, ruledOut: 0 },
    pricing: null,
  });
}

function answered(problem: IndexedProblem, request: ComposeRequest, found: FoundTeam): TeamAnswer {
  const { team, objective, bound } = found;
  const members = team ? membersOf(problem, team, request) : [];
  const leaders = members
    .filter(({ role }) => role === "leader")
    .flatMap(({ id }) => problem.places.get(id) ?? []);
  const led = { team: team ?? [], leaders };
  verify(problem, led, found);
  return {
    status: statusOf(found),
    objective,
    bound,
    gap: objective === null || bound === null ? null : gapOf(objective, bound),
    parts: team ? objectiveParts(problem, team) : null,
    members,
    coverage: coverageBy(problem, team ?? []),
    rules: team ? ruleStates(problem, led) : [],
    repairs: [],
    unmendable: null,
    alternatives: [],
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
  { team, objective, bound }: FoundTeam,
): void {
  if (!team) return;
  const [broken] = brokenRules(problem, led);
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
