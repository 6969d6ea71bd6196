import { type IndexedProblem, placeOf } from "./indexed.ts";
import { type Candidate, reaches, type TeamRule } from "./problem.ts";

/** How many of some people a team may or must have, beside the rules. */
export interface PeopleLimit {
  people: ReadonlySet<number>;
  min?: number;
  max?: number;
}

/** Who may be chosen at all, and what follows from the rules before any searching. */
export interface Eligible {
  /** Places of those who may be in a team, in the order of the problem. */
  people: readonly number[];
  /** Places of those who must be in it. */
  pinned: ReadonlySet<number>;
  size: { min: number; max: number };
  /** Whether two people may be in one team, as far as rules about pairs say. */
  pairAllowed: (one: number, other: number) => boolean;
  /** By place: whom somebody is blocked with; absent when with nobody. */
  blocked: ReadonlyMap<number, ReadonlySet<number>>;
  /** The most of one institution; Infinity when no rule says. */
  institutionMax: number;
  limits: readonly PeopleLimit[];
}

/**
 * Who may be in a team: everybody but those whom a rule about each member keeps out, who are
 * excluded or are blocked with somebody pinned. A pinned person whom a rule keeps out leaves
 * nobody to choose: the problem is infeasible, and `pinned` then holds people not in `people`.
 */
export function eligible(problem: IndexedProblem, limits: readonly PeopleLimit[] = []): Eligible {
  const { candidates, pins, rules } = problem.problem;
  const pinned = new Set(pins.map((id) => placeOf(problem.places, id)));
  const blocked = blockedPairs(problem);
  const institutionMax = Math.min(
    ...rules.map((rule) => (rule.id === "institutionMax" ? rule.max : Number.POSITIVE_INFINITY)),
  );
  const pairAllowed = (one: number, other: number) =>
    !blocked.get(one)?.has(other) &&
    !(institutionMax < 2 && problem.institutions[one] === problem.institutions[other]);
  const outside = outsiders(problem);
  const people = candidates.flatMap((_, place) => {
    if (outside.has(place)) return [];
    const isBlocked = [...(blocked.get(place) ?? [])].some((other) => pinned.has(other));
    return isBlocked && !pinned.has(place) ? [] : [place];
  });
  const size = sizeRange(rules, people.length);
  return { people, pinned, size, pairAllowed, blocked, institutionMax, limits };
}

function outsiders({ problem }: IndexedProblem): Set<number> {
  const excluded = new Set(problem.excludes);
  const places = problem.candidates.flatMap((candidate, place) =>
    excluded.has(candidate.id) || problem.rules.some((rule) => keepsOut(rule, candidate))
      ? [place]
      : [],
  );
  return new Set(places);
}

/** Whether a rule about each single member keeps this person out. */
export function keepsOut(rule: TeamRule, candidate: Candidate): boolean {
  switch (rule.id) {
    case "freeDays":
      return candidate.freeDays < rule.min;
    case "outside":
      return candidate.tier === "outside" && !reaches(candidate.title, rule.minTitle);
    case "title":
      return rule.minShare >= 1 && !reaches(candidate.title, rule.minTitle);
    default:
      return false;
  }
}

function blockedPairs({ problem, places }: IndexedProblem): Map<number, Set<number>> {
  const blocked = new Map<number, Set<number>>();
  const add = (one: number, other: number) => {
    const others = blocked.get(one);
    if (others) others.add(other);
    else blocked.set(one, new Set([other]));
  };
  for (const rule of problem.rules) {
    if (rule.id !== "blockedPair") continue;
    const [one, other] = [placeOf(places, rule.a), placeOf(places, rule.b)];
    add(one, other);
    add(other, one);
  }
  return blocked;
}

function sizeRange(rules: readonly TeamRule[], people: number): Eligible["size"] {
  const sizes = rules.filter((rule) => rule.id === "size");
  return {
    min: Math.max(1, ...sizes.map(({ min }) => min ?? 1)),
    max: Math.min(people, ...sizes.map(({ max }) => max ?? people)),
  };
}
