import type { Location } from "../model/expert.ts";

/** Mean radius of the earth in km (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Kilometres between two places as the crow flies, to one decimal: what is shown is exactly what
 * is decided with. Haversine formula on a sphere.
 */
export function distanceKm(from: Location, to: Location): number {
  const latitudes = radians(to.latitude - from.latitude);
  const longitudes = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(longitudes / 2) ** 2;
  const km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  return Math.round(km * 10) / 10;
}
