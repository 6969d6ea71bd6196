import { expect, test } from "vitest";
import { isDeeperThan } from "../../../src/http/api/nesting.ts";
import { fc } from "../../support/properties.ts";

/** How many lists and objects stand in each other. */
function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test("tells the depth of any JSON, whatever stands in its strings", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const depth = depthOf(value);
      const json = JSON.stringify(value);
      expect(isDeeperThan(json, depth)).toBe(false);
      if (depth > 0) expect(isDeeperThan(json, depth - 1)).toBe(true);
    }),
  );
});

test("no text makes it fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[]{}"\\a柑') }), (text) => {
      expect(typeof isDeeperThan(text, 3)).toBe("boolean");
    }),
  );
});

test("reads 256 KB in one go", () => {
  expect(isDeeperThan(`"${"\\".repeat(256 * 1024)}`, 64)).toBe(false);
  expect(isDeeperThan("[]".repeat(128 * 1024), 64)).toBe(false);
});
