import type { Fault } from "../../../domain/error.ts";
import type { ON_PRESS } from "../live.ts";
import { PROBLEM_FORM } from "../problem-form-id.ts";
import type { Adding } from "../problem-state.ts";
import type { TermKind } from "../term-search.ts";
import type { View } from "../view.ts";
import { TermPicker } from "./term-picker.tsx";

interface AddingSkill {
  view: View;
  adding: Adding;
  open: boolean;
  /** Makes the buttons smooth where scripts run. */
  press: Partial<typeof ON_PRESS>;
  /** Id of the form the buttons submit. */
  form?: string;
  /** What is wrong, by "industry" and "competence". */
  faults: readonly Fault[];
}

/** Puts a skill together: an industry and a competence, each searched for or picked from its tree. */
export function AddSkill(skill: AddingSkill) {
  const { view, adding, open, press, form = PROBLEM_FORM, faults } = skill;
  const { t } = view;
  const faultOf = (kind: TermKind) => faults.find(({ field }) => field === kind);
  const isFaulty = (["industry", "competence"] as const).some(faultOf);
  const isAdding = isFaulty || Object.values(adding).some((said) => said !== "");
  return (
    <details class="add" open={open || isAdding}>
      <summary>{t("addSkill")}</summary>
      <p class="hint" id="find-hint">
        {t("findTermHint")}
      </p>
      <div class="pickers">
        <TermPicker
          view={view}
          kind="industry"
          query={adding.findIndustry}
          chosen={adding.industry}
          fault={faultOf("industry")}
          form={form}
        />
        <TermPicker
          view={view}
          kind="competence"
          query={adding.findCompetence}
          chosen={adding.competence}
          fault={faultOf("competence")}
          form={form}
        />
      </div>
      <p class="actions">
        <button
          type="submit"
          class="button small plain"
          name="look"
          value="1"
          form={form}
          {...press}
        >
          {t("lookUp")}
        </button>
        <button type="submit" class="button small" name="chips" value="add" form={form} {...press}>
          {t("add")}
        </button>
      </p>
    </details>
  );
}
