import type { Location } from "../model/expert.ts";
import { distanceKm as exactDistanceKm } from "../places/distance.ts";

/**
 * Kilometres between two places as the crow flies, to one decimal: what is shown is exactly what
 * is decided with.
 */
export const distanceKm = (from: Location, to: Location): number =>
  Math.round(exactDistanceKm(from, to) * 10) / 10;
