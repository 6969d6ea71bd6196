import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Fault } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import type { TeamRule } from "../../domain/team/problem.ts";
import { wording } from "../../domain/team/rule-sentences.ts";
import { type ListedPreset, listTeamPresets } from "../../usecases/list-team-presets.ts";
import { ReadTeamPreset, readTeamPreset } from "../../usecases/read-team-preset.ts";
import { SaveTeamPreset, saveTeamPreset } from "../../usecases/save-team-preset.ts";
import { Person } from "./components/person.tsx";
import { Said } from "./components/said.tsx";
import { nameFault } from "./components/save-form.tsx";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { PHRASES } from "./phrases.ts";
import {
  atField,
  editedPreset,
  type PresetDraft,
  presetDraftOf,
  withRuleAdded,
} from "./preset-draft.ts";
import { PresetForm } from "./preset-form.tsx";
import { localTime, type PageContext, type View, viewOf } from "./view.ts";

/** GET /presets: what teams are composed by. */
export async function presetsPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const presets = await listTeamPresets(c.get("ctx"));
  return answerPage(c, {
    view,
    title: t("presetsTitle"),
    section: "serviceTeams",
    children: (
      <>
        {addressParameters(c).get("saved") === "1" && (
          <p class="notice good" role="status">
            {t("presetSaved")}
          </p>
        )}
        <h1>{t("presetsTitle")}</h1>
        <p class="lead">{t("presetsLead")}</p>
        {presets.map((listed) => (
          <PresetCard view={view} listed={listed} />
        ))}
      </>
    ),
  });
}

function PresetCard({ view, listed }: { view: View; listed: ListedPreset }) {
  const { t, say } = view;
  const { preset, edited, at, by } = listed;
  return (
    <section class="card" aria-labelledby={preset.id}>
      <div class="head">
        <h2 id={preset.id}>
          {say(preset.name)} <small>{`${preset.id}@${preset.version}`}</small>{" "}
          {preset.assumed && <span class="tag demo">{t("assumed")}</span>}
        </h2>
        <a class="button small" href={`/presets/${preset.id}`}>
          {t(edited ? "editPreset" : "copyPreset")}
          <span class="hidden"> {say(preset.name)}</span>
        </a>
      </div>
      <p class="sub">
        <Said view={view} text={say(preset.source)} />
      </p>
      <ul>
        {preset.rules.map((rule) => (
          <li>{ruleText(view, rule)}</li>
        ))}
        <li>{say(PHRASES.daysOfMember(preset.daysPerMember))}</li>
        <li>{say(PHRASES.term(preset.termYears))}</li>
        <li>{t(preset.oneTeamOnly ? "oneTeamOnly" : "mayBeInTwo")}</li>
        {preset.squads && <li>{t("bySquads")}</li>}
      </ul>
      {edited && (
        <p class="hint">
          {t("savedAt")} <time datetime={at}>{localTime(at)}</time> ·{" "}
          <Person view={view} name={by} />
        </p>
      )}
    </section>
  );
}

const ruleText = ({ say }: View, rule: TeamRule): string =>
  say(wording({ candidates: [], demands: [] }, rule));

/** GET /presets/:preset: a copy of a preset to be changed. */
export async function presetPage(c: PageContext): Promise<Response> {
  const input = parsed(ReadTeamPreset, { preset: c.req.param("preset") });
  const { preset } = await readTeamPreset(c.get("ctx"), input);
  const isOwn = !c.get("ctx").reference.teams.presets.has(preset.id);
  const draft = presetDraftOf(preset, { isOwn });
  return answerForm(c, { draft, faults: [], status: 200 });
}

/** POST /presets/:preset: adds a rule to the form, or keeps what it says. */
export async function savePreset(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const draft = presetDraftOf(form);
  if (form.get("act") === "add") {
    return answerForm(c, {
      draft: withRuleAdded(draft, form.get("newRule") ?? ""),
      faults: [],
      status: 200,
    });
  }
  const fault = nameFault(draft.by);
  if (fault) return answerForm(c, { draft, faults: [fault], status: 400 });
  try {
    const { preset } = await readTeamPreset(
      c.get("ctx"),
      parsed(ReadTeamPreset, { preset: c.req.param("preset") }),
    );
    const input = parsed(SaveTeamPreset, {
      preset: editedPreset(preset, draft),
      copiedFrom: preset.id,
      idempotencyKey: draft.key || undefined,
    });
    await saveTeamPreset(c.get("contextOfPerson")(draft.by.trim()), input);
    return c.redirect("/presets?saved=1", 303);
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return answerForm(c, { draft, faults: faultsIn(error).map(atField), status: statusOf(error) });
  }
}

interface Shown {
  draft: PresetDraft;
  faults: readonly Fault[];
  status: ContentfulStatusCode;
}

function answerForm(c: PageContext, { draft, faults, status }: Shown) {
  const from = c.req.param("preset") ?? "";
  const view = viewOf(c, `/presets/${encodeURIComponent(from)}`);
  const key = draft.key || c.get("ctx").newId();
  return answerPage(c, {
    view,
    title: view.t("copyPreset"),
    section: "serviceTeams",
    status,
    children: <PresetForm view={view} from={from} draft={{ ...draft, key }} faults={faults} />,
  });
}
