import {
  type Abstention,
  abstention,
  coverageOf,
  leastCoveragePoints,
  NEAREST,
} from "./abstention.ts";
import type { Candidate } from "./candidate.ts";
import type { ExpertFacts } from "./facts.ts";
import type { Matching } from "./matching.ts";
import { fitsAtAll, isEligible, type Judged, judge, rank } from "./ranking.ts";

/** Who is recommended, best first, or why nobody is. */
export interface Recommendation {
  /** At most as many as were asked for; empty when it abstains. */
  listed: readonly Judged[];
  abstained: Abstention | null;
  /** How many experts were read in full. */
  read: number;
}

/** Recommends out of experts who are all known in full: the measure of `recommendFrom`. */
export function recommendAmong(
  matching: Matching,
  experts: readonly ExpertFacts[],
  limit: number,
): Recommendation {
  const abstained = abstention(
    matching,
    experts.map((facts) => judge(matching, facts)),
  );
  const listed = abstained ? [] : rank(matching, experts).slice(0, limit);
  return { listed, abstained, read: experts.length };
}

export interface Source {
  /** Everyone on duty who fits at all; in any order. */
  candidates: readonly Candidate[];
  /** Full facts of these experts, in any order; whoever is gone may be left out. */
  loadFacts: (ids: readonly string[]) => Promise<readonly ExpertFacts[]>;
  /** How many to list, at least 1. */
  limit: number;
  /** How many to read at first; by default somewhat more than are to be listed. */
  firstBatch?: number;
}

/**
 * The same recommendation as judging everyone on duty would give, reading as few in full as the
 * bounds allow. Candidates are read in batches, the highest bound first, until no unread one can
 * reach the list any more: its bound is below the last score listed, or equal to it with a larger
 * id. An abstention is decided and illustrated by reading on in the same way.
 */
export async function recommendFrom(matching: Matching, source: Source): Promise<Recommendation> {
  const reading = openReading(matching, source);
  const open = source.candidates.filter(({ refused }) => !refused);
  const listed = await readBest(reading, {
    candidates: open,
    limit: source.limit,
    bound: ({ bound }) => bound,
    value: (judged) => (isEligible(judged) ? judged.scored.score : null),
  });
  if (listed.some((judged) => coverageOf(judged) >= leastCoveragePoints(matching))) {
    return { listed, abstained: null, read: reading.judged.size };
  }
  await readBest(reading, {
    candidates: open,
    limit: 1,
    bound: ({ coveragePoints }) => coveragePoints,
    value: (judged) => (isEligible(judged) ? coverageOf(judged) : null),
  });
  // Coverage counts before the score, whose greatest value is below this factor.
  const factor = 100_000;
  await readBest(reading, {
    candidates: source.candidates,
    limit: NEAREST,
    bound: ({ coveragePoints, bound }) => coveragePoints * factor + bound,
    value: (judged) => coverageOf(judged) * factor + judged.scored.score,
  });
  const abstained = abstention(matching, [...reading.judged.values()]);
  return { listed: abstained ? [] : listed, abstained, read: reading.judged.size };
}

/** Who has been read so far; each at most once. */
interface Reading {
  readonly firstBatch: number;
  readonly judged: Map<string, Judged>;
  read(ids: readonly string[]): Promise<void>;
}

function openReading(matching: Matching, { loadFacts, limit, firstBatch }: Source): Reading {
  const seen = new Set<string>();
  const judged = new Map<string, Judged>();
  const read = async (ids: readonly string[]) => {
    const unread = ids.filter((id) => !seen.has(id));
    if (unread.length === 0) return;
    for (const facts of await loadFacts(unread)) judged.set(facts.id, judge(matching, facts));
    for (const id of unread) seen.add(id);
  };
  return { firstBatch: firstBatch ?? Math.max(16, limit + (limit >> 1)), judged, read };
}

interface Search {
  candidates: readonly Candidate[];
  limit: number;
  /** Never below the value the candidate turns out to have. */
  bound: (candidate: Candidate) => number;
  /** Null = not to be listed. */
  value: (judged: Judged) => number | null;
}

interface Valued {
  id: string;
  value: number;
  judged: Judged;
}

/** The best by value, then id, having read no more than needed to be sure of it. */
async function readBest(reading: Reading, search: Search): Promise<Judged[]> {
  const queue = search.candidates
    .map((candidate) => ({ id: candidate.id, value: search.bound(candidate) }))
    .sort(byValue);
  let best: Valued[] = [];
  for (let next = 0; next < queue.length; ) {
    const last = best[search.limit - 1];
    const batch = queue
      .slice(next, next + Math.max(reading.firstBatch, next))
      .filter((candidate) => !last || byValue(candidate, last) < 0);
    if (batch.length === 0) break;
    next += batch.length;
    const ids = batch.map(({ id }) => id);
    await reading.read(ids);
    best = [...best, ...ids.flatMap((id) => valued(reading, search, id))]
      .sort(byValue)
      .slice(0, search.limit);
  }
  return best.map(({ judged }) => judged);
}

function valued(reading: Reading, search: Search, id: string): Valued[] {
  const judged = reading.judged.get(id);
  const value = judged && fitsAtAll(judged) ? search.value(judged) : null;
  return judged && value !== null ? [{ id, value, judged }] : [];
}

function byValue(one: { id: string; value: number }, other: { id: string; value: number }): number {
  if (one.value !== other.value) return other.value - one.value;
  return one.id < other.id ? -1 : 1;
}
