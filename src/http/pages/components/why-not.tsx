import type { Sentence } from "../../../domain/error.ts";
import { PART_NAMES } from "../../../domain/matching/explanation.ts";
import { PARTS } from "../../../domain/matching/policy.ts";
import type { WhyNotExplanation } from "../../../usecases/explain-why-not.ts";
import type { ListedExpert } from "../../../usecases/loading/listing.ts";
import { PHRASES } from "../phrases.ts";
import { shownPoints, type View } from "../view.ts";
import { JudgedExpert } from "./ranked-list.tsx";
import { Said } from "./said.tsx";

type ExpertCard = ListedExpert["expert"];

/** What came of a "why not ...?". */
export type WhyNotAnswer =
  | { kind: "explained"; explanation: WhyNotExplanation }
  | { kind: "several"; choices: readonly ExpertCard[] }
  | { kind: "failed"; sentence: Sentence };

interface Form {
  view: View;
  /** Where the form leads, without parameters. */
  action: string;
  /** What else the address holds. */
  hidden: URLSearchParams;
  asked: string;
  answer: WhyNotAnswer | null;
}

/** Asks why an expert is not listed, and answers. */
export function WhyNotForm({ view, action, hidden, asked, answer }: Form) {
  const { t } = view;
  const failure = answer?.kind === "failed" ? answer.sentence : null;
  return (
    <section class={answer ? "block" : "block unasked"} aria-labelledby="why-not">
      <h2 id="why-not">
        <Said view={view} text={heading(view, answer)} />
      </h2>
      <form method="get" action={`${action}#why-not`} class="row">
        <HiddenFields fields={hidden} except="why" />
        <div class={failure ? "field faulty" : "field"}>
          <label for="why">{t("expertName")}</label>
          <input
            id="why"
            name="why"
            value={isId(asked) ? "" : asked}
            maxlength={100}
            required
            autocomplete="off"
            lang="zh-CN"
            aria-describedby={failure ? "why-fault" : "why-hint"}
            aria-invalid={failure ? "true" : undefined}
          />
        </div>
        <button type="submit" class="button">
          {t("explain")}
        </button>
        {answer?.kind === "several" && <Choices view={view} choices={answer.choices} />}
      </form>
      {failure ? (
        <p class="fault" id="why-fault" role="alert">
          <Said view={view} text={view.say(failure)} />
        </p>
      ) : (
        <p class="hint" id="why-hint">
          {t("whyNotHint")}
        </p>
      )}
      {answer?.kind === "explained" && <Explanation view={view} of={answer.explanation} />}
    </section>
  );
}

export const isId = (asked: string): boolean => /^exp_/.test(asked);

export function HiddenFields({ fields, except }: { fields: URLSearchParams; except: string }) {
  return (
    <>
      {[...fields]
        .filter(([name]) => name !== except)
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

export function Choices({ view, choices }: { view: View; choices: readonly ExpertCard[] }) {
  return (
    <div class="choices" role="alert">
      <p>{view.t("whichOne")}</p>
      <p class="actions">
        {choices.map((expert) => (
          <button
            type="submit"
            class="button small"
            name="why"
            value={expert.id}
            formnovalidate
            lang="zh-CN"
          >
            {expert.name} {expert.institution}
          </button>
        ))}
      </p>
    </div>
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

/** Names whoever was asked about, as a name may have been chosen among namesakes. */
const heading = ({ t, say }: View, answer: WhyNotAnswer | null): string =>
  answer?.kind === "explained" && answer.explanation.asked
    ? say(PHRASES.whyNotOf(answer.explanation.asked.expert.name))
    : t("whyNot");
