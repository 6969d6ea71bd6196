import { initialForms, isCounty, nameForms } from "./names.ts";
import type { Place, PlaceLevel, Places } from "./place.ts";
import { lineOf, PLACE_LEVELS, placesOf } from "./tree.ts";

type MatchedBy = "code" | "aliasCode" | "name" | "shortName" | "initials";
/** How much of the form the query is, best first. */
type MatchQuality = "exact" | "prefix" | "contains";

export interface PlaceMatch {
  place: Place;
  by: MatchedBy;
  quality: MatchQuality;
}

export interface FindOptions {
  /** All levels when absent. */
  levels?: readonly PlaceLevel[];
  /** Code of a place: only it and what lies in it. */
  within?: string;
  /** At most this many matches, >= 0. */
  limit: number;
}

const QUALITIES: readonly MatchQuality[] = ["exact", "prefix", "contains"];

/**
 * The query as it is compared: full-width signs made plain, without blanks, in lower case, without
 * the prefix of graph ids, a twelve-digit code without its empty lower levels (433125000000: 433125).
 */
export function placeQuery(query: string): string {
  return query
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .toLowerCase()
    .replace(/^place_/, "")
    .replace(/^(\d{6})(0{6})$/, "$1")
    .replace(/^(\d{9})000$/, "$1");
}

const aliasCodes = (place: Place): readonly string[] => (isCounty(place) ? place.aliasCodes : []);

/** The forms of a place that a query of this kind (digits, letters, other) may match. */
function formsFor(query: string): (place: Place) => (readonly [MatchedBy, readonly string[]])[] {
  if (/^\d+$/.test(query)) {
    return (place) => [
      ["code", [place.code]],
      ["aliasCode", aliasCodes(place)],
    ];
  }
  if (/^[a-z]+$/.test(query)) return (place) => [["initials", initialForms(place)]];
  return (place) => {
    const [whole = place.name, ...others] = nameForms(place);
    return [
      ["name", [whole]],
      ["shortName", others],
    ];
  };
}

function qualityOf(form: string, query: string, by: MatchedBy): MatchQuality | null {
  if (form === query) return "exact";
  if (form.startsWith(query)) return "prefix";
  return (by === "name" || by === "shortName") && form.includes(query) ? "contains" : null;
}

function matchOf(
  place: Place,
  query: string,
  forms: readonly (readonly [MatchedBy, readonly string[]])[],
): PlaceMatch | null {
  let best: PlaceMatch | null = null;
  for (const [by, texts] of forms) {
    for (const text of texts) {
      const quality = qualityOf(text, query, by);
      if (quality && (best === null || rank(quality) < rank(best.quality))) {
        best = { place, by, quality };
      }
    }
  }
  return best;
}

const rank = (quality: MatchQuality): number => QUALITIES.indexOf(quality);

const inOrder = (one: PlaceMatch, other: PlaceMatch): number =>
  rank(one.quality) - rank(other.quality) ||
  PLACE_LEVELS.indexOf(one.place.level) - PLACE_LEVELS.indexOf(other.place.level) ||
  Number(one.place.code) - Number(other.place.code);

/**
 * Places by name, short name, code, alias code or pinyin initials (of the short or the whole name).
 * Exact before prefix before contains, then the larger place, then the smaller code. An empty query
 * finds nothing.
 */
export function findPlaces(
  places: Places,
  query: string,
  { levels = PLACE_LEVELS, within, limit }: FindOptions,
): PlaceMatch[] {
  const wanted = placeQuery(query);
  if (wanted === "") return [];
  const forms = formsFor(wanted);
  const matches: PlaceMatch[] = [];
  for (const level of levels) {
    for (const place of placesOf(places, level)) {
      const match = matchOf(place, wanted, forms(place));
      if (match && liesIn(places, place, within)) matches.push(match);
    }
  }
  return matches.sort(inOrder).slice(0, limit);
}

const liesIn = (places: Places, place: Place, within: string | undefined): boolean =>
  within === undefined || lineOf(places, place).some(({ code }) => code === within);
