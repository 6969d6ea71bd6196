import type { County } from "../domain/places/place.ts";
import { fill } from "./fill.ts";
import type { Lot } from "./random.ts";
import type { NeedText, Speaker } from "./tables.ts";
import { lineOf, type World } from "./world.ts";

/** A filled text and the places and things named in it. */
export interface NeedWords {
  text: string;
  town: string;
  /** Null where no village of the county is known. */
  village: string | null;
  crop: string;
}

export interface NeedChoice {
  county: County;
  need: NeedText;
  industry: string;
}

/** Areas that suit who speaks: a household, a village or cooperative, a county or company. */
const HOUSEHOLD = ["6亩", "十来亩", "15亩", "20多亩", "三十亩", "50亩", "八十多亩", "一百二十亩"];
const VILLAGE = ["80亩", "一百二十亩", "200亩", "三百来亩", "500多亩", "八百亩"];
const COUNTY = ["500亩", "八百亩", "1200亩", "两千余亩", "3000亩", "5000亩"];
const AREAS: Readonly<Record<Speaker, readonly string[]>> = {
  farmer: HOUSEHOLD,
  cooperative: VILLAGE,
  clerk: VILLAGE,
  official: COUNTY,
  company: VILLAGE,
};
const SHARES = ["两成", "三成", "三分之一", "四成多", "快一半", "六成"];
const YEARS = ["两", "三", "四", "五", "六", "七八"];
const TONS = ["8吨", "十几吨", "20吨", "三十来吨", "五十吨", "一百多吨"];
const HEADS = ["12", "二十来", "三十多", "40", "六十", "80多", "一百二十"];
const FLOCKS = ["三百来只", "500只", "八百多只", "1200只", "两千只", "三千多只"];
const POND_AREAS = ["6亩", "十多亩", "20亩", "三十来亩", "五十亩"];
const COUNTS = ["8", "12", "15", "18", "20", "24", "26", "30", "36", "40", "50", "60"];
const HIVES = ["12", "二十多", "30", "四十来", "60"];

/** Puts places, crops and amounts that suit the speaker into a text. */
export function needWords(
  world: World,
  lot: Lot,
  { county, need, industry }: NeedChoice,
): NeedWords {
  const crop = world.tables.crops.get(industry);
  const towns = world.towns.get(county.code) ?? [county.name];
  const villages = world.villages.get(county.code);
  const town = lot.pick(towns);
  const village = villages ? lot.pick(villages) : null;
  const word = crop?.word ?? "";
  const varieties = crop && crop.varieties.length > 0 ? crop.varieties : [word];
  const text = fill(asSpokenIn(county, need.text), {
    county: county.name,
    town,
    village: village ?? "我村",
    crop: word,
    variety: lot.pick(varieties),
    area: lot.pick(AREAS[need.speaker]),
    share: lot.pick(SHARES),
    years: lot.pick(YEARS),
    tons: lot.pick(TONS),
    households: lot.pick(COUNTS),
    heads: `${lot.pick(HEADS)}${industry === "goat-sheep" ? "只" : "头"}`,
    flock: lot.pick(FLOCKS),
    ponds: lot.pick(POND_AREAS),
    hives: lot.pick(HIVES),
  });
  return { text, town, village, crop: word };
}

const SURNAMES = [
  "彭",
  "向",
  "田",
  "龙",
  "石",
  "李",
  "王",
  "张",
  "刘",
  "陈",
  "杨",
  "周",
  "罗",
  "唐",
  "谢",
  "滕",
];

/** Who asks for a county: by the branch the need is about. */
const OFFICES: ReadonlyMap<string, readonly string[]> = new Map([
  ["forestry", ["林业局"]],
  ["camellia-oil", ["林业局", "农业农村局"]],
  ["livestock", ["农业农村局", "畜牧水产事务中心"]],
  ["aquaculture-industry", ["农业农村局", "畜牧水产事务中心"]],
  ["rural-tourism", ["文化旅游广电体育局"]],
  ["rural-commerce", ["商务局", "农业农村局"]],
]);
const ANY_OFFICE = ["农业农村局", "农业农村局", "科技局"];

/** What a cooperative or a company of a branch does. */
const BUSINESS: ReadonlyMap<string, { cooperative: string; company: string }> = new Map([
  ["livestock", { cooperative: "养殖", company: "养殖" }],
  ["aquaculture-industry", { cooperative: "养殖", company: "养殖" }],
  ["farm-machinery", { cooperative: "服务", company: "" }],
  ["rural-tourism", { cooperative: "", company: "" }],
  ["services", { cooperative: "产销", company: "" }],
]);
const GROWING = { cooperative: "种植", company: "" };

/** A district says 我区, a city 我市. */
function asSpokenIn({ name }: County, text: string): string {
  if (name.endsWith("区")) return text.replace("我县", "我区").replace("县里", "区里");
  if (name.endsWith("市")) return text.replace("我县", "我市").replace("县里", "市里");
  return text;
}

const ofBranch = <Value>(world: World, industry: string, by: ReadonlyMap<string, Value>) =>
  lineOf(world, industry)
    .map((id) => by.get(id))
    .find((value) => value !== undefined);

/** Who typed it, as unverified as the reader's own entry will be. */
export function writerOf(
  world: World,
  lot: Lot,
  { county, need, industry, words }: NeedChoice & { words: NeedWords },
): string {
  const { town, village, crop } = words;
  const business = ofBranch(world, industry, BUSINESS) ?? GROWING;
  const writers: Record<Speaker, () => string> = {
    farmer: () => `${town}农户${lot.pick(SURNAMES)}${lot.pick(["先生", "先生", "女士"])}`,
    cooperative: () =>
      industry === "village-economy"
        ? `${town}某村股份经济合作社`
        : `${town}某${crop}${business.cooperative}专业合作社`,
    clerk: () => (village ? `${village}村委会` : `${town}驻村工作队`),
    official: () => `${county.name}${lot.pick(ofBranch(world, industry, OFFICES) ?? ANY_OFFICE)}`,
    company: () => `${town}某${crop}${business.company}企业`,
  };
  return writers[need.speaker]();
}
