import { askTeamWhyNot } from "./ask-team-why-not.ts";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { RosterSheet } from "./roster-sheet.tsx";
import { stateAfter } from "./team-actions.ts";
import { askedOf, collected, countyIn, PATIENCE_MS, startComposing } from "./team-composing.ts";
import { answerFramed } from "./team-framed.tsx";
import { answerFaulty, answerRefused, newSaving } from "./team-refused.tsx";
import { RunningSheet } from "./team-running.tsx";
import { TeamSheet } from "./team-sheet.tsx";
import { shownTeam } from "./team-shown.ts";
import { rosterAddress, type TeamState, teamAddress, teamStateOf } from "./team-state.ts";
import { type PageContext, viewOf } from "./view.ts";

/** GET /teams/:county: the best team of a county in the state that the address says. */
export async function teamPage(c: PageContext): Promise<Response> {
  const { code } = countyIn(c);
  const { search } = new URL(c.req.url);
  if (code !== c.req.param("county")) return c.redirect(`/teams/${code}${search}`, 303);
  const parameters = addressParameters(c);
  try {
    return await answerState(c, teamStateOf(parameters));
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return answerFaulty(c, parameters, error);
  }
}

/** POST /teams/:county: what a form changes, as the address of the state that follows. */
export async function changeTeam(c: PageContext): Promise<Response> {
  const { code } = countyIn(c);
  const form = await formOf(c);
  try {
    return c.redirect(teamAddress(code, stateAfter(teamStateOf(form), form)), 303);
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    const [faults, status] = [faultsIn(error), statusOf(error)];
    return answerRefused(c, { parameters: form, faults, status });
  }
}

/** GET /teams/:county/roster: the same team as a sheet to be printed. */
export async function teamRosterPage(c: PageContext): Promise<Response> {
  const state = teamStateOf(addressParameters(c));
  const view = viewOf(c);
  const job = startComposing(c, state);
  if (!(await job.endsWithin(PATIENCE_MS))) {
    const address = rosterAddress(countyIn(c).code, state);
    return answerFramed(c, {
      view,
      state,
      lookAgain: address,
      // The sheet takes the place of what is on this page: how it is printed is said here already.
      onWidePaper: true,
      children: <RunningSheet view={view} job={job} address={address} />,
    });
  }
  const team = collected(c, job);
  const at = c.get("ctx").now().toISOString();
  return answerPage(c, {
    view,
    title: `${team.county.name} ${view.t("roster")}`,
    section: "serviceTeams",
    onWidePaper: true,
    children: <RosterSheet view={view} team={team} at={at} note={view.t("rosterDraftNote")} />,
  });
}

/** The page of a team: composed, or still being composed. */
async function answerState(c: PageContext, state: TeamState): Promise<Response> {
  const { code } = countyIn(c);
  const address = teamAddress(code, state);
  const view = viewOf(c, address);
  const job = startComposing(c, state);
  if (!(await job.endsWithin(PATIENCE_MS))) {
    return answerFramed(c, {
      view,
      state,
      lookAgain: address,
      children: <RunningSheet view={view} job={job} address={address} />,
    });
  }
  const shown = shownTeam(view, state, collected(c, job));
  const whyNot = await askTeamWhyNot(c, state.why, whyAsked(code, state));
  return answerFramed(c, {
    view,
    state,
    children: <TeamSheet shown={shown} whyNot={whyNot} saving={newSaving(c)} />,
  });
}

/** Without what is only asked of the team itself. */
const whyAsked = (county: string, state: TeamState): object => {
  const { alternatives: _, substitutes: __, ...asked } = askedOf(county, state);
  return asked;
};
