import type { Sentence } from "../../domain/error.ts";
import type { ServiceMode } from "../../domain/model/expert.ts";
import type { NeedStatus } from "../../domain/model/need.ts";
import type { Amount } from "../../domain/understanding/tagger.ts";

/** Texts with a number or a name in them. */
export const PHRASES = {
  listed: (count: number, county: string): Sentence => ({
    zh: `${county}：推荐 ${count} 位`,
    en: `${county}: ${count} listed`,
  }),
  kilometres: (km: number): Sentence => ({ zh: `约 ${km} 公里`, en: `${km} km away` }),
  metBy: (skill: string): Sentence => ({ zh: `以${skill}应对`, en: `met by ${skill}` }),
  readAs: (meaning: string, rule: string): Sentence => ({
    zh: `${meaning}（${rule}）`,
    en: `${meaning} (${rule})`,
  }),
  inCounty: (): Sentence => ({ zh: "就在本县", en: "based in the county" }),
  level: (level: number): Sentence => ({ zh: `${level} 级`, en: `level ${level}` }),
  years: (years: number): Sentence => ({
    zh: `${years} 年`,
    en: years === 1 ? "1 year" : `${years} years`,
  }),
  days: (days: number): Sentence => ({
    zh: `${days} 天`,
    en: days === 1 ? "1 day" : `${days} days`,
  }),
  freeDays: (days: number): Sentence => ({
    zh: `空余 ${days} 天`,
    en: days === 1 ? "1 free day" : `${days} free days`,
  }),
  forYear: (year: number): Sentence => ({ zh: `${year} 年`, en: `${year}` }),
  waitsForTurn: (ahead: number): Sentence => ({
    zh: `正在排队：前面还有 ${ahead} 个。`,
    en: `Waiting for its turn: ${ahead} before it.`,
  }),
  people: (count: number): Sentence => ({
    zh: `${count} 人`,
    en: count === 1 ? "1 person" : `${count} people`,
  }),
  demandsCovered: (covered: number, all: number): Sentence => ({
    zh: `${all} 项需求中有 ${covered} 项有人承担`,
    en: `${covered} of ${all} needs are covered by somebody`,
  }),
  daysOfMember: (days: number): Sentence => ({
    zh: `每人每年 ${days} 天`,
    en: `${days} days a year of each member`,
  }),
  term: (years: number): Sentence => ({
    zh: `任期 ${years} 年`,
    en: years === 1 ? "a term of 1 year" : `a term of ${years} years`,
  }),
  weighedBy: (policy: string): Sentence => ({
    zh: `权重按 ${policy}`,
    en: `weighed by ${policy}`,
  }),
  composedBy: (policy: string, seconds: number): Sentence => ({
    zh: `权重按 ${policy}；用时 ${seconds.toFixed(2)} 秒`,
    en: `weighed by ${policy}; took ${seconds.toFixed(2)} s`,
  }),
  rulesKept: (kept: number, all: number): Sentence => ({
    zh: kept === all ? `${all} 条全部符合` : `${all} 条中符合 ${kept} 条`,
    en: kept === all ? `all ${all} kept` : `${kept} of ${all} kept`,
  }),
  presetChosen: ({ zh, en }: Sentence): Sentence => ({
    zh: `按规则“${zh}”组团`,
    en: `rules: "${en}"`,
  }),
  needAdded: ({ zh, en }: Sentence, weight: number): Sentence => ({
    zh: `增加需求“${zh}”，权重 ${weight}`,
    en: `need "${en}" added, weight ${weight}`,
  }),
  needDropped: ({ zh, en }: Sentence): Sentence => ({
    zh: `去掉需求“${zh}”`,
    en: `need "${en}" taken back`,
  }),
  lessThanBest: (distance: string): Sentence => ({
    zh: `比最优少 ${distance}`,
    en: `${distance} less than the best`,
  }),
  radius: (km: number): Sentence => ({ zh: `${km} 公里`, en: `${km} km` }),
  share: (weight: number): Sentence => {
    const percent = `${Math.round(weight * 100)}%`;
    return { zh: `占 ${percent}`, en: percent };
  },
  /** @param confidence in (0, 1] */
  confidence: (confidence: number): Sentence => {
    const percent = `${Math.round(confidence * 100)}%`;
    const { zh, en } = SURENESS.find(({ from }) => confidence >= from) ?? NOT_SURE;
    return { zh: `${zh} ${percent}`, en: `${en}, ${percent}` };
  },
  suggestedFrom: (words: string): Sentence => ({
    zh: `模型建议，看的是“${words}”`,
    en: `suggested by a model, for “${words}”`,
  }),
  whyNotOf: (name: string): Sentence => ({ zh: `为什么没有${name}？`, en: `Why not ${name}?` }),
  countiesIn: (count: number): Sentence => ({ zh: `${count} 个`, en: `${count}` }),
  rating: (rating: number): Sentence => ({ zh: `${rating} / 5`, en: `${rating} of 5` }),
} as const;

