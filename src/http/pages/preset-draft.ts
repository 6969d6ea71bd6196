import type { Fault } from "../../domain/error.ts";
import type { TeamPreset } from "../../domain/team/preset.ts";
import type { TeamRule } from "../../domain/team/problem.ts";

/** A preset as it stands in a form: every value as it was typed. */
export interface PresetDraft {
  id: string;
  nameZh: string;
  nameEn: string;
  termYears: string;
  daysPerMember: string;
  oneTeamOnly: boolean;
  squads: boolean;
  rules: RuleDraft[];
  /** Who saves it. */
  by: string;
  /** Makes saving twice take effect once; "" before the form was shown. */
  key: string;
}

/** A rule with what was typed for each of its parameters, in their order. */
export interface RuleDraft {
  id: string;
  parameters: [name: string, typed: string][];
}

/** What each kind of rule asks for, and what a new one of it says. */
const NEW_RULES: Readonly<Partial<Record<TeamRule["id"], [string, string][]>>> = {
  size: [
    ["min", "8"],
    ["max", "12"],
  ],
  leader: [["minTitle", "associate"]],
  title: [
    ["minTitle", "intermediate"],
    ["minShare", "0.5"],
  ],
  tierShare: [
    ["tiers", "county"],
    ["minShare", "0.2"],
    ["maxShare", ""],
  ],
  outside: [
    ["maxShare", "0.2"],
    ["minTitle", "senior"],
  ],
  institutionMax: [["max", "2"]],
  institutionsMin: [["min", "3"]],
  freeDays: [["min", "15"]],
};

/** The kinds of rules that a preset may have: none that names people or a county's needs. */
export const RULE_KINDS: readonly string[] = Object.keys(NEW_RULES);

const parametersOf = (id: string): [string, string][] =>
  Object.entries(NEW_RULES).find(([kind]) => kind === id)?.[1] ?? [];

/** What a preset, or a form that was sent, says. */
export function presetDraftOf(
  from: TeamPreset | URLSearchParams,
  { isOwn = false }: { isOwn?: boolean } = {},
): PresetDraft {
  if (from instanceof URLSearchParams) return typedDraft(from);
  return {
    id: isOwn ? from.id : `${from.id}-copy`,
    nameZh: from.name.zh,
    nameEn: from.name.en,
    termYears: String(from.termYears),
    daysPerMember: String(from.daysPerMember),
    oneTeamOnly: from.oneTeamOnly,
    squads: from.squads,
    rules: from.rules.map(ruleDraft),
    by: "",
    key: "",
  };
}

function ruleDraft(rule: TeamRule): RuleDraft {
  const said: Partial<Record<string, unknown>> = { ...rule };
  const typed = ([name]: [string, string]): [string, string] => [name, textOf(said[name])];
  return { id: rule.id, parameters: parametersOf(rule.id).map(typed) };
}

const textOf = (value: unknown): string => {
  if (value === undefined) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
};

function typedDraft(form: URLSearchParams): PresetDraft {
  const said = (name: string) => (form.get(name) ?? "").trim();
  const kinds = [...form].filter(([name]) => /^rule:\d+$/.test(name));
  return {
    id: said("id"),
    nameZh: said("nameZh"),
    nameEn: said("nameEn"),
    termYears: said("termYears"),
    daysPerMember: said("daysPerMember"),
    oneTeamOnly: said("oneTeamOnly") === "1",
    squads: said("squads") === "1",
    rules: kinds
      .filter(([name]) => said(`drop:${name.slice("rule:".length)}`) !== "1")
      .map(([name, id]) => ({
        id,
        parameters: parametersOf(id).map(([parameter]): [string, string] => [
          parameter,
          // Several where several boxes are ticked.
          form.getAll(`${name}:${parameter}`).join(" ").trim(),
        ]),
      })),
    by: said("name"),
    key: said("key"),
  };
}

export const withRuleAdded = (draft: PresetDraft, id: string): PresetDraft =>
  RULE_KINDS.includes(id)
    ? { ...draft, rules: [...draft.rules, { id, parameters: parametersOf(id) }] }
    : draft;

/** The preset that the form asks for, not yet checked; what it does not show stays as it was. */
export function editedPreset(
  { version: _, ...preset }: TeamPreset,
  draft: PresetDraft,
): Record<string, unknown> {
  return {
    ...preset,
    id: draft.id,
    name: { zh: draft.nameZh, en: draft.nameEn },
    termYears: numberOrText(draft.termYears),
    daysPerMember: numberOrText(draft.daysPerMember),
    oneTeamOnly: draft.oneTeamOnly,
    squads: draft.squads,
    rules: draft.rules.map(({ id, parameters }) => ({
      id,
      ...Object.fromEntries(
        parameters
          .filter(([, typed]) => typed !== "")
          .map(([name, typed]) => [name, name === "tiers" ? tiersIn(typed) : numberOrText(typed)]),
      ),
    })),
  };
}

/** The tiers of a rule, as its parameter holds them. */
export const tiersIn = (typed: string): string[] => typed.split(" ").filter(Boolean);

/** A number where one was typed; other text stays, to be refused or to be a title. */
const numberOrText = (typed: string): unknown =>
  /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;

const FIELD_OF: Readonly<Record<string, string>> = { "name.zh": "nameZh", "name.en": "nameEn" };

/** A fault of the preset, at the field of the form that it was typed into. */
export function atField(fault: Fault): Fault {
  const inPreset = fault.field.replace(/^preset\./, "");
  return { ...fault, field: FIELD_OF[inPreset] ?? inPreset };
}
