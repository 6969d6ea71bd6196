import type { AppError, Fault } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import { resolveCounty } from "../../domain/places/resolve-county.ts";
import { cutIdentityNumbers, maskContacts } from "../../domain/privacy/personal.ts";
import { CreateNeed, createNeed } from "../../usecases/create-need.ts";
import { RecommendExperts, recommendExperts } from "../../usecases/recommend-experts.ts";
import { tagText } from "../../usecases/tag-text.ts";
import { askWhyNot } from "./ask-why-not.ts";
import { nameFault } from "./components/save-form.tsx";
import { correctionsIn, keepCorrections, sayRefused } from "./corrections.ts";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { missingIn, problemAfter } from "./problem-actions.ts";
import { type Check, checkProblem, checkWords, NO_FAULTS } from "./problem-check.ts";
import {
  addressOfProblem,
  askingOf,
  limitOf,
  NOTHING_SAID,
  type ProblemState,
  parametersOf,
  problemOfAddress,
} from "./problem-state.ts";
import { type Answered, StartSheet } from "./start-sheet.tsx";
import { suggestionsAsked } from "./suggestions.tsx";
import { type Understood, understoodOf } from "./understood.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /: the form; with a problem in the address, also the answer. Stores nothing. */
export async function startPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  let state = NOTHING_SAID;
  try {
    state = await problemOfAddress(addressParameters(c));
  } catch (error) {
    return answerFaulty(c, { view, state }, error);
  }
  const { text, count } = cutIdentityNumbers(state.text);
  if (count > 0) return c.redirect(await addressOfProblem({ ...state, text }), 303);
  if (state.see) return answerSeen(c, { view, state });
  if (state.text === "") return answerStart(c, { view, state });
  return answerProblem(c, { view, state });
}

/** POST /match: what the buttons of the form do, then a short address with the same problem. */
export async function submitProblem(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const state = problemAfter(form);
  const view = viewOf(c, "/");
  const missing = missingIn(form);
  if (missing.length > 0) {
    const said = { view, state, missing };
    return state.see ? answerSeen(c, said) : answerProblem(c, said);
  }
  const check = state.see ? checkWords(state) : checkProblem(view, state);
  if (check.faults.length > 0) return answerStart(c, { view, state, check, status: 400 });
  const refused = await keepJudgement(c, { form, state });
  if (refused) {
    const said = { view, state: withCode(view, state), refused };
    return state.see ? answerSeen(c, said) : answerProblem(c, said);
  }
  return c.redirect(`${await addressOfProblem(withCode(view, state))}#understood`, 303);
}

/** What a press of a button said of what was read. */
async function keepJudgement(
  c: PageContext,
  { form, state }: { form: URLSearchParams; state: ProblemState },
): Promise<AppError | null> {
  const context = c.get("ctx");
  const text = maskContacts(state.text);
  const read = { text, understanding: tagText(context, { text }) };
  return keepCorrections(context, { text, corrections: correctionsIn({ form, state, read }) });
}

/** POST /needs: keeps the problem under a typed name, then shows it under its code. */
export async function saveNeed(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const typed = await problemOfAddress(form);
  const state = { ...typed, text: cutIdentityNumbers(typed.text).text };
  const view = viewOf(c, await addressOfProblem(state));
  const name = form.get("name") ?? "";
  const key = form.get("key") || c.get("ctx").newId();
  if (checkProblem(view, state).faults.length > 0 || nameFault(name)) {
    return answerProblem(c, { view, state, saving: { name, key } });
  }
  const input = parsed(CreateNeed, { ...askingOf(state), idempotencyKey: key });
  const need = await createNeed(c.get("contextOfPerson")(name.trim()), input);
  return c.redirect(`/needs/${need.code}?saved=1`, 303);
}

interface Said {
  view: View;
  state: ProblemState;
  /** What was typed to save it, when that could not be done. */
  saving?: { name: string; key: string };
  /** What was not chosen of a skill that was to be added. */
  missing?: Fault[];
  /** What the reader said of the reading was not kept. */
  refused?: AppError;
}

