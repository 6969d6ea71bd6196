import {
  type InstitutionPage,
  ListInstitutions,
  listInstitutions,
} from "../../usecases/list-institutions.ts";
import { DemoMark } from "./components/expert-line.tsx";
import { described, FaultSummary, Field } from "./components/field.tsx";
import { FilterForm, Found } from "./components/filter-form.tsx";
import { Paging } from "./components/paging.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { faultsOfList, listBy, statusOfList } from "./list-input.ts";
import { storedWord } from "./phrases.ts";
import { faultOf } from "./problem-check.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /institutions: sending institutions, with the number of their people. */
export async function institutionsPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const listed = await listBy({
    view,
    schema: ListInstitutions,
    parameters,
    find: (input) => listInstitutions(c.get("ctx"), input),
  });
  const faults = faultsOfList(listed);
  const fault = faultOf({ faults, counties: [] }, "words");
  return answerPage(c, {
    view,
    title: t("institutions"),
    section: "institutions",
    status: statusOfList(listed),
    children: (
      <>
        <h1>{t("institutions")}</h1>
        <FilterForm view={view} path="/institutions" parameters={parameters}>
          <Field view={view} id="words" label={t("institutionName")} fault={fault}>
            <input
              id="words"
              name="words"
              value={parameters.get("words") ?? ""}
              maxlength={100}
              {...described("words", { fault })}
            />
          </Field>
        </FilterForm>
        <Found>
          <FaultSummary view={view} faults={faults} />
          {listed.kind === "found" && (
            <Result view={view} page={listed.value} parameters={parameters} />
          )}
        </Found>
      </>
    ),
  });
}

interface Listing {
  view: View;
  page: InstitutionPage;
  parameters: URLSearchParams;
}

function Result({ view, page, parameters }: Listing) {
  const { t, say } = view;
  if (page.institutions.length === 0) return <p class="notice">{t("noInstitutions")}</p>;
  return (
    <>
      <div class="card flush">
        <table class="stacked">
          <caption class="hidden">{t("institutions")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("institution")}</th>
              <th scope="col">{t("kindOfInstitution")}</th>
              <th scope="col">{t("seat")}</th>
              <th scope="col" class="num">
                {t("peopleCount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.institutions.map((institution) => (
              <tr>
                <th scope="row">
                  <a href={`/institutions/${encodeURIComponent(institution.id)}`} lang="zh-CN">
                    {institution.name}
                  </a>{" "}
                  <DemoMark view={view} demo={institution.demo} why="demoInstitutionTitle" />
                </th>
                <td>{say(storedWord(institution.level))}</td>
                <td lang="zh-CN">{institution.city}</td>
                <td class="num">
                  <span class="on-phone">{t("people")} </span>
                  {institution.experts}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Paging view={view} path="/institutions" parameters={parameters} next={page.next} />
    </>
  );
}
