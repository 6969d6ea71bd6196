import type { Sentence } from "../error.ts";
import { TITLE_NAMES } from "../matching/eligibility.ts";
import { demandNameOf } from "./demand-names.ts";
import type { RuleOf, TeamProblem, TeamRule, Tier } from "./problem.ts";

const TIER_NAMES: Readonly<Record<Tier, Sentence>> = {
  province: { zh: "省级", en: "provincial" },
  prefecture: { zh: "市级", en: "prefectural" },
  county: { zh: "县级", en: "county-level" },
  outside: { zh: "省外", en: "from outside the province" },
};

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** Rounded down, so that it never seems to reach what it does not. */
export const percentDown = (share: number): string => `${Math.floor(share * 1000 + 1e-6) / 10} %`;

/** What tells how people and demands are called. */
type Naming = Pick<TeamProblem, "candidates" | "demands">;

/** A rule as a sentence, with how many members of a team count for it. */
export function ruleSentence(problem: Naming, rule: TeamRule, count: number): Sentence {
  const { zh, en } = wording(problem, rule);
  if (rule.id === "coverageMin") {
    return { zh: `${zh}（现 ${percentDown(count)}）`, en: `${en} (now ${percentDown(count)})` };
  }
  const now = COUNTED[rule.id];
  return now
    ? { zh: `${zh}（现 ${count}${now.zh}）`, en: `${en} (now ${count}${now.en})` }
    : { zh, en };
}

/** What the number beside a rule counts; rules that are only kept or not have none. */
const COUNTED: Readonly<Partial<Record<TeamRule["id"], Sentence>>> = {
  size: { zh: " 人", en: "" },
  title: { zh: " 人", en: "" },
  tierShare: { zh: " 人", en: "" },
  outside: { zh: " 人", en: "" },
  institutionMax: { zh: " 人", en: "" },
  institutionsMin: { zh: " 家", en: "" },
  demandMin: { zh: " 人", en: "" },
};

/** A rule as a sentence, whoever is in the team. */
export function wording(problem: Naming, rule: TeamRule): Sentence {
  switch (rule.id) {
    case "size":
      return sizeWording(rule);
    case "leader": {
      const title = TITLE_NAMES[rule.minTitle];
      return { zh: `团长为${title.zh}及以上职称`, en: `the leader is ${title.en} or higher` };
    }
    case "title": {
      const title = TITLE_NAMES[rule.minTitle];
      return rule.minShare >= 1
        ? { zh: `全体成员为${title.zh}及以上职称`, en: `every member is ${title.en} or higher` }
        : {
            zh: `${title.zh}及以上职称不少于 ${percent(rule.minShare)}`,
            en: `at least ${percent(rule.minShare)} are ${title.en} or higher`,
          };
    }
    case "tierShare":
      return tierWording(rule);
    case "outside": {
      const title = TITLE_NAMES[rule.minTitle];
      return {
        zh: `省外专家不超过 ${percent(rule.maxShare)}，且为${title.zh}及以上职称`,
        en: `at most ${percent(rule.maxShare)} from outside the province, each ${title.en} or higher`,
      };
    }
    case "institutionMax":
      return { zh: `同一单位不超过 ${rule.max} 人`, en: `at most ${rule.max} of one institution` };
    case "institutionsMin":
      return {
        zh: `至少来自 ${rule.min} 家单位`,
        en: `from at least ${rule.min} institutions`,
      };
    case "demandMin": {
      const demand = demandNameOf(problem, rule.demand);
      return {
        zh: `需求“${demand.zh}”至少 ${rule.min} 人匹配度不低于 ${rule.fitAtLeast}`,
        en: `at least ${rule.min} with fit ${rule.fitAtLeast} or more on "${demand.en}"`,
      };
    }
    case "coverageMin":
      return coverageWording(problem, rule);
    case "freeDays":
      return {
        zh: `每人空余天数不少于 ${rule.min} 天`,
        en: `every member has ${rule.min} free days or more`,
      };
    case "blockedPair": {
      const [one, other] = [nameOf(problem, rule.a), nameOf(problem, rule.b)];
      return { zh: `${one}与${other}不同队`, en: `not both ${one} and ${other}` };
    }
  }
}

/** How a person is called in a sentence: by name where the problem tells it. */
export const nameOf = ({ candidates }: Pick<TeamProblem, "candidates">, id: string): string =>
  candidates.find((candidate) => candidate.id === id)?.name ?? id;

function coverageWording(problem: Naming, { demand, min }: RuleOf<"coverageMin">): Sentence {
  if (demand === undefined) {
    return {
      zh: `全部需求的覆盖不低于 ${percent(min)}`,
      en: `at least ${percent(min)} of all demands is covered`,
    };
  }
  const { zh, en } = demandNameOf(problem, demand);
  return {
    zh: `需求“${zh}”的覆盖不低于 ${percent(min)}`,
    en: `at least ${percent(min)} of "${en}" is covered`,
  };
}

function sizeWording({
  min,
  max,
}: {
  min?: number | undefined;
  max?: number | undefined;
}): Sentence {
  if (min === undefined) return { zh: `不超过 ${max} 人`, en: `at most ${max} people` };
  if (max === undefined) return { zh: `不少于 ${min} 人`, en: `at least ${min} people` };
  if (min === max) return { zh: `${min} 人`, en: `${min} people` };
  return { zh: `${min} 至 ${max} 人`, en: `${min} to ${max} people` };
}

function tierWording(rule: {
  tiers: readonly Tier[];
  minShare?: number | undefined;
  maxShare?: number | undefined;
}): Sentence {
  const tiers = {
    zh: rule.tiers.map((tier) => TIER_NAMES[tier].zh).join("、"),
    en: rule.tiers.map((tier) => TIER_NAMES[tier].en).join(" or "),
  };
  const { minShare, maxShare } = rule;
  if (minShare !== undefined && minShare === maxShare) {
    return {
      zh: `${tiers.zh}专家占 ${percent(minShare)}`,
      en: `${percent(minShare)} are ${tiers.en}`,
    };
  }
  const least =
    minShare === undefined
      ? []
      : [{ zh: `不少于 ${percent(minShare)}`, en: `at least ${percent(minShare)}` }];
  const most =
    maxShare === undefined
      ? []
      : [{ zh: `不超过 ${percent(maxShare)}`, en: `at most ${percent(maxShare)}` }];
  const bounds = [...least, ...most];
  return {
    zh: `${tiers.zh}专家${bounds.map(({ zh }) => zh).join("、")}`,
    en: `${bounds.map(({ en }) => en).join(" and ")} are ${tiers.en}`,
  };
}

export const pinSentence = (count: number): Sentence => ({
  zh: `指定的 ${count} 人都已入选`,
  en: `the ${count} pinned are in the team`,
});

export const excludeSentence = (count: number): Sentence => ({
  zh: `排除的 ${count} 人都未入选`,
  en: `the ${count} excluded are not in the team`,
});
