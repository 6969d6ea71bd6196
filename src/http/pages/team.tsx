import type { Child } from "hono/jsx";
import type { AppError } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import { ComposeTeam, composeTeam } from "../../usecases/compose-team.ts";
import { ListTeamDrafts, listTeamDrafts } from "../../usecases/list-team-drafts.ts";
import { listTeamPresets } from "../../usecases/list-team-presets.ts";
import type { ComposedTeam } from "../../usecases/loading/composing.ts";
import { countyOf } from "../../usecases/loading/naming.ts";
import type { Job } from "../jobs.ts";
import { askTeamWhyNot } from "./ask-team-why-not.ts";
import { DraftTable } from "./components/draft-table.tsx";
import { FaultySteps } from "./components/faulty-steps.tsx";
import { FaultSummary } from "./components/field.tsx";
import { SaveTeamDraft, type Saving } from "./components/save-team-draft.tsx";
import { Fold } from "./components/team-parts.tsx";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { RosterSheet } from "./roster-sheet.tsx";
import { stateAfter } from "./team-actions.ts";
import { TeamFrame } from "./team-frame.tsx";
import { RunningSheet } from "./team-running.tsx";
import { BackToTeam, TeamSheet } from "./team-sheet.tsx";
import { shownTeam } from "./team-shown.ts";
import {
  readableState,
  rosterAddress,
  type TeamState,
  teamAddress,
  teamStateOf,
} from "./team-state.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** How long a reader waits before the page says how far the composition is. */
const PATIENCE_MS = 1_000;

/** GET /teams/:county: the best team of a county in the state that the address says. */
export function teamPage(c: PageContext): Response | Promise<Response> {
  const { code } = countyIn(c);
  const { search } = new URL(c.req.url);
  if (code !== c.req.param("county")) return c.redirect(`/teams/${code}${search}`, 303);
  return answerTeam(c, addressParameters(c));
}

/** POST /teams/:county: what a form changes, as the address of the state that follows. */
export async function changeTeam(c: PageContext): Promise<Response> {
  const { code } = countyIn(c);
  const form = await formOf(c);
  try {
    return c.redirect(teamAddress(code, stateAfter(teamStateOf(form), form)), 303);
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return answerFaulty(c, { parameters: form, error });
  }
}

/** Throws `not_found` or `ambiguous`. */
export const countyIn = (c: PageContext) => countyOf(c.get("ctx"), c.req.param("county") ?? "");

/** The page of a team: composed, still being composed, or with what is wrong with the wishes. */
async function answerTeam(c: PageContext, parameters: URLSearchParams): Promise<Response> {
  const { code } = countyIn(c);
  try {
    const state = teamStateOf(parameters);
    return await answerState(c, { code, state, view: viewOf(c, teamAddress(code, state)) });
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return answerFaulty(c, { parameters, error });
  }
}

interface Faulty {
  parameters: URLSearchParams;
  error: AppError;
}

/** What is wrong with the wishes; nothing is composed. */
function answerFaulty(c: PageContext, { parameters, error }: Faulty): Promise<Response> {
  const { code } = countyIn(c);
  const state = readableState(parameters);
  const view = viewOf(c, teamAddress(code, state));
  const faults = faultsIn(error);
  return answerFramed(c, {
    view,
    state,
    status: statusOf(error),
    children: (
      <>
        <FaultSummary view={view} faults={faults} hasFields={STEPS_SHOWN} />
        <FaultySteps view={view} parameters={parameters} faults={faults} />
        <BackToTeam view={view} state={state} county={code} />
      </>
    ),
  });
}

/** Faults of steps have their place on the page. */
const STEPS_SHOWN = ["do", "ask"];

interface Unsaved {
  parameters: URLSearchParams;
  saving: Saving;
  status: ReturnType<typeof statusOf>;
}

/** The form that saves a draft, with what is wrong with it; nothing is composed. */
export function answerUnsaved(
  c: PageContext,
  { parameters, saving, status }: Unsaved,
): Promise<Response> {
  const { code } = countyIn(c);
  const state = readableState(parameters);
  const view = viewOf(c, teamAddress(code, state));
  const { faults } = saving;
  return answerFramed(c, {
    view,
    state,
    status,
    children: (
      <>
        <FaultSummary view={view} faults={faults} hasFields={[...STEPS_SHOWN, "title", "name"]} />
        <FaultySteps view={view} parameters={parameters} faults={faults} />
        <SaveTeamDraft view={view} state={state} county={code} saving={saving} />
        <BackToTeam view={view} state={state} county={code} />
      </>
    ),
  });
}

