import type { Fault } from "../../domain/error.ts";
import { TITLE_NAMES } from "../../domain/matching/eligibility.ts";
import { LONGEST_PROFILE } from "../../domain/model/profile.ts";
import type { Profile } from "../../domain/understanding/profile.ts";
import type { ReadWords } from "../../usecases/read-profile.ts";
import { AddSkill } from "./components/add-skill.tsx";
import { hasChinese } from "./components/ask-back.tsx";
import { Confidence } from "./components/confidence.tsx";
import { described, FaultSummary, Field } from "./components/field.tsx";
import { HighlightedText } from "./components/understanding.tsx";
import { WHILE_WRITING } from "./live.ts";
import { LEVEL_NAMES, PHRASES } from "./phrases.ts";
import { PROFILE_FORM, type ProfileRow, type ProfileState } from "./profile-state.ts";
import { skillLabel, type View } from "./view.ts";

interface Sheet {
  view: View;
  state: ProfileState;
  /** Null when nothing was read yet. */
  words: ReadWords | null;
  rows: readonly ProfileRow[];
  faults: readonly Fault[];
}

/** The page on which experts paste what they say of themselves, and confirm what was read in it. */
export function ProfileSheet({ view, state, words, rows, faults }: Sheet) {
  const { t } = view;
  const isDone = state.confirmed && words !== null && faults.length === 0;
  return (
    <>
      <h1>{t("profileTitle")}</h1>
      <p class="lead">{t("profileLead")}</p>
      <FaultSummary view={view} faults={faults} />
      {isDone && <Summary view={view} words={words} rows={rows} />}
      <ProfileForm view={view} state={state} faults={faults} />
      <div id="proposed">
        {words && (
          <ProposedSkills view={view} state={state} words={words} rows={rows} faults={faults} />
        )}
      </div>
    </>
  );
}

function ProfileForm({ view, state, faults }: Pick<Sheet, "view" | "state" | "faults">) {
  const { t } = view;
  const fault = faults.find(({ field }) => field === "text");
  return (
    <form
      id={PROFILE_FORM}
      class="card problem"
      method="post"
      action="/profile"
      novalidate
      {...WHILE_WRITING}
    >
      <Field view={view} id="text" label={t("ownWords")} hint={t("ownWordsHint")} fault={fault}>
        <textarea
          id="text"
          name="text"
          rows={8}
          maxlength={LONGEST_PROFILE}
          required
          {...described("text", { hint: true, fault })}
        >
          {`\n${state.text}`}
        </textarea>
      </Field>
      <p class="actions">
        <button type="submit" class="button main">
          {t("readOwnWords")}
        </button>
      </p>
    </form>
  );
}

interface Proposed extends Omit<Sheet, "words"> {
  words: ReadWords;
}

/** The skills that were read, each to be ticked and given a level, and what else was read. */
export function ProposedSkills({ view, state, words, rows, faults }: Proposed) {
  const { t } = view;
  const { text, profile, notices } = words;
  const reading = { ...profile, amounts: [], headcount: null, dates: [] };
  return (
    <section class="block" aria-labelledby="understood">
      <h2 id="understood" tabindex={-1}>
        {t("proposedSkills")}
      </h2>
      {notices.includes("identity_number_cut") && <p class="notice">{t("identityCutProfile")}</p>}
      {notices.includes("contacts_masked") && <p class="notice">{t("contactsMasked")}</p>}
      {rows.length === 0 ? (
        <p class="notice">{t(hasChinese(text) ? "noSkillRead" : "onlyChinese")}</p>
      ) : (
        <SkillRows view={view} rows={rows} />
      )}
      <AddSkill
        view={view}
        adding={state.adding}
        open={rows.length === 0}
        press={{}}
        faults={faults}
        form={PROFILE_FORM}
      />
      {rows.length > 0 && (
        <>
          <p class="actions">
            <button type="submit" class="button main" name="confirm" value="1" form={PROFILE_FORM}>
              {t("confirmProfile")}
            </button>
          </p>
          <p class="hint">{t("confirmProfileHint")}</p>
        </>
      )}
      <div class="card">
        <Career view={view} profile={profile} />
        <HighlightedText view={view} text={text} understanding={reading} />
      </div>
    </section>
  );
}

