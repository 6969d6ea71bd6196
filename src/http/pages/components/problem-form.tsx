import { LONGEST_TEXT, USUAL_DAYS } from "../../../domain/model/need.ts";
import type { County } from "../../../domain/places/place.ts";
import { resolveCounty } from "../../../domain/places/resolve-county.ts";
import { WHILE_TYPING } from "../live.ts";
import { type Check, faultOf } from "../problem-check.ts";
import { PROBLEM_FORM } from "../problem-form-id.ts";
import type { ProblemState } from "../problem-state.ts";
import { prefectureName, type View } from "../view.ts";
import { CountyField } from "./county-field.tsx";
import { described, Field } from "./field.tsx";

interface Form {
  view: View;
  state: ProblemState;
  check: Check;
  /** A list of who fits stands below. */
  listed: boolean;
}

/** The problem and where it is: all that must be said. */
export function ProblemForm({ view, state, check, listed }: Form) {
  const { t } = view;
  const fault = faultOf(check, "text");
  return (
    <form
      id={PROBLEM_FORM}
      class="card problem"
      method="post"
      action="/match"
      novalidate
      {...WHILE_TYPING}
    >
      <Field view={view} id="text" label={t("text")} hint={t("textHint")} fault={fault}>
        <textarea
          id="text"
          name="text"
          rows={rowsFor(state.text)}
          maxlength={LONGEST_TEXT}
          required
          {...described("text", { hint: true, fault })}
        >
          {`\n${state.text}`}
        </textarea>
      </Field>
      <div class="row">
        <CountyField
          view={view}
          value={countyAsTyped(view, state.county)}
          fault={faultOf(check, "county")}
          required
          label={t("county")}
          hint={t("countyHint")}
        />
        <DaysField view={view} state={state} check={check} />
        <label class="check">
          <input type="checkbox" name="remote" value="1" checked={state.remote} /> {t("remote")}
        </label>
        <button type="submit" class="button main" name="find" value="1">
          {t("find")}
        </button>
        <button type="submit" class="button plain" name="see" value="1">
          {t("seeUnderstood")}
        </button>
      </div>
      <CountyChoices view={view} counties={check.counties} />
      <input type="hidden" name="listed" value={listed ? "1" : ""} />
    </form>
  );
}

/** Room to begin with; once something is said, no more than it takes. */
const rowsFor = (text: string): number =>
  text === "" ? 4 : Math.min(8, 2 + Math.floor(text.length / 40));

function DaysField({ view, state, check }: Omit<Form, "listed">) {
  const fault = faultOf(check, "days");
  return (
    <Field view={view} id="days" label={view.t("days")} fault={fault}>
      <input
        id="days"
        name="days"
        inputmode="numeric"
        size={4}
        maxlength={3}
        value={state.days}
        placeholder={String(USUAL_DAYS)}
        autocomplete="off"
        {...described("days", { fault })}
      />
    </Field>
  );
}

/** Counties that may have been meant, each a button. */
function CountyChoices({ view, counties }: { view: View; counties: readonly County[] }) {
  if (counties.length === 0) return null;
  return (
    <div class="choices">
      <p id="did-you-mean">{view.t("didYouMean")}</p>
      <p class="actions">
        {counties.map((county) => (
          <button
            type="submit"
            class="button small"
            name="pickCounty"
            value={county.code}
            lang="zh-CN"
          >
            {county.name} <small>{prefectureName(view, county.parent)}</small>
          </button>
        ))}
      </p>
    </div>
  );
}

/** A code that came from an address is shown by its name. */
function countyAsTyped({ reference }: View, typed: string): string {
  const found = typed === "" ? null : resolveCounty(reference.places, typed);
  return found?.kind === "found" ? found.county.name : typed;
}
