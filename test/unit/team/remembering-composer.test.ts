import { describe, expect, test } from "vitest";
import { rememberingComposer } from "../../../src/adapters/solver/remembering-composer.ts";
import type { TeamAnswer } from "../../../src/domain/team/answer.ts";
import type { ComposeRequest } from "../../../src/domain/team/composer.ts";
import { testComposer } from "../../support/composer.ts";
import { randomTeamProblem } from "../../support/random-team-problems.ts";

const asking = (seed: number, rest: Partial<ComposeRequest> = {}): ComposeRequest => ({
  problem: randomTeamProblem(seed),
  timeLimit: 30,
  alternatives: 0,
  substitutes: false,
  repairs: false,
  deputies: [],
  coordinatorTier: null,
  ...rest,
});

/** A memory before a real composer, whose searches are counted and whose clock is set by hand. */
function counted(limits: { mostAnswers?: number; mostBytes?: number } = {}) {
  const solver = testComposer();
  const seen = { searches: 0, now: 0, takes: 1, told: (answer: TeamAnswer) => answer };
  const composer = rememberingComposer(
    {
      compose: async (request, how) => {
        seen.searches += 1;
        seen.now += seen.takes;
        return seen.told(await solver.compose(request, how));
      },
    },
    { clock: () => seen.now, keptMs: 1_000, ...limits },
  );
  return { composer, seen };
}

describe("the memory of the composer", () => {
  test("answers the same problem again without a search, whatever the time allowed", async () => {
    const { composer, seen } = counted();
    const first = await composer.compose(asking(1));
    expect(await composer.compose(asking(1, { timeLimit: 5 }))).toEqual(first);
    expect(seen.searches).toBe(1);
  });

  test("searches again when anything else is asked, and after a while", async () => {
    const { composer, seen } = counted();
    await composer.compose(asking(1));
    await composer.compose(asking(1, { alternatives: 1 }));
    await composer.compose(asking(2));
    expect(seen.searches).toBe(3);
    seen.now += 1_001;
    await composer.compose(asking(1));
    expect(seen.searches).toBe(4);
  });

  test("is not changed by what a reader does to an answer", async () => {
    const { composer } = counted();
    const first = await composer.compose(asking(1));
    const second = await composer.compose(asking(1));
    second.members.length = 0;
    expect(await composer.compose(asking(1))).toEqual(first);
  });

  test.each<[string, (answer: TeamAnswer) => TeamAnswer, number]>([
    ["is not proven", (answer) => ({ ...answer, status: "feasible" }), 1],
    [
      "has an alternative without its proof",
      (answer) => ({
        ...answer,
        alternatives: [{ objective: 1, bound: 2, distance: 1, proven: false, members: [] }],
      }),
      1,
    ],
    ["took all of its time", (answer) => answer, 30_000],
  ])("keeps no answer that %s", async (_, told, takes) => {
    const { composer, seen } = counted();
    Object.assign(seen, { told, takes });
    await composer.compose(asking(1));
    await composer.compose(asking(1));
    expect(seen.searches).toBe(2);
  });

  test("keeps no answer of a search that was stopped", async () => {
    const { composer, seen } = counted();
    const signal = AbortSignal.abort();
    await composer.compose(asking(1), { signal });
    await composer.compose(asking(1));
    expect(seen.searches).toBe(2);
  });

  test("keeps so many answers, and of those what was asked for last", async () => {
    const { composer, seen } = counted({ mostAnswers: 2 });
    for (const seed of [1, 2, 1, 3]) await composer.compose(asking(seed));
    expect(seen.searches).toBe(3);
    await composer.compose(asking(1));
    expect(seen.searches).toBe(3);
    await composer.compose(asking(2));
    expect(seen.searches).toBe(4);
  });

  test("keeps so many bytes", async () => {
    const { composer, seen } = counted({ mostBytes: 10 });
    await composer.compose(asking(1));
    await composer.compose(asking(1));
    expect(seen.searches).toBe(2);
  });
});
