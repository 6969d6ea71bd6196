import type { Fault } from "../../domain/error.ts";
import { cutIdentityNumbers } from "../../domain/privacy/personal.ts";
import { fieldsOf, NOTHING_ADDED, type ProblemState, plainLines } from "./problem-state.ts";

/**
 * What a press of a button in the form of the start page does to what was said. Every button is a
 * plain submit with a name of its own, so no script is needed.
 */
export function problemAfter(form: FormFields): ProblemState {
  const typed = fieldsOf(form);
  const said = { ...typed, text: cutIdentityNumbers(typed.text).text };
  const state = { ...said, see: isOnlySeen(form), model: asksModel(form), adding: addingIn(form) };
  const added = form.get("add");
  if (added) {
    return {
      ...state,
      ...AS_READ,
      judged: [],
      text: cutIdentityNumbers(joined(state.text, added)).text,
    };
  }
  const county = form.get("pickCounty");
  const judged = judgedAfter(form, state);
  return { ...state, ...skillsAfter(form, state), judged, county: county ?? state.county };
}

export type FormFields = Pick<URLSearchParams, "get" | "getAll">;

type Skills = Pick<ProblemState, "skills" | "taken" | "none" | "edits" | "edited">;
type Said = Skills & Pick<ProblemState, "text">;

const AS_READ: Skills = { skills: [], taken: [], none: false, edits: "", edited: "" };

const confirmed = (skills: readonly string[], taken: readonly string[]): Skills => ({
  skills: [...new Set(skills)],
  taken: [...new Set(taken)].filter((skill) => skills.includes(skill)),
  none: skills.length === 0,
  edits: "",
  edited: "",
});

function skillsAfter(form: FormFields, said: Said): Skills {
  const { skills, taken } = said;
  const removed = form.get("remove");
  if (removed)
    return confirmed(
      skills.filter((skill) => skill !== removed),
      taken,
    );
  const suggested = skillTaken(form);
  if (suggested) return confirmed([...skills, suggested.skill], [...taken, suggested.skill]);
  switch (form.get("chips")) {
    case "confirm":
      return confirmed(skills, taken);
    case "add":
      if (missingIn(form).length > 0) break;
      return confirmed([...skills, skillAdded(form)], taken);
    case "reread":
      return AS_READ;
  }
  return skillsLeft(form, said);
}

/** The skills as they stand on the page, when no button changes them. */
function skillsLeft(form: FormFields, said: Said): Skills {
  const { text, skills, taken, none, edits } = said;
  const isConfirmed = form.get("confirmed") === "1" && skills.length > 0;
  if (isSameText(form.get("was"), text)) {
    return isConfirmed
      ? { ...confirmed(skills, taken), edits, edited: said.edited }
      : { ...AS_READ, none, edits };
  }
  const edited = said.edited || plainLines(form.get("was") ?? "");
  if (isConfirmed && isAddition(text, edited)) {
    return { ...confirmed(skills, taken), edits: "kept", edited };
  }
  // What was said of other words says nothing about these; that it is gone stays told.
  return { ...AS_READ, edits: isConfirmed || none || edits === "dropped" ? "dropped" : "" };
}

/** Words were only put before or behind those that the skills were said of. */
const isAddition = (text: string, edited: string): boolean =>
  edited.trim() !== "" && text.includes(edited.trim());

/** "tea/branding": what the reader put together. */
export const skillAdded = (form: FormFields): string =>
  `${form.get("industry")}/${form.get("competence")}`;

/** What a press said of a tag that makes no skill: "industry:tea no". */
export function tagJudged(form: FormFields): { tag: string; right: boolean } | null {
  const [tag = "", verdict] = (form.get("judge") ?? "").split(" ");
  return tag === "" ? null : { tag, right: verdict === "yes" };
}

/** No text has more tags that make no skill; a form may hold thousands. */
const MOST_JUDGED = 40;

/** What was said of other words says nothing about these. */
function judgedAfter(form: FormFields, { text, judged }: ProblemState): string[] {
  if (form.get("chips") === "reread" || !isSameText(form.get("was"), text)) return [];
  const now = tagJudged(form);
  if (!now) return judged.slice(0, MOST_JUDGED);
  const others = judged.filter((one) => !one.startsWith(`${now.tag} `));
  return [...others, `${now.tag} ${now.right ? "yes" : "no"}`].slice(-MOST_JUDGED);
}

const HALVES = [
  { field: "industry", zh: "请选一个产业", en: "choose an industry" },
  { field: "competence", zh: "请选一个专长", en: "choose a competence" },
] as const satisfies Fault[];

/** What is not chosen yet of a skill that is to be added. */
export const missingIn = (form: FormFields): Fault[] =>
  form.get("chips") === "add" ? HALVES.filter(({ field }) => !form.get(field)) : [];

/** A skill that a model suggested, and the words it pointed at: "tea/branding 3 5". */
export function skillTaken(form: FormFields): { skill: string; from: number; to: number } | null {
  const [skill = "", from = "0", to = "0"] = (form.get("take") ?? "").split(" ");
  return skill === "" ? null : { skill, from: Number(from), to: Number(to) };
}

export const isSameText = (was: string | null, text: string): boolean =>
  plainLines(was ?? "") === text;

/** The button that was pressed says so, else the page it stood on. */
function isOnlySeen(form: FormFields): boolean {
  if (form.get("find")) return isLookingUp(form);
  return form.get("see") === "1" || form.get("mode") === "see";
}

/** A model is asked again at each page that says so: only the button for it leads to one. */
const asksModel = (form: FormFields): boolean => form.get("askModel") === "1";

const QUERIES = [
  ["findIndustry", "lookedIndustry"],
  ["findCompetence", "lookedCompetence"],
] as const;

/** Enter in a field to look something up presses the first button of the form: to look up is meant. */
const isLookingUp = (form: FormFields): boolean =>
  QUERIES.some(([typed, looked]) => (form.get(typed) ?? "").trim() !== (form.get(looked) ?? ""));

function addingIn(form: FormFields): ProblemState["adding"] {
  const [kind, id = ""] = (form.get("choose") ?? "").split(":");
  const { adding } = fieldsOf(form);
  if (kind === "industry") return { ...adding, findIndustry: "", industry: id };
  if (kind === "competence") return { ...adding, findCompetence: "", competence: id };
  const isLook =
    form.get("look") === "1" ||
    missingIn(form).length > 0 ||
    (form.get("find") !== null && isLookingUp(form));
  return isLook ? adding : NOTHING_ADDED;
}

/** The text with an answer behind it: "椪柑，叶片卷曲". */
export function joined(text: string, words: string): string {
  const before = text.trimEnd();
  return before === "" || /[，。；！？,.;!?\s]$/u.test(before)
    ? `${before}${words}`
    : `${before}，${words}`;
}
