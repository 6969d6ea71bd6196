import type { Alternative, Repair } from "../../../domain/team/answer.ts";
import { FOLLOW, FOLLOW_IN_PLACE } from "../live.ts";
import { PHRASES } from "../phrases.ts";
import type { ShownTeam } from "../team-shown.ts";
import { compareAddress, teamAddress, teamParameters, withChanges } from "../team-state.ts";
import { MAYBE_MORE_ALTERNATIVES, NO_ALTERNATIVE, NO_REPAIR_FOUND } from "../team-words.ts";
import { shownAmount, shownPercent } from "../view.ts";
import { CutShort } from "./cut-short.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { Said } from "./said.tsx";
import { TeamClashes } from "./team-coverage.tsx";
import { PersonNames, Worth } from "./team-parts.tsx";

/** The smallest changes that make a team possible: each is made by its button. */
export function TeamRepairs({ shown }: { shown: ShownTeam }) {
  const { view, composed } = shown;
  const { repairs, unmendable } = composed.answer;
  return (
    <>
      <TeamClashes shown={shown} />
      {repairs.length > 0 && <p class="hint">{view.t("repairsHint")}</p>}
      <ol class="cards">
        {repairs.map((repair, index) => (
          <li class="card repair">
            <RepairLine shown={shown} repair={repair} isFirst={index === 0} />
          </li>
        ))}
      </ol>
      {repairs.length === 0 && unmendable === null && (
        <CutShort shown={shown} missing={NO_REPAIR_FOUND} place="repairs" />
      )}
      {unmendable && (
        <p class="notice bad">
          <Said view={view} text={view.say(unmendable)} />
        </p>
      )}
    </>
  );
}

interface Mending {
  shown: ShownTeam;
  repair: Repair;
  isFirst: boolean;
}

function RepairLine({ shown: { view, state, composed }, repair, isFirst }: Mending) {
  const { t, say } = view;
  const mended = withChanges({ ...state, alternatives: 0, substitutes: false }, ...repair.changes);
  return (
    <>
      <p>
        <Said view={view} text={say(repair.text)} />{" "}
        {repair.objective !== null && (
          <span class="sub">
            {t("thenWorth")} <Worth value={repair.objective} />
            {repair.coverage !== null && ` · ${t("covered")} ${shownPercent(repair.coverage)}`}
          </span>
        )}{" "}
        {!repair.isCheapest && <span class="tag warn">{t("maybeLess")}</span>}
      </p>
      <form method="get" action={`/teams/${composed.county.code}`} {...FOLLOW}>
        <HiddenFields fields={teamParameters(mended)} except="" />
        <button type="submit" class={isFirst ? "button small main" : "button small"}>
          {t("applyRepair")}
        </button>
      </form>
    </>
  );
}

/** Other teams that really differ: each can be taken, or compared with this one. */
export function TeamAlternatives({ shown }: { shown: ShownTeam }) {
  const { view, composed, state } = shown;
  const { t } = view;
  const { alternatives, alternativesComplete } = composed.answer;
  if (state.alternatives === 0) {
    const address = teamAddress(composed.county.code, { ...state, alternatives: 1 });
    return (
      <p class="actions">
        <a class="button" href={`${address}#alternatives`} {...FOLLOW_IN_PLACE}>
          {t("showAlternatives")}
        </a>
      </p>
    );
  }
  const cut = !alternativesComplete && (
    <CutShort shown={shown} missing={MAYBE_MORE_ALTERNATIVES} place="alternatives" />
  );
  if (alternatives.length === 0) return cut || <p>{view.say(NO_ALTERNATIVE)}</p>;
  return (
    <>
      <p class="hint">{t("alternativesHint")}</p>
      <p class="actions">
        <a
          class="button small plain"
          href={`${teamAddress(composed.county.code, { ...state, alternatives: 0 })}#alternatives`}
          {...FOLLOW_IN_PLACE}
        >
          {t("hideAlternatives")}
        </a>
      </p>
      <ol class="cards">
        {alternatives.map((one) => (
          <li class="card">
            <AlternativeTeam shown={shown} alternative={one} />
          </li>
        ))}
      </ol>
      {cut}
    </>
  );
}

interface Other {
  shown: ShownTeam;
  alternative: Alternative;
}

function AlternativeTeam({ shown, alternative }: Other) {
  const { view, composed, state } = shown;
  const { t, say } = view;
  const { code } = composed.county;
  const ids = alternative.members.map(({ id }) => id);
  const present = composed.answer.members.map(({ id }) => id);
  const joins = ids.filter((id) => !present.includes(id));
  const leaves = present.filter((id) => !ids.includes(id));
  const taken = withChanges(
    state,
    { kind: "lock", ids },
    { kind: "size", min: ids.length, max: ids.length },
  );
  return (
    <>
      <p>
        {t("worth")} <Worth value={alternative.objective} />{" "}
        <span class="sub">
          {say(PHRASES.lessThanBest(shownAmount(alternative.distance)))}
          {!alternative.proven && ` · ${t("notProven")}`}
        </span>
      </p>
      <p>
        {t("joinsTeam")} <PersonNames shown={shown} ids={joins} />
      </p>
      <p>
        {t("leavesTeam")} <PersonNames shown={shown} ids={leaves} />
      </p>
      <p class="actions">
        <a class="button small" href={teamAddress(code, { ...taken, alternatives: 0 })} {...FOLLOW}>
          {t("takeAlternative")}
        </a>
        <a class="button small plain" href={compareAddress(code, state, taken)}>
          {t("compareIt")}
        </a>
      </p>
    </>
  );
}
