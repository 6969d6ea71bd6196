import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe("/docs", () => {
  test("loads everything from here, and runs nothing inline", async () => {
    const response = await world.get("/docs");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|style=| on\w+=|https?:/);
    const addresses = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url);
    expect(addresses.length).toBeGreaterThanOrEqual(4);
    for (const address of addresses.filter((one) => one?.includes("?v="))) {
      const file = await world.get(address ?? "");
      expect(file.status).toBe(200);
      expect(file.headers.get("cache-control")).toContain("immutable");
    }
  });
});

describe("/assets", () => {
  test.each([
    ["htmx.js", "text/javascript"],
    ["swagger-ui.css", "text/css"],
    ["swagger-ui-bundle.js", "text/javascript"],
    ["docs.js", "text/javascript"],
  ])("%s is %s", async (name, type) => {
    const response = await world.get(`/assets/${name}`);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const tag = response.headers.get("etag") ?? "";
    const again = await world.get(`/assets/${name}`, { "if-none-match": tag });
    expect(again.status).toBe(304);
  });

  test.each(["none.js", "../package.json", "%2e%2e%2fpackage.json", "constructor"])(
    "%s is not there",
    async (name) => {
      expect((await world.get(`/assets/${name}`)).status).toBe(404);
    },
  );
});
