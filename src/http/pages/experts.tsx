import { parsed } from "../../domain/input.ts";
import {
  type InstitutionPage,
  ListInstitutions,
  listInstitutions,
} from "../../usecases/list-institutions.ts";
import { type ExpertPage, SearchExperts, searchExperts } from "../../usecases/search-experts.ts";
import { CountyField } from "./components/county-field.tsx";
import { ExpertTable } from "./components/expert-table.tsx";
import { described, FaultSummary, Field } from "./components/field.tsx";
import { FilterForm, Found } from "./components/filter-form.tsx";
import { Paging } from "./components/paging.tsx";
import { CompetenceSelect, IndustrySelect } from "./components/skill-selects.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { faultsOfList, type Listed, listBy, statusOfList } from "./list-input.ts";
import { type Check, faultOf } from "./problem-check.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /experts: experts by name, pinyin, institution, skill and place. */
export async function expertsPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const { institutions } = await listInstitutions(
    c.get("ctx"),
    parsed(ListInstitutions, { limit: MOST_INSTITUTIONS }),
  );
  const listed = await listBy({
    view,
    schema: SearchExperts,
    parameters,
    find: async (input) =>
      searchExperts(c.get("ctx"), {
        ...input,
        institution: institutionMeant(institutions, input.institution),
      }),
  });
  const check = { faults: faultsOfList(listed), counties: [] };
  return answerPage(c, {
    view,
    title: t("expertsTitle"),
    section: "experts",
    status: statusOfList(listed),
    children: (
      <>
        <h1>{t("expertsTitle")}</h1>
        <Filter view={view} parameters={parameters} check={check} institutions={institutions} />
        <Found>
          <FaultSummary view={view} faults={check.faults} />
          <Result view={view} listed={listed} parameters={parameters} />
        </Found>
      </>
    ),
  });
}

type Institution = InstitutionPage["institutions"][number];

/** More than a province has; those beyond are found by their whole name. */
const MOST_INSTITUTIONS = 200;

/** A part of a name will do where only one institution is called so. */
function institutionMeant(institutions: readonly Institution[], typed: string): string {
  const exact = institutions.find(({ name }) => name === typed);
  const alike = institutions.filter(({ name }) => typed !== "" && name.includes(typed));
  const [only, ...others] = exact ? [exact] : alike;
  return only && others.length === 0 ? only.id : typed;
}

interface Listing {
  view: View;
  listed: Listed<ExpertPage>;
  parameters: URLSearchParams;
}

function Result({ view, listed, parameters }: Listing) {
  if (listed.kind === "faulty") return null;
  const { experts, next } = listed.value;
  if (experts.length === 0) return <p class="notice">{view.t("noExperts")}</p>;
  return (
    <>
      <div class="card flush">
        <ExpertTable view={view} experts={experts} caption={view.t("expertsTitle")} />
      </div>
      <Paging view={view} path="/experts" parameters={parameters} next={next} />
    </>
  );
}

interface Conditions {
  view: View;
  parameters: URLSearchParams;
  check: Check;
  institutions: readonly Institution[];
}

function Filter({ view, parameters, check, institutions }: Conditions) {
  const { t } = view;
  const value = (name: string) => parameters.get(name) ?? "";
  const fault = (name: string) => faultOf(check, name);
  return (
    <FilterForm view={view} path="/experts" parameters={parameters}>
      <Field view={view} id="words" label={t("nameOrPinyin")} fault={fault("words")}>
        <input
          id="words"
          name="words"
          value={value("words")}
          maxlength={50}
          {...described("words", { fault: fault("words") })}
        />
      </Field>
      <Field view={view} id="institution" label={t("institution")} fault={fault("institution")}>
        <input
          id="institution"
          name="institution"
          value={value("institution")}
          maxlength={100}
          list="institutions"
          autocomplete="off"
          lang="zh-CN"
          {...described("institution", { fault: fault("institution") })}
        />
        <datalist id="institutions">
          {institutions.map(({ name }) => (
            <option value={name} />
          ))}
        </datalist>
      </Field>
      <Field view={view} id="industry" label={t("industry")} fault={fault("industry")}>
        <IndustrySelect view={view} id="industry" value={value("industry")} none={t("any")} />
      </Field>
      <Field view={view} id="competence" label={t("competence")} fault={fault("competence")}>
        <CompetenceSelect view={view} id="competence" value={value("competence")} none={t("any")} />
      </Field>
      <CountyField view={view} value={value("county")} fault={fault("county")} label={t("base")} />
    </FilterForm>
  );
}
