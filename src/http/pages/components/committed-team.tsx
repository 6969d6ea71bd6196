import type { TeamDraftPage } from "../../../usecases/list-team-drafts.ts";
import { PHRASES } from "../phrases.ts";
import { localTime, type View } from "../view.ts";
import { Person } from "./person.tsx";

export type DraftLine = TeamDraftPage["drafts"][number];

interface Committed {
  view: View;
  draft: DraftLine;
}

/** That a county has its team, who committed it and when, with the way to it. */
export function CommittedTeam({ view, draft }: Committed) {
  const { t } = view;
  return (
    <div class="notice good committed">
      <p>
        <strong>{t("hasTeam")}</strong> <CommittedFacts view={view} draft={draft} />
      </p>
      <p class="actions">
        <a class="button small" href={`/teams/drafts/${draft.code}`}>
          {t("openCommitted")}
        </a>
        <a class="button small plain" href={`/teams/drafts/${draft.code}/roster`}>
          {t("roster")}
        </a>
      </p>
      <p class="sub">{t("hasTeamHint")}</p>
    </div>
  );
}

/** The name of a committed team, its people, by whom and when. */
function CommittedFacts({ view, draft }: Committed) {
  const { t, say } = view;
  return (
    <>
      <span lang="zh-CN">{draft.name}</span> · {say(PHRASES.forYear(draft.year))} ·{" "}
      {t("committedBy")} <Person view={view} name={draft.committedBy ?? ""} /> ·{" "}
      <CommittedAt draft={draft} />
    </>
  );
}

export const CommittedAt = ({ draft: { committedAt } }: Pick<Committed, "draft">) =>
  committedAt === null ? null : <time datetime={committedAt}>{localTime(committedAt)}</time>;
