import type { AskedSkill } from "../../../domain/matching/facts.ts";
import { PHRASES } from "../phrases.ts";
import { valueOfSkill } from "../problem-state.ts";
import { skillLabel, type View } from "../view.ts";
import { CompetenceSelect, IndustrySelect } from "./skill-selects.tsx";

interface Asked {
  view: View;
  asked: readonly AskedSkill[];
  /** The reader has confirmed them; else they are as the words say. */
  confirmed: boolean;
  /** Id of the form the buttons submit. */
  form: string;
}

/** The skills asked for, to confirm, remove or add to. Every button submits the one form. */
export function SkillChips({ view, asked, confirmed, form }: Asked) {
  const { t } = view;
  return (
    <div class="asked">
      <h3 id="asked">
        {t("asked")} {confirmed && <span class="tag on">✓ {t("confirmedByYou")}</span>}
      </h3>
      {asked.length > 0 && (
        <ul class="chips" aria-labelledby="asked">
          {asked.map((skill) => (
            <li>
              <input type="hidden" name="skill" value={valueOfSkill(skill)} form={form} />
              <span class="chip">
                {skillLabel(view, skill)} <small>{view.say(PHRASES.share(skill.weight))}</small>
                {asked.length > 1 && (
                  <button
                    type="submit"
                    class="cross"
                    name="remove"
                    value={valueOfSkill(skill)}
                    form={form}
                    aria-label={`${t("remove")} ${skillLabel(view, skill)}`}
                    title={t("remove")}
                  >
                    ×
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        {!confirmed && asked.length > 0 && (
          <button type="submit" class="button small" name="chips" value="confirm" form={form}>
            {t("confirm")}
          </button>
        )}
        {confirmed && (
          <button type="submit" class="button small plain" name="chips" value="reread" form={form}>
            {t("reread")}
          </button>
        )}
      </p>
      <AddSkill view={view} form={form} open={asked.length === 0} />
      <p class="hint">{t("askedHint")}</p>
    </div>
  );
}

interface Adding extends Pick<Asked, "view" | "form"> {
  open: boolean;
}

function AddSkill({ view, form, open }: Adding) {
  const { t } = view;
  return (
    <details class="add" open={open}>
      <summary>{t("addSkill")}</summary>
      <div class="row">
        <div class="field">
          <label for="industry">{t("industry")}</label>
          <IndustrySelect view={view} id="industry" value="" none={t("choose")} form={form} />
        </div>
        <div class="field">
          <label for="competence">{t("competence")}</label>
          <CompetenceSelect view={view} id="competence" value="" none={t("choose")} form={form} />
        </div>
        <button type="submit" class="button small" name="chips" value="add" form={form}>
          {t("add")}
        </button>
      </div>
    </details>
  );
}

/** The skills of a stored need: not to be changed here. */
export function SkillList({ view, asked }: Pick<Asked, "view" | "asked">) {
  return (
    <ul class="chips">
      {asked.map((skill) => (
        <li>
          <span class="chip">
            {skillLabel(view, skill)} <small>{view.say(PHRASES.share(skill.weight))}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
