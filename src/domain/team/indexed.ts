import type { TeamProblem } from "./problem.ts";

/** A fit above 0 of a candidate on a demand, both by their place in the problem. */
interface Cover {
  demand: number;
  fit: number;
}

/** Somebody a candidate has worked with. */
interface Partner {
  other: number;
  strength: number;
}

/** A problem with people and demands by their place in it: what all the counting works on. */
export interface IndexedProblem {
  problem: TeamProblem;
  /** Place of each candidate by id. */
  places: ReadonlyMap<string, number>;
  /** Of each candidate. */
  covers: readonly (readonly Cover[])[];
  /** Of each candidate. */
  partners: readonly (readonly Partner[])[];
  /** What each candidate brings alone: quality less travel and load. */
  own: Float64Array;
  /** 1 for each member of today's team. */
  isCurrent: Uint8Array;
  /** Place of each candidate's institution among the institutions. */
  institutions: Int32Array;
  institutionCount: number;
}

export function indexed(problem: TeamProblem): IndexedProblem {
  const { candidates, demands, pairs, policy } = problem;
  const places = new Map(candidates.map(({ id }, place) => [id, place]));
  const demandPlaces = new Map(demands.map(({ id }, place) => [id, place]));
  const partners: Partner[][] = candidates.map(() => []);
  for (const { a, b, strength } of pairs) {
    const one = placeOf(places, a);
    const other = placeOf(places, b);
    if (strength === 0) continue;
    partners[one]?.push({ other, strength });
    partners[other]?.push({ other: one, strength });
  }
  const current = new Set(problem.current);
  const names = [...new Set(candidates.map(({ institution }) => institution))];
  const institutionPlaces = new Map(names.map((name, place) => [name, place]));
  return {
    problem,
    places,
    covers: candidates.map(({ covers }) =>
      Object.entries(covers)
        .filter(([, fit]) => fit > 0)
        .map(([id, fit]) => ({ demand: placeOf(demandPlaces, id), fit })),
    ),
    partners,
    own: Float64Array.from(
      candidates,
      ({ quality, travelKm, load }) =>
        policy.quality * quality - policy.travelPerKm * travelKm - policy.loadPerPosting * load,
    ),
    isCurrent: Uint8Array.from(candidates, ({ id }) => (current.has(id) ? 1 : 0)),
    institutions: Int32Array.from(candidates, ({ institution }) =>
      placeOf(institutionPlaces, institution),
    ),
    institutionCount: names.length,
  };
}

/** Throws when a place is asked for that reading the problem should have refused. */
export function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`"${id}" is not in the problem`);
  return place;
}
