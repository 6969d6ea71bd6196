import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppError, Fault } from "../../domain/error.ts";
import { WEIGHT_IDS } from "../../domain/team/change.ts";
import type { ComposedTeam } from "../../usecases/loading/composing.ts";
import { FaultySteps } from "./components/faulty-steps.tsx";
import { FaultSummary } from "./components/field.tsx";
import { SaveTeamDraft, type Saving } from "./components/save-team-draft.tsx";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { composedSoon, countyIn } from "./team-composing.ts";
import { answerFramed } from "./team-framed.tsx";
import { BackToTeam, TeamSheet } from "./team-sheet.tsx";
import { demandLabel, type ShownTeam, shownTeam } from "./team-shown.ts";
import { readableState, type TeamState, teamAddress, teamStateOf, undone } from "./team-state.ts";
import { WEIGHT_WORDS } from "./team-words.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** A form of a team that cannot be followed. */
interface Refusal {
  parameters: URLSearchParams;
  faults: readonly Fault[];
  status: ContentfulStatusCode;
  /** When it was to save the team. */
  saving?: Saving;
  /** Names of the fields that are on the page; all of the faults unless given. */
  hasFields?: readonly string[];
}

/**
 * What is wrong with the steps of an address, above the last team on the way to it that could be
 * composed; alone when a step cannot even be read.
 */
export async function answerFaulty(
  c: PageContext,
  parameters: URLSearchParams,
  error: AppError,
): Promise<Response> {
  const refusal = { parameters, faults: faultsIn(error), status: statusOf(error) };
  const before = await lastComposed(c, stateIn(parameters));
  // The steps of an address are typed into no field of the team that stands.
  return before ? answerBeside(c, before, { ...refusal, hasFields: [] }) : answerAlone(c, refusal);
}

/** A state with its team. */
interface Composed {
  state: TeamState;
  composed: ComposedTeam;
}

/** The last state before this one whose team is there soon. */
async function lastComposed(c: PageContext, failed: TeamState | null): Promise<Composed | null> {
  for (let state = failed && undone(failed); state; state = undone(state)) {
    const composed = await composedSoon(c, state);
    if (composed) return { state, composed };
  }
  return null;
}

/** The team as it was, with what is wrong with a form at its fields; without the team when that is not there soon. */
export async function answerRefused(c: PageContext, refusal: Refusal): Promise<Response> {
  const state = stateIn(refusal.parameters);
  const composed = state && (await composedSoon(c, state));
  if (!(state && composed)) return answerAlone(c, refusal);
  // Where scripts run, the address stays that of the team: that of a form says nothing.
  c.header("hx-push-url", "false");
  return answerBeside(c, { state, composed }, refusal);
}

/** A team that stands, with what is wrong with what was to be made of it. */
function answerBeside(
  c: PageContext,
  { state, composed }: Composed,
  refusal: Refusal,
): Promise<Response> {
  const { parameters, faults, status, hasFields = true } = refusal;
  const view = viewOf(c, teamAddress(countyIn(c).code, state));
  const saving = refusal.saving ?? newSaving(c);
  const shown: ShownTeam = {
    ...shownTeam(view, state, composed),
    refused: { form: parameters, faults },
  };
  return answerFramed(c, {
    view,
    state,
    status,
    children: (
      <>
        <FaultSummary
          view={view}
          faults={faults}
          hasFields={hasFields}
          labelOf={(field) => labelOf(shown, field)}
        />
        <TeamSheet shown={shown} whyNot={null} saving={saving} />
      </>
    ),
  });
}

/** A form to save a team, with nothing typed yet. */
export const newSaving = (c: PageContext): Saving => ({
  title: "",
  name: "",
  key: c.get("ctx").newId(),
  faults: [],
});

/** Null for steps that cannot be read. */
function stateIn(parameters: URLSearchParams): TeamState | null {
  try {
    return teamStateOf(parameters);
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return null;
  }
}

/** What a weight is called: its field alone does not say. */
function labelOf(shown: ShownTeam, field: string): string | undefined {
  const { view } = shown;
  const weight = WEIGHT_IDS.find((id) => field === `policy:${id}`);
  if (weight) return view.t(WEIGHT_WORDS[weight]);
  const [, demand] = /^weight:(.+)$/.exec(field) ?? [];
  return demand === undefined ? undefined : demandLabel(shown, demand);
}

/** What is wrong, and the ways on from it. */
function answerAlone(c: PageContext, { parameters, faults, status, saving }: Refusal) {
  const { code } = countyIn(c);
  const state = readableState(parameters);
  const view: View = viewOf(c, teamAddress(code, state));
  const here = saving ? [...STEPS_SHOWN, "title", "name"] : STEPS_SHOWN;
  return answerFramed(c, {
    view,
    state,
    status,
    children: (
      <>
        <FaultSummary view={view} faults={faults} hasFields={here} />
        <FaultySteps view={view} parameters={parameters} faults={faults} />
        {saving && <SaveTeamDraft view={view} state={state} county={code} saving={saving} />}
        <BackToTeam view={view} state={state} county={code} />
      </>
    ),
  });
}

/** Faults of steps have their place on the page. */
const STEPS_SHOWN = ["do", "ask"];
