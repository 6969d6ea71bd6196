import { parsed } from "../../domain/input.ts";
import {
  ListTeamDrafts,
  listTeamDrafts,
  type TeamDraftPage,
} from "../../usecases/list-team-drafts.ts";
import { CommittedAt, type DraftLine } from "./components/committed-team.tsx";
import { DraftTable } from "./components/draft-table.tsx";
import { Field } from "./components/field.tsx";
import { FilterForm, Found } from "./components/filter-form.tsx";
import { Paging } from "./components/paging.tsx";
import { Person } from "./components/person.tsx";
import { Block } from "./components/team-parts.tsx";
import { byPrefecture, countiesFound } from "./counties.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { PHRASES } from "./phrases.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** Drafts that the page lists at a time. */
const DRAFTS = 20;

/** GET /teams: every unit that a team serves, by prefecture, and the drafts, newest first. */
export async function teamsPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const parameters = addressParameters(c);
  const words = (parameters.get("words") ?? "").trim();
  const counties = countiesFound(view, words);
  const context = c.get("ctx");
  const cursor = parameters.get("cursor") ?? "";
  const page = await listTeamDrafts(context, parsed(ListTeamDrafts, { cursor, limit: DRAFTS }));
  const served = await listTeamDrafts(
    context,
    parsed(ListTeamDrafts, { status: "committed", limit: 200 }),
  );
  const marked = new Map(served.drafts.map((draft) => [draft.county.code, draft]));
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
          <Units view={view} counties={counties} served={marked} />
        </Found>
        <Block id="drafts" title={t("drafts")}>
          <Drafts view={view} page={page} parameters={parameters} />
        </Block>
      </>
    ),
  });
}

interface Places {
  view: View;
  counties: ReturnType<typeof countiesFound>;
  /** The committed teams, by the codes of their counties. */
  served: ReadonlyMap<string, DraftLine>;
}

function Units({ view, counties, served }: Places) {
  return (
    <div class="prefectures">
      {byPrefecture(view, counties).map(({ prefecture, members }) => (
        <section class="card">
          <h2>
            <span lang="zh-CN">{prefecture.name}</span>{" "}
            <small>{view.say(PHRASES.countiesIn(members.length))}</small>
          </h2>
          <ul class="places">
            {members.map(({ code, name }) => (
              <li>
                <a href={`/teams/${code}`} lang="zh-CN">
                  {name}
                </a>{" "}
                <Served view={view} draft={served.get(code)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Who committed the team of a county, and when. */
function Served({ view, draft }: { view: View; draft: DraftLine | undefined }) {
  if (!draft) return null;
  const { t } = view;
  return (
    <span class="served">
      <a class="tag good" href={`/teams/drafts/${draft.code}`}>
        {t("committedTeams")}
        <span class="hidden" lang="zh-CN">
          {" "}
          {draft.county.name}
        </span>
      </a>{" "}
      <small>
        <Person view={view} name={draft.committedBy ?? ""} /> · <CommittedAt draft={draft} /> ·{" "}
        <a href={`/teams/drafts/${draft.code}/roster`}>
          {t("roster")}
          <span class="hidden" lang="zh-CN">
            {" "}
            {draft.county.name}
          </span>
        </a>
      </small>
    </span>
  );
}

interface Listed {
  view: View;
  page: TeamDraftPage;
  parameters: URLSearchParams;
}

function Drafts({ view, page, parameters }: Listed) {
  if (page.drafts.length === 0) return <p>{view.t("noDrafts")}</p>;
  return (
    <>
      <DraftTable view={view} drafts={page.drafts} />
      <Paging view={view} path="/teams" parameters={parameters} next={page.next} />
    </>
  );
}