/** What the levels of a skill mean, from 1 to 5. */
export const LEVEL_NAMES: readonly Sentence[] = [
  { zh: "能协助", en: "assists" },
  { zh: "能独立", en: "works alone" },
  { zh: "能带人", en: "trains others" },
  { zh: "全省带头", en: "leads in the province" },
  { zh: "全国知名", en: "nationally known" },
];

/** What a confidence means in words, from the surest down. */
const SURENESS = [
  { from: 0.9, zh: "很有把握", en: "sure" },
  { from: 0.75, zh: "较有把握", en: "fairly sure" },
] as const;
const NOT_SURE = { from: 0, zh: "把握不大", en: "not sure" } as const;

export const STATUS_NAMES: Readonly<Record<NeedStatus, Sentence>> = {
  draft: { zh: "草稿", en: "draft" },
  submitted: { zh: "已提交", en: "submitted" },
  published: { zh: "已发布", en: "published" },
  matched: { zh: "已匹配", en: "matched" },
  in_service: { zh: "服务中", en: "in service" },
  closed: { zh: "已办结", en: "closed" },
  returned: { zh: "已退回", en: "returned" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  unmet: { zh: "未能满足", en: "unmet" },
};

export const MODE_NAMES: Readonly<Record<ServiceMode, Sentence>> = {
  resident: { zh: "驻点", en: "resident" },
  circuit: { zh: "巡回", en: "circuit" },
  remote: { zh: "远程", en: "remote" },
};

/** What an amount in the words measures. */
export const AMOUNT_NAMES: Readonly<Record<Amount["kind"], Sentence>> = {
  area: { zh: "面积", en: "area" },
  weight: { zh: "重量", en: "weight" },
  animals: { zh: "数量", en: "animals" },
  plants: { zh: "株数", en: "plants" },
  money: { zh: "金额", en: "money" },
  length: { zh: "长度", en: "length" },
  share: { zh: "比例", en: "share" },
};

/** Words the graph stores, by what they stand for; a word that is not here is shown as it is. */
const STORED: Readonly<Record<string, Sentence>> = {
  active: { zh: "在派", en: "current" },
  completed: { zh: "已完成", en: "completed" },
  excellent: { zh: "优秀", en: "excellent" },
  good: { zh: "良好", en: "good" },
  qualified: { zh: "称职", en: "qualified" },
  unqualified: { zh: "不称职", en: "unqualified" },
  leader: { zh: "团长", en: "leader" },
  deputy: { zh: "副团长", en: "deputy leader" },
  member: { zh: "团员", en: "member" },
  province: { zh: "省级", en: "province" },
  prefecture: { zh: "市州级", en: "prefecture" },
  county: { zh: "县级", en: "county" },
  outside: { zh: "省外", en: "outside the province" },
  ...STATUS_NAMES,
  ...MODE_NAMES,
};

export const storedWord = (word: string): Sentence => STORED[word] ?? { zh: word, en: word };

/** Why a word was read as it was, by the id of the rule. */
const RULES: Readonly<Record<string, Sentence>> = {
  name: { zh: "产业名称", en: "name of an industry" },
  variety: { zh: "品种名", en: "name of a variety" },
  animal: { zh: "畜禽水产名", en: "name of an animal" },
  disease: { zh: "病害名", en: "name of a disease" },
  pest: { zh: "虫害名", en: "name of a pest" },
  symptom: { zh: "症状", en: "symptom" },
  practice: { zh: "农事做法", en: "farming practice" },
  product: { zh: "产品", en: "product" },
  market: { zh: "销售与品牌", en: "sales and brands" },
  service: { zh: "请求的服务", en: "service asked for" },
  family: { zh: "构词", en: "form of the word" },
  cue: { zh: "提示词", en: "cue" },
  likeness: { zh: "与已标注的说法相近", en: "worded like labelled requests" },
  dialect: { zh: "方言", en: "dialect" },
  place: { zh: "地名", en: "name of a place" },
  stage: { zh: "由问题推出环节", en: "stage of the problem" },
  measure: { zh: "数字与单位", en: "figure and unit" },
  date: { zh: "时间说法", en: "words of time" },
  negation: { zh: "文中已否定", en: "ruled out in the text" },
  unknown: { zh: "词表里没有", en: "not in the word lists" },
};

export const ruleName = (rule: string): Sentence => RULES[rule] ?? { zh: "词表", en: "word list" };
