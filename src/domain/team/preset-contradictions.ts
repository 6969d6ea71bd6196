import type { Fault, Sentence } from "../error.ts";
import { type RuleOf, type TeamRule, TIERS, type Tier } from "./problem.ts";
import { SHARE_TOLERANCE } from "./rules.ts";

/** No preset asks for larger teams; where it sets no limit, sizes up to here are tried. */
const LARGEST_TRIED = 40;

interface Rules {
  rules: readonly TeamRule[];
}

/** What of a preset may contradict itself. */
interface Contradictable extends Rules {
  deputies: readonly { size: number; deputies: number }[];
  daysPerMember: number;
  coordinatorTier: "county" | null;
}

/**
 * Where a preset contradicts itself, field by field: no team could ever keep such rules, whoever
 * the people are. Empty when there may be a team.
 */
export function presetContradictions(preset: Contradictable): Fault[] {
  const { rules } = preset;
  const faults = [
    ...rules.flatMap((rule, index) => namingFaults(rule, `rules.${index}`)),
    ...rules.flatMap((rule, index) => rangeFaults(rule, `rules.${index}`)),
    ...sizeFaults(preset),
    ...institutionFaults(preset),
    ...dayFaults(preset),
    ...deputyFaults(preset),
  ];
  return faults.length > 0 ? faults : shareFaults(preset);
}

/** A preset holds for every county: it cannot name a person or a county's demand. */
function namingFaults(rule: TeamRule, field: string): Fault[] {
  const namesDemand = "demand" in rule && rule.demand !== undefined;
  if (!namesDemand && rule.id !== "blockedPair") return [];
  const what = namesDemand
    ? { zh: "某县的需求", en: "a county's demand" }
    : { zh: "个人", en: "people" };
  return [
    {
      field,
      zh: `组团规则适用于所有县，不能指定${what.zh}：请在组团时作为调整加入`,
      en: `a preset holds for every county and cannot name ${what.en}: add it as a change when composing`,
    },
  ];
}

function rangeFaults(rule: TeamRule, field: string): Fault[] {
  if (rule.id !== "size" && rule.id !== "tierShare") return [];
  const [least, most, name] =
    rule.id === "size"
      ? ([rule.min, rule.max, "min"] as const)
      : ([rule.minShare, rule.maxShare, "minShare"] as const);
  if (least === undefined && most === undefined) {
    return [{ field, zh: "下限和上限至少要给一个", en: "give a least or a most" }];
  }
  if ((least ?? 0) <= (most ?? Number.POSITIVE_INFINITY)) return [];
  const sentence = { zh: `下限 ${least} 大于上限 ${most}`, en: `${least} is more than ${most}` };
  return [{ field: `${field}.${name}`, ...sentence }];
}

/** The sizes that all size rules allow. */
function sizesOf({ rules }: Rules): { min: number; max: number } {
  const sizes = rules.filter((rule): rule is RuleOf<"size"> => rule.id === "size");
  return {
    min: Math.max(1, ...sizes.map(({ min }) => min ?? 1)),
    max: Math.min(...sizes.map(({ max }) => max ?? Number.POSITIVE_INFINITY)),
  };
}

const indexOf = (rules: readonly TeamRule[], id: TeamRule["id"]): number =>
  Math.max(
    0,
    rules.findIndex((rule) => rule.id === id),
  );

/** Of several size rules together; one that is impossible by itself is named by its range. */
function sizeFaults({ rules }: Rules): Fault[] {
  const { min, max } = sizesOf({ rules });
  const isAlone = rules.some((rule) => rangeFaults(rule, "").length > 0);
  if (min <= max || isAlone) return [];
  return [
    {
      field: `rules.${indexOf(rules, "size")}`,
      zh: `人数下限 ${min} 大于上限 ${max}`,
      en: `a team of at least ${min} and at most ${max} people is impossible`,
    },
  ];
}

