import { describe, expect, it } from "vitest";
import { highsEngine } from "../../../src/adapters/solver/highs.ts";
import type { IntegerOutcome, LinearEngine } from "../../../src/domain/optimisation/engine.ts";
import { type LinearProgram, programBuilder } from "../../../src/domain/optimisation/program.ts";
import { searchWhole } from "../../../src/domain/optimisation/search-whole.ts";
import { fc } from "../../support/properties.ts";

const engine = await highsEngine();
const how = { deciding: [0], seconds: 4, shouldStop: () => false };
const COLUMNS = 4;
const MOST = 2;

const numbers = (least: number, most: number) =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: COLUMNS, maxLength: COLUMNS });

const programs = fc
  .record({
    costs: numbers(-9, 9),
    rows: fc.array(
      fc.record({
        factors: numbers(-5, 5),
        lower: fc.constantFrom(Number.NEGATIVE_INFINITY, -3, 0, 2),
        room: fc.constantFrom(0, 1, 4, Number.POSITIVE_INFINITY),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ costs, rows }) => {
    const builder = programBuilder();
    for (const cost of costs) builder.column({ cost, lower: 0, upper: MOST, integral: true });
    for (const { factors, lower, room } of rows) {
      const upper = Number.isFinite(lower) ? lower + room : room;
      builder.row({ lower, upper }, [...factors.entries()]);
    }
    return { program: builder.build(), best: bestOf(costs, rows) };
  });

interface Row {
  factors: number[];
  lower: number;
  room: number;
}

/** What the best of all points is worth; -Infinity when none keeps the rows. */
function bestOf(costs: readonly number[], rows: readonly Row[]): number {
  const times = (factors: readonly number[], point: readonly number[]) =>
    factors.reduce((sum, factor, column) => sum + factor * (point[column] ?? 0), 0);
  const points = Array.from({ length: (MOST + 1) ** COLUMNS }, (_, number) =>
    costs.map((_cost, column) => Math.floor(number / (MOST + 1) ** column) % (MOST + 1)),
  );
  const kept = points.filter((point) =>
    rows.every(({ factors, lower, room }) => {
      const value = times(factors, point);
      return value >= lower && value <= (Number.isFinite(lower) ? lower + room : room);
    }),
  );
  return Math.max(...kept.map((point) => times(costs, point)));
}

describe("A search for whole numbers", () => {
  it("finds the best of all points and proves it, or that there is none", () => {
    const seen = { optimal: 0, infeasible: 0 };
    fc.assert(
      fc.property(programs, ({ program, best }) => {
        const { status, bound, values } = searchWhole(engine, program, how);
        const isThere = Number.isFinite(best);
        expect({ status, isFound: values !== null }).toEqual({
          status: isThere ? "optimal" : "infeasible",
          isFound: isThere,
        });
        if (isThere) expect(bound).toBeCloseTo(best, 5);
        seen[isThere ? "optimal" : "infeasible"] += 1;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
});

/** Take at most one of two that are worth 3 and 2. */
function oneOfTwo(): LinearProgram {
  const builder = programBuilder();
  for (const cost of [3, 2]) builder.column({ cost, lower: 0, upper: 1, integral: true });
  builder.row({ upper: 1 }, [
    [0, 1],
    [1, 1],
  ]);
  return builder.build();
}

/** Never gets through a relaxation, and says of whole numbers what it is told to say. */
const saying = (outcome: IntegerOutcome): LinearEngine => ({
  ...engine,
  open: () => ({
    setBounds: () => undefined,
    solve: () => ({ status: "stopped" }),
    close: () => undefined,
  }),
  solveInteger: () => outcome,
});

describe("A search whose engine finds nothing and cannot show why", () => {
  it("is not taken for one that proves that there is nothing", () => {
    const blind: LinearEngine = {
      ...saying({ status: "stopped", values: null, bound: 5 }),
      open: () => ({
        setBounds: () => undefined,
        solve: () => ({ status: "infeasible", ray: null }),
        close: () => undefined,
      }),
    };
    expect(searchWhole(blind, oneOfTwo(), how)).toMatchObject({ status: "stopped", bound: 5 });
  });
});

describe("What an engine says of whole numbers", () => {
  const at = (one: number, other: number) => Float64Array.of(one, other);

  it("counts when its point keeps the program and is worth what it says", () => {
    const outcome: IntegerOutcome = { status: "optimal", values: at(1, 0), bound: 3 };
    expect(searchWhole(saying(outcome), oneOfTwo(), how)).toBe(outcome);
  });

  it.each<[string, IntegerOutcome]>([
    ["is worth less than it says", { status: "optimal", values: at(0, 1), bound: 3 }],
    ["is worth more than its bound", { status: "stopped", values: at(1, 0), bound: 2 }],
    ["breaks a row", { status: "optimal", values: at(1, 1), bound: 5 }],
    ["lies beyond a bound", { status: "optimal", values: at(2, -1), bound: 4 }],
    ["is not whole", { status: "optimal", values: at(0.5, 0.5), bound: 2.5 }],
    ["is not there", { status: "optimal", values: null, bound: 3 }],
  ])("counts for nothing when its point %s", (_what, outcome) => {
    expect(searchWhole(saying(outcome), oneOfTwo(), how)).toMatchObject({
      status: "stopped",
      values: null,
    });
  });
});
