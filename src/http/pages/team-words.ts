import type { Sentence } from "../../domain/error.ts";
import type { TeamRole } from "../../domain/team/answer.ts";
import type { ChangeableWeight } from "../../domain/team/change.ts";
import type { ObjectiveParts } from "../../domain/team/objective.ts";
import type { Word } from "./dictionary.ts";

/** Said where changes are wanted, and neither one nor the proof that none suffices was found in time. */
export const NO_REPAIR_IN_TIME: Sentence = {
  zh: "在时限内没有找到足够的调整办法，也没有证明没有：请少要求一些再试，或在命令行用 --time-limit 延长时限。",
  en: "No change that suffices was found in time, nor the proof that there is none: ask for less, or for more time with --time-limit on the command line.",
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
