import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Fault } from "../../domain/error.ts";
import { type StoredDraft, teamOfDraft } from "../../usecases/loading/team-drafts.ts";
import type { ReadDraft } from "../../usecases/read-team-draft.ts";
import type { TeamReplay } from "../../usecases/replay-team-draft.ts";
import { DraftStatus } from "./components/draft-table.tsx";
import { described, FaultSummary, Field } from "./components/field.tsx";
import { NameField } from "./components/name-field.tsx";
import { Person } from "./components/person.tsx";
import { Said } from "./components/said.tsx";
import { TeamDemands } from "./components/team-demands.tsx";
import { TeamMembers } from "./components/team-members.tsx";
import { Block, PersonNames, Worth } from "./components/team-parts.tsx";
import { RuleList, TeamProof, TeamRules } from "./components/team-proof.tsx";
import { changeLabels, type ShownTeam, shownTeam } from "./team-shown.ts";
import { stateBy, type TeamState, teamAddress } from "./team-state.ts";
import type { TeamStep } from "./team-steps.ts";
import { localTime, type View } from "./view.ts";

/** What was typed to commit a draft or to undo it, and what was wrong with it. */
export interface Signing {
  name: string;
  reason: string;
  faults: readonly Fault[];
  status: ContentfulStatusCode;
}

interface Sheet {
  view: View;
  draft: ReadDraft;
  replay: TeamReplay | null;
  /** What has just been done. */
  told: "saved" | "committed" | "undone" | undefined;
  signing: Signing;
  newKey: string;
}

const TOLD = { saved: "draftSaved", committed: "committed", undone: "undone" } as const;

/** A draft as it was saved. */
export function DraftSheet({ view, draft, replay, told, signing, newKey }: Sheet) {
  const { t } = view;
  const shown = frozen(view, draft);
  return (
    <>
      {told && (
        <p class="notice good" role="status">
          {t(TOLD[told])}
        </p>
      )}
      <FaultSummary view={view} faults={signing.faults} />
      <DraftHead view={view} draft={draft} shown={shown} />
      {replay && <Replayed shown={shown} replay={replay} />}
      <TeamProof shown={shown} />
      <Block id="members" title={t("membersTitle")}>
        <TeamMembers shown={shown} />
      </Block>
      <Block id="demands" title={t("demandsTitle")}>
        <TeamDemands shown={shown} />
      </Block>
      <Block id="rules" title={t("teamRules")}>
        <TeamRules shown={shown} />
      </Block>
      {draft.status === "committed" ? (
        <UndoForm view={view} draft={draft} signing={signing} newKey={newKey} />
      ) : (
        <CommitForm view={view} draft={draft} signing={signing} newKey={newKey} />
      )}
    </>
  );
}

function frozen(view: View, draft: StoredDraft): ShownTeam {
  const composed = { ...teamOfDraft(draft), seconds: 0 };
  return { ...shownTeam(view, stateOf(draft), composed), isFrozen: true };
}

/** What the composer starts from to get this team today, had nothing changed. */
const stateOf = ({ composed }: StoredDraft): TeamState =>
  stateBy([
    { kind: "preset", preset: composed.preset.id },
    ...composed.demands.flatMap(({ industry, competence, reasons }) =>
      reasons.flatMap((reason): TeamStep[] =>
        reason.kind === "asked"
          ? [{ kind: "ask", demand: { industry, competence, weight: reason.weight } }]
          : [],
      ),
    ),
    ...composed.changes.map((change): TeamStep => ({ kind: "changes", changes: [change] })),
  ]);

