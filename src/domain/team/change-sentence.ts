import type { Sentence } from "../error.ts";
import { TITLE_NAMES } from "../matching/eligibility.ts";
import type { ChangeableWeight, TeamChange } from "./change.ts";
import { demandNameOf } from "./demand-names.ts";
import type { TeamProblem } from "./problem.ts";
import { nameOf, wording } from "./rule-sentences.ts";

const WEIGHT_NAMES: Readonly<Record<ChangeableWeight, Sentence>> = {
  quality: { zh: "成员水平", en: "member quality" },
  travelPerKm: { zh: "路程", en: "travel" },
  loadPerPosting: { zh: "在派任务", en: "load" },
  cohesion: { zh: "合作基础", en: "past co-work" },
  change: { zh: "未续任", en: "not renewed" },
};

/**
 * A change in words.
 *
 * @param problem the problem it is made to, as changed so far
 */
export function changeSentence(problem: TeamProblem, change: TeamChange): Sentence {
  const who = (id: string) => nameOf(problem, id);
  switch (change.kind) {
    case "pin":
      return { zh: `${who(change.id)}必须入选`, en: `${who(change.id)} must be in the team` };
    case "unpin":
      return {
        zh: `不再要求${who(change.id)}入选`,
        en: `no longer ask for ${who(change.id)}`,
      };
    case "exclude":
      return { zh: `排除${who(change.id)}`, en: `exclude ${who(change.id)}` };
    case "admit":
      return { zh: `不再排除${who(change.id)}`, en: `no longer exclude ${who(change.id)}` };
    case "swap":
      return {
        zh: `以${who(change.in)}替换${who(change.out)}`,
        en: `${who(change.in)} in place of ${who(change.out)}`,
      };
    case "lock":
      return {
        zh: `锁定${change.ids.map(who).join("、")}`,
        en: `keep ${change.ids.map(who).join(", ")}`,
      };
    case "size":
      return {
        zh: `人数为 ${rangeOf(change, "至")}`,
        en: `a team of ${rangeOf(change, "to")}`,
      };
    case "coverage": {
      const { demand, min } = change;
      const asked = wording(problem, {
        ...{ id: "coverageMin", min },
        ...(demand === null ? {} : { demand }),
      });
      return { zh: `要求${asked.zh}`, en: `ask that ${asked.en}` };
    }
    case "demandWeight": {
      const { zh, en } = demandNameOf(problem, change.demand);
      return { zh: `“${zh}”权重为 ${change.weight}`, en: `"${en}" weighs ${change.weight}` };
    }
    case "policyWeight": {
      const { zh, en } = WEIGHT_NAMES[change.weight];
      return { zh: `${zh}权重为 ${change.value}`, en: `${en} weighs ${change.value}` };
    }
    case "relax":
      return relaxed(problem, change);
    case "lift": {
      const { zh, en } = ruleAt(problem, change.index);
      return { zh: `取消“${zh}”`, en: `lift "${en}"` };
    }
    case "addRule": {
      const { zh, en } = wording(problem, change.rule);
      return { zh: `增加“${zh}”`, en: `add "${en}"` };
    }
    case "borrow":
      return {
        zh: `为${who(change.id)}另行腾出（借调）${change.days} 天`,
        en: `borrow ${who(change.id)} for ${change.days} more days`,
      };
    case "call": {
      const title = TITLE_NAMES[change.title];
      const { zh, en } = change.demand === null ? ANY_FIELD : demandNameOf(problem, change.demand);
      return {
        zh: `公开征集“${zh}”方向${title.zh}及以上专家 1 名`,
        en: `call for one expert in "${en}", ${title.en} or higher`,
      };
    }
  }
}

const ANY_FIELD: Sentence = { zh: "任一", en: "any field" };

const rangeOf = ({ min, max }: { min: number; max: number }, to: string): string =>
  min === max ? `${min}` : `${min} ${to} ${max}`;

function ruleAt(problem: TeamProblem, index: number): Sentence {
  const rule = problem.rules[index];
  return rule ? wording(problem, rule) : { zh: `第 ${index + 1} 条规则`, en: `rule ${index + 1}` };
}

function relaxed(
  problem: TeamProblem,
  { index, rule }: Extract<TeamChange, { kind: "relax" }>,
): Sentence {
  const to = wording(problem, rule);
  const from = ruleAt(problem, index);
  return {
    zh: `将“${from.zh}”放宽为“${to.zh}”`,
    en: `relax "${from.en}" to "${to.en}"`,
  };
}