function institutionFaults({ rules }: Rules): Fault[] {
  const { max } = sizesOf({ rules });
  return rules.flatMap((rule, index) => {
    const field = `rules.${index}`;
    if (rule.id === "institutionMax" && rule.max === 0) {
      return [
        {
          field: `${field}.max`,
          zh: "同一单位最多 0 人时，谁也不能入选",
          en: "with at most 0 of one institution nobody can be chosen",
        },
      ];
    }
    if (rule.id !== "institutionsMin" || rule.min <= max) return [];
    return [
      {
        field: `${field}.min`,
        zh: `最多 ${max} 人，不可能来自 ${rule.min} 家单位`,
        en: `${max} people at most cannot come from ${rule.min} institutions`,
      },
    ];
  });
}

/** Who is chosen must have the days that are asked of them. */
function dayFaults({ rules, daysPerMember }: Contradictable): Fault[] {
  const least = Math.max(0, ...rules.map((rule) => (rule.id === "freeDays" ? rule.min : 0)));
  if (daysPerMember <= least) return [];
  return [
    {
      field: "daysPerMember",
      zh: `每人要求 ${daysPerMember} 天，而规则只要求空余 ${least} 天：请加入“空余天数下限”规则，或提高它的天数`,
      en: `asks ${daysPerMember} days of each member, but the rules ask for ${least} free days only: add the rule "Least free days", or raise its days`,
    },
  ];
}

/** The leader, the deputies and who speaks for the county are different people. */
function deputyFaults({ rules, deputies, coordinatorTier }: Contradictable): Fault[] {
  const { max } = sizesOf({ rules });
  const others = coordinatorTier === null ? 1 : 2;
  return deputies.flatMap((step, index) =>
    step.deputies + others <= Math.max(step.size, Math.min(max, sizesOf({ rules }).min))
      ? []
      : [
          {
            field: `deputies.${index}`,
            zh: `${step.size} 人的团队放不下 ${step.deputies} 名副团长`,
            en: `a team of ${step.size} has no room for ${step.deputies} deputies`,
          },
        ],
  );
}

/** Shares that no team of an allowed size can keep together. */
function shareFaults({ rules, coordinatorTier }: Contradictable): Fault[] {
  const limits = tierLimits(rules);
  const { min, max } = sizesOf({ rules });
  const last = Math.min(max, Math.max(min, LARGEST_TRIED));
  const needsCounty = coordinatorTier === null ? 0 : 1;
  for (let size = min; size <= last; size += 1) {
    if (someCounts(size, (counts) => counts.county >= needsCounty && keepAll(limits, counts, size)))
      return [];
  }
  return [{ field: `rules.${indexOf(rules, "tierShare")}`, ...TOGETHER }];
}

const TOGETHER: Sentence = {
  zh: "各级别的比例不能同时满足：在允许的人数内没有一种构成",
  en: "the shares of the tiers cannot hold together for any size that is allowed",
};

interface TierLimit {
  tiers: readonly Tier[];
  least: number;
  most: number;
}

const tierLimits = (rules: readonly TeamRule[]): TierLimit[] =>
  rules.flatMap((rule): TierLimit[] => {
    if (rule.id === "tierShare") {
      return [{ tiers: rule.tiers, least: rule.minShare ?? 0, most: rule.maxShare ?? 1 }];
    }
    return rule.id === "outside" ? [{ tiers: ["outside"], least: 0, most: rule.maxShare }] : [];
  });

type Counts = Record<Tier, number>;

const keepAll = (limits: readonly TierLimit[], counts: Counts, size: number): boolean =>
  limits.every(({ tiers, least, most }) => {
    const count = TIERS.reduce((sum, tier) => sum + (tiers.includes(tier) ? counts[tier] : 0), 0);
    return count >= least * size - SHARE_TOLERANCE && count <= most * size + SHARE_TOLERANCE;
  });

/** Whether some way to make up a size of the four tiers holds. */
function someCounts(size: number, holds: (counts: Counts) => boolean): boolean {
  for (let province = 0; province <= size; province += 1) {
    for (let prefecture = 0; prefecture <= size - province; prefecture += 1) {
      for (let county = 0; county <= size - province - prefecture; county += 1) {
        const outside = size - province - prefecture - county;
        if (holds({ province, prefecture, county, outside })) return true;
      }
    }
  }
  return false;
}
