import type { PlaceLevel } from "./place.ts";

const KIND: Readonly<Record<PlaceLevel, RegExp>> = {
  province: /省$/,
  prefecture: /(自治州|市)$/,
  county: /(自治县|县|市|区)$/,
  township: /(民族乡|乡|镇|街道|农场|林场)$/,
  village: /村$/,
};

const PEOPLES = /(土家族|苗族|侗族|瑶族|回族|维吾尔族|白族|壮族|满族|各族|瑶|苗|侗)+$/u;

/**
 * What people call a place: its name without the kind of place and the peoples it is named after
 * (城步苗族自治县: 城步). A name of which only one character would be left stays whole (攸县, 道县);
 * a 管理区 of county rank is spoken of as 区 (洪江管理区: 洪江区).
 */
export function shortNameOf(name: string, level: PlaceLevel): string {
  if (level === "county" && name.endsWith("管理区")) return name.replace(/管理区$/, "区");
  const bare = name.replace(KIND[level], "");
  const short = /自治|族/.test(name) ? bare.replace(PEOPLES, "") : bare;
  return short.length < 2 ? name : short;
}
