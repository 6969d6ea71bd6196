import type { Child } from "hono/jsx";
import type { TeamChange } from "../../../domain/team/change.ts";
import { FOLLOW_IN_PLACE } from "../live.ts";
import { changeText } from "../team-changes.ts";
import { personLabel, type ShownTeam } from "../team-shown.ts";
import { type TeamState, teamParameters } from "../team-state.ts";
import { shownAmount } from "../view.ts";
import { HiddenFields } from "./hidden-fields.tsx";

/** Id of the one form that all buttons of a team belong to: what they change is their own value. */
const CHANGE_FORM = "change";

/** What a change starts from: lists that were computed for the team before it are left out. */
export const changeFields = (state: TeamState): URLSearchParams =>
  teamParameters({ ...state, alternatives: 0, substitutes: false, why: "" });

export function ChangeForm({ county, state }: { county: string; state: TeamState }) {
  return (
    <form id={CHANGE_FORM} method="get" action={`/teams/${county}`} {...FOLLOW_IN_PLACE}>
      <HiddenFields fields={changeFields(state)} except="" />
    </form>
  );
}

interface Button {
  /** Code of the county. */
  county: string;
  change: TeamChange;
  label: string;
  /** Whom it is about, for those who hear the button alone. */
  about?: string | undefined;
  isMain?: boolean;
}

/** Makes one change: the same page with one more in its address. */
export function ChangeButton({ county, change, label, about, isMain = false }: Button) {
  return (
    <button
      type="submit"
      form={CHANGE_FORM}
      formaction={`/teams/${county}#${seenAt(change)}`}
      name="do"
      value={changeText(change)}
      class={isMain ? "button small main" : "button small plain"}
    >
      {label}
      {about !== undefined && (
        <span class="hidden" lang="zh-CN">
          {" "}
          {about}
        </span>
      )}
    </button>
  );
}

/** Id of the part of the page in which the result of a change is seen. */
function seenAt(change: TeamChange): string {
  switch (change.kind) {
    case "pin":
    case "unpin":
      return memberPlace(change.id);
    case "swap":
      return memberPlace(change.in);
    case "exclude":
      return excludedPlace(change.id);
    default:
      return "members";
  }
}

export const memberPlace = (id: string): string => `member-${id}`;
export const excludedPlace = (id: string): string => `excluded-${id}`;

/** Somebody by name, linked to their page; who is only called for has none. */
export function PersonName({ shown, id }: { shown: ShownTeam; id: string }) {
  const name = personLabel(shown, id);
  if (id.startsWith("call-")) return <b>{name}</b>;
  return (
    <a class="name" href={`/experts/${encodeURIComponent(id)}`} lang="zh-CN">
      {name}
    </a>
  );
}

/** People one after the other. */
export function PersonNames({ shown, ids }: { shown: ShownTeam; ids: readonly string[] }) {
  const comma = shown.view.language === "zh" ? "、" : ", ";
  return (
    <>
      {ids.map((id, index) => (
        <>
          {index > 0 && comma}
          <PersonName shown={shown} id={id} />
        </>
      ))}
    </>
  );
}

/** A worth, with how far it is from another. */
export function Worth({ value, than }: { value: number; than?: number | null | undefined }) {
  if (than === null || than === undefined) return <b class="num">{shownAmount(value)}</b>;
  const sign = value >= than ? "+" : "−";
  return (
    <>
      <b class="num">{shownAmount(value)}</b>{" "}
      <small class="num">
        ({sign}
        {shownAmount(Math.abs(value - than))})
      </small>
    </>
  );
}

interface Part {
  id: string;
  title: Child;
  /** False for what is of no use on paper. */
  isPrinted?: boolean;
  children: Child;
}

const partClass = (isPrinted: boolean): string => (isPrinted ? "block" : "block off-paper");

/** A part of the page under its own heading. */
export function Block({ id, title, isPrinted = true, children }: Part) {
  return (
    <section class={partClass(isPrinted)} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabindex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface Folding extends Part {
  isOpen?: boolean;
}

/** A part of the page that is folded away until a reader wants it; printed only where that is said. */
export function Fold({ id, title, isOpen = false, isPrinted = false, children }: Folding) {
  const heading = <h2 id={`${id}-title`}>{title}</h2>;
  return (
    <section class={`${partClass(isPrinted)} fold`} id={id} aria-labelledby={`${id}-title`}>
      {isPrinted ? (
        <ScreenFold id={`${id}-fold`} summary={heading} isOpen={isOpen}>
          {children}
        </ScreenFold>
      ) : (
        <details id={`${id}-fold`} open={isOpen}>
          <summary>{heading}</summary>
          {children}
        </details>
      )}
    </section>
  );
}

interface ScreenFolding {
  id: string;
  class?: string;
  summary: Child;
  isOpen?: boolean;
  children: Child;
}

/** Folded away on the screen, yet printed in full: what is within a closed fold of the browser's own is not. */
export function ScreenFold(folding: ScreenFolding) {
  const { id, class: own = "", summary, isOpen = false, children } = folding;
  return (
    <>
      <details id={id} class={`screen-fold ${own}`.trim()} open={isOpen}>
        <summary>{summary}</summary>
      </details>
      <div class="folded">{children}</div>
    </>
  );
}
