import type { Span } from "../understanding/tagger.ts";
import {
  growTree,
  NOWHERE,
  ROOT,
  stepDown,
  type WordTree,
  wordAt,
} from "../understanding/word-tree.ts";
import { COMMON_WORDS, NOT_ALONE } from "./common-words.ts";
import { nameForms } from "./names.ts";
import type { County, Place, Places } from "./place.ts";
import { countyOf } from "./tree.ts";

/** A county or township named in a text: UTF-16 offsets, `text.slice(from, to) === words`. */
interface PlaceMention extends Span {
  code: string;
}

/** Finds the counties and townships named in a text, in the order of the text, none overlapping. */
export type PlaceMatcher = (text: string) => PlaceMention[];

interface Entry {
  words: string;
  /** What the words may mean; empty for words that only keep others from being seen in them. */
  places: readonly Place[];
  /** A name without its kind, which a kind behind it makes another place: 龙山 in 龙山镇. */
  bare: boolean;
}

interface Found extends Span {
  places: readonly Place[];
}

/** Behind a bare name they make it the name of something else. */
const OTHER_KINDS = new Set("镇乡村街路江河湖站");

/** A short name that needs its prefecture before it to be seen: 永州新田, 湖南新田. */
function addressedForms(places: Places, county: County): string[] {
  const prefecture = places.prefectures.get(county.parent);
  const leads = [places.province, ...(prefecture ? [prefecture] : [])].flatMap(nameForms);
  return leads.map((lead) => lead + county.shortName);
}

function countyEntries(places: Places, county: County, taken: ReadonlySet<string>): Entry[] {
  const { name, shortName } = county;
  const entry = (words: string, bare: boolean): Entry => ({ words, places: [county], bare });
  const whole = nameForms(county)
    .filter((form) => form === name || form !== shortName)
    .map((form) => entry(form, false));
  if (shortName === name || taken.has(shortName)) return whole;
  if (!NOT_ALONE.has(shortName)) return [...whole, entry(shortName, true)];
  return [...whole, ...addressedForms(places, county).map((form) => entry(form, true))];
}

/** Township names by their full names only; one name may be that of several. */
function townshipEntries(places: Places): Entry[] {
  const byName = new Map<string, Place[]>();
  for (const township of places.townships.values()) {
    byName.set(township.name, [...(byName.get(township.name) ?? []), township]);
  }
  return [...byName].map(([words, namesakes]) => ({ words, places: namesakes, bare: false }));
}

function entriesOf(places: Places): Entry[] {
  const prefectures = [...places.prefectures.values()].flatMap(nameForms);
  const taken = new Set(prefectures);
  const counties = [...places.counties.values()].flatMap((county) =>
    countyEntries(places, county, taken),
  );
  const blocking = [...prefectures, ...NOT_ALONE, ...COMMON_WORDS];
  return [
    ...counties,
    ...townshipEntries(places),
    ...blocking.map((words) => ({ words, places: [], bare: false })),
  ];
}

/** The entries by their words; of equal words the first that was given. */
interface Dictionary {
  tree: WordTree;
  entries: readonly Entry[];
}

/** The entry of the longest words that begin at a place. */
function longestAt(text: string, from: number, { tree, entries }: Dictionary): Entry | undefined {
  let longest = NOWHERE;
  let node = ROOT;
  for (let at = from; at < text.length; at += 1) {
    node = stepDown(tree, node, text.charCodeAt(at));
    if (node === NOWHERE) break;
    if (wordAt(tree, node) !== NOWHERE) longest = wordAt(tree, node);
  }
  return longest === NOWHERE ? undefined : entries[longest];
}

/** Reads from left to right and takes the longest word at each place. */
function scan(words: Dictionary, text: string): Found[] {
  const found: Found[] = [];
  let from = 0;
  while (from < text.length) {
    const entry = longestAt(text, from, words);
    const to = from + (entry?.words.length ?? 1);
    const isOther = entry?.bare && OTHER_KINDS.has(text.charAt(to));
    if (entry && !isOther) found.push({ words: entry.words, from, to, places: entry.places });
    from = to;
  }
  return found.filter(({ places }) => places.length > 0);
}

/**
 * Makes the matcher: longest names first, from left to right. Short names that are everyday words or
 * a prefecture's (`NOT_ALONE`, 邵阳) count only behind their prefecture or the province. A township
 * counts by its full name, when it lies in a county that is named too or, with no county named, when
 * only one township is called so. Make it once: it prepares some 3,000 words.
 */
export function mentionedPlaces(places: Places): PlaceMatcher {
  const entries = entriesOf(places);
  const tree = growTree(entries.map(({ words }) => words));
  return (text) => {
    const found = scan({ tree, entries }, text);
    if (found.length === 0) return [];
    const counties = new Set(
      found.flatMap((item) => item.places.filter(({ level }) => level === "county")),
    );
    return found.flatMap(({ places: meant, ...span }) => {
      const near = meant.filter((place) => {
        const county = countyOf(places, place);
        return counties.size === 0 || (county !== undefined && counties.has(county));
      });
      const [only, ...others] = near;
      return only && others.length === 0 ? [{ code: only.code, ...span }] : [];
    });
  };
}
