import { PART_NAMES } from "../../../domain/matching/explanation.ts";
import { PARTS } from "../../../domain/matching/policy.ts";
import type { WhyNotExplanation } from "../../../usecases/explain-why-not.ts";
import { shownPoints, type View } from "../view.ts";
import { JudgedExpert } from "./ranked-list.tsx";
import { Said } from "./said.tsx";
import { type WhyNotAnswer, WhyNotForm } from "./why-not-form.tsx";

/** What came of asking why an expert is not listed. */
export type RankingWhyNot = WhyNotAnswer<WhyNotExplanation>;

interface Asking {
  view: View;
  /** Where the form leads, without parameters. */
  action: string;
  /** What else the address holds. */
  hidden: URLSearchParams;
  asked: string;
  answer: RankingWhyNot | null;
}

/** Asks why an expert is not listed, and answers. */
export function WhyNotListed({ view, answer, ...asking }: Asking) {
  const explanation = answer?.kind === "explained" ? answer.explanation : null;
  return (
    <WhyNotForm
      {...asking}
      view={view}
      answer={answer}
      about={explanation?.asked?.expert.name}
      question="whyNot"
      hint="whyNotHint"
    >
      {explanation && <Explanation view={view} of={explanation} />}
    </WhyNotForm>
  );
}

function Explanation({ view, of }: { view: View; of: WhyNotExplanation }) {
  const { asked, sentence } = of;
  const name = asked?.expert.name ?? "";
  return (
    <div class="card answer" role="status">
      <p class="lead">
        <b lang="zh-CN">{name}</b> <Said view={view} text={view.say(sentence)} />
      </p>
      {of.answer === "outscored" && <Comparison view={view} of={of} />}
      {asked && (
        <div class="judged">
          <JudgedExpert view={view} county={of.county.code} one={asked} />
        </div>
      )}
    </div>
  );
}

/** Part by part, where points were lost against the last one listed. */
function Comparison({ view, of: { asked, last } }: { view: View; of: WhyNotExplanation }) {
  const { t, say } = view;
  if (!(asked && last)) return null;
  const pointsOf = (one: typeof asked, name: string) =>
    one.parts.find(({ part }) => part === name)?.points ?? 0;
  return (
    <table>
      <caption>{t("comparedWithLast")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("part")}</th>
          <th scope="col" class="num">
            <span lang="zh-CN">{asked.expert.name}</span> <small>{t("thisExpert")}</small>
          </th>
          <th scope="col" class="num">
            <span lang="zh-CN">{last.expert.name}</span> <small>{t("lastListed")}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {PARTS.map((part) => (
          <tr class={pointsOf(asked, part) < pointsOf(last, part) ? "lost" : undefined}>
            <th scope="row">{say(PART_NAMES[part])}</th>
            <td class="num">{shownPoints(pointsOf(asked, part))}</td>
            <td class="num">{shownPoints(pointsOf(last, part))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("score")}</th>
          <td class="num">{shownPoints(asked.score)}</td>
          <td class="num">{shownPoints(last.score)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
