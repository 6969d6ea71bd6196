import { describe, expect, test } from "vitest";
import { waitingLine } from "../../../src/adapters/solver/waiting-line.ts";

describe("the line before the solver", () => {
  test("keeps the order of those who came, but what is quick goes before what takes long", () => {
    const line = waitingLine<string>();
    line.join("long 1", true);
    line.join("quick 1", false);
    line.join("long 2", true);
    line.join("quick 2", false);
    expect(line.inOrder).toEqual(["quick 1", "quick 2", "long 1", "long 2"]);
  });

  test("lets what takes long have its turn after eight have gone before it", () => {
    const line = waitingLine<string>();
    line.join("long", true);
    const taken = Array.from({ length: 20 }, (_, at) => {
      line.join(`quick ${at}`, false);
      return line.next();
    });
    expect(taken.indexOf("long")).toBe(8);
  });

  test("takes sixteen, of which eight may take long", () => {
    const line = waitingLine<number>();
    const long = Array.from({ length: 10 }, (_, at) => line.join(at, true));
    expect(long.filter(Boolean)).toHaveLength(8);
    const quick = Array.from({ length: 10 }, (_, at) => line.join(100 + at, false));
    expect(quick.filter(Boolean)).toHaveLength(8);
  });

  test("is left by whoever waits in it, and by nobody else", () => {
    const line = waitingLine<string>();
    line.join("one", false);
    expect([line.leave("two"), line.leave("one"), line.leave("one")]).toEqual([false, true, false]);
    expect(line.next()).toBeUndefined();
  });
});
