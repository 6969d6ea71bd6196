import type { TeamProblem } from "../../src/domain/team/problem.ts";
import { randomTeamProblem } from "./random-team-problems.ts";

/** A problem that takes long: many people alike in worth, who have all worked together. */
export function hardTeamProblem(): TeamProblem {
  const base = randomTeamProblem(11);
  const ids = Array.from({ length: 220 }, (_, place) => `e${place}`);
  return {
    ...base,
    candidates: ids.map((id, place) => ({
      id,
      title: "senior",
      tier: "county",
      institution: `i${place % 40}`,
      freeDays: 30,
      travelKm: (place * 37) % 100,
      load: 0,
      quality: ((place * 61) % 100) / 100,
      covers: { d0: 0.3 + ((place * 13) % 70) / 100 },
    })),
    pairs: ids.flatMap((a, place) =>
      [1, 3, 7, 19, 43].map((step) => ({
        a,
        b: ids[(place + step) % ids.length] ?? "",
        strength: ((place * step * 17) % 100) / 100,
      })),
    ),
    policy: { ...base.policy, cohesion: 4, quality: 1, travelPerKm: 0.001 },
    demands: [{ id: "d0", weight: 5 }],
    current: [],
    rules: [{ id: "size", min: 8, max: 12 }],
    pins: [],
    excludes: [],
  };
}
