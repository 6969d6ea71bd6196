import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import type {
  County,
  CountyIndustry,
  Place,
  PlaceLevel,
  Places,
  Village,
} from "../domain/places/place.ts";
import { shortNameOf } from "../domain/places/short-name.ts";
import { type ReadData, readTable } from "./table.ts";

const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`));
const Flag = z.enum(["true", "false"]).transform((value) => value === "true");
const name = z.string().min(2);
const initials = z.string().regex(/^[a-z]+$/);

const PrefectureRow = z.object({ code: digits(6), name, initials });
const CountyRow = z.object({
  code: digits(6),
  name,
  initials,
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  aliasCodes: z.string().transform((codes) => codes.split(" ").filter((code) => code !== "")),
  poverty: z.enum(["national", "provincial", "none"]),
  povertyAssumed: Flag,
  hasPolygon: Flag,
});
const TOWNSHIP = /^(\d{9}),(\p{Script=Han}{2,}),([a-z]+),(\d{6})$/u;
const INDUSTRY = /^(\d{6}),([a-z-]+),(leading|specialty),([1-9]),([^,]*),(true|false)$/;
const VILLAGE = /^(\d{12}),(\p{Script=Han}{2,}),([a-z]+)$/u;

type Named = Pick<Place, "code" | "name" | "initials">;

/** A place from its row; the columns of a row are those of the place but for what follows from them. */
const place = <Level extends PlaceLevel, Parent extends string | null>(
  level: Level,
  { code, name: whole, initials: letters }: Named,
  parent: Parent,
) => ({
  level,
  code,
  name: whole,
  shortName: shortNameOf(whole, level),
  initials: letters,
  parent,
});

/**
 * The rows of a file of thousands of plain lines below a header, each split by a pattern: ten times
 * as quick as a table whose cells may be quoted. Throws with file and line.
 */
function readLines(readData: ReadData, file: string, pattern: RegExp): string[][] {
  const lines = readData(file).trimEnd().split(/\r?\n/);
  return lines.slice(1).map((line, index) => {
    const [, ...cells] = pattern.exec(line) ?? [];
    if (cells.length === 0) throw new Error(`${file}, line ${index + 2}: "${line}" is no such row`);
    return cells;
  });
}

function readTownships(readData: ReadData): Place[] {
  return readLines(readData, "places/townships.csv", TOWNSHIP).map(
    ([code = "", whole = "", letters = "", county = ""]) =>
      place("township", { code, name: whole, initials: letters }, county),
  );
}

function readVillages(readData: ReadData): Village[] {
  return readLines(readData, "places/villages.csv", VILLAGE).map(
    ([code = "", whole = "", letters = ""]) => ({
      ...place("village", { code, name: whole, initials: letters }, code.slice(0, 9)),
      assumed: true,
    }),
  );
}

/** By code. Throws when a code stands twice or, but for the province, below nothing known. */
function indexed<Item extends Place>(
  file: string,
  items: readonly Item[],
  parents: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Item> {
  const byCode = new Map<string, Item>();
  for (const item of items) {
    if (byCode.has(item.code)) throw new Error(`${file}: ${item.code} stands twice`);
    if (item.parent === null || !parents.has(item.parent)) {
      throw new Error(`${file}: ${item.code} is below the unknown ${item.parent}`);
    }
    byCode.set(item.code, item);
  }
  return byCode;
}

function readCounties(readData: ReadData): County[] {
  return readTable(readData, "places/counties.csv", CountyRow).map(
    ({ latitude, longitude, ...row }) => ({
      ...row,
      ...place("county", row, `${row.code.slice(0, 4)}00`),
      location: { latitude, longitude },
    }),
  );
}

const INDUSTRIES = "places/county-industries.csv";

function readIndustries(
  readData: ReadData,
  vocabulary: Vocabulary,
  counties: ReadonlyMap<string, County>,
): CountyIndustry[] {
  const seen = new Set<string>();
  return readLines(readData, INDUSTRIES, INDUSTRY).map((cells, index) => {
    const [county = "", industry = "", role, rank, note = "", assumed] = cells;
    const pair = `${county},${industry}`;
    const refuse = (reason: string) => new Error(`${INDUSTRIES}, line ${index + 2}: ${reason}`);
    if (!counties.has(county)) throw refuse(`no such county: ${county}`);
    if (!vocabulary.industries.has(industry)) throw refuse(`no such industry: ${industry}`);
    if (seen.has(pair)) throw refuse(`${pair} stands twice`);
    seen.add(pair);
    return {
      county,
      industry,
      role: role === "leading" ? role : "specialty",
      rank: Number(rank),
      note,
      assumed: assumed === "true",
    };
  });
}

/**
 * The places of the demo province and the industries of its counties. Throws with file and line
 * when a row is bad or names what is not there.
 */
export function readPlaces(readData: ReadData, vocabulary: Vocabulary): Places {
  const [first, ...rest] = readTable(readData, "places/prefectures.csv", PrefectureRow);
  if (!first) throw new Error("places/prefectures.csv is empty");
  const province = place("province", first, null);
  const prefectures = indexed(
    "places/prefectures.csv",
    rest.map((row) => place("prefecture", row, province.code)),
    new Map([[province.code, province]]),
  );
  const counties = indexed("places/counties.csv", readCounties(readData), prefectures);
  const townships = indexed("places/townships.csv", readTownships(readData), counties);
  const villages = indexed("places/villages.csv", readVillages(readData), townships);
  const industries = readIndustries(readData, vocabulary, counties);
  return { province, prefectures, counties, townships, villages, industries };
}
