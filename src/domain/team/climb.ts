import type { Eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type Standing, standingOf } from "./standing.ts";

/** A move that gains less than this is none. */
const LEAST_GAIN = 1e-9;
/** Far more rounds than any climb needs: a climb that goes round in circles is a fault. */
const MOST_MOVES = 500;

interface Climb {
  /** Places of those who may be moved in. */
  pool: readonly number[];
  /** Who is in the team at the start. */
  from: readonly number[];
  /** Called between moves: true ends the climb where it stands. */
  shouldStop?: () => boolean;
}

/**
 * Betters a team by the best single addition, removal or exchange until none helps. What stands
 * between a team and the rules is charged dearly, yet a share may be short by a fraction of a
 * person: so the climb may leave the rules again. Answers the best team that kept them on the way,
 * the start included; null when none did.
 */
export function climb(
  problem: IndexedProblem,
  eligible: Eligible,
  { pool, from, shouldStop = () => false }: Climb,
): number[] | null {
  const team = standingOf(problem, eligible);
  for (const place of from) if (!team.has(place)) team.add(place);
  const charge = chargeOf(problem);
  const scoreOf = (worth: number, shortfall: number) => worth - charge * shortfall;
  const climber = { team, pool, pinned: eligible.pinned, scoreOf };
  const best = keptBest(team);
  for (let move = 0; move < MOST_MOVES && !shouldStop(); move += 1) {
    if (!makeBestMove(climber)) break;
    best.look();
  }
  return best.team();
}

/** Keeps the best team that keeps the rules, of those it is told to look at. */
function keptBest(team: Standing): { look: () => void; team: () => number[] | null } {
  let kept: number[] | null = null;
  let worth = Number.NEGATIVE_INFINITY;
  const look = () => {
    if (team.size() === 0 || team.shortfall() > 0 || team.worth() <= worth) return;
    kept = [...team.members()].sort(byPlace);
    worth = team.worth();
  };
  look();
  return { look, team: () => kept };
}

const byPlace = (one: number, other: number): number => one - other;

/** More than any one person can be worth. */
function chargeOf({ problem, own, partners }: IndexedProblem): number {
  const demands = problem.demands.reduce((sum, { weight }) => sum + weight, 0);
  const alone = own.reduce((most, worth) => Math.max(most, Math.abs(worth)), 0);
  const cohesion = partners.reduce((most, list) => {
    const strengths = list.reduce((sum, { strength }) => sum + strength, 0);
    return Math.max(most, strengths);
  }, 0);
  const { change, cohesion: price } = problem.policy;
  return 2 * (demands + alone + change + price * cohesion) + 1;
}

interface Climber {
  team: Standing;
  pool: readonly number[];
  pinned: ReadonlySet<number>;
  scoreOf: (worth: number, shortfall: number) => number;
}

interface Move {
  add: number | null;
  drop: number | null;
  score: number;
}

function makeBestMove(climber: Climber): boolean {
  const { team, pinned, scoreOf } = climber;
  let best: Move = { add: null, drop: null, score: scoreOf(team.worth(), team.shortfall()) };
  best = bestAddition(climber, best, null);
  for (const member of [...team.members()]) {
    if (pinned.has(member)) continue;
    team.drop(member);
    const score = scoreOf(team.worth(), team.shortfall());
    if (score > best.score + LEAST_GAIN) best = { add: null, drop: member, score };
    best = bestAddition(climber, best, member);
    team.add(member);
  }
  if (best.drop !== null) team.drop(best.drop);
  if (best.add !== null) team.add(best.add);
  return best.drop !== null || best.add !== null;
}

function bestAddition({ team, pool, scoreOf }: Climber, best: Move, drop: number | null): Move {
  let found = best;
  for (const place of pool) {
    if (team.has(place) || place === drop) continue;
    const worth = team.worthWith(place);
    // A shortfall only takes off: most need not be asked about the rules at all.
    if (worth <= found.score + LEAST_GAIN) continue;
    const score = scoreOf(worth, team.shortfallWith(place));
    if (score > found.score + LEAST_GAIN) found = { add: place, drop, score };
  }
  return found;
}
