import { PROFESSIONAL_TITLES } from "../../src/domain/model/expert.ts";
import { type TeamProblem, type TeamRule, TIERS } from "../../src/domain/team/problem.ts";

/** Random numbers that are the same for the same seed (mulberry32). */
function lot(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    chance: (share: number) => next() < share,
    hundredths: (least: number, most: number) => whole(least, most) / 100,
    of: <Item>(list: readonly Item[]): Item => {
      const item = list[whole(0, list.length - 1)];
      if (item === undefined) throw new Error("the list is empty");
      return item;
    },
  };
}

type Lot = ReturnType<typeof lot>;

/** The same with a coverage asked for, of all demands or of one. */
export function randomAskedProblem(seed: number, people: number): TeamProblem {
  const problem = randomTeamProblem(seed, people);
  const random = lot(seed + 1);
  const demands = problem.demands.slice(0, 2);
  const asked = () => ({
    id: "coverageMin" as const,
    ...(random.chance(0.4) ? { demand: random.of(demands).id } : {}),
    min: random.hundredths(10, 100),
  });
  const ids = new Set(demands.map(({ id }) => id));
  return {
    ...problem,
    demands,
    candidates: problem.candidates.map((candidate) => ({
      ...candidate,
      covers: Object.fromEntries(Object.entries(candidate.covers).filter(([id]) => ids.has(id))),
    })),
    rules: [
      ...problem.rules.filter((rule) => rule.id !== "demandMin" || ids.has(rule.demand)),
      asked(),
      ...(random.chance(0.3) ? [asked()] : []),
    ],
  };
}

/** A small problem with any mix of the rules, pins, exclusions, co-work and renewals. */
export function randomTeamProblem(seed: number, people = 9): TeamProblem {
  const random = lot(seed);
  const demands = Array.from({ length: random.whole(1, 5) }, (_, place) => ({
    id: `d${place}`,
    industry: random.of(["citrus", "tea", "pig"]),
    weight: random.whole(1, 9),
  }));
  const count = random.whole(3, people);
  const candidates = Array.from({ length: count }, (_, place) => ({
    id: `e${place}`,
    title: random.of(PROFESSIONAL_TITLES),
    tier: random.of(TIERS),
    institution: `i${random.whole(0, 4)}`,
    freeDays: random.whole(0, 60),
    travelKm: random.whole(0, 300),
    load: random.whole(0, 2),
    quality: random.hundredths(0, 100),
    covers: Object.fromEntries(
      demands.filter(() => random.chance(0.45)).map(({ id }) => [id, random.hundredths(30, 100)]),
    ),
  }));
  const ids = candidates.map(({ id }) => id);
  const pairs = ids.flatMap((a, place) =>
    ids
      .slice(place + 1)
      .filter(() => random.chance(0.3))
      .map((b) => ({ a, b, strength: random.hundredths(1, 100) })),
  );
  const pins = random.chance(0.25) ? [random.of(ids)] : [];
  return {
    format: "ketepai-team-problem",
    version: 1,
    name: `random ${seed}`,
    demands,
    candidates,
    pairs,
    policy: {
      depth: random.of([[1], [1, 0.5], [1, 0.5, 0.25], [1, 1], [1, 0.4, 0]]),
      quality: random.of([0, 1, 3]),
      // Where everybody costs more than they bring, the smallest team is best: shares then decide.
      travelPerKm: random.of([0, 0.001, 0.02, 0.02, 1]),
      loadPerPosting: random.of([0, 0.6, 1]),
      cohesion: random.of([0, 0.8, 4]),
      change: random.of([0, 2]),
    },
    ...(random.chance(0.3) ? { current: ids.filter(() => random.chance(0.4)) } : {}),
    rules: randomRules(
      random,
      ids,
      demands.map(({ id }) => id),
    ),
    pins,
    excludes: random.chance(0.25)
      ? ids.filter((id) => random.chance(0.2) && !pins.includes(id))
      : [],
  };
}

function randomRules(random: Lot, ids: readonly string[], demands: readonly string[]): TeamRule[] {
  const share = () => random.of([0.2, 0.25, 1 / 3, 0.5, 0.6, 0.9]);
  const title = () => random.of(PROFESSIONAL_TITLES);
  const least = random.whole(1, 4);
  const [a, b] = [random.of(ids), random.of(ids)];
  const rules: TeamRule[][] = [
    [{ id: "size", min: least, max: least + random.whole(0, 3) }],
    [{ id: "leader", minTitle: title() }],
    [{ id: "title", minTitle: title(), minShare: random.of([share(), 1]) }],
    [{ id: "tierShare", tiers: [random.of(TIERS)], minShare: share() }],
    [{ id: "tierShare", tiers: [random.of(TIERS), random.of(TIERS)], maxShare: share() }],
    [{ id: "outside", maxShare: share(), minTitle: title() }],
    [{ id: "institutionMax", max: random.whole(1, 2) }],
    [{ id: "institutionsMin", min: random.whole(1, 4) }],
    [
      {
        id: "demandMin",
        demand: random.of(demands),
        min: random.whole(1, 2),
        fitAtLeast: random.hundredths(30, 80),
      },
    ],
    [{ id: "freeDays", min: random.whole(1, 30) }],
    a === b ? [] : [{ id: "blockedPair", a, b }],
  ];
  return rules.flatMap((rule, place) => (random.chance(place === 0 ? 0.75 : 0.3) ? rule : []));
}
