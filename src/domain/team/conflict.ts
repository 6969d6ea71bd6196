import { titleRank } from "../model/expert.ts";
import { boundedEngine, type EngineLimits } from "../optimisation/bounded-engine.ts";
import type { LinearEngine } from "../optimisation/engine.ts";
import type { Clash } from "./answer.ts";
import { changeSentence } from "./change-sentence.ts";
import { type IndexedProblem, indexed, placeOf } from "./indexed.ts";
import type { TeamProblem } from "./problem.ts";
import { wording } from "./rule-sentences.ts";
import { brokenRules } from "./rules.ts";
import { searchTeam } from "./search-team.ts";
import { smallestHitting } from "./smallest-hitting.ts";

interface ConflictHow {
  engine: LinearEngine;
  shouldStop: () => boolean;
  /** Teams that keep nearly everything, by the ids of their people. */
  nearTeams?: readonly (readonly string[])[];
}

/** A rule, or somebody who must or may not be in the team. */
type Demanded =
  | { kind: "rule"; index: number }
  | { kind: "pin"; id: string }
  | { kind: "exclude"; id: string };

/** What the search of the smallest set, and that of one from which nothing can go, may each take. */
const LIMITS: EngineLimits = { variables: Number.POSITIVE_INFINITY, work: 150_000 };

/** So many sets that some team keeps say that there are too many alike. */
const MOST_LOTS = 60;

/**
 * Of a problem that is proven to have no team, rules that no team keeps together, pins and exclusions
 * among them, of which none could be spared: the smallest such set, or where there are too many alike
 * to tell, one of them. Empty when none is found before the search is stopped.
 */
export function conflictOf(problem: IndexedProblem, how: ConflictHow): Clash[] {
  const all = demandedOf(problem.problem);
  const limited = () => ({ ...how, engine: boundedEngine(how.engine, LIMITS) });
  const places =
    smallestConflict(problem, all, limited()) ?? anyConflict(problem, all, limited()) ?? [];
  return places.flatMap((place) => clashOf(problem.problem, all[place]));
}

/**
 * Any team keeps some of the rules, and of those it breaks every conflict holds at least one. So the
 * smallest set that holds one of each such lot is tried: either a team keeps it, which gives one
 * more lot, or it is the conflict, and no smaller one exists.
 *
 * Null when that takes too long.
 *
 * Source: A. Ignatiev, A. Previti, M. Liffiton, J. Marques-Silva, CP 2015 (smallest MUS).
 */
function smallestConflict(
  problem: IndexedProblem,
  all: readonly Demanded[],
  how: ConflictHow,
): readonly number[] | null {
  const brokenBy = (kept: ReadonlySet<number>) => [...all.keys()].filter((one) => !kept.has(one));
  const near = (how.nearTeams ?? []).flatMap((ids) => {
    const team = ids.flatMap((id) => problem.places.get(id) ?? []);
    // Somebody called for is not there: without them it is no team that is known.
    return team.length < ids.length ? [] : [brokenBy(keptOf(problem, all, team))];
  });
  const lots = near.filter((lot) => lot.length > 0);
  while (lots.length < MOST_LOTS) {
    const tried = smallestHitting(lots);
    const kept = tried === null ? "stopped" : mostKept(problem, { all, tried }, how);
    if (kept === "stopped") return null;
    if (kept === null) return tried;
    const lot = brokenBy(kept);
    // A team keeps everything: nothing clashes.
    if (lot.length === 0) return [];
    lots.push(lot);
  }
  return null;
}

/**
 * All, without one after the other that is not needed for no team to be possible: pins and exclusions
 * go before rules, so that few of those that are alike are left. Null when that takes too long.
 */
function anyConflict(
  problem: IndexedProblem,
  all: readonly Demanded[],
  how: ConflictHow,
): readonly number[] | null {
  let left = [...all.keys()];
  for (const place of [...left].reverse()) {
    const tried = left.filter((one) => one !== place);
    const team = anyTeam(problemOf(problem.problem, { all, tried }), how);
    if (team === "stopped") return null;
    if (team === null) left = tried;
  }
  return left;
}

