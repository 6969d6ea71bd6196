import { parsed } from "../../domain/input.ts";
import { KeepRun, keepRun } from "../../usecases/keep-run.ts";
import { ReadNeed, readNeed } from "../../usecases/read-need.ts";
import { RecommendForNeed, recommendExperts } from "../../usecases/recommend-experts.ts";
import { askWhyNot } from "./ask-why-not.ts";
import { nameFault } from "./components/save-form.tsx";
import type { RankingWhyNot } from "./components/why-not-listed.tsx";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { NeedSheet } from "./need-sheet.tsx";
import { fieldsOf, limitOf } from "./problem-state.ts";
import { type PageContext, viewOf } from "./view.ts";

/** GET /needs/:need: a need, who fits, and the lists kept for it. */
export const needPage = (c: PageContext): Promise<Response> =>
  answerNeed(c, addressParameters(c), null);

/** POST /needs/:need/runs: keeps the list under a typed name. */
export async function keepList(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const name = form.get("name") ?? "";
  if (nameFault(name)) return answerNeed(c, form, name);
  const { why, ...state } = fieldsOf(form);
  const asking = { need: c.req.param("need"), ...limitOf({ ...state, why }) };
  const context = c.get("contextOfPerson")(name.trim());
  const whyNot = await askWhyNot(context, why, asking);
  const kept = await keepRun(context, parsed(KeepRun, { ...asking, ...askedAbout(whyNot) }));
  return c.redirect(`/runs/${kept.id}?kept=1`, 303);
}

/** The facts of whoever was asked about are kept too. */
const askedAbout = (whyNot: RankingWhyNot | null): object =>
  whyNot?.kind === "explained" && whyNot.explanation.asked
    ? { askedAbout: [whyNot.explanation.asked.expert.id] }
    : {};

async function answerNeed(
  c: PageContext,
  parameters: URLSearchParams,
  name: string | null,
): Promise<Response> {
  const context = c.get("ctx");
  const code = c.req.param("need") ?? "";
  const view = viewOf(c, name === null ? undefined : `/needs/${encodeURIComponent(code)}`);
  const state = fieldsOf(parameters);
  const asking = { need: code, ...limitOf(state) };
  const need = await readNeed(context, parsed(ReadNeed, { need: code }));
  const answer = await recommendExperts(context, parsed(RecommendForNeed, asking));
  const whyNot = await askWhyNot(context, state.why, asking);
  return answerPage(c, {
    view,
    title: need.code,
    section: "needs",
    status: name !== null ? 400 : 200,
    children: (
      <NeedSheet view={view} state={{ need, answer, whyNot, why: state.why, parameters, name }} />
    ),
  });
}
