import type { County, Place, Places } from "../domain/places/place.ts";
import type { GraphRecord } from "../graph/record.ts";
import { node, relation } from "./record.ts";
import type { DemoReference } from "./world.ts";

const placeId = ({ code }: Pick<Place, "code">): string => `place_${code}`;

const named = ({ code, name, shortName, initials }: Place) => ({ code, name, shortName, initials });

const about = ({ location, aliasCodes, poverty, povertyAssumed, hasPolygon }: County) => ({
  ...location,
  aliasCodes,
  poverty,
  povertyAssumed,
  hasPolygon,
});

/** The administrative tree from the province down to its villages. */
export function* placeRecords(places: Places): Generator<GraphRecord> {
  const partOf = ([label, broader]: readonly [string, string], place: Place) =>
    relation([[label, placeId(place)], "PART_OF", [broader, `place_${place.parent}`]]);
  yield node("Province", placeId(places.province), named(places.province));
  for (const place of places.prefectures.values()) {
    yield node("Prefecture", placeId(place), named(place));
    yield partOf(["Prefecture", "Province"], place);
  }
  for (const place of places.counties.values()) {
    yield node("County", placeId(place), { ...named(place), ...about(place) });
    yield partOf(["County", "Prefecture"], place);
  }
  for (const place of places.townships.values()) {
    yield node("Township", placeId(place), named(place));
    yield partOf(["Township", "County"], place);
  }
  for (const place of places.villages.values()) {
    yield node("Village", placeId(place), { ...named(place), assumed: place.assumed });
    yield partOf(["Village", "Township"], place);
  }
}

/** Industries with what is broader, competences, and what each county lives on. */
export function* vocabularyRecords({ vocabulary, places }: DemoReference): Generator<GraphRecord> {
  for (const { id, zh, en } of vocabulary.industries.values()) {
    yield node("Industry", `ind_${id}`, { zh, en });
  }
  for (const { id, broader } of vocabulary.industries.values()) {
    if (broader === null) continue;
    yield relation([["Industry", `ind_${id}`], "BROADER", ["Industry", `ind_${broader}`]]);
  }
  for (const { id, zh, en, stage } of vocabulary.competences.values()) {
    yield node("Competence", `comp_${id}`, { zh, en, stage });
  }
  for (const { county, industry, ...properties } of places.industries) {
    const { role, rank, note, assumed } = properties;
    yield relation(
      [["County", placeId({ code: county })], "GROWS", ["Industry", `ind_${industry}`]],
      { role, rank, note, assumed },
    );
  }
}
