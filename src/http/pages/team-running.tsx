import type { Job } from "../jobs.ts";
import { FOLLOW_AGAIN } from "./live.ts";
import { PHRASES } from "./phrases.ts";
import { shownAmount, type View } from "./view.ts";

interface Running {
  view: View;
  job: Job<unknown>;
  /** Where its team is shown. */
  address: string;
}

/** A composition that is still running: how far it is, and the way to stop it. */
export function RunningSheet({ view, job, address }: Running) {
  const { t } = view;
  const { turn, incumbent, bound, people, stop } = shownProgress(view, job);
  return (
    <div
      class="card running"
      data-events={`/teams/jobs/${job.id}/events`}
      data-tell={t("composing")}
    >
      <h2 tabindex={-1}>{t("composing")}</h2>
      <p>{t("composingHint")}</p>
      <p class="turn" aria-live="polite" data-progress="turn">
        {turn}
      </p>
      <dl class="facts" aria-live="polite">
        <div>
          <dt>{t("bestSoFar")}</dt>
          <dd>
            <b class="num" data-progress="incumbent">
              {incumbent}
            </b>{" "}
            <span data-progress="people">{people}</span>
          </dd>
        </div>
        <div>
          <dt>{t("boundSoFar")}</dt>
          <dd class="num" data-progress="bound">
            {bound}
          </dd>
        </div>
      </dl>
      <div class="actions">
        <form method="post" action={`/teams/jobs/${job.id}/stop`}>
          <button type="submit" class="button main" data-progress="stop">
            {stop}
          </button>
        </form>
        <a class="button plain" href={address} data-ended="1" {...FOLLOW_AGAIN}>
          {t("refreshNow")}
        </a>
      </div>
    </div>
  );
}

/** How far a composition is, as the page and its stream of events say it. */
export function shownProgress({ t, say }: View, { progress, ahead }: Job<unknown>) {
  const incumbent = progress?.incumbent ?? null;
  const bound = progress?.bound ?? null;
  return {
    turn: ahead === 0 ? "" : say(PHRASES.waitsForTurn(ahead)),
    stop: t(ahead === 0 ? "stop" : "stopWaiting"),
    incumbent: incumbent === null ? t("noTeamYet") : shownAmount(incumbent),
    people:
      progress && progress.members.length > 0 ? say(PHRASES.people(progress.members.length)) : "",
    bound: bound === null ? "–" : shownAmount(bound),
  };
}
