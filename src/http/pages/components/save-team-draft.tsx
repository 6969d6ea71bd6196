import type { Fault } from "../../../domain/error.ts";
import type { TeamState } from "../team-state.ts";
import type { View } from "../view.ts";
import { described, Field } from "./field.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { NameField } from "./name-field.tsx";
import { changeFields } from "./team-parts.tsx";

/** What was typed to save a draft. */
export interface Saving {
  title: string;
  name: string;
  /** Makes saving twice take effect once. */
  key: string;
  faults: readonly Fault[];
}

interface Form {
  view: View;
  state: TeamState;
  /** Its code. */
  county: string;
  saving: Saving;
}

/** Keeps the team under a name, with all it was composed from. */
export function SaveTeamDraft({ view, state, county, saving }: Form) {
  const { t } = view;
  const fault = saving.faults.find(({ field }) => field === "title");
  return (
    <section class="block save" id="save" aria-labelledby="save-title">
      <h2 id="save-title">{t("saveDraft")}</h2>
      <p>{t("saveDraftLead")}</p>
      <form method="post" action={`/teams/${county}/drafts`} class="row" novalidate>
        <HiddenFields fields={changeFields(state)} except="" />
        <input type="hidden" name="key" value={saving.key} />
        <Field view={view} id="title" label={t("draftTitle")} fault={fault}>
          <input
            id="title"
            name="title"
            value={saving.title}
            maxlength={60}
            required
            autocomplete="off"
            {...described("title", { fault })}
          />
        </Field>
        <NameField view={view} value={saving.name} faults={saving.faults} />
        <button type="submit" class="button main">
          {t("saveDraftButton")}
        </button>
      </form>
    </section>
  );
}
