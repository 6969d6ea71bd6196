import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { findPlaces } from "../domain/places/find-places.ts";
import type { County, Place, Places } from "../domain/places/place.ts";
import {
  addressOf,
  countyOf,
  lineOf,
  PLACE_LEVELS,
  placeByCode,
  placesOf,
} from "../domain/places/tree.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import type { Context } from "./context.ts";
import { countyOf as namedCounty } from "./loading/naming.ts";

export const SearchPlaces = z.object({
  /** Name, short name, code or pinyin initials, whole or in part; "" for all places of the level. */
  words: z.string().trim().max(50).default(""),
  /** Counties and larger when absent and there are no words; every level otherwise. */
  level: z.enum(PLACE_LEVELS).optional(),
  /** Code of a place, or name of a county: only what lies in it. */
  within: z.string().trim().max(50).default(""),
  /** From the page before: how many places come first. */
  cursor: z
    .string()
    .regex(/^\d{0,6}$/)
    .default(""),
  limit: wholeNumber(1, 200).default(20),
});

interface FoundPlace {
  place: Place;
  /** "湘西土家族苗族自治州古丈县" */
  address: string;
  /** The county it is or lies in. */
  county: Pick<County, "code" | "name"> | null;
}

export interface PlacePage {
  places: FoundPlace[];
  next: string | null;
}

/** Places by what people call them, the best match first; without words in the order of codes. */
export function searchPlaces(
  context: Pick<Context, "actor" | "reference">,
  { cursor, limit, within, ...named }: z.infer<typeof SearchPlaces>,
): PlacePage {
  permit(context.actor, "directory.read");
  const { places } = context.reference;
  const wanted = { ...named, within: within && codeOf(context, within) };
  const start = /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0;
  const end = start + limit;
  const found = wanted.words
    ? matching(places, wanted, end + 1)
    : listing(places, wanted).slice(0, end + 1);
  return {
    places: found.slice(start, end).map((place) => ({
      place,
      address: addressOf(places, place),
      county: countyOf(places, place) ?? null,
    })),
    next: found.length > end ? String(end) : null,
  };
}

const codeOf = (context: Pick<Context, "reference">, name: string): string =>
  placeByCode(context.reference.places, name)?.code ?? namedCounty(context, name).code;

type Wanted = Pick<z.infer<typeof SearchPlaces>, "words" | "level" | "within">;

function matching(places: Places, { words, level, within }: Wanted, limit: number): Place[] {
  const found = findPlaces(places, words, {
    limit,
    ...(level && { levels: [level] }),
    ...(within && { within }),
  });
  return found.map(({ place }) => place);
}

function listing(places: Places, { level, within }: Wanted): Place[] {
  const levels = level ? [level] : (["province", "prefecture", "county"] as const);
  const all = levels.flatMap((one) => [...placesOf(places, one)]);
  if (!within) return all;
  return all.filter((place) => lineOf(places, place).some(({ code }) => code === within));
}
