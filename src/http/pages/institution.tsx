import { parsed } from "../../domain/input.ts";
import {
  type InstitutionView,
  ReadInstitution,
  readInstitution,
} from "../../usecases/read-institution.ts";
import { DemoMark } from "./components/expert-line.tsx";
import { ExpertTable } from "./components/expert-table.tsx";
import { Paging } from "./components/paging.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { storedWord } from "./phrases.ts";
import { countyName, type PageContext, type View, viewOf } from "./view.ts";

/** GET /institutions/:institution: an institution and its people. */
export async function institutionPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const institution = await readInstitution(
    c.get("ctx"),
    parsed(ReadInstitution, {
      institution: c.req.param("institution"),
      cursor: parameters.get("cursor") ?? "",
    }),
  );
  return answerPage(c, {
    view,
    title: institution.name,
    section: "institutions",
    children: (
      <>
        <h1>
          <span lang="zh-CN">{institution.name}</span>{" "}
          <DemoMark view={view} demo={institution.demo} why="demoInstitutionTitle" />
        </h1>
        <Facts view={view} institution={institution} />
        <section class="block" aria-labelledby="people">
          <h2 id="people">{t("people")}</h2>
          {institution.people.length === 0 ? (
            <p>{t("noPeople")}</p>
          ) : (
            <div class="card flush">
              <ExpertTable
                view={view}
                experts={institution.people}
                caption={t("people")}
                withInstitution={false}
              />
            </div>
          )}
          <Paging
            view={view}
            path={`/institutions/${encodeURIComponent(institution.id)}`}
            parameters={parameters}
            next={institution.next}
          />
        </section>
      </>
    ),
  });
}

function Facts({ view, institution }: { view: View; institution: InstitutionView }) {
  const { t, say } = view;
  return (
    <div class="card">
      <dl class="facts">
        <div>
          <dt>{t("kindOfInstitution")}</dt>
          <dd>{say(storedWord(institution.level))}</dd>
        </div>
        <div>
          <dt>{t("seat")}</dt>
          <dd lang="zh-CN">{institution.city}</dd>
        </div>
        <div>
          <dt>{t("peopleCount")}</dt>
          <dd>{institution.experts}</dd>
        </div>
        <div>
          <dt>{t("pairedWith")}</dt>
          <dd>
            {institution.paired.length === 0 && t("none")}
            {institution.paired.map((code, index) => (
              <>
                {index > 0 && "、"}
                <a href={`/counties/${code}`} lang="zh-CN">
                  {countyName(view, code)}
                </a>
              </>
            ))}
          </dd>
        </div>
      </dl>
    </div>
  );
}
