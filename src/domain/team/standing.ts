import { COVERAGE_TOLERANCE, coverageRules, coverageWeights } from "./coverage.ts";
import type { Eligible } from "./eligible.ts";
import type { IndexedProblem } from "./indexed.ts";
import { type Candidate, reaches, type TeamRule } from "./problem.ts";
import { SHARE_TOLERANCE } from "./rules.ts";

/**
 * A team that changes by one person at a time, with its worth and how far it is from keeping the
 * rules always at hand: what climbing needs to weigh a thousand moves a millisecond.
 */
export interface Standing {
  members: () => readonly number[];
  has: (place: number) => boolean;
  size: () => number;
  /** Worth of the team, without what every team pays. */
  worth: () => number;
  /** How many people, roughly, stand between the team and the rules; 0 when it keeps them. */
  shortfall: () => number;
  add: (place: number) => void;
  drop: (place: number) => void;
  /** What the worth would become. */
  worthWith: (place: number) => number;
  /** What the shortfall would become. */
  shortfallWith: (place: number) => number;
}

/** A rule that counts members: how far a count is from it, in people. */
interface CountedRule {
  counts: (place: number) => boolean;
  short: (count: number, size: number) => number;
}

export function standingOf(problem: IndexedProblem, eligible: Eligible): Standing {
  const { candidates, demands, policy } = problem.problem;
  const { size, blocked } = eligible;
  const members = new Set<number>();
  const isMember = new Uint8Array(candidates.length);
  const fits: number[][] = demands.map(() => []);
  const rules = countedRules(problem, eligible);
  const features: (Uint8Array | undefined)[] = [];
  const tally = rules.map(() => 0);
  const institutions = new Int32Array(problem.institutionCount);
  const most = eligible.institutionMax;
  const least = leastInstitutions(problem.problem.rules);
  const asked = coverageRules(problem.problem).map(({ min, ...rule }) => ({
    min,
    weights: coverageWeights(problem.problem, rule),
    share: 0,
  }));
  let worth = 0;
  let different = 0;
  let crowding = 0;
  let clashes = 0;

  return {
    members: () => [...members],
    has: (place) => isMember[place] === 1,
    size: () => members.size,
    worth: () => worth,
    shortfall: () =>
      shortBy(members.size) + crowding + clashes + Math.max(0, least - different) + uncovered(null),
    add: (place) => {
      worth += gain(place);
      countShares(place, 1);
      clashes += clashesWith(place);
      members.add(place);
      isMember[place] = 1;
      for (const { demand, fit } of problem.covers[place] ?? []) insert(fits[demand] ?? [], fit);
      count(place, 1);
    },
    drop: (place) => {
      members.delete(place);
      isMember[place] = 0;
      for (const { demand, fit } of problem.covers[place] ?? []) remove(fits[demand] ?? [], fit);
      count(place, -1);
      clashes -= clashesWith(place);
      worth -= gain(place);
      countShares(place, -1);
    },
    worthWith: (place) => worth + gain(place),
    shortfallWith: (place) => {
      const institution = problem.institutions[place] ?? 0;
      const there = institutions[institution] ?? 0;
      return (
        shortBy(members.size + 1, featuresOf(place)) +
        crowding +
        (there >= most ? 1 : 0) +
        clashes +
        clashesWith(place) +
        Math.max(0, least - different - (there === 0 ? 1 : 0)) +
        uncovered(place)
      );
    },
  };

  /** How far the coverages asked for are not reached, with somebody more or as it is. */
  function uncovered(joining: number | null): number {
    let sum = 0;
    for (const { min, share, weights } of asked) {
      const more = joining === null ? 0 : shareGain(joining, weights);
      const short = min - share - more;
      if (short > COVERAGE_TOLERANCE) sum += short * PEOPLE_FOR_ALL;
    }
    return sum;
  }

  /** Called while somebody is not among those who are counted. */
  function countShares(place: number, step: 1 | -1): void {
    for (const one of asked) one.share += step * shareGain(place, one.weights);
  }

  function shareGain(place: number, weights: readonly number[]): number {
    let sum = 0;
    for (const { demand, fit } of problem.covers[place] ?? []) {
      const weight = weights[demand] ?? 0;
      if (weight > 0) sum += weight * depthGain(fits[demand] ?? NOTHING, fit, policy.depth);
    }
    return sum;
  }

  /** What somebody who is not in the team would add to its worth. */
  function gain(place: number): number {
    const kept = problem.isCurrent[place] === 1 ? policy.change : 0;
    return (problem.own[place] ?? 0) + kept + coverageGain(place) + cohesionGain(place);
  }

  function coverageGain(place: number): number {
    let sum = 0;
    for (const { demand, fit } of problem.covers[place] ?? []) {
      const weight = demands[demand]?.weight ?? 0;
      sum += weight * depthGain(fits[demand] ?? NOTHING, fit, policy.depth);
    }
    return sum;
  }

  function cohesionGain(place: number): number {
    let sum = 0;
    for (const { other, strength } of problem.partners[place] ?? []) {
      if (isMember[other] === 1) sum += policy.cohesion * strength;
    }
    return sum;
  }

  function clashesWith(place: number): number {
    let sum = 0;
    for (const other of blocked.get(place) ?? NOTHING) sum += isMember[other] ?? 0;
    return sum;
  }

  /** 1 for each rule that counts somebody: found out when first asked for. */
  function featuresOf(place: number): Uint8Array {
    const known = features[place];
    if (known) return known;
    const found = Uint8Array.from(rules, ({ counts }) => (counts(place) ? 1 : 0));
    features[place] = found;
    return found;
  }

  function count(place: number, step: 1 | -1): void {
    for (const [rule, counts] of featuresOf(place).entries()) {
      tally[rule] = (tally[rule] ?? 0) + counts * step;
    }
    const institution = problem.institutions[place] ?? 0;
    const before = institutions[institution] ?? 0;
    const after = before + step;
    institutions[institution] = after;
    different += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    crowding += Math.max(0, after - most) - Math.max(0, before - most);
  }

  function shortBy(people: number, joining?: Uint8Array): number {
    let sum = Math.max(0, size.min - people) + Math.max(0, people - size.max);
    for (let rule = 0; rule < rules.length; rule += 1) {
      const counted = (tally[rule] ?? 0) + (joining?.[rule] ?? 0);
      sum += rules[rule]?.short(counted, people) ?? 0;
    }
    return sum;
  }
}

