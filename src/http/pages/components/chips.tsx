import type { Fault } from "../../../domain/error.ts";
import type { AskedSkill } from "../../../domain/matching/facts.ts";
import { type AskedChip, type LoneChip, loneChips, type Origin } from "../asked-chips.ts";
import type { Word } from "../dictionary.ts";
import { ON_PRESS } from "../live.ts";
import { PHRASES } from "../phrases.ts";
import { PROBLEM_FORM } from "../problem-form-id.ts";
import { type ProblemState, valueOfSkill } from "../problem-state.ts";
import type { Understood } from "../understood.ts";
import { skillLabel, tagLabel, type View } from "../view.ts";
import { AddSkill } from "./add-skill.tsx";
import { Confidence } from "./confidence.tsx";

interface Asked {
  view: View;
  state: ProblemState;
  understood: Understood;
  chips: readonly AskedChip[];
  /** What a press changes is seen in the panel alone, where scripts run. */
  live: boolean;
  /** What is wrong with a skill that was to be added. */
  faults: readonly Fault[];
}

/** The skills asked for, to confirm, remove or add to. Every button submits the one form. */
export function SkillChips({ view, state, understood, chips, live, faults }: Asked) {
  const { t } = view;
  const confirmed = state.skills.length > 0;
  const press = live ? ON_PRESS : {};
  return (
    <div class="asked">
      <h3 id="asked">
        {t("asked")} {confirmed && <span class="tag on">✓ {t("confirmedByYou")}</span>}
      </h3>
      {state.none && <p class="notice">{t("allRemoved")}</p>}
      {chips.length > 0 && (
        <ul class="chips" aria-labelledby="asked">
          {chips.map((chip) => (
            <Chip view={view} chip={chip} press={press} />
          ))}
        </ul>
      )}
      {!confirmed && (
        <LoneTags view={view} lone={loneChips(understood.understanding, state)} press={press} />
      )}
      <p class="actions">
        {!confirmed && chips.length > 0 && (
          <PanelButton view={view} word="confirm" value="confirm" press={press} />
        )}
        {(confirmed || state.none || state.judged.length > 0) && (
          <PanelButton view={view} word="reread" value="reread" press={press} plain />
        )}
      </p>
      <AddSkill
        view={view}
        adding={state.adding}
        open={chips.length === 0 && understood.askBack.length === 0}
        press={press}
        faults={faults}
      />
      {chips.length > 0 && (
        <p class="hint">
          {t("askedHint")} <a href="/about#reading">{t("howItIsRead")}</a>
        </p>
      )}
    </div>
  );
}

type Press = Partial<typeof ON_PRESS>;

interface Pressed {
  view: View;
  word: Word;
  value: string;
  press: Press;
  plain?: boolean;
}

function PanelButton({ view, word, value, press, plain = false }: Pressed) {
  return (
    <button
      type="submit"
      class={plain ? "button small plain" : "button small"}
      name="chips"
      value={value}
      form={PROBLEM_FORM}
      {...press}
    >
      {view.t(word)}
    </button>
  );
}

const ORIGINS: Readonly<Record<Origin, Word>> = {
  offline: "originOffline",
  model: "originModel",
  person: "originPerson",
};

function Chip({ view, chip, press }: { view: View; chip: AskedChip; press: Press }) {
  const { t, say } = view;
  const { skill, origin, confidence } = chip;
  const label = skillLabel(view, skill);
  return (
    <li>
      <input type="hidden" name="skill" value={valueOfSkill(skill)} form={PROBLEM_FORM} />
      {origin === "model" && (
        <input type="hidden" name="taken" value={valueOfSkill(skill)} form={PROBLEM_FORM} />
      )}
      <span class={`chip from-${origin}`}>
        <span class="chip-name">{label}</span>
        <button
          type="submit"
          class="cross"
          name="remove"
          value={valueOfSkill(skill)}
          form={PROBLEM_FORM}
          aria-label={`${t("remove")} ${label}`}
          title={t("remove")}
          {...press}
        >
          ×
        </button>
        <small class="chip-facts">
          <span>{say(PHRASES.share(skill.weight))}</span> <span>{t(ORIGINS[origin])}</span>{" "}
          {confidence !== null && <Confidence view={view} confidence={confidence} />}
        </small>
      </span>
    </li>
  );
}

interface Lone {
  view: View;
  lone: readonly LoneChip[];
  press: Press;
}

/**
 * What was read but is no skill yet: an industry without a problem, a problem without an industry. Each is
 * confirmed or removed; nothing is matched by it either way.
 */
function LoneTags({ view, lone, press }: Lone) {
  if (lone.length === 0) return null;
  return (
    <>
      <p class="lone" id="lone">
        {view.t("loneTags")}
      </p>
      <ul class="chips" aria-labelledby="lone">
        {lone.map(({ tag, confirmed }) => (
          <li>
            <span class={confirmed ? "chip from-person" : "chip"}>
              <span class="chip-name">{tagLabel(view, tag)}</span>
              <span>
                {!confirmed && <Judge view={view} tag={tag} right press={press} />}
                <Judge view={view} tag={tag} right={false} press={press} />
              </span>
              {confirmed && <small class="chip-facts">{view.t("confirmedByYou")}</small>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Judging {
  view: View;
  tag: string;
  right: boolean;
  press: Press;
}

function Judge({ view, tag, right, press }: Judging) {
  const word = view.t(right ? "confirmTag" : "remove");
  return (
    <button
      type="submit"
      class="cross"
      name="judge"
      value={`${tag} ${right ? "yes" : "no"}`}
      form={PROBLEM_FORM}
      aria-label={`${word} ${tagLabel(view, tag)}`}
      title={word}
      {...press}
    >
      {right ? "✓" : "×"}
    </button>
  );
}

interface Fixed {
  view: View;
  asked: readonly AskedSkill[];
}

/** The skills of a stored need: not to be changed here. */
export function SkillList({ view, asked }: Fixed) {
  return (
    <ul class="chips">
      {asked.map((skill) => (
        <li>
          <span class="chip">
            <span class="chip-name">{skillLabel(view, skill)}</span>{" "}
            <small>{view.say(PHRASES.share(skill.weight))}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
