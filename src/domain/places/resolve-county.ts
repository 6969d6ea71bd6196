import { findPlaces, type PlaceMatch, placeQuery } from "./find-places.ts";
import { nameForms } from "./names.ts";
import type { County, Place, Places } from "./place.ts";
import { shortNameOf } from "./short-name.ts";
import { countyOf } from "./tree.ts";

export type CountyResolution =
  | { kind: "found"; county: County }
  /** The name means several; the likeliest first. */
  | { kind: "ambiguous"; candidates: County[] }
  /** Nothing goes by this name; at most three that come near, the nearest first. */
  | { kind: "none"; nearest: County[] };

const NEAREST = 3;

/** Short names that are also those of a prefecture (邵阳县, 邵阳市) do not name a county alone. */
function namesake(places: Places, county: County): Place | undefined {
  return [...places.prefectures.values()].find(({ shortName }) => shortName === county.shortName);
}

const countiesIn = (places: Places, prefecture: Place): County[] =>
  [...places.counties.values()].filter(({ parent }) => parent === prefecture.code);

const counties = (places: Places, matches: readonly PlaceMatch[]): County[] =>
  matches.flatMap(({ place }) => places.counties.get(place.code) ?? []);

function answer(candidates: County[]): CountyResolution | null {
  const [county, ...others] = candidates;
  if (!county) return null;
  return others.length === 0 ? { kind: "found", county } : { kind: "ambiguous", candidates };
}

/** A county that a query names exactly, or all of a prefecture that it may also mean. */
function exact(places: Places, query: string): CountyResolution | null {
  const matches = findPlaces(places, query, { levels: ["county"], limit: 200 }).filter(
    ({ quality }) => quality === "exact",
  );
  const [only, ...others] = matches;
  const county = places.counties.get(only?.place.code ?? "");
  if (!(only && county && others.length === 0)) return answer(counties(places, matches));
  const prefecture = namesake(places, county);
  const meansBoth = query === county.shortName || query === county.initials;
  if (!(prefecture && meansBoth)) return { kind: "found", county };
  const rest = countiesIn(places, prefecture).filter((other) => other !== county);
  return { kind: "ambiguous", candidates: [county, ...rest] };
}

/** The query without a leading 湖南省, 湘西州 ... and the prefecture that it named, if any. */
function withoutLead(places: Places, query: string): { rest: string; within: Place } | null {
  const leads = [places.province, ...places.prefectures.values()].flatMap((place) =>
    nameForms(place).map((form) => ({ form, place })),
  );
  const [lead] = leads
    .filter(({ form }) => query.startsWith(form) && query !== form)
    .sort((one, other) => other.form.length - one.form.length);
  return lead ? { rest: query.slice(lead.form.length), within: lead.place } : null;
}

/** 湖南省湘西州保靖县, 湘西保靖: an address names a county of the prefecture it begins with. */
function addressed(places: Places, query: string): CountyResolution | null {
  const lead = withoutLead(places, query);
  if (!lead) return null;
  if (lead.within === places.province) return settled(places, lead.rest);
  const found = findPlaces(places, lead.rest, {
    levels: ["county"],
    within: lead.within.code,
    limit: 200,
  });
  return answer(
    counties(
      places,
      found.filter(({ quality }) => quality === "exact"),
    ),
  );
}

/** All of a prefecture that stands alone: 怀化市 names none of its counties. */
function wholePrefecture(places: Places, query: string): CountyResolution | null {
  const prefecture = [...places.prefectures.values()].find((place) =>
    nameForms(place).includes(query),
  );
  return prefecture ? { kind: "ambiguous", candidates: countiesIn(places, prefecture) } : null;
}

const settled = (places: Places, query: string): CountyResolution | null =>
  exact(places, query) ?? addressed(places, query) ?? wholePrefecture(places, query);

/** The county of which a name or code of two signs or more is the beginning. */
function begun(places: Places, query: string): CountyResolution | null {
  if (query.length < 2 || /^\d/.test(query)) return null;
  const matches = findPlaces(places, query, { levels: ["county"], limit: 200 });
  return answer(
    counties(
      places,
      matches.filter(({ quality }) => quality === "prefix"),
    ),
  );
}

/** Counties of a township or village of this name, of a code's first digits, or written alike. */
function nearest(places: Places, query: string): County[] {
  const smaller = findPlaces(places, query, { levels: ["township", "village"], limit: 20 })
    .filter(({ by, quality }) => by !== "initials" && quality === "exact")
    .flatMap(({ place }) => countyOf(places, place) ?? []);
  const alike = [...places.counties.values()]
    .map((county) => ({ county, likeness: likeness(county, query) }))
    .filter((item) => item.likeness > 0)
    .sort((one, other) => other.likeness - one.likeness);
  const all = [...smaller, ...alike.map(({ county }) => county)];
  return [...new Set(all)].slice(0, NEAREST);
}

/** Share of signs in common, at the start for codes and initials; 0 when too few to be a slip. */
function likeness({ code, shortName, initials }: County, query: string): number {
  if (/^\d+$/.test(query)) return begins(code, query) >= 4 ? begins(code, query) : 0;
  if (/^[a-z]+$/.test(query)) return begins(initials, query) / initials.length;
  const bare = shortNameOf(query, "county");
  const signs = [...shortName].filter((sign) => bare.includes(sign)).length;
  return signs / Math.max(shortName.length, bare.length);
}

function begins(form: string, query: string): number {
  const differs = [...form].findIndex((sign, index) => sign !== query[index]);
  return differs < 0 ? form.length : differs;
}

/**
 * The county that a name, short name, code, alias code, address or pinyin initials means. It guesses
 * nothing: a name that fits several, or that is also a prefecture's, is ambiguous.
 */
export function resolveCounty(places: Places, nameOrCode: string): CountyResolution {
  const query = placeQuery(nameOrCode);
  return (
    settled(places, query) ??
    begun(places, query) ?? { kind: "none", nearest: nearest(places, query) }
  );
}
