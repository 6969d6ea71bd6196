import type { Sentence } from "../../domain/error.ts";
import type { TeamAnswer } from "../../domain/team/answer.ts";

type Proven = Pick<TeamAnswer, "status" | "gap" | "effort"> & { shortfall: object | null };

/** What is proven of an answer, in one sentence that claims no more than was shown. */
export function proofSentence({ status, gap, effort, shortfall }: Proven): Sentence {
  const { relaxations, people, ruledOut } = effort;
  switch (status) {
    case "optimal": {
      const under =
        shortfall === null
          ? { zh: "在这些规则下", en: "under these rules" }
          : { zh: "不计覆盖要求，在其余规则下", en: "under the rules other than the coverage" };
      return {
        zh: `已证明：${under.zh}，没有哪个团队更好（求解 ${relaxations} 个松弛问题，比较 ${people + ruledOut} 人）。`,
        en: `Proven: no team ${under.en} is worth more (${relaxations} relaxations, ${people + ruledOut} people compared).`,
      };
    }
    case "feasible":
      return {
        zh: `尚未证明最优：至多还可能好 ${percentUp(gap)}。`,
        en: `Not proven best: at most ${percentUp(gap)} better could exist.`,
      };
    case "infeasible":
      return {
        zh: "已证明：没有任何团队能同时满足这些规则。",
        en: "Proven: no team at all keeps these rules.",
      };
    case "unknown":
      return {
        zh: "还没有找到团队就停止了，也没有证明不存在：请再试一次，或多给些时间。",
        en: "It stopped before a team was found, nor was it proven that there is none: try again, or allow more time.",
      };
  }
}

/** Rounded up, so that it is never better than what was proven. */
const percentUp = (gap: number | null): string =>
  gap === null ? "?" : `${Math.ceil(gap * 10_000) / 100} %`;
