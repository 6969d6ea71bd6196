import { type Baseline, bestOf, eligiblePlaces, filled, pinnedPlaces, sizesOf } from "./seats.ts";

const TEAMS = 1_000;
/** How many are drawn before a team is given up. */
const DRAWS = 400;

/** The best of 1,000 teams drawn at random among those who may be in one; always the same ones. */
export const bestOfRandom: Baseline = (problem) => {
  const people = eligiblePlaces(problem);
  const sizes = sizesOf(problem);
  const begun = pinnedPlaces(problem);
  if (people.length === 0 || sizes.length === 0) return null;
  const next = draws(1);
  function* order(): Generator<number> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      yield people[Math.floor(next() * people.length)] ?? 0;
    }
  }
  function* teams(): Generator<number[]> {
    for (let team = 0; team < TEAMS; team += 1) {
      const size = sizes[Math.floor(next() * sizes.length)] ?? 1;
      yield filled(problem, order(), { begun, size });
    }
  }
  return bestOf(problem, teams());
};

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
