import type { Sentence } from "../error.ts";
import type { Shortfall } from "./answer.ts";
import { demandNameOf } from "./demand-names.ts";
import type { TeamProblem } from "./problem.ts";
import { percent, percentDown } from "./rule-sentences.ts";

type Missed = Shortfall["coverages"][number];

/** What of the coverage asked for is not reached, how far any team comes, and what is shown instead. */
export function shortfallSentence(
  problem: TeamProblem,
  { coverages, proven }: Omit<Shortfall, "text">,
): Sentence {
  const missed = coverages.filter(({ asked, reached }) => reached < asked);
  const sentences = missed.map((one) => {
    const { zh, en } = proven ? provenPart(one) : UNPROVEN;
    const name = nameOf(problem, one.demand);
    const asked = percent(one.asked);
    return {
      zh: `${name.zh}要求覆盖 ${asked}，${zh}，本团队为 ${percentDown(one.reached)}`,
      en: `${asked} of ${name.en} is asked for, ${en}, this team covers ${percentDown(one.reached)}`,
    };
  });
  return {
    zh: `${sentences.map(({ zh }) => zh).join("；")}。以下是不计覆盖要求时的最优团队。`,
    en: `${sentences.map(({ en }) => en).join("; ")}. Shown is the best team without regard to it.`,
  };
}

const nameOf = (problem: TeamProblem, demand: string | null): Sentence => {
  if (demand === null) return { zh: "全部需求", en: "all demands" };
  const { zh, en } = demandNameOf(problem, demand);
  return { zh: `“${zh}”`, en: `"${en}"` };
};

function provenPart({ asked, bound, reachable }: Missed): Sentence {
  if (bound >= asked) {
    return {
      zh: "已证明不能与其他覆盖要求同时达到",
      en: "which is proven to be out of reach together with the other coverages",
    };
  }
  const most = percentDown(reachable);
  return {
    zh: `已证明在这些规则下最高只能到 ${most}`,
    en: `at most ${most} is proven to be within reach under these rules`,
  };
}

const UNPROVEN: Sentence = {
  zh: "时限内没有找到能达到的团队，也没有证明不存在",
  en: "no team that reaches it was found in time, nor proven not to exist",
};
