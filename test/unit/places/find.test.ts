import { describe, expect, test } from "vitest";
import { findPlaces } from "../../../src/domain/places/find-places.ts";
import { type CountyResolution, resolveCounty } from "../../../src/domain/places/resolve-county.ts";
import {
  addressOf,
  lineOf,
  PLACE_LEVELS,
  placeByCode,
  placesOf,
} from "../../../src/domain/places/tree.ts";
import { fc } from "../../support/properties.ts";
import { county, places } from "./province.ts";

const counties = [...places.counties.values()];
const everyPlace = [...placesOf(places, "township"), ...placesOf(places, "village"), ...counties];

const names = (resolution: CountyResolution): string[] => {
  if (resolution.kind === "found") return [resolution.county.name];
  const several = resolution.kind === "ambiguous" ? resolution.candidates : resolution.nearest;
  return several.map(({ name }) => name);
};

describe("finding places", () => {
  test("finds every place by its code, its name, its short name and its initials", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyPlace), ({ code, name, shortName, initials, level }) => {
        for (const query of [code, name, shortName, initials]) {
          const found = findPlaces(places, query, { levels: [level], limit: 10_000 });
          expect(found.map(({ place }) => place.code)).toContain(code);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("gives exact before prefix before contains, then the larger place, then the smaller code", () => {
    const found = findPlaces(places, "保靖", { limit: 3 });
    expect(found[0]).toMatchObject({ place: { code: "433125" }, quality: "exact" });
    const rank = ["exact", "prefix", "contains"];
    const many = findPlaces(places, "太平", { limit: 100 });
    const ranks = many.map(({ quality }) => rank.indexOf(quality));
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks).size).toBeGreaterThan(1);
  });

  test("stays within a place and gives no more than asked", () => {
    const found = findPlaces(places, "b", { within: "433125", limit: 4 });
    expect(found).toHaveLength(4);
    for (const { place } of found) {
      expect(lineOf(places, place).map(({ code }) => code)).toContain("433125");
    }
  });

  test("finds nothing for nothing", () => {
    expect(findPlaces(places, "  ", { limit: 5 })).toEqual([]);
    expect(findPlaces(places, "(.*", { limit: 5 })).toEqual([]);
  });

  test("every code leads to its place, an alias code to none", () => {
    for (const level of PLACE_LEVELS) {
      for (const place of placesOf(places, level)) {
        if (placeByCode(places, place.code) !== place) expect.fail(place.code);
      }
    }
    expect(placeByCode(places, "431121")).toBeUndefined();
  });

  test("an address leads from the prefecture to the place", () => {
    expect(addressOf(places, county("433125"))).toBe("湘西土家族苗族自治州保靖县");
    expect(addressOf(places, places.province)).toBe("湖南省");
  });
});

describe("resolving a county", () => {
  test("every county goes by its code, its name and its alias codes", () => {
    for (const { code, name, aliasCodes } of counties) {
      for (const query of [code, name, `place_${code}`, `${code}000000`, ...aliasCodes]) {
        expect(resolveCounty(places, query)).toMatchObject({ kind: "found", county: { code } });
      }
    }
  });

  test("every county goes by its address, with and without the province", () => {
    for (const one of counties) {
      const address = addressOf(places, one);
      expect(names(resolveCounty(places, address))).toEqual([one.name]);
      expect(names(resolveCounty(places, `湖南省${address}`))).toEqual([one.name]);
    }
  });

  test.each([
    ["431121", "祁阳市"],
    ["祁阳县", "祁阳市"],
    ["保靖", "保靖县"],
    ["bj", "保靖县"],
    ["BJX", "保靖县"],
    [" ４３３１２５ ", "保靖县"],
    ["江华县", "江华瑶族自治县"],
    ["湘西州保靖", "保靖县"],
    ["洪江区", "洪江管理区"],
    ["邵阳县", "邵阳县"],
  ])("%s means %s", (query, name) => {
    expect(resolveCounty(places, query)).toMatchObject({ kind: "found", county: { name } });
  });

  test("a name that is also a prefecture's is ambiguous, its namesake first", () => {
    const shaoyang = resolveCounty(places, "邵阳");
    expect(shaoyang.kind).toBe("ambiguous");
    expect(names(shaoyang)[0]).toBe("邵阳县");
    expect(names(shaoyang)).toHaveLength(12);
    expect(names(resolveCounty(places, "湘西州"))).toHaveLength(8);
  });

  test("initials of several are ambiguous", () => {
    const found = resolveCounty(places, "lx");
    expect(found.kind).toBe("ambiguous");
    expect(names(found)).toEqual(["临湘市", "澧县", "娄星区", "泸溪县"]);
  });

  test("a slip or a township answers with what comes near, nonsense with nothing", () => {
    expect(resolveCounty(places, "保静县")).toMatchObject({ kind: "none" });
    expect(names(resolveCounty(places, "保静县"))[0]).toBe("保靖县");
    expect(names(resolveCounty(places, "迁陵镇"))[0]).toBe("保靖县");
    expect(resolveCounty(places, "")).toEqual({ kind: "none", nearest: [] });
    expect(resolveCounty(places, "🐟")).toEqual({ kind: "none", nearest: [] });
  });

  test("any text gives an answer, never an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (query) => {
        expect(["found", "ambiguous", "none"]).toContain(resolveCounty(places, query).kind);
      }),
      { numRuns: 50 },
    );
  });
});
