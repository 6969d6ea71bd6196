import { findPlaces } from "../../domain/places/find-places.ts";
import type { County, Place } from "../../domain/places/place.ts";
import { Field } from "./components/field.tsx";
import { FilterForm, Found } from "./components/filter-form.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { PHRASES } from "./phrases.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /counties: all counties by prefecture, or those that a name, code or initials find. */
export async function countiesPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const words = (parameters.get("words") ?? "").trim();
  const counties = countiesFound(view, words);
  const groups = byPrefecture(view, counties);
  return answerPage(c, {
    view,
    title: t("counties"),
    section: "counties",
    children: (
      <>
        <h1>
          {t("counties")} <small>{view.say(PHRASES.countiesIn(counties.length))}</small>
        </h1>
        <FilterForm view={view} path="/counties" parameters={parameters}>
          <Field view={view} id="words" label={t("countySearch")}>
            <input id="words" name="words" value={words} maxlength={50} />
          </Field>
        </FilterForm>
        <Found>
          {groups.length === 0 && <p class="notice">{t("noCounties")}</p>}
          <div class="prefectures">
            {groups.map(({ prefecture, members }) => (
              <section class="card">
                <h2>
                  <span lang="zh-CN">{prefecture.name}</span>{" "}
                  <small>{view.say(PHRASES.countiesIn(members.length))}</small>
                </h2>
                <ul class="places" lang="zh-CN">
                  {members.map(({ code, name }) => (
                    <li>
                      <a href={`/counties/${code}`}>{name}</a>
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

/** The counties that words mean, in their order; all of them for no words. */
export function countiesFound({ reference }: View, words: string): County[] {
  const { counties } = reference.places;
  if (words === "") return [...counties.values()];
  const found = findPlaces(reference.places, words, {
    levels: ["prefecture", "county"],
    limit: 200,
  });
  const codes = new Set(found.map(({ place }) => place.code));
  return [...counties.values()].filter(({ code, parent }) => codes.has(code) || codes.has(parent));
}

interface Group {
  prefecture: Place;
  members: County[];
}

export const byPrefecture = ({ reference }: View, counties: readonly County[]): Group[] =>
  [...reference.places.prefectures.values()]
    .map((prefecture) => ({
      prefecture,
      members: counties.filter(({ parent }) => parent === prefecture.code),
    }))
    .filter(({ members }) => members.length > 0);
