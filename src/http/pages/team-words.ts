import type { Sentence } from "../../domain/error.ts";
import type { TeamRole } from "../../domain/team/answer.ts";
import type { ChangeableWeight } from "../../domain/team/change.ts";
import type { ObjectiveParts } from "../../domain/team/objective.ts";
import type { Word } from "./dictionary.ts";

/** Said where changes are wanted, and neither one nor the proof that none suffices was found. */
export const NO_REPAIR_FOUND: Sentence = {
  zh: "搜索结束前没有找到足够的调整办法，也没有证明没有：请再试一次，或少要求一些。",
  en: "The search ended before a change that suffices was found, or the proof that there is none: try again, or ask for less.",
};

/** Said where alternatives are wanted, and there may be more than were found. */
export const MAYBE_MORE_ALTERNATIVES: Sentence = {
  zh: "搜索结束前没有找完备选方案，可能还有。",
  en: "The search ended before all alternatives were found: there may be more.",
};

export const NO_ALTERNATIVE: Sentence = {
  zh: "没有别的方案。",
  en: "There is no other team.",
};

/** Said where substitutes are wanted, and nothing is known of some members. */
export const NOT_ALL_SUBSTITUTES: Sentence = {
  zh: "搜索结束前没有求出每名成员的替补。",
  en: "The search ended before substitutes were found for every member.",
};

export const ROLE_NAMES: Readonly<Record<TeamRole, Sentence>> = {
  leader: { zh: "团长", en: "leader" },
  deputy: { zh: "副团长", en: "deputy leader" },
  coordinator: { zh: "联络员", en: "coordinator" },
  member: { zh: "团员", en: "member" },
};

export const PART_WORDS: Readonly<Record<keyof ObjectiveParts, Word>> = {
  coverage: "partCoverage",
  quality: "partQuality",
  travel: "partTravel",
  load: "partLoad",
  cohesion: "partCohesion",
  change: "partChange",
};

export const WEIGHT_WORDS: Readonly<Record<ChangeableWeight, Word>> = {
  quality: "weightQuality",
  travelPerKm: "weightTravel",
  loadPerPosting: "weightLoad",
  cohesion: "weightCohesion",
  change: "weightChange",
};

/** What a rule is about, by its id. */
export const RULE_NAMES: Readonly<Partial<Record<string, Sentence>>> = {
  size: { zh: "人数", en: "Size" },
  leader: { zh: "团长职称", en: "Title of the leader" },
  title: { zh: "成员职称", en: "Titles of members" },
  tierShare: { zh: "各级专家比例", en: "Share of tiers" },
  outside: { zh: "省外专家", en: "From outside the province" },
  institutionMax: { zh: "同一单位人数上限", en: "Most of one institution" },
  institutionsMin: { zh: "单位数下限", en: "Least number of institutions" },
  freeDays: { zh: "空余天数下限", en: "Least free days" },
};

/** What a parameter of a rule is called. */
export const PARAMETER_NAMES: Readonly<Partial<Record<string, Sentence>>> = {
  min: { zh: "至少", en: "At least" },
  max: { zh: "至多", en: "At most" },
  minTitle: { zh: "最低职称", en: "Lowest title" },
  minShare: { zh: "比例不低于（0–1）", en: "Share at least (0-1)" },
  maxShare: { zh: "比例不超过（0–1）", en: "Share at most (0-1)" },
  tiers: { zh: "级别", en: "Tiers" },
};
