import { TITLE_NAMES } from "../../../domain/matching/eligibility.ts";
import { proofSentence } from "../../../domain/matching/explanation.ts";
import type { TeamMember } from "../../../domain/team/answer.ts";
import { PHRASES } from "../phrases.ts";
import { demandLabel, personLabel, type ShownTeam, type TeamPerson } from "../team-shown.ts";
import { ROLE_NAMES } from "../team-words.ts";
import { countyName, industryName, shownAmount, skillLabel, type View } from "../view.ts";
import { Bar } from "./bar.tsx";
import { Said } from "./said.tsx";
import { SubstituteOf } from "./substitute-of.tsx";
import {
  ChangeButton,
  memberPlace,
  PersonName,
  PersonNames,
  ScreenFold,
  Worth,
} from "./team-parts.tsx";

/** The members by squad: who leads stands first, the squads follow by what they add. */
export function TeamMembers({ shown }: { shown: ShownTeam }) {
  const { view, composed } = shown;
  const { members } = composed.answer;
  if (!composed.preset.squads) return <MemberList shown={shown} members={members} />;
  return (
    <>
      {squadsOf(members).map(({ squad, people }) => (
        <ScreenFold
          id={`squad-${squad ?? "none"}`}
          class="squad"
          isOpen={true}
          summary={
            <>
              <h3>{squadTitle(view, squad)}</h3>{" "}
              <small>{view.say(PHRASES.people(people.length))}</small>
            </>
          }
        >
          <MemberList shown={shown} members={people} />
        </ScreenFold>
      ))}
    </>
  );
}

export const squadTitle = (view: View, squad: string | null): string => {
  if (squad === null) return view.t("withoutSquad");
  const space = view.language === "zh" ? "" : " ";
  return `${industryName(view, squad)}${space}${view.t("squadSuffix")}`;
};

interface Squad {
  squad: string | null;
  people: TeamMember[];
}

/** The squads with their leaders in front, in the order of their first members. */
export function squadsOf(members: readonly TeamMember[]): Squad[] {
  const squads = new Map<string | null, TeamMember[]>();
  for (const member of members) {
    squads.set(member.squad, [...(squads.get(member.squad) ?? []), member]);
  }
  return [...squads].map(([squad, people]) => ({
    squad,
    people: people.toSorted((one, other) => Number(other.leadsSquad) - Number(one.leadsSquad)),
  }));
}

interface List {
  shown: ShownTeam;
  members: readonly TeamMember[];
}

function MemberList({ shown, members }: List) {
  return (
    <ul class="cards">
      {members.map((member) => (
        <li class="card member" id={memberPlace(member.id)}>
          <Member shown={shown} member={member} />
        </li>
      ))}
    </ul>
  );
}

interface One {
  shown: ShownTeam;
  member: TeamMember;
}

function Member({ shown, member }: One) {
  const { view } = shown;
  const person = shown.people.get(member.id);
  // No level of headings is skipped: a member stands below the squad, where there are squads.
  const Heading = shown.composed.preset.squads ? "h4" : "h3";
  return (
    <>
      <div class="who">
        <Heading>
          <PersonName shown={shown} id={member.id} /> <Tags shown={shown} member={member} />
        </Heading>
        {person && <PersonFacts view={view} person={person} county={shown.composed.county.code} />}
      </div>
      <Adds shown={shown} member={member} />
      <Actions shown={shown} member={member} />
      <Reasons shown={shown} member={member} person={person} />
      <SubstituteOf shown={shown} id={member.id} />
    </>
  );
}

function Tags({ shown: { view, composed }, member }: One) {
  const { t, say } = view;
  const isPinned = composed.problem.pins.includes(member.id);
  const isRenewed = composed.problem.current?.includes(member.id) ?? false;
  return (
    <>
      {member.role !== "member" && <span class="tag on">{say(ROLE_NAMES[member.role])}</span>}{" "}
      {composed.preset.squads && member.leadsSquad && <span class="tag">{t("squadLeader")}</span>}{" "}
      {isPinned && <span class="tag good">{t("pinned")}</span>}{" "}
      {isRenewed && <span class="tag">{t("renewed")}</span>}
    </>
  );
}

interface Facts {
  view: View;
  person: TeamPerson;
  /** Code of the county that is served. */
  county: string;
}

