import type { Child } from "hono/jsx";
import type { Fault } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import { CommitTeamDraft, commitTeamDraft } from "../../usecases/commit-team-draft.ts";
import { ReadTeamDraft, readTeamDraft } from "../../usecases/read-team-draft.ts";
import { ReplayTeamDraft, replayTeamDraft } from "../../usecases/replay-team-draft.ts";
import { SaveTeamDraft, saveTeamDraft } from "../../usecases/save-team-draft.ts";
import { UndoTeamCommit, undoTeamCommit } from "../../usecases/undo-team-commit.ts";
import { whileAsked } from "../while-asked.ts";
import { nameFault } from "./components/save-form.tsx";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { RosterSheet } from "./roster-sheet.tsx";
import { askedOf, countyIn } from "./team-composing.ts";
import { DraftSheet, type Signing } from "./team-draft-sheet.tsx";
import { answerRefused } from "./team-refused.tsx";
import { teamStateOf } from "./team-state.ts";
import { type PageContext, viewOf } from "./view.ts";

const addressOf = (code: string): string => `/teams/drafts/${encodeURIComponent(code)}`;

/** POST /teams/:county/drafts: keeps the team under a name. */
export async function saveDraft(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const [title, name] = [(form.get("title") ?? "").trim(), (form.get("name") ?? "").trim()];
  const key = form.get("key") || c.get("ctx").newId();
  const refused = (told: readonly Fault[], status: ReturnType<typeof statusOf>) => {
    const saving = { title, name, key, faults: told };
    return answerRefused(c, { parameters: form, faults: told, status, saving });
  };
  const faults = [
    ...(title === "" ? [{ field: "title", zh: "请填写方案名称", en: "give it a name" }] : []),
    ...[nameFault(name) ?? []].flat(),
  ];
  if (faults.length > 0) {
    return refused(faults, 400);
  }
  const county = countyIn(c).code;
  try {
    const asked = { ...askedOf(county, teamStateOf(form)), name: title };
    const input = parsed(SaveTeamDraft, { ...asked, idempotencyKey: key });
    const { code } = await saveTeamDraft(c.get("contextOfPerson")(name), input, whileAsked(c));
    return c.redirect(`${addressOf(code)}?saved=1`, 303);
  } catch (error) {
    // To say it beside the team would compose it again, for nobody.
    if (!isReadersFault(error) || c.req.raw.signal.aborted) throw error;
    return refused(faultsIn(error).map(onForm), statusOf(error));
  }
}

/** A draft's name is typed as its title: `name` is whoever saves it. */
const onForm = (fault: Fault): Fault =>
  fault.field === "name" ? { ...fault, field: "title" } : fault;

/** GET /teams/drafts/:draft: a draft as it was saved, and what can be done with it. */
export const draftPage = (c: PageContext): Promise<Response> => answerDraft(c, NOTHING_SIGNED);

/** GET /teams/drafts/:draft/roster: its members as a sheet to be printed. */
export async function draftRosterPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const draft = await readTeamDraft(c.get("ctx"), draftIn(c));
  const isCommitted = draft.status === "committed";
  return answerPage(c, {
    view,
    title: `${draft.county.name} ${view.t("roster")}`,
    section: "serviceTeams",
    onWidePaper: true,
    children: (
      <RosterSheet
        view={view}
        team={draft.composed}
        at={draft.committedAt ?? draft.at}
        note={
          isCommitted
            ? `${view.t("committedBy")}: ${draft.committedBy ?? ""} · ${draft.code}`
            : `${view.t("rosterDraftNote")} ${draft.code}`
        }
      />
    ),
  });
}

/** POST /teams/drafts/:draft/commit: makes it the county's team, in the name of a person. */
export const commitDraft = (c: PageContext): Promise<Response> =>
  signed(c, "committed", async ({ name, key, draft }) => {
    const input = parsed(CommitTeamDraft, { draft, person: name, idempotencyKey: key });
    await commitTeamDraft(c.get("contextOfPerson")(name), input);
  });

/** POST /teams/drafts/:draft/undo: takes the team away again, with a reason. */
export const undoCommit = (c: PageContext): Promise<Response> =>
  signed(c, "undone", async ({ name, reason, key, draft }) => {
    const asked = { draft, person: name, reason, idempotencyKey: key };
    await undoTeamCommit(c.get("contextOfPerson")(name), parsed(UndoTeamCommit, asked));
  });

const NOTHING_SIGNED: Signing = { name: "", reason: "", faults: [], status: 200 };

interface Signed {
  draft: string;
  name: string;
  reason: string;
  key: string;
}

/** Does what a name was typed for; what cannot be done is said on the draft's own page. */
async function signed(
  c: PageContext,
  word: "committed" | "undone",
  work: (signed: Signed) => Promise<void>,
): Promise<Response> {
  const form = await formOf(c);
  const [name, reason] = [(form.get("name") ?? "").trim(), (form.get("reason") ?? "").trim()];
  const faults = faultsOfSigning(name, word === "undone" ? reason : null);
  if (faults.length > 0) return answerDraft(c, { name, reason, faults, status: 400 });
  const { draft } = draftIn(c);
  try {
    await work({ draft, name, reason, key: form.get("key") || c.get("ctx").newId() });
  } catch (error) {
    if (!isReadersFault(error) || error.code === "not_found") throw error;
    const told = { field: "", ...error.sentence };
    return answerDraft(c, { name, reason, faults: [told], status: statusOf(error) });
  }
  return c.redirect(`${addressOf(draft)}?${word}=1`, 303);
}

const faultsOfSigning = (name: string, reason: string | null): Fault[] => [
  ...[nameFault(name) ?? []].flat(),
  ...(reason === "" ? [{ field: "reason", zh: "请写明理由", en: "give the reason" }] : []),
];

const draftIn = (c: PageContext) => parsed(ReadTeamDraft, { draft: c.req.param("draft") });

async function answerDraft(c: PageContext, signing: Signing): Promise<Response> {
  const context = c.get("ctx");
  const draft = await readTeamDraft(context, draftIn(c));
  const view = viewOf(c, signing.status === 200 ? undefined : addressOf(draft.code));
  const parameters = addressParameters(c);
  const replay =
    parameters.get("replay") === "1"
      ? await replayTeamDraft(context, parsed(ReplayTeamDraft, draftIn(c)), whileAsked(c))
      : null;
  const told = (["saved", "committed", "undone"] as const).find(
    (word) => parameters.get(word) === "1",
  );
  const children: Child = (
    <DraftSheet
      view={view}
      draft={draft}
      replay={replay}
      told={told}
      signing={signing}
      newKey={context.newId()}
    />
  );
  const { status } = signing;
  return answerPage(c, { view, title: draft.code, section: "serviceTeams", status, children });
}
