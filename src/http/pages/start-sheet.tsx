import { CUT_MARK } from "../../domain/privacy/personal.ts";
import type { Recommendations } from "../../usecases/recommend-experts.ts";
import { AskBackQuestions } from "./components/ask-back.tsx";
import { SkillChips } from "./components/chips.tsx";
import { FaultSummary } from "./components/field.tsx";
import { Outcome } from "./components/outcome.tsx";
import { PROBLEM_FORM, ProblemForm } from "./components/problem-form.tsx";
import { nameFault, SaveForm } from "./components/save-form.tsx";
import { HighlightedText } from "./components/understanding.tsx";
import { type WhyNotAnswer, WhyNotForm } from "./components/why-not.tsx";
import { Examples } from "./examples.tsx";
import { type Check, mentionedCounties } from "./problem-check.ts";
import type { ProblemState } from "./problem-state.ts";
import type { View } from "./view.ts";

/** What the reader gets for a problem that could be read. */
export interface Answered {
  answer: Recommendations;
  whyNot: WhyNotAnswer | null;
  /** The state as parameters, for forms and links that keep it. */
  parameters: URLSearchParams;
  /** Makes saving twice take effect once. */
  key: string;
  /** The name typed into the form for saving; null before it was sent. */
  name: string | null;
}

export interface StartSheet {
  view: View;
  state: ProblemState;
  check: Check;
  answered: Answered | null;
}

/** The start page: the form, and below it what was understood and who fits. */
export function StartSheet({ view, state, check, answered }: StartSheet) {
  const { t } = view;
  return (
    <>
      <div class="head">
        <h1>{t("startTitle")}</h1>
        {state.text !== "" && (
          <a class="button small plain" href="/">
            {t("newProblem")}
          </a>
        )}
      </div>
      {!answered && <p class="lead">{t("startLead")}</p>}
      <FaultSummary view={view} faults={check.faults} />
      <ProblemForm view={view} state={state} check={check} />
      {answered ? <AnswerBlocks view={view} state={state} answered={answered} /> : null}
      {!answered && state.text === "" && <Examples view={view} />}
    </>
  );
}

interface Blocks {
  view: View;
  state: ProblemState;
  answered: Answered;
}

function AnswerBlocks({ view, state, answered }: Blocks) {
  const { answer, whyNot, parameters } = answered;
  const isAsking = answer.askBack.length > 0;
  return (
    <>
      <Notices view={view} answer={answer} />
      <Understood view={view} state={state} answer={answer} />
      {isAsking ? (
        <AskBackQuestions view={view} askBack={answer.askBack} form={PROBLEM_FORM} />
      ) : (
        <>
          <Outcome
            view={view}
            answer={answer}
            longer={withLimit(parameters, "30")}
            shorter={withLimit(parameters, "")}
          />
          <WhyNotForm
            view={view}
            action="/"
            hidden={parameters}
            asked={state.why}
            answer={whyNot}
          />
        </>
      )}
      <Save view={view} answered={answered} isDraft={isAsking} />
    </>
  );
}

function withLimit(parameters: URLSearchParams, limit: string): string {
  const changed = new URLSearchParams(parameters);
  changed.delete("limit");
  if (limit !== "") changed.set("limit", limit);
  return `/?${changed}`;
}

/** How the input was taken, and a county that the words name but the reader did not give. */
function Notices({ view, answer }: { view: View; answer: Recommendations }) {
  const { t } = view;
  const mentioned = mentionedCounties(view, answer.understanding);
  const isMeant = mentioned.some(({ code }) => code === answer.county.code);
  return (
    <>
      {answer.text.includes(CUT_MARK) && (
        <p class="notice" role="status">
          {t("identityCut")}
        </p>
      )}
      {answer.notices.includes("contacts_masked") && <p class="notice">{t("contactsMasked")}</p>}
      {!isMeant && mentioned.length > 0 && (
        <p class="notice">
          {t("mentioned")}
          {mentioned.map(({ code, name }) => (
            <>
              <b lang="zh-CN">{name}</b> —{" "}
              <button type="submit" class="link" name="pickCounty" value={code} form={PROBLEM_FORM}>
                {t("useInstead")}
                <span class="hidden"> {name}</span>
              </button>{" "}
            </>
          ))}
        </p>
      )}
    </>
  );
}

interface Reading {
  view: View;
  state: ProblemState;
  answer: Recommendations;
}

function Understood({ view, state, answer }: Reading) {
  return (
    <section class="block understood" aria-labelledby="understood">
      <h2 id="understood">{view.t("understood")}</h2>
      <div class="split card">
        <HighlightedText view={view} text={answer.text} understanding={answer.understanding} />
        <SkillChips
          view={view}
          asked={answer.asked}
          confirmed={state.skills.length > 0}
          form={PROBLEM_FORM}
        />
      </div>
    </section>
  );
}

function Save({ view, answered, isDraft }: { view: View; answered: Answered; isDraft: boolean }) {
  const { t } = view;
  const hidden = new URLSearchParams(answered.parameters);
  hidden.set("key", answered.key);
  return (
    <SaveForm
      view={view}
      action="/needs"
      hidden={hidden}
      words={{
        title: t("save"),
        hint: t(isDraft ? "saveDraftHint" : "saveHint"),
        button: t("saveButton"),
      }}
      name={answered.name ?? ""}
      fault={answered.name === null ? undefined : nameFault(answered.name)}
    />
  );
}
