import type { Location } from "../model/expert.ts";

export type PlaceLevel = "province" | "prefecture" | "county" | "township" | "village";

/** A place of the administrative tree. */
export interface Place {
  level: PlaceLevel;
  /** GB/T 2260 and its statistical extension: 6 digits down to counties, 9 for townships, 12 for villages. */
  code: string;
  /** "保靖县" */
  name: string;
  /** The name without its kind of place: "保靖", "城步" for 城步苗族自治县. */
  shortName: string;
  /** First letters of the pinyin of `shortName`, lower case: "bj". */
  initials: string;
  /** Code of the place it is part of; null for the province. */
  parent: string | null;
}

/** How a county counted before 2020; "none" when it never was poor. */
type Poverty = "national" | "provincial" | "none";

/** A county-level unit that gets a team of its own. */
export interface County extends Place {
  level: "county";
  parent: string;
  /** The seat of its government or its centre. */
  location: Location;
  /** Former or other codes that mean this county: 431121 for 祁阳市, whose code is 431181. */
  aliasCodes: readonly string[];
  poverty: Poverty;
  /** True when `poverty` is assumed, not confirmed. */
  povertyAssumed: boolean;
  /** False for a service unit without a boundary of its own (洪江管理区). */
  hasPolygon: boolean;
}

export interface Village extends Place {
  level: "village";
  parent: string;
  /** True when it was chosen by a rule to stand for a poor village, not taken from a list. */
  assumed: boolean;
}

type IndustryRole = "leading" | "specialty";

/** That a county lives on an industry. */
export interface CountyIndustry {
  /** Six-digit code of the county. */
  county: string;
  /** Id of the vocabulary. */
  industry: string;
  role: IndustryRole;
  /** 1 is the most important of its role in the county. */
  rank: number;
  /** What it is known for, in Chinese; "" when nothing is. */
  note: string;
  /** False for what is widely known, true for what is plausible. */
  assumed: boolean;
}

/** All places of a province by their codes, each level in the order of codes. */
export interface Places {
  province: Place;
  prefectures: ReadonlyMap<string, Place>;
  counties: ReadonlyMap<string, County>;
  townships: ReadonlyMap<string, Place>;
  villages: ReadonlyMap<string, Village>;
  /** By county, then role, then rank. */
  industries: readonly CountyIndustry[];
}
