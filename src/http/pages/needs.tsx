import { NEED_STATUSES } from "../../domain/model/need.ts";
import { ListNeeds, listNeeds } from "../../usecases/list-needs.ts";
import { CountyField } from "./components/county-field.tsx";
import { described, FaultSummary, Field } from "./components/field.tsx";
import { FilterForm, Found } from "./components/filter-form.tsx";
import { NeedTable } from "./components/need-lines.tsx";
import { Paging } from "./components/paging.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { faultsOfList, listBy, statusOfList } from "./list-input.ts";
import { STATUS_NAMES } from "./phrases.ts";
import type { Check } from "./problem-check.ts";
import { faultOf } from "./problem-check.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /needs: needs by county, status and words, the newest first. */
export async function needsPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const listed = await listBy({
    view,
    schema: ListNeeds,
    parameters,
    find: (input) => listNeeds(c.get("ctx"), input),
  });
  const check = { faults: faultsOfList(listed), counties: [] };
  return answerPage(c, {
    view,
    title: t("needsTitle"),
    section: "needs",
    status: statusOfList(listed),
    children: (
      <>
        <h1>{t("needsTitle")}</h1>
        <Filter view={view} parameters={parameters} check={check} />
        <Found>
          <FaultSummary view={view} faults={check.faults} />
          {listed.kind === "found" && listed.value.needs.length === 0 && (
            <p class="notice">{t("noNeeds")}</p>
          )}
          {listed.kind === "found" && listed.value.needs.length > 0 && (
            <div class="card flush">
              <NeedTable view={view} needs={listed.value.needs} caption={t("needsTitle")} />
            </div>
          )}
          {listed.kind === "found" && (
            <Paging view={view} path="/needs" parameters={parameters} next={listed.value.next} />
          )}
        </Found>
      </>
    ),
  });
}

interface Conditions {
  view: View;
  parameters: URLSearchParams;
  check: Check;
}

function Filter({ view, parameters, check }: Conditions) {
  const { t, say } = view;
  const wordsFault = faultOf(check, "words");
  const status = parameters.get("status") ?? "";
  return (
    <FilterForm view={view} path="/needs" parameters={parameters}>
      <Field view={view} id="words" label={t("words")} fault={wordsFault}>
        <input
          id="words"
          name="words"
          value={parameters.get("words") ?? ""}
          maxlength={50}
          {...described("words", { fault: wordsFault })}
        />
      </Field>
      <CountyField
        view={view}
        value={parameters.get("county") ?? ""}
        fault={faultOf(check, "county")}
        label={t("county")}
      />
      <Field view={view} id="status" label={t("status")} fault={faultOf(check, "status")}>
        <select id="status" name="status">
          <option value="">{t("any")}</option>
          {NEED_STATUSES.map((one) => (
            <option value={one} selected={one === status}>
              {say(STATUS_NAMES[one])}
            </option>
          ))}
        </select>
      </Field>
    </FilterForm>
  );
}
