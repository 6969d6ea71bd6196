import { cutIdentityNumbers } from "../../domain/privacy/personal.ts";
import { fieldsOf, type ProblemState } from "./problem-state.ts";

/**
 * What a press of a button in the form of the start page does to what was said. Every button is a
 * plain submit with a name of its own, so no script is needed.
 */
export function problemAfter(form: FormFields): ProblemState {
  const typed = fieldsOf(form);
  const state = { ...typed, text: cutIdentityNumbers(typed.text).text };
  const added = form.get("add");
  if (added) {
    return { ...state, text: cutIdentityNumbers(joined(state.text, added)).text, skills: [] };
  }
  const county = form.get("pickCounty");
  const skills = skillsAfter(form, state);
  return { ...state, skills, county: county ?? state.county };
}

export type FormFields = Pick<URLSearchParams, "get" | "getAll">;

function skillsAfter(form: FormFields, { text, skills }: ProblemState): string[] {
  const removed = form.get("remove");
  if (removed) return skills.filter((skill) => skill !== removed);
  switch (form.get("chips")) {
    case "confirm":
      return skills;
    case "add":
      return [...new Set([...skills, `${form.get("industry")}/${form.get("competence")}`])];
    case "reread":
      return [];
    default:
      // What was confirmed for other words says nothing about these.
      return form.get("confirmed") === "1" && isSameText(form.get("was"), text) ? skills : [];
  }
}

const isSameText = (was: string | null, text: string): boolean =>
  (was ?? "").replaceAll("\r\n", "\n") === text;

/** The text with an answer behind it: "椪柑，叶片卷曲". */
export function joined(text: string, words: string): string {
  const before = text.trimEnd();
  return before === "" || /[，。；！？,.;!?\s]$/u.test(before)
    ? `${before}${words}`
    : `${before}，${words}`;
}
