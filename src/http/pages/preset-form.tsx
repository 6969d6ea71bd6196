import type { Fault } from "../../domain/error.ts";
import { TITLE_NAMES } from "../../domain/matching/eligibility.ts";
import { PROFESSIONAL_TITLES } from "../../domain/model/expert.ts";
import { TIERS } from "../../domain/team/problem.ts";
import { described, FaultSummary, Field } from "./components/field.tsx";
import { NameField } from "./components/name-field.tsx";
import type { Word } from "./dictionary.ts";
import { storedWord } from "./phrases.ts";
import { type PresetDraft, RULE_KINDS, type RuleDraft, tiersIn } from "./preset-draft.ts";
import { PARAMETER_NAMES, RULE_NAMES } from "./team-words.ts";
import type { View } from "./view.ts";

interface Form {
  view: View;
  /** Id of the preset it is a copy of. */
  from: string;
  draft: PresetDraft;
  faults: readonly Fault[];
}

/** A copy of a preset, every rule with its parameters. */
export function PresetForm({ view, from, draft, faults }: Form) {
  const { t, say } = view;
  const ofRules = faults.find(({ field }) => field === "rules");
  return (
    <>
      <h1>{t("copyPreset")}</h1>
      <p class="lead">{t("presetsLead")}</p>
      <FaultSummary
        view={view}
        faults={faults.map(anchored)}
        labelOf={(field) => labelOf({ view, draft }, field)}
      />
      <form method="post" action={`/presets/${encodeURIComponent(from)}`} novalidate>
        <input type="hidden" name="key" value={draft.key} />
        <div class="card row">
          <TextField
            view={view}
            id="id"
            label={t("presetId")}
            hint={t("presetIdHint")}
            value={draft.id}
            faults={faults}
          />
          <TextField
            view={view}
            id="nameZh"
            label={t("presetNameZh")}
            value={draft.nameZh}
            faults={faults}
          />
          <TextField
            view={view}
            id="nameEn"
            label={t("presetNameEn")}
            value={draft.nameEn}
            faults={faults}
          />
          <TextField
            view={view}
            id="daysPerMember"
            label={t("daysPerMember")}
            value={draft.daysPerMember}
            faults={faults}
          />
          <TextField
            view={view}
            id="termYears"
            label={t("termYears")}
            value={draft.termYears}
            faults={faults}
          />
          <Check name="oneTeamOnly" label={t("oneTeamOnly")} isOn={draft.oneTeamOnly} />
          <Check name="squads" label={t("bySquads")} isOn={draft.squads} />
        </div>
        <h2 id="rules">{t("teamRules")}</h2>
        {ofRules && <p class="fault">{say(ofRules)}</p>}
        {draft.rules.map((rule, index) => (
          <RuleFields view={view} rule={rule} index={index} faults={faults} />
        ))}
        <div class="row">
          <Field view={view} id="newRule" label={t("kindOfRule")}>
            <select id="newRule" name="newRule">
              {RULE_KINDS.map((kind) => (
                <option value={kind}>{say(RULE_NAMES[kind] ?? { zh: kind, en: kind })}</option>
              ))}
            </select>
          </Field>
          <button type="submit" class="button" name="act" value="add">
            {t("addRule")}
          </button>
        </div>
        <div class="block save">
          <div class="row">
            <NameField view={view} value={draft.by} faults={faults} />
            <button type="submit" class="button main" name="act" value="save">
              {t("savePreset")}
            </button>
          </div>
        </div>
      </form>
    </>
  );
}

/** Faults of a rule's parameter lead to its field; those of the whole rule to the rule. */
const anchored = (fault: Fault): Fault => ({ ...fault, field: fault.field.replaceAll(".", "-") });

/** The words of the form for the fields that are its own. */
const LABELS: Readonly<Record<string, Word>> = {
  id: "presetId",
  nameZh: "presetNameZh",
  nameEn: "presetNameEn",
  daysPerMember: "daysPerMember",
  termYears: "termYears",
  rules: "teamRules",
};

