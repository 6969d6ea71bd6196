import type { IndexedProblem } from "../../../src/domain/team/indexed.ts";
import {
  type Baseline,
  type BaselineTeam,
  bestOf,
  eligiblePlaces,
  filled,
  mayBegin,
  pinnedPlaces,
  sizesOf,
} from "./seats.ts";
import { scoresOf } from "./top-by-score.ts";

/** Who fits a demand this well has its skill. */
const HAS_SKILL = 0.6;
/** Holders of the rarest skill that are tried as the middle of a team. */
const MIDDLES = 40;

/**
 * RarestFirst of Lappas, Liu and Terzi, "Finding a team of experts in social networks" (KDD 2009):
 * around each holder of the rarest skill a team of those who are nearest to them in the network of
 * past co-work, one for each other skill; the team of the least diameter is taken. Seats that are
 * left are filled by score, as the rules ask for a size.
 */
export const rarestFirst: Baseline = (problem) => {
  const people = eligiblePlaces(problem);
  const holders = holdersOf(problem, people);
  const order = [...holders.keys()].sort(
    (one, other) => (holders[one]?.length ?? 0) - (holders[other]?.length ?? 0),
  );
  const rarest = order.find((demand) => (holders[demand]?.length ?? 0) > 0);
  if (rarest === undefined) return null;
  const scores = scoresOf(problem);
  const byScore = [...people].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  const teams = (holders[rarest] ?? []).slice(0, MIDDLES).flatMap((middle) => {
    const found = around(problem, middle, { holders, order, byScore });
    if (!found) return [];
    const diameter = Math.max(...found.team.map((place) => apart(problem, middle, place)));
    return [{ found, diameter }];
  });
  const [nearest] = teams.sort(
    (one, other) => one.diameter - other.diameter || other.found.objective - one.found.objective,
  );
  return nearest?.found ?? null;
};

interface Network {
  /** Of each demand, the best fitting first. */
  holders: readonly (readonly number[])[];
  /** Demands, the rarest first. */
  order: readonly number[];
  byScore: readonly number[];
}

const fitOn = ({ covers }: IndexedProblem, place: number, demand: number): number =>
  covers[place]?.find((cover) => cover.demand === demand)?.fit ?? 0;

const holdersOf = (problem: IndexedProblem, people: readonly number[]): number[][] =>
  problem.problem.demands.map((_, demand) =>
    people
      .filter((place) => fitOn(problem, place, demand) >= HAS_SKILL)
      .sort((one, other) => fitOn(problem, other, demand) - fitOn(problem, one, demand)),
  );

/** 0 for oneself, less than 1 for those who worked together, the less the more; else 1. */
const apart = ({ partners }: IndexedProblem, one: number, other: number): number =>
  one === other
    ? 0
    : 1 - (partners[one]?.find((partner) => partner.other === other)?.strength ?? 0);

function around(
  problem: IndexedProblem,
  middle: number,
  { holders, order, byScore }: Network,
): BaselineTeam | null {
  const teams = sizesOf(problem).map((size) => {
    const team = [...new Set([...pinnedPlaces(problem), middle])];
    for (const demand of order) {
      const isCovered = team.some((place) => fitOn(problem, place, demand) >= HAS_SKILL);
      if (isCovered || team.length >= size) continue;
      const near = [...(holders[demand] ?? [])].sort(
        (one, other) => apart(problem, middle, one) - apart(problem, middle, other),
      );
      const next = near.find((place) => mayBegin(problem, [...team, place], size));
      if (next !== undefined) team.push(next);
    }
    return filled(problem, byScore, { begun: team, size });
  });
  return bestOf(problem, teams);
}
