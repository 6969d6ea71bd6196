import type { AppError } from "../../domain/error.ts";
import type { Recommendations } from "../../usecases/recommend-experts.ts";
import type { Suggestions } from "../../usecases/suggest-tags.ts";
import { FaultSummary } from "./components/field.tsx";
import { Outcome } from "./components/outcome.tsx";
import { ProblemForm } from "./components/problem-form.tsx";
import { Refusal } from "./components/refusal.tsx";
import { nameFault, SaveForm } from "./components/save-form.tsx";
import { SuggestionSlot } from "./components/suggestions.tsx";
import { UnderstandingPanel } from "./components/understanding-panel.tsx";
import { type RankingWhyNot, WhyNotListed } from "./components/why-not-listed.tsx";
import { Examples } from "./examples.tsx";
import { HEARD, UNDERSTANDING } from "./live.ts";
import type { Check } from "./problem-check.ts";
import type { ProblemState } from "./problem-state.ts";
import type { Understood } from "./understood.ts";
import type { View } from "./view.ts";

/** What the reader gets for a problem that could be read. */
export interface Answered {
  answer: Recommendations;
  whyNot: RankingWhyNot | null;
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
  /** What the reader said of the reading was not kept. */
  refused: AppError | null;
  understood: Understood | null;
  answered: Answered | null;
  /** Null when no language model is set up. */
  model: { suggestions: Suggestions | null } | null;
}

/** The start page: the form, and below it what was understood and who fits. */
export function StartSheet(sheet: StartSheet) {
  const { view, state, check, refused, understood, answered, model } = sheet;
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
      <Refusal view={view} refused={refused} />
      <ProblemForm view={view} state={state} check={check} listed={answered !== null} />
      <p id={HEARD} class="hidden" role="status" />
      <div id={UNDERSTANDING}>
        {understood && (
          <UnderstandingPanel
            view={view}
            state={state}
            understood={understood}
            listed={answered !== null}
            faults={check.faults}
          />
        )}
      </div>
      {model && (
        <SuggestionSlot
          view={view}
          state={state}
          suggestions={model.suggestions}
          hasText={understood !== null}
          live={answered === null}
        />
      )}
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
      {!isAsking && (
        <>
          <Outcome
            view={view}
            answer={answer}
            longer={withLimit(parameters, "30")}
            shorter={withLimit(parameters, "")}
          />
          <WhyNotListed
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
