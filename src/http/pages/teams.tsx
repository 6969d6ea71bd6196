import { Field } from "./components/field.tsx";
import { FilterForm, Found } from "./components/filter-form.tsx";
import { byPrefecture, countiesFound } from "./counties.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { PHRASES } from "./phrases.ts";
import { type PageContext, viewOf } from "./view.ts";

/** GET /teams: every unit that a team serves, by prefecture. */
export function teamsPage(c: PageContext): Response | Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const words = (parameters.get("words") ?? "").trim();
  const counties = countiesFound(view, words);
  return answerPage(c, {
    view,
    title: t("teamsTitle"),
    section: "serviceTeams",
    children: (
      <>
        <h1>
          {t("teamsTitle")} <small>{view.say(PHRASES.countiesIn(counties.length))}</small>
        </h1>
        <p class="lead">{t("teamsLead")}</p>
        <FilterForm view={view} path="/teams" parameters={parameters}>
          <Field view={view} id="words" label={t("countySearch")}>
            <input id="words" name="words" value={words} maxlength={50} />
          </Field>
        </FilterForm>
        <Found>
          {counties.length === 0 && <p class="notice">{t("noCounties")}</p>}
          <div class="prefectures">
            {byPrefecture(view, counties).map(({ prefecture, members }) => (
              <section class="card">
                <h2>
                  <span lang="zh-CN">{prefecture.name}</span>{" "}
                  <small>{view.say(PHRASES.countiesIn(members.length))}</small>
                </h2>
                <ul class="places" lang="zh-CN">
                  {members.map(({ code, name }) => (
                    <li>
                      <a href={`/teams/${code}`}>{name}</a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Found>
      </>
    ),
  });
}