function SkillRows({ view, rows }: Pick<Sheet, "view" | "rows">) {
  const { t } = view;
  return (
    <div class="card flush">
      <table class="stacked proposed">
        <caption class="hidden">{t("proposedSkills")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("tickIfRight")}</th>
            <th scope="col">{t("level")}</th>
            <th scope="col">{t("fromWords")}</th>
            <th scope="col">{t("sureness")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SkillRow view={view} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SkillRow({ view, row }: { view: View; row: ProfileRow }) {
  const { t, language } = view;
  const { skill, kept, read } = row;
  const label = skillLabel(view, row);
  const because = distinct(read?.because ?? []);
  const shownBy = distinct(read?.shownBy ?? []);
  return (
    <tr>
      <th scope="row">
        <input type="hidden" name="shown" value={skill} form={PROFILE_FORM} />
        {read === null && <input type="hidden" name="added" value={skill} form={PROFILE_FORM} />}
        <label class="check">
          <input type="checkbox" name="keep" value={skill} checked={kept} form={PROFILE_FORM} />
          <span>{label}</span>
        </label>
      </th>
      <td>
        <LevelSelect view={view} row={row} label={label} />
      </td>
      <td>
        {read === null ? (
          t("originPerson")
        ) : (
          <>
            <span lang="zh-CN">{because.join(language === "zh" ? "、" : ", ")}</span>
            {shownBy.length > 0 && (
              <small class="proof">
                {t("levelFrom")} <span lang="zh-CN">{shownBy.join("、")}</span>
              </small>
            )}
          </>
        )}
      </td>
      <td>{read && <Confidence view={view} confidence={read.confidence} />}</td>
    </tr>
  );
}

const distinct = (spans: readonly { words: string }[]): string[] => [
  ...new Set(spans.map(({ words }) => words)),
];

function LevelSelect({ view, row, label }: { view: View; row: ProfileRow; label: string }) {
  return (
    <select name="level" form={PROFILE_FORM} aria-label={`${view.t("level")} ${label}`}>
      {LEVEL_NAMES.map((name, index) => (
        <option value={`${row.skill} ${index + 1}`} selected={row.level === index + 1}>
          {`${index + 1} ${view.say(name)}`}
        </option>
      ))}
    </select>
  );
}

/** Title and years, where the words give them. */
function Career({ view, profile }: { view: View; profile: Profile }) {
  const { t, say } = view;
  const { title, years } = profile;
  if (!(title || years)) return null;
  return (
    <dl class="facts">
      {title && (
        <div>
          <dt>{t("title")}</dt>
          <dd>
            {say(TITLE_NAMES[title.title])} <small lang="zh-CN">{title.words}</small>
          </dd>
        </div>
      )}
      {years && (
        <div>
          <dt>{t("yearsOfWork")}</dt>
          <dd>
            {say(PHRASES.years(years.value))} <small lang="zh-CN">{years.words}</small>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The confirmed list, to be printed or copied: nothing of it is stored. */
function Summary({ view, words, rows }: Pick<Proposed, "view" | "words" | "rows">) {
  const { t } = view;
  const kept = rows.filter((row) => row.kept);
  const lines = summaryLines(view, words.profile, kept);
  return (
    <section class="block card summary" aria-labelledby="summary">
      <h2 id="summary">{t("profileSummary")}</h2>
      {kept.length === 0 ? (
        <p>{t("nothingKept")}</p>
      ) : (
        <>
          <p class="on-screen">{t("profileSummaryHint")}</p>
          <p class="summary-text" id="summary-text">
            {lines.join("\n")}
          </p>
          <p class="actions">
            <button type="button" class="button small plain" data-print="1">
              {t("print")}
            </button>
          </p>
        </>
      )}
      <p class="hint">
        {t("openingsOfListed")} <a href="/experts">{t("experts")}</a>
      </p>
    </section>
  );
}

function summaryLines(view: View, profile: Profile, kept: readonly ProfileRow[]): string[] {
  const { t, say, language } = view;
  const [colon, comma] = language === "zh" ? ["：", "，"] : [": ", ", "];
  const { title, years } = profile;
  return [
    ...(title ? [`${t("title")}${colon}${say(TITLE_NAMES[title.title])}`] : []),
    ...(years ? [`${t("yearsOfWork")}${colon}${say(PHRASES.years(years.value))}`] : []),
    ...kept.map((row, index) => {
      const level = LEVEL_NAMES[row.level - 1];
      const words = level ? say(level) : "";
      return `${index + 1}. ${skillLabel(view, row)}${colon}${say(PHRASES.level(row.level))}${comma}${words}`;
    }),
  ];
}
