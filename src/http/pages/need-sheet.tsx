import { CUT_MARK } from "../../domain/privacy/personal.ts";
import type { AskBack } from "../../domain/understanding/tagger.ts";
import type { NeedView } from "../../usecases/read-need.ts";
import type { Recommendations } from "../../usecases/recommend-experts.ts";
import { SkillList } from "./components/chips.tsx";
import { FaultSummary } from "./components/field.tsx";
import { NeedStatusTags } from "./components/need-lines.tsx";
import { Outcome } from "./components/outcome.tsx";
import { Person } from "./components/person.tsx";
import { nameFault, SaveForm } from "./components/save-form.tsx";
import { HighlightedText } from "./components/understanding.tsx";
import { type RankingWhyNot, WhyNotListed } from "./components/why-not-listed.tsx";
import { PHRASES } from "./phrases.ts";
import { joined } from "./problem-actions.ts";
import { localTime, type View } from "./view.ts";

/** What a page about a need is made of. */
interface NeedState {
  need: NeedView;
  answer: Recommendations;
  whyNot: RankingWhyNot | null;
  why: string;
  parameters: URLSearchParams;
  /** The name typed to keep the list; null before it was sent. */
  name: string | null;
}

interface Sheet {
  view: View;
  state: NeedState;
}

/** One need: its words, who fits, and the lists kept for it. */
export function NeedSheet({ view, state }: Sheet) {
  const { need, answer, whyNot, why, parameters, name } = state;
  const address = `/needs/${need.code}`;
  const fault = name === null ? undefined : nameFault(name);
  const hidden = keptParameters(parameters);
  return (
    <>
      {parameters.get("saved") === "1" && (
        <p class="notice good" role="status">
          {view.t("saved")} <b>{need.code}</b>
        </p>
      )}
      <FaultSummary view={view} faults={fault ? [fault] : []} />
      <NeedHead view={view} state={state} />
      {answer.askBack.length > 0 ? (
        <CompleteDraft view={view} state={state} />
      ) : (
        <>
          <Outcome view={view} answer={answer} longer={`${address}?limit=30`} shorter={address} />
          <WhyNotListed view={view} action={address} hidden={hidden} asked={why} answer={whyNot} />
          <SaveForm
            view={view}
            action={`${address}/runs`}
            hidden={hidden}
            words={{
              title: view.t("keep"),
              hint: view.t("keepHint"),
              button: view.t("keepButton"),
            }}
            name={name ?? ""}
            fault={fault}
          />
        </>
      )}
      <KeptRuns view={view} state={state} />
    </>
  );
}

/** What the forms of the page carry on. */
const keptParameters = (parameters: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...parameters].filter(([name]) => name === "limit" || name === "why"));

function NeedHead({ view, state: { need, answer } }: Sheet) {
  const { t, say } = view;
  return (
    <>
      <div class="head">
        <h1>
          <small>{t("need")}</small> {need.code}
        </h1>
        <NeedStatusTags view={view} need={need} />
      </div>
      <div class="card">
        {need.text.includes(CUT_MARK) && <p class="notice">{t("identityCut")}</p>}
        <HighlightedText view={view} text={need.text} understanding={need.understanding} />
        {answer.asked.length > 0 && (
          <>
            <h2>{t("asked")}</h2>
            <SkillList view={view} asked={answer.asked} />
          </>
        )}
        <dl class="facts">
          <div>
            <dt>{t("county")}</dt>
            <dd>
              <a href={`/counties/${need.county.code}`} lang="zh-CN">
                {need.county.name}
              </a>
            </dd>
          </div>
          <div>
            <dt>{t("days")}</dt>
            <dd>
              {say(PHRASES.days(need.days))}
              {need.allowsRemote && ` · ${t("remoteAllowed")}`}
            </dd>
          </div>
          <div>
            <dt>{t("raisedBy")}</dt>
            <dd>
              <Person view={view} name={need.createdBy} demo={need.demo} />
            </dd>
          </div>
          <div>
            <dt>{t("raisedAt")}</dt>
            <dd>
              <time datetime={need.createdAt}>{localTime(need.createdAt)}</time>
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}

/** A draft is completed by writing it anew, with an answer behind its words. */
function CompleteDraft({ view, state: { need, answer } }: Sheet) {
  const { t, say } = view;
  const addressWith = ({ words }: AskBack["options"][number]) =>
    `/?${new URLSearchParams({ text: joined(need.text, words), county: need.county.code })}`;
  return (
    <section class="block ask" aria-labelledby="ask-back">
      <h2 id="ask-back">{t("askBack")}</h2>
      {answer.askBack.map(({ question, options }) => (
        <div class="question">
          <p class="lead">{say(question)}</p>
          <p class="actions">
            {options.map((option) => (
              <a class="button" href={addressWith(option)}>
                {say(option)}
              </a>
            ))}
          </p>
        </div>
      ))}
      <p class="hint">{t("askBackDraft")}</p>
    </section>
  );
}

function KeptRuns({ view, state: { need } }: Sheet) {
  const { t } = view;
  return (
    <section class="block" aria-labelledby="runs">
      <h2 id="runs">{t("keptRuns")}</h2>
      {need.runs.length === 0 ? (
        <p>{t("noRuns")}</p>
      ) : (
        <div class="card flush">
          <table>
            <caption class="hidden">{t("keptRuns")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("keptAt")}</th>
                <th scope="col">{t("keptBy")}</th>
                <th scope="col">{t("policy")}</th>
              </tr>
            </thead>
            <tbody>
              {need.runs.map((run) => (
                <tr>
                  <th scope="row">
                    <a href={`/runs/${run.id}`}>{localTime(run.at)}</a>
                  </th>
                  <td>
                    <Person view={view} name={run.by} />
                  </td>
                  <td>{run.policy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
