import { AskModel, suggestedId } from "./components/suggestions.tsx";
import { TermChoices } from "./components/term-picker.tsx";
import { heard, UnderstandingPanel, wordOfEdits } from "./components/understanding-panel.tsx";
import { correctionsIn, keepCorrections, sayRefused } from "./corrections.ts";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { addressParameters, formOf } from "./forms.ts";
import { HEARD, SUGGEST_ON_PRESS, SUGGESTIONS } from "./live.ts";
import { answerPart } from "./part.ts";
import { isSameText, missingIn, problemAfter, skillTaken, tagJudged } from "./problem-actions.ts";
import { PROBLEM_FORM } from "./problem-form-id.ts";
import { lookedFor, type ProblemState } from "./problem-state.ts";
import { PROFILE_FORM } from "./profile-state.ts";
import { understoodOf } from "./understood.ts";
import { type PageContext, skillLabel, tagLabel, type View, viewOf } from "./view.ts";

/**
 * POST /understand: what stands below the form while the problem is typed, after each pause and each
 * press of a button in it. Words come in the body, so that no log and no address ever holds them.
 */
export async function understandingPanel(c: PageContext): Promise<Response> {
  const view = viewOf(c, "/");
  const form = await formOf(c);
  const state = { ...problemAfter(form), see: true };
  if (state.text.trim() === "") return answerPart(c, <Heard said="" />);
  try {
    return await answerPanel(c, { view, form, state });
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    const faults = faultsIn(error).map(view.say);
    return answerPart(c, <Unreadable faults={faults} />, statusOf(error));
  }
}

interface Typed {
  view: View;
  form: URLSearchParams;
  state: ProblemState;
}

async function answerPanel(c: PageContext, { view, form, state }: Typed): Promise<Response> {
  const context = c.get("ctx");
  const understood = understoodOf(context, state);
  const corrections = correctionsIn({ form, state, read: understood });
  const refused = await keepCorrections(context, { text: understood.text, corrections });
  const status = sayRefused(c, refused);
  const missing = missingIn(form);
  const edits = wordOfEdits(state);
  const refusal = refused ? [view.say(refused.sentence)] : [];
  const told = [
    ...refusal,
    ...wordsOfJudgement(view, form),
    ...missing.map(view.say),
    ...(edits ? [view.t(edits)] : []),
  ];
  const labels = understood.asked.map((skill) => skillLabel(view, skill));
  return answerPart(
    c,
    <>
      {refusal.map((sentence) => (
        <p class="notice">{sentence}</p>
      ))}
      <Heard said={[...told, heard(view, understood, labels)].join(" ")} />
      {context.model && <RenewSuggestions view={view} form={form} state={state} />}
      <UnderstandingPanel
        view={view}
        state={state}
        understood={understood}
        listed={false}
        stale={form.get("listed") === "1"}
        faults={missing}
      />
    </>,
    missing.length > 0 ? 400 : status,
  );
}

/** What a press said of a tag, for readers who cannot see that its chip changed. */
function wordsOfJudgement(view: View, form: URLSearchParams): string[] {
  const judged = tagJudged(form);
  if (!judged) return [];
  return [
    `${tagLabel(view, judged.tag)} ${view.t(judged.right ? "confirmedByYou" : "removedByYou")}`,
  ];
}

/** What a model said of other words goes; a suggestion that was taken up leaves the list. */
function RenewSuggestions({ view, form, state }: Typed) {
  const taken = skillTaken(form);
  if (taken) return <i id={suggestedId(taken.skill)} hx-swap-oob="delete" />;
  if (isSameText(form.get("was"), state.text)) return null;
  return (
    <div id={SUGGESTIONS} hx-swap-oob="innerHTML">
      <AskModel view={view} when={SUGGEST_ON_PRESS} />
    </div>
  );
}

function Unreadable({ faults }: { faults: readonly string[] }) {
  return (
    <>
      <Heard said={faults.join(" ")} />
      {faults.map((fault) => (
        <p class="notice">{fault}</p>
      ))}
    </>
  );
}

/** What is told to readers who cannot see the panel change. */
function Heard({ said }: { said: string }) {
  return (
    <p id={HEARD} hx-swap-oob="innerHTML">
      {said}
    </p>
  );
}

/** GET /terms/:kind: the industries or competences that a query means, to choose from. */
export async function findTermChoices(c: PageContext): Promise<Response> {
  const kind = c.req.param("kind") === "competence" ? "competence" : "industry";
  const fields = addressParameters(c);
  const query = lookedFor(fields.get(kind === "industry" ? "findIndustry" : "findCompetence"));
  const form = fields.get("form") === PROFILE_FORM ? PROFILE_FORM : PROBLEM_FORM;
  return answerPart(
    c,
    <TermChoices view={viewOf(c, "/")} kind={kind} query={query} chosen="" form={form} />,
  );
}