/** GET /teams/:county/roster: the same team as a sheet to be printed. */
export async function teamRosterPage(c: PageContext): Promise<Response> {
  const { code } = countyIn(c);
  const state = teamStateOf(addressParameters(c));
  const view = viewOf(c);
  const job = startComposing(c, { code, state });
  if (!(await job.endsWithin(PATIENCE_MS))) {
    const address = rosterAddress(code, state);
    return answerFramed(c, {
      view,
      state,
      lookAgain: address,
      children: <RunningSheet view={view} job={job} address={address} />,
    });
  }
  const team = collected(c, job);
  const at = c.get("ctx").now().toISOString();
  return answerPage(c, {
    view,
    title: `${team.county.name} ${view.t("roster")}`,
    section: "serviceTeams",
    children: <RosterSheet view={view} team={team} at={at} note={view.t("rosterDraftNote")} />,
  });
}

interface Stated {
  code: string;
  state: TeamState;
  view: View;
}

async function answerState(c: PageContext, stated: Stated): Promise<Response> {
  const { view, state, code } = stated;
  const job = startComposing(c, stated);
  if (!(await job.endsWithin(PATIENCE_MS))) {
    const address = teamAddress(code, state);
    return answerFramed(c, {
      view,
      state,
      lookAgain: address,
      children: <RunningSheet view={view} job={job} address={address} />,
    });
  }
  const composed = collected(c, job);
  const context = c.get("ctx");
  const shown = shownTeam(view, state, composed);
  const whyNot = await askTeamWhyNot(context, state.why, whyAsked(code, state));
  const saving = { title: "", name: "", key: context.newId(), faults: [] };
  return answerFramed(c, {
    view,
    state,
    children: <TeamSheet shown={shown} whyNot={whyNot} saving={saving} />,
  });
}

/** The same team in the same state is composed once, however often its page asks. */
function startComposing(c: PageContext, { code, state }: Omit<Stated, "view">): Job<ComposedTeam> {
  const context = c.get("ctx");
  const input = parsed(ComposeTeam, { ...askedOf(code, state) });
  return c.get("teamJobs").start({
    key: teamAddress(code, { ...state, why: "" }),
    work: (how) => composeTeam(context, input, how),
  });
}

/** The input of the use cases, not yet checked. */
export const askedOf = (county: string, state: TeamState): Record<string, unknown> => ({
  county,
  ...(state.preset !== "" && { preset: state.preset }),
  changes: state.changes,
  demands: state.asked,
  alternatives: state.alternatives,
  substitutes: state.substitutes,
});

/** Without what is only asked of the team itself. */
const whyAsked = (county: string, state: TeamState): object => {
  const { alternatives: _, substitutes: __, ...asked } = askedOf(county, state);
  return asked;
};

/** What came of a composition; whoever asks again gets a new one. Throws what it failed with. */
function collected(c: PageContext, job: Job<ComposedTeam>): ComposedTeam {
  c.get("teamJobs").collect(job);
  const { outcome } = job;
  if (outcome?.kind === "done") return outcome.value;
  throw outcome?.error ?? new Error("a composition ended without an outcome");
}

interface Framed {
  view: View;
  state: TeamState;
  status?: ReturnType<typeof statusOf>;
  lookAgain?: string;
  children: Child;
}

async function answerFramed(c: PageContext, { view, state, children, ...how }: Framed) {
  const { code, name } = countyIn(c);
  const context = c.get("ctx");
  const presets = (await listTeamPresets(context)).map(({ preset }) => preset);
  const listed = (wanted: object) =>
    listTeamDrafts(context, parsed(ListTeamDrafts, { county: code, ...wanted }));
  const [{ drafts }, committed] = await Promise.all([
    listed({}),
    listed({ status: "committed", limit: 1 }),
  ]);
  return answerPage(c, {
    view,
    title: `${name} ${view.t("teamHead")}`,
    section: "serviceTeams",
    ...how,
    children: (
      <TeamFrame
        view={view}
        state={state}
        county={{ code, name }}
        presets={presets}
        committed={committed.drafts[0]}
      >
        {children}
        {drafts.length > 0 && (
          <Fold
            id="drafts"
            title={
              <>
                {view.t("drafts")} <small>{drafts.length}</small>
              </>
            }
          >
            <DraftTable view={view} drafts={drafts} />
          </Fold>
        )}
      </TeamFrame>
    ),
  });
}