const NOTHING: readonly number[] = [];

/** Nobody covers everything: all of a coverage asked for is taken for what so many people bring. */
const PEOPLE_FOR_ALL = 50;

/** What a fit adds to the coverage of a demand of weight 1 that has these fits, best first. */
function depthGain(fits: readonly number[], fit: number, depth: readonly number[]): number {
  let rank = 0;
  while (rank < fits.length && (fits[rank] ?? 0) >= fit) rank += 1;
  let gain = 0;
  let moving = fit;
  // Everybody after the newcomer moves a rank down.
  for (; rank < depth.length; rank += 1) {
    const displaced = fits[rank] ?? 0;
    gain += (depth[rank] ?? 0) * (moving - displaced);
    moving = displaced;
    if (moving === 0) break;
  }
  return gain;
}

function insert(fits: number[], fit: number): void {
  const at = fits.findIndex((one) => one < fit);
  fits.splice(at === -1 ? fits.length : at, 0, fit);
}

function remove(fits: number[], fit: number): void {
  fits.splice(fits.indexOf(fit), 1);
}

function countedRules({ problem }: IndexedProblem, { pinned, limits }: Eligible): CountedRule[] {
  const { candidates, rules } = problem;
  const by = (counts: (candidate: Candidate) => boolean) => (place: number) => {
    const candidate = candidates[place];
    return candidate !== undefined && counts(candidate);
  };
  const pins: CountedRule[] =
    pinned.size === 0
      ? []
      : [{ counts: (place) => pinned.has(place), short: (count) => pinned.size - count }];
  const limited = limits.map(({ people, min = 0, max = Number.POSITIVE_INFINITY }) => ({
    counts: (place: number) => people.has(place),
    short: (count: number) => Math.max(0, min - count) + Math.max(0, count - max),
  }));
  return [...pins, ...limited, ...rules.flatMap((rule) => countedRule(rule, by))];
}

type ByCandidate = (counts: (candidate: Candidate) => boolean) => CountedRule["counts"];

function countedRule(rule: TeamRule, by: ByCandidate): CountedRule[] {
  switch (rule.id) {
    case "leader":
      return [
        {
          counts: by(({ title }) => reaches(title, rule.minTitle)),
          short: (count) => Math.max(0, 1 - count),
        },
      ];
    case "title":
      return [
        { counts: by(({ title }) => reaches(title, rule.minTitle)), short: atLeast(rule.minShare) },
      ];
    case "tierShare": {
      const [least, most] = [atLeast(rule.minShare ?? 0), atMost(rule.maxShare ?? 1)];
      return [
        {
          counts: by(({ tier }) => rule.tiers.includes(tier)),
          short: (count, size) => least(count, size) + most(count, size),
        },
      ];
    }
    case "outside":
      return [{ counts: by(({ tier }) => tier === "outside"), short: atMost(rule.maxShare) }];
    case "demandMin":
      return [
        {
          counts: by(({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast),
          short: (count) => Math.max(0, rule.min - count),
        },
      ];
    // Kept by who is eligible, by the size, or counted by institution, pair and demand.
    case "size":
    case "freeDays":
    case "institutionMax":
    case "institutionsMin":
    case "blockedPair":
    case "coverageMin":
      return [];
  }
}

const atLeast = (share: number) => (count: number, size: number) =>
  Math.max(0, share * size - SHARE_TOLERANCE - count);

const atMost = (share: number) => (count: number, size: number) =>
  Math.max(0, count - share * size - SHARE_TOLERANCE);

const leastInstitutions = (rules: readonly TeamRule[]): number =>
  Math.max(0, ...rules.map((rule) => (rule.id === "institutionsMin" ? rule.min : 0)));
