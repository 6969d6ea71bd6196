import { TITLE_NAMES } from "../../domain/matching/eligibility.ts";
import type { TeamMember } from "../../domain/team/answer.ts";
import type { ExplainedTeam } from "../../usecases/loading/composing.ts";
import { squadsOf, squadTitle } from "./components/team-members.tsx";
import { PHRASES } from "./phrases.ts";
import { ROLE_NAMES } from "./team-words.ts";
import { countyName, localTime, skillLabel, type View } from "./view.ts";

interface Roster {
  view: View;
  team: ExplainedTeam;
  /** ISO time it stands for. */
  at: string;
  /** What the reader must know of it, such as that nobody has committed it. */
  note: string;
}

/** 花名册: the members as a sheet of A4, to be signed. */
export function RosterSheet({ view, team, at, note }: Roster) {
  const { t, say } = view;
  const members = team.preset.squads
    ? squadsOf(team.answer.members).flatMap(({ people }) => people)
    : team.answer.members;
  return (
    <div class="roster">
      <div class="head">
        <h1>
          <span lang="zh-CN">{team.county.name}</span> {t("teamHead")} {t("roster")}
        </h1>
        <button type="button" class="button plain" data-print="1">
          {t("print")}
        </button>
      </div>
      <p>
        {say(team.preset.name)} · {say(PHRASES.forYear(team.year))} ·{" "}
        {say(PHRASES.people(members.length))} · <time datetime={at}>{localTime(at)}</time>
      </p>
      <p class="notice">{note}</p>
      <div class="card flush">
        <table class="stacked">
          <caption class="hidden">{t("roster")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("rosterNumber")}</th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("role")}</th>
              {team.preset.squads && <th scope="col">{t("rosterSquad")}</th>}
              <th scope="col">{t("title")}</th>
              <th scope="col">{t("institution")}</th>
              <th scope="col">{t("base")}</th>
              <th scope="col">{t("distance")}</th>
              <th scope="col">{t("freeDays")}</th>
              <th scope="col">{t("rosterSkills")}</th>
              <th scope="col" class="on-paper">
                {t("signature")}
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member, index) => (
              <RosterRow view={view} team={team} member={member} number={index + 1} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface Row {
  view: View;
  team: ExplainedTeam;
  member: TeamMember;
  number: number;
}

function RosterRow({ view, team, member, number }: Row) {
  const { t, say } = view;
  const person = team.people.find(({ id }) => id === member.id);
  return (
    <tr>
      <td class="num">{number}</td>
      <th scope="row" lang="zh-CN">
        {person?.name ?? t("calledFor")}
      </th>
      <td>{say(ROLE_NAMES[member.role])}</td>
      {team.preset.squads && (
        <td>
          {squadTitle(view, member.squad)}
          {member.leadsSquad && ` · ${t("squadLeader")}`}
        </td>
      )}
      <td>{person ? say(TITLE_NAMES[person.title]) : "–"}</td>
      <td lang="zh-CN">{person?.institution?.name ?? "–"}</td>
      <td>
        {person?.county ? (
          <span lang="zh-CN">{countyName(view, person.county)}</span>
        ) : (
          t("outside")
        )}
      </td>
      <td class="num">{person ? say(PHRASES.radius(Math.round(person.distanceKm))) : "–"}</td>
      <td class="num">{person ? person.freeDays : "–"}</td>
      <td>{coveredBy(view, team, member.id).join(view.language === "zh" ? "；" : "; ")}</td>
      <td class="on-paper" />
    </tr>
  );
}

/** The needs for which somebody is the best of the team, else those they help with. */
function coveredBy(view: View, { answer, demands }: ExplainedTeam, id: string): string[] {
  const first = answer.coverage.filter(({ by }) => by[0]?.id === id);
  const any = answer.coverage.filter(({ by }) => by.some((one) => one.id === id));
  return (first.length > 0 ? first : any).map(({ demand }) => {
    const known = demands.find((one) => one.id === demand);
    return known ? skillLabel(view, known) : demand;
  });
}
