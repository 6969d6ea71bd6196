import { refuseFaults } from "../../domain/input.ts";
import type { TeamChange } from "../../domain/team/change.ts";
import type { AskedDemand } from "../../domain/team/demand.ts";
import { changesOf, changeText } from "./team-changes.ts";

/**
 * What an officer has said about a team so far. It lives in the address alone: it can be sent to a
 * colleague, gone back in, and undone by leaving the last change out.
 */
export interface TeamState {
  /** Id of the preset; "" = the first there is. */
  preset: string;
  changes: TeamChange[];
  /** Demands that the officer set, beside those of the county. */
  asked: AskedDemand[];
  /** How many other teams are wanted; 0 = none. */
  alternatives: number;
  substitutes: boolean;
  /** Who was asked about; "" = nobody. */
  why: string;
}

export const NOTHING_CHANGED: TeamState = {
  preset: "",
  changes: [],
  asked: [],
  alternatives: 0,
  substitutes: false,
  why: "",
};

/** Other teams that a page asks for. */
const SOME_ALTERNATIVES = 3;

type Fields = Pick<URLSearchParams, "get" | "getAll">;

/** Throws `invalid` for what cannot be read. */
export const teamStateOf = (fields: Fields): TeamState => ({
  preset: (fields.get("preset") ?? "").trim(),
  changes: changesOf(fields.getAll("do")),
  asked: fields.getAll("ask").map(askedOf),
  alternatives: fields.get("alternatives") ? SOME_ALTERNATIVES : 0,
  substitutes: fields.get("substitutes") === "1",
  why: (fields.get("why") ?? "").trim(),
});

/** In a fixed order; what is not said is left out. */
export function teamParameters(state: TeamState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.preset !== "") parameters.set("preset", state.preset);
  for (const change of state.changes) parameters.append("do", changeText(change));
  for (const demand of state.asked) parameters.append("ask", askedText(demand));
  if (state.alternatives > 0) parameters.set("alternatives", String(state.alternatives));
  if (state.substitutes) parameters.set("substitutes", "1");
  if (state.why !== "") parameters.set("why", state.why);
  return parameters;
}

export function teamAddress(county: string, state: TeamState): string {
  const parameters = teamParameters(state).toString();
  return parameters === "" ? `/teams/${county}` : `/teams/${county}?${parameters}`;
}

export const rosterAddress = (county: string, state: TeamState): string =>
  `/teams/${county}/roster?${teamParameters(state)}`;

/** Two states side by side. */
export function compareAddress(county: string, one: TeamState, other: TeamState): string {
  const [before, after] = [one, other].map((state) =>
    teamParameters({ ...state, alternatives: 0, substitutes: false, why: "" }).toString(),
  );
  const parameters = new URLSearchParams({ before: before ?? "", after: after ?? "" });
  return `/teams/${county}/compare?${parameters}`;
}

/** With one more change; what was asked of the team before it says nothing of the team after. */
export const withChanges = (state: TeamState, ...changes: TeamChange[]): TeamState => ({
  ...state,
  changes: [...state.changes, ...changes],
  why: "",
});

/** Without the last change; null when there is none. */
export const undone = (state: TeamState): TeamState | null =>
  state.changes.length === 0 ? null : { ...state, changes: state.changes.slice(0, -1), why: "" };

/** "ponkan/plant-disease:5" */
const askedText = ({ industry, competence, weight }: AskedDemand): string =>
  `${industry}/${competence}:${weight}`;

function askedOf(text: string): AskedDemand {
  const [, industry = "", competence = "", weight = ""] =
    /^([\w-]+)\/([\w-]+):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (weight !== "") return { industry, competence, weight: Number(weight) };
  return refuseFaults([
    {
      field: "ask",
      zh: `看不懂这项需求：“${text.slice(0, 100)}”`,
      en: `this demand is not understood: "${text.slice(0, 100)}"`,
    },
  ]);
}