function DraftHead({ view, draft, shown }: Pick<Sheet, "view" | "draft"> & { shown: ShownTeam }) {
  const { t, say } = view;
  const changes = changeLabels(shown);
  const address = `/teams/drafts/${draft.code}`;
  return (
    <>
      <div class="head">
        <h1>
          <span lang="zh-CN">{draft.name}</span> <small>{draft.code}</small>
        </h1>
        <DraftStatus view={view} status={draft.status} />
      </div>
      <div class="card">
        <dl class="facts">
          <div>
            <dt>{t("county")}</dt>
            <dd>
              <a href={`/counties/${draft.county.code}`} lang="zh-CN">
                {draft.county.name}
              </a>
            </dd>
          </div>
          <div>
            <dt>{t("teamYear")}</dt>
            <dd class="num">{draft.composed.year}</dd>
          </div>
          <div>
            <dt>{t("presetLabel")}</dt>
            <dd>{say(draft.composed.preset.name)}</dd>
          </div>
          <div>
            <dt>{t("savedAt")}</dt>
            <dd>
              <time datetime={draft.at}>{localTime(draft.at)}</time> ·{" "}
              <Person view={view} name={draft.by} />
            </dd>
          </div>
          {draft.committedAt && (
            <div>
              <dt>{t("committedAt")}</dt>
              <dd>
                <time datetime={draft.committedAt}>{localTime(draft.committedAt)}</time> ·{" "}
                <Person view={view} name={draft.committedBy ?? ""} />
              </dd>
            </div>
          )}
          {draft.undone && (
            <div>
              <dt>{t("lastUndone")}</dt>
              <dd>
                <time datetime={draft.undone.at}>{localTime(draft.undone.at)}</time> ·{" "}
                <Person view={view} name={draft.undone.by} /> · {t("undoReason")}:{" "}
                <span lang="zh-CN">{draft.undone.reason}</span>
              </dd>
            </div>
          )}
        </dl>
        {changes.length > 0 && (
          <>
            <p class="sub">{t("changesMade")}</p>
            <ol class="industries">
              {changes.map((change) => (
                <li>
                  <Said view={view} text={change} />
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
      <p class="actions">
        <a class="button" href={`${address}/roster`}>
          {t("roster")}
        </a>
        <a class="button plain" href={teamAddress(draft.county.code, shown.state)}>
          {t("openInComposer")}
        </a>
        <a class="button plain" href={`${address}?replay=1`}>
          {t("replayDraft")}
        </a>
        <a class="button plain" href={draft.status === "committed" ? "#undo" : "#commit"}>
          {t(draft.status === "committed" ? "goToUndo" : "goToCommit")}
        </a>
      </p>
    </>
  );
}

/** What computing it again from its own input gave. */
function Replayed({ shown, replay }: { shown: ShownTeam; replay: TeamReplay }) {
  const { t } = shown.view;
  return (
    <Block id="replay" title={t("replayDraftTitle")}>
      {replay.same ? (
        <p class="notice good">{t("replayDraftSame")}</p>
      ) : (
        <p class="notice">
          {t("joinsTeam")} <PersonNames shown={shown} ids={replay.joins} /> · {t("leavesTeam")}{" "}
          <PersonNames shown={shown} ids={replay.leaves} />{" "}
          {replay.objective.after !== null && (
            <Worth value={replay.objective.after} than={replay.objective.before} />
          )}
        </p>
      )}
    </Block>
  );
}

type SignForm = Pick<Sheet, "view" | "draft" | "signing" | "newKey">;

function CommitForm({ view, draft, signing, newKey }: SignForm) {
  const { t } = view;
  const broken = draft.composed.answer.rules.filter(({ holds }) => !holds);
  return (
    <section class="block save" aria-labelledby="commit">
      <h2 id="commit">{t("commitTitle")}</h2>
      <p>{t("commitLead")}</p>
      {broken.length > 0 && (
        <>
          <p class="notice">{t("commitBroken")}</p>
          <RuleList view={view} rules={broken} />
        </>
      )}
      <form method="post" action={`/teams/drafts/${draft.code}/commit`} class="row" novalidate>
        <input type="hidden" name="key" value={newKey} />
        <NameField view={view} value={signing.name} faults={signing.faults} />
        <button type="submit" class="button main">
          {t("commitButton")}
        </button>
      </form>
    </section>
  );
}

function UndoForm({ view, draft, signing, newKey }: SignForm) {
  const { t } = view;
  const fault = signing.faults.find(({ field }) => field === "reason");
  return (
    <section class="block save" aria-labelledby="undo">
      <h2 id="undo">{t("undoTitle")}</h2>
      <p>{t("undoLead")}</p>
      <form method="post" action={`/teams/drafts/${draft.code}/undo`} class="row" novalidate>
        <input type="hidden" name="key" value={newKey} />
        <Field view={view} id="reason" label={t("undoReason")} fault={fault}>
          <input
            id="reason"
            name="reason"
            value={signing.reason}
            maxlength={500}
            required
            autocomplete="off"
            {...described("reason", { fault })}
          />
        </Field>
        <NameField view={view} value={signing.name} faults={signing.faults} />
        <button type="submit" class="button">
          {t("undoButton")}
        </button>
      </form>
    </section>
  );
}
