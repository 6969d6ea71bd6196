import { expect, test } from "vitest";
import { languageOf } from "../../../src/http/language.ts";

test.each([
  [undefined, "zh"],
  ["", "zh"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["en-GB,en;q=0.9,zh;q=0.8", "en"],
  ["fr-FR, en;q=0.5", "en"],
  ["en;q=0.4, zh;q=0.9", "zh"],
  ["en, zh", "zh"],
  ["de", "zh"],
  ["en;q=0", "zh"],
] as const)("a browser that likes %j is answered in %s", (header, language) => {
  expect(languageOf({ query: undefined, cookie: undefined, header })).toBe(language);
});

test("what is in the address counts before the cookie, and that before the browser", () => {
  expect(languageOf({ query: "en", cookie: "zh", header: "zh" })).toBe("en");
  expect(languageOf({ query: "xx", cookie: "en", header: "zh" })).toBe("en");
});
