import type { TeamDraftPage } from "../../../usecases/list-team-drafts.ts";
import { PHRASES } from "../phrases.ts";
import { localTime, shownAmount, type View } from "../view.ts";
import { Person } from "./person.tsx";

interface Table {
  view: View;
  drafts: TeamDraftPage["drafts"];
}

/** Drafts of teams, those that became a team marked. */
export function DraftTable({ view, drafts }: Table) {
  const { t } = view;
  return (
    <div class="card flush">
      <table class="stacked">
        <caption class="hidden">{t("drafts")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("draftTitle")}</th>
            <th scope="col">{t("county")}</th>
            <th scope="col">{t("draftStatus")}</th>
            <th scope="col">{t("membersTitle")}</th>
            <th scope="col">{t("worth")}</th>
            <th scope="col">{t("savedAt")}</th>
            <th scope="col">{t("savedBy")}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <tr>
              <th scope="row">
                <a class="code" href={`/teams/drafts/${draft.code}`}>
                  {draft.code}
                </a>
              </th>
              <td lang="zh-CN">{draft.name}</td>
              <td>
                <a href={`/teams/${draft.county.code}`} lang="zh-CN">
                  {draft.county.name}
                </a>
              </td>
              <td>
                <DraftStatus view={view} status={draft.status} />
              </td>
              <td>{view.say(PHRASES.people(draft.members.length))}</td>
              <td>{draft.objective === null ? "–" : shownAmount(draft.objective)}</td>
              <td>
                <time datetime={draft.at}>{localTime(draft.at)}</time>
              </td>
              <td>
                <Person view={view} name={draft.by} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function DraftStatus({ view, status }: { view: View; status: "draft" | "committed" }) {
  return status === "committed" ? (
    <span class="tag good">{view.t("committedTeams")}</span>
  ) : (
    <span class="tag">{view.t("draft")}</span>
  );
}
