import type { ProposedSkill } from "../../domain/understanding/profile.ts";
import { missingIn, skillAdded } from "./problem-actions.ts";
import { type Adding, fieldsOf, NOTHING_ADDED, valueOfSkill } from "./problem-state.ts";

/** Every button of the page about oneself submits this form. */
export const PROFILE_FORM = "profile";

/**
 * What an expert has said so far, all of it in the form: words about oneself are neither put into
 * an address nor stored.
 */
export interface ProfileState {
  text: string;
  /** Skills that stood on the page, as "industry/competence". */
  shown: ReadonlySet<string>;
  /** Of these, those left ticked. */
  kept: ReadonlySet<string>;
  /** Skills that the expert added. */
  added: string[];
  /** The levels as chosen, by skill. */
  levels: ReadonlyMap<string, number>;
  /** The list was confirmed as it stands. */
  confirmed: boolean;
  adding: Adding;
}

/** More than anybody has; a form may hold thousands. */
const MOST_ADDED = 20;

export function profileState(form: URLSearchParams): ProfileState {
  const { text, adding } = fieldsOf(form);
  const isHalf = missingIn(form).length > 0;
  const isAdding = form.get("chips") === "add" && !isHalf;
  const isLook = form.get("look") === "1" || isHalf;
  const added = [...form.getAll("added"), ...(isAdding ? [skillAdded(form)] : [])];
  return {
    text,
    shown: new Set(form.getAll("shown")),
    kept: new Set([...form.getAll("keep"), ...(isAdding ? [skillAdded(form)] : [])]),
    added: [...new Set(added)].slice(0, MOST_ADDED),
    levels: new Map(form.getAll("level").flatMap(levelIn)),
    confirmed: form.get("confirm") === "1",
    adding: isLook ? adding : NOTHING_ADDED,
  };
}

/** "tea/branding 3" */
function levelIn(value: string): [string, number][] {
  const [, skill = "", level] = /^([a-z-]+\/[a-z-]+) ([1-5])$/.exec(value) ?? [];
  return level ? [[skill, Number(level)]] : [];
}

/** A row of the list: a skill that was read, or that the expert added. */
export interface ProfileRow {
  skill: string;
  industry: string;
  competence: string;
  /** 1-5 */
  level: number;
  kept: boolean;
  /** Null where the expert added it. */
  read: ProposedSkill | null;
}

/** The level of a skill that somebody adds and says nothing more of: trains others. */
const USUAL_LEVEL = 3;

/** The skills read, then those added; what stood on the page before stays as it was left. */
export function profileRows(skills: readonly ProposedSkill[], state: ProfileState): ProfileRow[] {
  const read = new Map(skills.map((skill) => [valueOfSkill(skill), skill]));
  return [...new Set([...read.keys(), ...state.added])].map((skill) => {
    const [industry = "", competence = ""] = skill.split("/");
    const proposed = read.get(skill) ?? null;
    return {
      skill,
      industry,
      competence,
      level: state.levels.get(skill) ?? proposed?.level ?? USUAL_LEVEL,
      kept: state.kept.has(skill) || !state.shown.has(skill),
      read: proposed,
    };
  });
}
