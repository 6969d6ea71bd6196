import { expect, test } from "vitest";
import { cursorOf, keyIn } from "../../../src/http/api/cursor.ts";
import { fc } from "../../support/properties.ts";

test("a cursor gives back its key, whatever stands in it, and fits into an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (key) => {
      const cursor = cursorOf("needs", key);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(keyIn("needs", cursor)).toBe(key);
    }),
  );
});

test("a cursor of another list names nothing", () => {
  expect(keyIn("experts", cursorOf("needs", "XQ-2026-00042"))).toBeUndefined();
});

test("no text makes reading a cursor fail", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(["string", "undefined"]).toContain(typeof keyIn("needs", text));
    }),
  );
});
