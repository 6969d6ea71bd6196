import { describe, expect, test } from "vitest";
import { createBreaker } from "../../../src/adapters/model/breaker.ts";
import { createSeats } from "../../../src/adapters/model/seats.ts";
import { createTokenBudget } from "../../../src/adapters/model/token-budget.ts";

describe("the breaker", () => {
  const open = () => {
    const time = { now: 0 };
    const breaker = createBreaker({ failuresToRest: 3, restMs: 1_000 }, () => time.now);
    const ask = (ending: "answered" | "failed" | "unknown") => {
      const leave = breaker.enter();
      leave?.(ending);
      return leave !== undefined;
    };
    return { time, breaker, ask };
  };
  const broken = () => {
    const opened = open();
    for (let at = 0; at < 3; at += 1) opened.ask("failed");
    return opened;
  };

  test("lets everything through until so many fail in a row", () => {
    const { ask } = open();
    for (const ending of ["failed", "failed", "answered", "failed", "failed"] as const) {
      expect(ask(ending)).toBe(true);
    }
    expect(ask("failed")).toBe(true);
    expect(ask("answered")).toBe(false);
  });

  test("tries a single question after the rest, and closes when it is answered", () => {
    const { time, breaker, ask } = broken();
    time.now = 999;
    expect(ask("answered")).toBe(false);
    time.now = 1_000;
    const leave = breaker.enter();
    expect(leave).toBeDefined();
    expect(ask("answered")).toBe(false);
    leave?.("answered");
    expect(ask("answered")).toBe(true);
    expect(ask("answered")).toBe(true);
  });

  test("rests as long again when that question fails", () => {
    const { time, ask } = broken();
    time.now = 1_000;
    expect(ask("failed")).toBe(true);
    expect(ask("answered")).toBe(false);
    time.now = 2_000;
    expect(ask("answered")).toBe(true);
  });

  test("tries another when that question was broken off", () => {
    const { time, ask } = broken();
    time.now = 1_000;
    expect(ask("unknown")).toBe(true);
    expect(ask("answered")).toBe(true);
    expect(ask("answered")).toBe(true);
  });
});

describe("the seats", () => {
  const soon = AbortSignal.timeout(5_000);

  test("are as many as they say; who waits in vain is sent away", async () => {
    const seats = createSeats(2);
    await seats.take(0, soon);
    const free = await seats.take(0, soon);
    expect(await seats.take(60, soon)).toBeUndefined();
    free?.();
    expect(await seats.take(0, soon)).toBeDefined();
  });

  test("one that comes free in time is taken", async () => {
    const seats = createSeats(1);
    const free = await seats.take(0, soon);
    setTimeout(() => free?.(), 40);
    expect(await seats.take(2_000, soon)).toBeDefined();
  });

  test("nobody waits on who has gone", async () => {
    const seats = createSeats(1);
    await seats.take(0, soon);
    const started = performance.now();
    expect(await seats.take(60_000, AbortSignal.timeout(30))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("the month's tokens", () => {
  const open = (monthly: number) => {
    const time = { now: "2026-11-30T23:59:59Z" };
    return { time, budget: createTokenBudget(monthly, () => new Date(time.now)) };
  };

  test("are set aside before they are spent, and counted as spent", () => {
    const { budget } = open(100);
    const first = budget.hold(60);
    expect(budget.hold(60)).toBeUndefined();
    first?.(40);
    expect(budget.hold(60)).toBeDefined();
    expect(budget.hold(1)).toBeUndefined();
  });

  test("begin anew with the month, and what was asked in the last one counts there", () => {
    const { time, budget } = open(100);
    const late = budget.hold(100);
    time.now = "2026-12-01T00:00:00Z";
    expect(budget.hold(100)).toBeDefined();
    late?.(0);
    expect(budget.hold(1)).toBeUndefined();
  });
});
