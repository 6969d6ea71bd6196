import { describe, expect, test } from "vitest";
import { distanceKm } from "../../../src/domain/places/distance.ts";
import { fc } from "../../support/properties.ts";
import { county } from "./province.ts";

const between = (one: string, other: string) =>
  distanceKm(county(one).location, county(other).location);

const location = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("the distance of two places", () => {
  test("is 318 km from 吉首 to 芙蓉区 of 长沙 and 45 km from 吉首 to 保靖", () => {
    expect(between("433101", "430102")).toBeCloseTo(318.6, 0);
    expect(between("433101", "433125")).toBeCloseTo(44.7, 0);
  });

  test("is a quarter of the circumference from the equator to a pole", () => {
    const equator = { latitude: 0, longitude: 30 };
    expect(distanceKm(equator, { latitude: 90, longitude: 0 })).toBeCloseTo(10_007.6, 0);
  });

  test("is the same both ways, never negative, and 0 only to itself", () => {
    fc.assert(
      fc.property(location, location, (one, other) => {
        const km = distanceKm(one, other);
        expect(distanceKm(other, one)).toBeCloseTo(km, 6);
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThanOrEqual(20_016);
        expect(distanceKm(one, one)).toBe(0);
      }),
    );
  });
});
