import type { Child } from "hono/jsx";
import type { TeamWhyNotAnswer } from "./ask-team-why-not.ts";
import { CutShort } from "./components/cut-short.tsx";
import { Said } from "./components/said.tsx";
import { SaveTeamDraft, type Saving } from "./components/save-team-draft.tsx";
import { AddDemand, TeamDemands } from "./components/team-demands.tsx";
import { TeamMembers } from "./components/team-members.tsx";
import { TeamAlternatives, TeamRepairs } from "./components/team-others.tsx";
import { Block, ChangeButton, ChangeForm, excludedPlace, Fold } from "./components/team-parts.tsx";
import { BrokenRules, rulesKept, TeamProof, TeamRules } from "./components/team-proof.tsx";
import { TeamSections } from "./components/team-sections.tsx";
import { TeamWhatIf } from "./components/team-what-if.tsx";
import { TeamWhyNot } from "./components/team-why-not.tsx";
import { FOLLOW, FOLLOW_IN_PLACE } from "./live.ts";
import { PHRASES } from "./phrases.ts";
import { proofSentence } from "./team-proof.ts";
import { demandLabel, personLabel, type ShownTeam } from "./team-shown.ts";
import {
  compareAddress,
  rosterAddress,
  stepped,
  stepsThatCount,
  type TeamState,
  teamAddress,
  undone,
} from "./team-state.ts";
import { rawStepLabels, stepLabels } from "./team-step-labels.ts";
import { skillKey } from "./team-steps.ts";
import { NOT_ALL_SUBSTITUTES } from "./team-words.ts";
import type { View } from "./view.ts";

interface Sheet {
  shown: ShownTeam;
  whyNot: TeamWhyNotAnswer | null;
  saving: Saving;
}

/** A composed team with all that can be done to it. */
export function TeamSheet({ shown, whyNot, saving }: Sheet) {
  const { view, state, composed } = shown;
  const { t } = view;
  const { answer, county } = composed;
  const hasTeam = answer.members.length > 0;
  const isMending = answer.status === "infeasible" || answer.shortfall !== null;
  return (
    <>
      <ChangeForm county={county.code} state={state} />
      <ChangesMade shown={shown} />
      <div data-tell={shown.refused ? undefined : told(shown)}>
        <TeamProof shown={shown} />
        <TeamSections shown={shown} />
      </div>
      <BrokenRules shown={shown} />
      {isMending && (
        <Block id="repairs" title={t("repairsTitle")}>
          <TeamRepairs shown={shown} />
        </Block>
      )}
      {hasTeam && (
        <Block
          id="members"
          title={
            <>
              {t("membersTitle")} <small>{view.say(PHRASES.people(answer.members.length))}</small>
            </>
          }
        >
          <MemberTools shown={shown} />
          {lacksSubstitutes(shown) && (
            <CutShort shown={shown} missing={NOT_ALL_SUBSTITUTES} place="members" />
          )}
          <TeamMembers shown={shown} />
        </Block>
      )}
      <Excluded shown={shown} />
      <Block id="demands" title={t("demandsTitle")}>
        {answer.coverage.length === 0 ? (
          <p class="notice">{t("noDemands")}</p>
        ) : (
          <TeamDemands shown={shown} />
        )}
        <AskedDemands shown={shown} />
        <AddDemand shown={shown} />
      </Block>
      {answer.rules.length > 0 && (
        <Fold
          id="rules"
          isPrinted={true}
          title={
            <>
              {t("teamRules")} <small>{view.say(rulesKept(answer.rules))}</small>
            </>
          }
        >
          <TeamRules shown={shown} />
        </Fold>
      )}
      <TeamWhyNot shown={shown} answer={whyNot} />
      <Fold id="what-if" title={t("whatIf")} isOpen={isAboutWhatIf(shown)}>
        <TeamWhatIf shown={shown} />
      </Fold>
      {hasTeam && (
        <>
          <Block
            id="alternatives"
            title={t("alternativesTitle")}
            isPrinted={state.alternatives > 0}
          >
            <TeamAlternatives shown={shown} />
          </Block>
          <SaveTeamDraft view={view} state={state} county={county.code} saving={saving} />
        </>
      )}
    </>
  );
}

/** Whether substitutes are wanted, and the search ended before it came to some member. */
const lacksSubstitutes = ({ state, composed: { answer } }: ShownTeam): boolean =>
  state.substitutes && answer.members.some(({ id }) => !Object.hasOwn(answer.substitutes, id));

/** Whether the last step was made, or refused, in the forms about size, coverage and weights. */
function isAboutWhatIf({ state, refused }: ShownTeam): boolean {
  if (refused) return ["size", "coverage", "policy"].includes(refused.form.get("act") ?? "");
  const last = state.steps.at(-1);
  return (
    last?.kind === "changes" &&
    last.changes.every(({ kind }) => kind === "size" || kind === "policyWeight")
  );
}