const demandedOf = ({ rules, pins, excludes }: TeamProblem): Demanded[] => [
  ...rules.map((_, index) => ({ kind: "rule" as const, index })),
  ...[...new Set(pins)].map((id) => ({ kind: "pin" as const, id })),
  ...[...new Set(excludes)].map((id) => ({ kind: "exclude" as const, id })),
];

interface Trying {
  all: readonly Demanded[];
  /** Places of those that must be kept. */
  tried: readonly number[];
}

type Kept = ReadonlySet<number> | null | "stopped";

/** All that some team keeps beside what is tried, grown until nothing more goes; null for no team. */
function mostKept(problem: IndexedProblem, { all, tried }: Trying, how: ConflictHow): Kept {
  let kept = keptBy(problem, { all, tried }, how);
  if (kept === null || kept === "stopped") return kept;
  for (const place of all.keys()) {
    // Nobody keeps all: that is known.
    if (kept.has(place) || kept.size === all.length - 1) continue;
    const more = keptBy(problem, { all, tried: [...kept, place] }, how);
    if (more === "stopped") return more;
    kept = more ?? kept;
  }
  return kept;
}

/** What some team that keeps what is tried keeps of all. */
function keptBy(problem: IndexedProblem, { all, tried }: Trying, how: ConflictHow): Kept {
  const team = anyTeam(problemOf(problem.problem, { all, tried }), how);
  if (team === null || team === "stopped") return team;
  return new Set([...tried, ...keptOf(problem, all, team)]);
}

/** The problem under what is tried only; what teams are worth does not matter. */
function problemOf(problem: TeamProblem, { all, tried }: Trying): TeamProblem {
  const chosen = tried.flatMap((place) => all[place] ?? []);
  const rules = chosen.flatMap((one) =>
    one.kind === "rule" ? (problem.rules[one.index] ?? []) : [],
  );
  const ids = (kind: "pin" | "exclude") =>
    chosen.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const { depth } = problem.policy;
  // Where a coverage is asked for, what leads there is worth something.
  const counts = rules.some(({ id }) => id === "coverageMin") ? 1 : 0;
  return {
    ...problem,
    rules,
    pins: ids("pin"),
    excludes: ids("exclude"),
    demands: problem.demands.map((demand) => ({ ...demand, weight: counts * demand.weight })),
    policy: { depth, quality: 0, travelPerKm: 0, loadPerPosting: 0, cohesion: 0, change: 0 },
  };
}

/** The first team that is found; null when it is proven that there is none. */
function anyTeam(
  problem: TeamProblem,
  { engine, shouldStop }: ConflictHow,
): readonly number[] | null | "stopped" {
  let isFound = false;
  const { team, complete } = searchTeam(indexed(problem), {
    engine,
    shouldStop: () => isFound || shouldStop(),
    onProgress: (progress) => {
      isFound = progress.team !== null;
    },
  });
  return team ?? (complete ? null : "stopped");
}

/** Who has the highest title leads: nobody keeps more of the rules about leading. */
function keptOf(
  problem: IndexedProblem,
  all: readonly Demanded[],
  team: readonly number[],
): ReadonlySet<number> {
  const rank = (place: number) => titleRank(problem.problem.candidates[place]?.title ?? "junior");
  const [leader] = [...team].sort((one, other) => rank(other) - rank(one));
  const leaders = leader === undefined ? [] : [leader];
  const broken = new Set(brokenRules(problem, { team, leaders }).map(({ index }) => index));
  const members = new Set(team);
  const isIn = (id: string) => members.has(placeOf(problem.places, id));
  const isKept = (one: Demanded) => {
    if (one.kind === "rule") return !broken.has(one.index);
    return one.kind === "pin" ? isIn(one.id) : !isIn(one.id);
  };
  return new Set(all.flatMap((one, place) => (isKept(one) ? [place] : [])));
}

function clashOf(problem: TeamProblem, one: Demanded | undefined): Clash[] {
  if (one === undefined) return [];
  if (one.kind === "rule") {
    const { index } = one;
    const rule = problem.rules[index];
    return rule ? [{ id: rule.id, index, text: wording(problem, rule) }] : [];
  }
  return [{ id: `${one.kind}s` as const, text: changeSentence(problem, one) }];
}