/** Title, institution, base, distance and free days in one line. */
function PersonFacts({ view, person, county }: Facts) {
  const { t, say } = view;
  const { institution, distanceKm } = person;
  return (
    <p class="sub">
      {say(TITLE_NAMES[person.title])}
      {institution && (
        <>
          {" · "}
          <a href={`/institutions/${encodeURIComponent(institution.id)}`} lang="zh-CN">
            {institution.name}
          </a>
        </>
      )}
      {" · "}
      {person.county === null ? (
        t("outside")
      ) : (
        <span lang="zh-CN">{countyName(view, person.county)}</span>
      )}
      {" · "}
      {say(
        person.county === county ? PHRASES.inCounty() : PHRASES.kilometres(Math.round(distanceKm)),
      )}
      {" · "}
      {say(PHRASES.freeDays(person.freeDays))}
    </p>
  );
}

/** What the team loses without the member, beside what it loses without the most important one. */
function Adds({ shown: { view, composed }, member }: One) {
  const most = Math.max(...composed.answer.members.map(({ adds }) => adds.objective));
  return (
    <div class="adds">
      <span class="sub">{view.t("adds")}</span>{" "}
      <b class="num">{shownAmount(member.adds.objective)}</b>{" "}
      <span class="sub">
        {view.t("partCoverage")} <span class="num">{shownAmount(member.adds.coverage)}</span>
      </span>
      <Bar value={member.adds.objective} max={most} />
    </div>
  );
}

function Actions({ shown, member: { id } }: One) {
  const { t } = shown.view;
  if (shown.isFrozen || id.startsWith("call-")) return null;
  const about = personLabel(shown, id);
  const { pins } = shown.composed.problem;
  if (pins.includes(id)) {
    return (
      <div class="actions">
        <ChangeButton
          county={shown.composed.county.code}
          change={{ kind: "unpin", id }}
          label={t("unpin")}
          about={about}
        />
      </div>
    );
  }
  return (
    <div class="actions">
      <ChangeButton
        county={shown.composed.county.code}
        change={{ kind: "pin", id }}
        label={t("pin")}
        about={about}
      />
      <ChangeButton
        county={shown.composed.county.code}
        change={{ kind: "exclude", id }}
        label={t("exclude")}
        about={about}
      />
    </div>
  );
}

/** What the member covers by which skill and evidence, and with whom of the team they worked. */
function Reasons({ shown, member, person }: One & { person: TeamPerson | undefined }) {
  const { view, composed } = shown;
  const { t, say } = view;
  const colleagues = colleaguesOf(shown, member.id);
  return (
    <details class="why" id={`why-${member.id}`}>
      <summary>
        {t("whyMember")}
        <span class="hidden" lang="zh-CN">
          {" "}
          {personLabel(shown, member.id)}
        </span>
      </summary>
      <ul class="matched">
        {(person?.reasons ?? []).map(({ demand, fit, evidence, ...skill }) => (
          <li>
            {demandLabel(shown, demand)} <b class="num">{fit.toFixed(2)}</b>{" "}
            <span class="by">
              {say(PHRASES.metBy(skillLabel(view, skill)))} {say(PHRASES.level(skill.level))}
            </span>
            {evidence.slice(0, 1).map((one) => (
              <span class="proof">
                <Said view={view} text={say(proofSentence(one))} />
              </span>
            ))}
          </li>
        ))}
      </ul>
      {colleagues.length > 0 && (
        <p>
          {t("workedWith")} <PersonNames shown={shown} ids={colleagues} />
        </p>
      )}
      <p class="sub">
        {t("withoutMember")}{" "}
        <Worth
          value={(composed.answer.objective ?? 0) - member.adds.objective}
          than={composed.answer.objective}
        />
      </p>
    </details>
  );
}

/** Members who worked with somebody, those who did most in front. */
function colleaguesOf({ composed }: ShownTeam, id: string): string[] {
  const team = new Set(composed.answer.members.map((member) => member.id));
  return composed.problem.pairs
    .flatMap(({ a, b, strength }) => {
      if (a === id && team.has(b)) return [{ other: b, strength }];
      return b === id && team.has(a) ? [{ other: a, strength }] : [];
    })
    .sort((one, other) => other.strength - one.strength)
    .map(({ other }) => other);
}