/** What was understood, before anybody is looked for: no county is needed. */
async function answerSeen(c: PageContext, said: Said): Promise<Response> {
  const check = checkWords(said.state);
  if (check.faults.length > 0) return answerStart(c, { ...said, check, status: 400 });
  try {
    const understood = understoodOf(c.get("ctx"), said.state);
    return answerStart(c, { ...said, understood, ...faulty(said.missing) });
  } catch (error) {
    return answerFaulty(c, said, error);
  }
}

/** Without any skill nobody can be looked for: the reader sees what is left, and adds one. */
async function answerNoSkill(c: PageContext, said: Said): Promise<Response> {
  const fault = { field: "industry", zh: "请至少补一项技能", en: "add at least one skill" };
  return answerStart(c, {
    ...said,
    understood: understoodOf(c.get("ctx"), said.state),
    ...faulty(said.missing ?? [fault]),
  });
}

async function answerProblem(c: PageContext, said: Said): Promise<Response> {
  const check = checkProblem(said.view, said.state);
  if (check.faults.length > 0) return answerStart(c, { ...said, check, status: 400 });
  if (said.state.none) return answerNoSkill(c, said);
  try {
    const answered = await answerTo(c, said);
    const fault = said.saving && nameFault(said.saving.name);
    return answerStart(c, { ...said, answered, ...faulty(fault ? [fault] : said.missing) });
  } catch (error) {
    return answerFaulty(c, said, error);
  }
}

async function answerTo(c: PageContext, { state, saving }: Said): Promise<Answered> {
  const context = c.get("ctx");
  const asking = { ...askingOf(state), ...limitOf(state) };
  const answer = await recommendExperts(context, parsed(RecommendExperts, asking));
  return {
    answer,
    whyNot: await askWhyNot(context, state.why, asking),
    parameters: await parametersOf(state),
    key: saving?.key ?? context.newId(),
    name: saving?.name ?? null,
  };
}

/** The form again, with what the reader typed and what is wrong with it. */
function answerFaulty(c: PageContext, said: Said, error: unknown): Promise<Response> {
  if (!isReadersFault(error)) throw error;
  const check = { faults: faultsIn(error), counties: [] };
  return answerStart(c, { ...said, check, status: statusOf(error) });
}

/** The page stays what it is, and says what is wrong where something is. */
const faulty = (faults: Fault[] = []): Pick<Answer, "check" | "status"> =>
  faults.length > 0 ? { check: { faults, counties: [] }, status: 400 } : {};

interface Answer extends Said {
  check?: Check;
  understood?: Understood;
  answered?: Answered;
  status?: ReturnType<typeof statusOf>;
}

async function answerStart(c: PageContext, answer: Answer): Promise<Response> {
  const { view, state, check = NO_FAULTS, answered = null, refused = null } = answer;
  const refusedStatus = sayRefused(c, refused);
  const understood = answered?.answer ?? answer.understood ?? null;
  const hasModel = c.get("ctx").model !== undefined;
  const suggestions = hasModel && understood ? await suggestionsAsked(c, state) : null;
  return answerPage(c, {
    view,
    title: titleOf(view, state),
    section: "ask",
    status: answer.status ?? refusedStatus,
    children: (
      <StartSheet
        view={view}
        state={state}
        check={check}
        refused={refused}
        understood={understood}
        answered={answered}
        model={hasModel ? { suggestions } : null}
      />
    ),
  });
}

/** The beginning of the words, by which a reader finds the tab again. */
const titleOf = ({ t }: View, { text }: ProblemState): string => {
  const words = maskContacts(text).trim();
  return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE)}…` : words || t("ask");
};

const LONGEST_TITLE = 30;

/** The county by its code, which is the shortest and never means two. */
function withCode({ reference }: View, state: ProblemState): ProblemState {
  const found = resolveCounty(reference.places, state.county);
  return found.kind === "found" ? { ...state, county: found.county.code } : state;
}