/** What a field is called; those of rules by the number and the name of their rule. */
function labelOf({ view, draft }: Pick<Form, "view" | "draft">, field: string): string | undefined {
  const own = LABELS[field];
  if (own) return view.t(own);
  const [, index = "", parameter = ""] = /^rules-(\d+)(?:-(\w+))?/.exec(field) ?? [];
  const rule = draft.rules[Number(index)];
  if (index === "" || !rule) return undefined;
  const named = [RULE_NAMES[rule.id], PARAMETER_NAMES[parameter]];
  return `${Number(index) + 1}. ${named.flatMap((name) => (name ? [view.say(name)] : [])).join(" · ")}`;
}

interface Text {
  view: View;
  id: string;
  label: string;
  hint?: string;
  value: string;
  faults: readonly Fault[];
}

function TextField({ view, id, label, hint, value, faults }: Text) {
  const fault = faults.find(({ field }) => field === id);
  return (
    <Field view={view} id={id} label={label} hint={hint} fault={fault}>
      <input
        id={id}
        name={id}
        value={value}
        autocomplete="off"
        {...described(id, { hint: hint !== undefined, fault })}
      />
    </Field>
  );
}

function Check({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value="1" checked={isOn} />
      {label}
    </label>
  );
}

interface Rule {
  view: View;
  rule: RuleDraft;
  index: number;
  faults: readonly Fault[];
}

function RuleFields({ view, rule, index, faults }: Rule) {
  const { t, say } = view;
  const own = faults.find(({ field }) => field === `rules.${index}`);
  return (
    <fieldset class={own ? "card row faulty" : "card row"} id={`rules-${index}`}>
      <legend>
        {index + 1}. {say(RULE_NAMES[rule.id] ?? { zh: rule.id, en: rule.id })}
      </legend>
      <input type="hidden" name={`rule:${index}`} value={rule.id} />
      {rule.parameters.map(([name, typed]) => {
        const fault = faults.find(({ field }) => field.startsWith(`rules.${index}.${name}`));
        const parameter = {
          view,
          id: `rules-${index}-${name}`,
          name: `rule:${index}:${name}`,
          label: say(PARAMETER_NAMES[name] ?? { zh: name, en: name }),
          kind: name,
          typed,
          fault,
        };
        return name === "tiers" ? <Tiers {...parameter} /> : <Parameter {...parameter} />;
      })}
      <Check name={`drop:${index}`} label={t("remove")} isOn={false} />
      {own && <p class="fault">{say(own)}</p>}
    </fieldset>
  );
}

interface Value {
  view: View;
  id: string;
  name: string;
  label: string;
  kind: string;
  typed: string;
  fault: Fault | undefined;
}

function Parameter({ view, id, name, label, kind, typed, fault }: Value) {
  const field = { id, name, ...described(id, { fault }) };
  return (
    <Field view={view} id={id} label={label} fault={fault}>
      {kind === "minTitle" ? (
        <select {...field}>
          {PROFESSIONAL_TITLES.map((title) => (
            <option value={title} selected={title === typed}>
              {view.say(TITLE_NAMES[title])}
            </option>
          ))}
        </select>
      ) : (
        <input {...field} value={typed} inputmode="decimal" autocomplete="off" />
      )}
    </Field>
  );
}

/** The tiers whose share a rule limits, each to be ticked. */
function Tiers({ view, id, name, label, typed, fault }: Value) {
  const { say } = view;
  const { "aria-describedby": faultId } = described(id, { fault });
  const chosen = new Set(tiersIn(typed));
  return (
    <fieldset class={fault ? "field faulty" : "field"} id={id} aria-describedby={faultId}>
      <legend>{label}</legend>
      {TIERS.map((tier) => (
        <label class="check">
          <input type="checkbox" name={name} value={tier} checked={chosen.has(tier)} />
          {say(storedWord(tier))}
        </label>
      ))}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {say(fault)}
        </p>
      )}
    </fieldset>
  );
}