/** What was done last and what came of it: for readers who do not see it. */
function told(shown: ShownTeam): string {
  const { say, language } = shown.view;
  const last = stepLabels(shown).at(-1);
  const parts = [...(last === undefined ? [] : [last]), say(proofSentence(shown.composed.answer))];
  return parts.join(language === "zh" ? "。" : ". ");
}

/** What was changed so far, with the way back. */
function ChangesMade({ shown }: { shown: ShownTeam }) {
  const { view, state } = shown;
  return (
    <ChangesNotice view={view} state={state} county={shown.composed.county.code} comparable={true}>
      {stepLabels(shown).map((label) => (
        <li>
          <Said view={view} text={label} />
        </li>
      ))}
    </ChangesNotice>
  );
}

interface Notice {
  view: View;
  state: TeamState;
  county: string;
  /** False where a side could not be composed. */
  comparable: boolean;
  children: Child;
}

function ChangesNotice({ view, state, county, comparable, children }: Notice) {
  const { t } = view;
  const back = undone(state);
  if (back === null) return null;
  const isAnew = stepsThatCount(state).length === 0;
  return (
    <div class="notice changes" id="changes">
      <p>
        <strong>{t(isAnew ? "startedAnew" : "changesMade")}</strong>
      </p>
      {!isAnew && <ol>{children}</ol>}
      <p class="actions">
        <a class="button small" href={teamAddress(county, back)} {...FOLLOW}>
          {t("undo")}
        </a>
        {comparable && (
          <a class="button small plain" href={compareAddress(county, back, state)}>
            {t("compareBefore")}
          </a>
        )}
        {!isAnew && (
          <a
            class="button small plain"
            href={teamAddress(county, stepped(state, { kind: "anew" }))}
            {...FOLLOW}
          >
            {t("startAnew")}
          </a>
        )}
      </p>
    </div>
  );
}

/** What can be done with all members at once. */
function MemberTools({ shown: { view, state, composed } }: { shown: ShownTeam }) {
  const { t } = view;
  const ids = composed.answer.members.map(({ id }) => id).filter((id) => !id.startsWith("call-"));
  const isLocked = ids.every((id) => composed.problem.pins.includes(id));
  const { code } = composed.county;
  return (
    <div class="actions">
      <a
        class={state.substitutes ? "button small plain" : "button small"}
        href={`${teamAddress(code, { ...state, substitutes: !state.substitutes })}#members`}
        {...FOLLOW_IN_PLACE}
      >
        {t(state.substitutes ? "hideSubstitutes" : "showSubstitutes")}
      </a>
      {!isLocked && (
        <ChangeButton county={code} change={{ kind: "lock", ids }} label={t("lockAll")} />
      )}
      <a class="button small plain" href={rosterAddress(code, state)}>
        {t("roster")}
      </a>
      <button type="button" class="button small plain" data-print="1">
        {t("print")}
      </button>
    </div>
  );
}

/** Who may not be in the team, each with the way back. */
function Excluded({ shown }: { shown: ShownTeam }) {
  const { excludes } = shown.composed.problem;
  if (excludes.length === 0) return null;
  const { t } = shown.view;
  return (
    <Block id="excluded" title={t("excludedPeople")}>
      <ul class="chips">
        {excludes.map((id) => (
          <li class="actions" id={excludedPlace(id)}>
            <span lang="zh-CN">{personLabel(shown, id)}</span>{" "}
            <ChangeButton
              county={shown.composed.county.code}
              change={{ kind: "admit", id }}
              label={t("admit")}
              about={personLabel(shown, id)}
            />
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** The demands the officer added, each with the way to take it back. */
function AskedDemands({ shown }: { shown: ShownTeam }) {
  const { view, state, composed } = shown;
  if (state.asked.length === 0) return null;
  return (
    <ul class="chips">
      {state.asked.map(skillKey).map((skill) => (
        <li class="actions">
          {demandLabel(shown, skill)}{" "}
          <a
            class="button small plain"
            href={`${teamAddress(composed.county.code, stepped(state, { kind: "drop", skill }))}#demands`}
            {...FOLLOW_IN_PLACE}
          >
            {view.t("remove")}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The way back from what cannot be composed to what could. */
export function BackToTeam({ view, state, county }: Omit<Notice, "children" | "comparable">) {
  return (
    <>
      <p class="actions">
        <a class="button" href={teamAddress(county, state)}>
          {view.t("backToTeam")}
        </a>
      </p>
      <ChangesNotice view={view} state={state} county={county} comparable={false}>
        {rawStepLabels(stepsThatCount(state)).map((label) => (
          <li>
            <code>{label}</code>
          </li>
        ))}
      </ChangesNotice>
    </>
  );
}
