import type { Child } from "hono/jsx";
import { maskContacts } from "../../../domain/privacy/personal.ts";
import type { ExpertView } from "../../../usecases/read-expert.ts";
import type { Word } from "../dictionary.ts";
import { PHRASES, storedWord } from "../phrases.ts";
import { countyName, type View } from "../view.ts";

interface Part {
  view: View;
  expert: ExpertView;
}

interface Table {
  view: View;
  id: string;
  title: Word;
  columns: readonly Word[];
  children: Child[];
}

/** A heading and a table; a line saying so where there are no rows. */
function History({ view, id, title, columns, children }: Table) {
  const { t } = view;
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      {children.length === 0 ? (
        <p>{t("noneYet")}</p>
      ) : (
        <div class="card flush">
          <table class="stacked">
            <caption class="hidden">{t(title)}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col">{t(column)}</th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const CountyLink = ({ view, code }: { view: View; code: string }) => (
  <a href={`/counties/${code}`} lang="zh-CN">
    {countyName(view, code)}
  </a>
);

export function Postings({ view, expert }: Part) {
  const { say } = view;
  return (
    <History
      view={view}
      id="postings"
      title="postings"
      columns={["year", "place", "dayCount", "status"]}
    >
      {expert.postings.map(({ year, county, days, status }) => (
        <tr>
          <th scope="row" class="num">
            {year}
          </th>
          <td>
            <CountyLink view={view} code={county} />
          </td>
          <td class="num">{say(PHRASES.days(days))}</td>
          <td>{say(storedWord(status))}</td>
        </tr>
      ))}
    </History>
  );
}

export function Records({ view, expert }: Part) {
  const { t, say } = view;
  return (
    <History
      view={view}
      id="records"
      title="records"
      columns={["date", "place", "mode", "dayCount", "done", "rating"]}
    >
      {expert.records.map(({ date, county, mode, days, summary, rating }) => (
        <tr>
          <th scope="row" class="num date">
            {date.slice(0, 10)}
          </th>
          <td>
            <CountyLink view={view} code={county} />
          </td>
          <td>{say(storedWord(mode))}</td>
          <td class="num">{say(PHRASES.days(days))}</td>
          <td class="words" lang="zh-CN">
            {maskContacts(summary)}
          </td>
          <td class="num">
            <span class="on-phone">{t("rating")} </span>
            {rating === null ? t("noneYet") : say(PHRASES.rating(rating))}
          </td>
        </tr>
      ))}
    </History>
  );
}

export function Assessments({ view, expert }: Part) {
  return (
    <History view={view} id="assessments" title="assessments" columns={["year", "grade"]}>
      {expert.assessments.map(({ year, grade }) => (
        <tr>
          <th scope="row" class="num">
            {year}
          </th>
          <td>{view.say(storedWord(grade))}</td>
        </tr>
      ))}
    </History>
  );
}

export function Teams({ view, expert }: Part) {
  return (
    <History view={view} id="teams" title="teams" columns={["year", "team", "role"]}>
      {expert.teams.map(({ year, name, role }) => (
        <tr>
          <th scope="row" class="num">
            {year}
          </th>
          <td lang="zh-CN">{name}</td>
          <td>{view.say(storedWord(role))}</td>
        </tr>
      ))}
    </History>
  );
}
