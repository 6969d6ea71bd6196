import type { Child } from "hono/jsx";
import type { TeamPreset } from "../../domain/team/preset.ts";
import { CommittedTeam, type DraftLine } from "./components/committed-team.tsx";
import { HiddenFields } from "./components/hidden-fields.tsx";
import { Said } from "./components/said.tsx";
import { changeFields } from "./components/team-parts.tsx";
import { FOLLOW } from "./live.ts";
import type { TeamState } from "./team-state.ts";
import { localTime, type View } from "./view.ts";

interface Frame {
  view: View;
  state: TeamState;
  county: { code: string; name: string };
  presets: readonly TeamPreset[];
  /** The draft that is the county's team today, when there is one. */
  committed: DraftLine | undefined;
  /** ISO time at which it is shown: a print says it. */
  at: string;
  children: Child;
}

/** What stands above every state of a county's team: whose it is, and by which rules. */
export function TeamFrame({ view, state, county, presets, committed, at, children }: Frame) {
  const { t, say } = view;
  const chosen = presets.find(({ id }) => id === state.preset) ?? presets[0];
  return (
    <>
      <div class="head">
        <h1 tabindex={-1}>
          <span lang="zh-CN">{county.name}</span> {t("teamHead")}
        </h1>
        <a class="button plain" href={`/counties/${county.code}`}>
          {t("aboutCounty")}
        </a>
      </div>
      {committed && <CommittedTeam view={view} draft={committed} />}
      <form method="get" action={`/teams/${county.code}`} class="row preset" {...FOLLOW}>
        <HiddenFields fields={changeFields(state)} except="" />
        <div class="field">
          <label for="preset">{t("presetLabel")}</label>
          <select id="preset" name="preset">
            {presets.map((preset) => (
              <option value={preset.id} selected={preset.id === chosen?.id}>
                {say(preset.name)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button">
          {t("usePreset")}
        </button>
        <a class="clear" href="/presets">
          {t("allPresets")}
        </a>
      </form>
      {chosen && (
        <p class="hint">
          {chosen.assumed && <span class="tag demo">{t("assumed")}</span>}{" "}
          <Said view={view} text={say(chosen.source)} />
        </p>
      )}
      <p class="paper-line">
        {chosen && `${say(chosen.name)} · `}
        <time datetime={at}>{localTime(at)}</time> · {t("rosterDraftNote")}
      </p>
      {children}
    </>
  );
}
