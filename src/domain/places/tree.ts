import type { County, Place, PlaceLevel, Places } from "./place.ts";

export const PLACE_LEVELS = [
  "province",
  "prefecture",
  "county",
  "township",
  "village",
] as const satisfies readonly PlaceLevel[];

/** The place with this code (not an alias code), of whatever level. */
export function placeByCode(places: Places, code: string): Place | undefined {
  if (code === places.province.code) return places.province;
  return (
    places.prefectures.get(code) ??
    places.counties.get(code) ??
    places.townships.get(code) ??
    places.villages.get(code)
  );
}

/** All places of a level, in the order of codes. */
export function placesOf(places: Places, level: PlaceLevel): Iterable<Place> {
  switch (level) {
    case "province":
      return [places.province];
    case "prefecture":
      return places.prefectures.values();
    case "county":
      return places.counties.values();
    case "township":
      return places.townships.values();
    case "village":
      return places.villages.values();
  }
}

/** The place and all it is part of, nearest first: village, township, county, prefecture, province. */
export function lineOf(places: Places, place: Place): Place[] {
  const line: Place[] = [];
  let current: Place | undefined = place;
  while (current) {
    line.push(current);
    current = current.parent === null ? undefined : placeByCode(places, current.parent);
  }
  return line;
}

/** The county a place is or lies in; undefined for a prefecture or the province. */
export function countyOf(places: Places, place: Place): County | undefined {
  const line = lineOf(places, place);
  return places.counties.get(line.find(({ level }) => level === "county")?.code ?? "");
}

/** The name as an address: "湘西土家族苗族自治州保靖县毛沟镇", without the province. */
export function addressOf(places: Places, place: Place): string {
  const names = lineOf(places, place).map(({ name }) => name);
  return place.level === "province" ? place.name : names.slice(0, -1).reverse().join("");
}
