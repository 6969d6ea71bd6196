import type { TeamAnswer } from "../../../domain/team/answer.ts";
import { meanCoverage } from "../../../domain/team/coverage.ts";
import { FOLLOW } from "../live.ts";
import type { ShownTeam } from "../team-shown.ts";
import { shownPercent } from "../view.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { NumberField } from "./number-field.tsx";
import { Said } from "./said.tsx";
import { changeFields } from "./team-parts.tsx";

/** What of the coverage asked for is not reached, in one sentence. */
export function TeamShortfall({ shown: { view, composed } }: { shown: ShownTeam }) {
  const { shortfall } = composed.answer;
  if (!shortfall) return null;
  return (
    <p class="notice bad">
      <Said view={view} text={view.say(shortfall.text)} />
    </p>
  );
}

/** Rules that cannot hold together. */
export function TeamClashes({ shown: { view, composed } }: { shown: ShownTeam }) {
  const { conflict } = composed.answer;
  if (conflict.length === 0) return null;
  return (
    <div class="card">
      <p>{view.t(conflict.length === 1 ? "clashAloneHint" : "clashHint")}</p>
      <ul class="rules">
        {conflict.map(({ text }) => (
          <li>
            <Said view={view} text={view.say(text)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How much of all demands the team covers, as a percentage; null without a team. */
export const shownCoverage = ({ members, coverage }: TeamAnswer): string | null =>
  members.length === 0 ? null : shownPercent(meanCoverage(coverage));

/** Asks how far all demands are to be covered. */
export function CoverageForm({ shown }: { shown: ShownTeam }) {
  const { view, composed, state } = shown;
  const { t } = view;
  const { problem, answer, county } = composed;
  const covered = shownCoverage(answer);
  const asked = problem.rules.find(
    (rule) => rule.id === "coverageMin" && rule.demand === undefined,
  );
  const value = asked?.id === "coverageMin" ? String(Math.round(asked.min * 1000) / 10) : "";
  return (
    <form method="post" action={`/teams/${county.code}`} class="card" {...FOLLOW}>
      <HiddenFields fields={changeFields(state)} except="" />
      <fieldset class="row">
        <legend>{t("askedCoverage")}</legend>
        <NumberField shown={shown} id="askedCoverage" word="askedPercent" value={value} />
        <button type="submit" class="button" name="act" value="coverage">
          {t("askCoverage")}
        </button>
        {covered !== null && (
          <span class="sub">
            {t("coveredNow")} {covered}
          </span>
        )}
      </fieldset>
    </form>
  );
}
