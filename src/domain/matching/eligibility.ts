import type { Sentence } from "../error.ts";
import type { ProfessionalTitle } from "../model/expert.ts";
import { PROFESSIONAL_TITLES } from "../model/expert.ts";
import { distanceKm } from "./distance.ts";
import type { ExpertFacts, MatchRequest } from "./facts.ts";

/** Why somebody may not be recommended at all, whatever the score. */
export type Refusal =
  | { code: "blocked"; reason: string }
  | { code: "not_on_duty" }
  | { code: "no_free_days"; daysPerYear: number; committedDays: number }
  | { code: "remote_only" }
  | { code: "outside_radius"; distanceKm: number; travelRadiusKm: number }
  | { code: "title_too_low"; title: ProfessionalTitle; minimumTitle: ProfessionalTitle };

/** What is known of an expert; what is not known refuses nobody. */
export type KnownFacts = Partial<Omit<ExpertFacts, "skills">>;

/**
 * Every reason why the expert is not eligible, in a fixed order, the one to name first in front:
 * blocked pair, not on duty, no free day in the year, serves only from afar where somebody must
 * come, outside the travel radius, title below that of the seat. Empty = eligible.
 *
 * The radius does not hold for the expert's own county, nor where help from afar is allowed and
 * the expert gives it.
 */
export function eligibility(request: MatchRequest, facts: KnownFacts): Refusal[] {
  return [
    refuseBlocked(facts),
    facts.onDuty === false ? ({ code: "not_on_duty" } as const) : null,
    refuseDays(facts),
    refuseRemoteOnly(request, facts),
    refuseRadius(request, facts),
    refuseTitle(request, facts),
  ].filter((refusal) => refusal !== null);
}

const refuseBlocked = ({ blocked }: KnownFacts): Refusal | null =>
  blocked == null ? null : { code: "blocked", reason: blocked };

function refuseDays({ daysPerYear, committedDays = 0 }: KnownFacts): Refusal | null {
  if (daysPerYear === undefined || daysPerYear - committedDays >= 1) return null;
  return { code: "no_free_days", daysPerYear, committedDays };
}

function refuseRemoteOnly(request: MatchRequest, { serviceModes }: KnownFacts): Refusal | null {
  const onlyRemote = serviceModes?.every((mode) => mode === "remote") ?? false;
  return onlyRemote && !request.allowsRemote ? { code: "remote_only" } : null;
}

function refuseRadius(request: MatchRequest, facts: KnownFacts): Refusal | null {
  const { county, location, serviceModes, travelRadiusKm } = facts;
  if (!location || county === undefined || travelRadiusKm === undefined) return null;
  if (county === request.county) return null;
  if (request.allowsRemote && (serviceModes?.includes("remote") ?? true)) return null;
  const distance = distanceKm(location, request.location);
  if (distance <= travelRadiusKm) return null;
  return { code: "outside_radius", distanceKm: distance, travelRadiusKm };
}

function refuseTitle({ minimumTitle }: MatchRequest, { title }: KnownFacts): Refusal | null {
  if (minimumTitle === null || title === undefined) return null;
  const rank = (one: ProfessionalTitle) => PROFESSIONAL_TITLES.indexOf(one);
  return rank(title) < rank(minimumTitle) ? { code: "title_too_low", title, minimumTitle } : null;
}

/** 正高 / 副高 / 中级 / 初级 and their English names. */
export const TITLE_NAMES: Readonly<Record<ProfessionalTitle, Sentence>> = {
  senior: { zh: "正高", en: "senior" },
  associate: { zh: "副高", en: "associate" },
  intermediate: { zh: "中级", en: "intermediate" },
  junior: { zh: "初级", en: "junior" },
};

/** The refusal in a sentence that goes with the expert's name before it. */
export function refusalSentence(refusal: Refusal): Sentence {
  switch (refusal.code) {
    case "blocked":
      return {
        zh: `与该县设有回避：${refusal.reason}`,
        en: `may not be matched with this county: ${refusal.reason}`,
      };
    case "not_on_duty":
      return { zh: "目前不在岗", en: "is not on duty" };
    case "no_free_days":
      return {
        zh: `本年已无可派天数：单位准予 ${refusal.daysPerYear} 天，已安排 ${refusal.committedDays} 天`,
        en: `has no free day this year: ${refusal.daysPerYear} granted, ${refusal.committedDays} committed`,
      };
    case "remote_only":
      return {
        zh: "只做远程服务，而此需求要到现场",
        en: "serves only remotely; this need asks for a visit",
      };
    case "outside_radius":
      return {
        zh: `距该县约 ${refusal.distanceKm} 公里，超出可到范围 ${refusal.travelRadiusKm} 公里`,
        en: `is based ${refusal.distanceKm} km away and travels up to ${refusal.travelRadiusKm} km`,
      };
    case "title_too_low":
      return {
        zh: `职称为${TITLE_NAMES[refusal.title].zh}，岗位要求${TITLE_NAMES[refusal.minimumTitle].zh}及以上`,
        en: `holds the ${TITLE_NAMES[refusal.title].en} title; the seat asks for ${TITLE_NAMES[refusal.minimumTitle].en} or above`,
      };
  }
}
