import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { AppEnvironment } from "../env.ts";
import { aboutPage } from "./about.tsx";
import { countiesPage } from "./counties.tsx";
import { countyPage } from "./county.tsx";
import { expertPage } from "./expert.tsx";
import { expertsPage } from "./experts.tsx";
import { institutionPage } from "./institution.tsx";
import { institutionsPage } from "./institutions.tsx";
import { keepList, needPage } from "./need.tsx";
import { needsPage } from "./needs.tsx";
import { presetPage, presetsPage, savePreset } from "./presets.tsx";
import { profilePage, profilePart, submitProfile } from "./profile.tsx";
import { runPage } from "./run.tsx";
import { saveNeed, startPage, submitProblem } from "./start.tsx";
import { suggestionPart } from "./suggestions.tsx";
import { changeTeam, teamPage, teamRosterPage } from "./team.tsx";
import { comparePage } from "./team-compare.tsx";
import { commitDraft, draftPage, draftRosterPage, saveDraft, undoCommit } from "./team-draft.tsx";
import { jobEvents, stopJob } from "./team-jobs.ts";
import { teamsPage } from "./teams.tsx";
import { findTermChoices, understandingPanel } from "./understand.tsx";

const YEAR_SECONDS = 31_536_000;

/** A language asked for in the address is kept for the pages that follow. */
const keepLanguage = createMiddleware<AppEnvironment>(async (c, next) => {
  const asked = c.req.query("lang");
  if (asked === "zh" || asked === "en") {
    setCookie(c, "lang", asked, {
      path: "/",
      maxAge: YEAR_SECONDS,
      sameSite: "Lax",
      httpOnly: true,
    });
  }
  await next();
});

/** Every page. What they need of the runtime comes with the context of the request. */
export const pages = () =>
  new Hono<AppEnvironment>()
    .use("*", keepLanguage)
    .get("/", startPage)
    .post("/match", submitProblem)
    .get("/match", (c) => c.redirect("/", 303))
    .post("/understand", understandingPanel)
    .post("/suggestions", suggestionPart)
    .get("/terms/:kind", findTermChoices)
    .get("/needs", needsPage)
    .post("/needs", saveNeed)
    .get("/needs/:need", needPage)
    .post("/needs/:need/runs", keepList)
    .get("/runs/:run", runPage)
    .get("/experts", expertsPage)
    .get("/experts/:expert", expertPage)
    .get("/profile", profilePage)
    .post("/profile", submitProfile)
    .post("/profile/read", profilePart)
    .get("/institutions", institutionsPage)
    .get("/institutions/:institution", institutionPage)
    .get("/counties", countiesPage)
    .get("/counties/:county", countyPage)
    .get("/teams/jobs/:job/events", jobEvents)
    .post("/teams/jobs/:job/stop", stopJob)
    .get("/teams", teamsPage)
    .get("/teams/drafts/:draft", draftPage)
    .get("/teams/drafts/:draft/roster", draftRosterPage)
    .post("/teams/drafts/:draft/commit", commitDraft)
    .post("/teams/drafts/:draft/undo", undoCommit)
    .get("/teams/:county", teamPage)
    .get("/teams/:county/compare", comparePage)
    .post("/teams/:county/drafts", saveDraft)
    .post("/teams/:county", changeTeam)
    .get("/teams/:county/roster", teamRosterPage)
    .get("/presets", presetsPage)
    .get("/presets/:preset", presetPage)
    .post("/presets/:preset", savePreset)
    .get("/about", aboutPage);
