import type { TeamChange } from "../../domain/team/change.ts";
import type { AskedDemand } from "../../domain/team/demand.ts";
import {
  outcomeOf,
  readableSteps,
  sinceAnew,
  stepEntries,
  stepsOf,
  type TeamStep,
  withStep,
} from "./team-steps.ts";

/** What a page lists beside the team. */
interface TeamQuestions {
  /** How many other teams are wanted; 0 = none. */
  alternatives: number;
  substitutes: boolean;
  /** Who was asked about; "" = nobody. */
  why: string;
}

/**
 * What an officer has said about a team so far. It lives in the address alone: it can be sent to a
 * colleague, gone back in, and undone by leaving the last step out.
 */
export interface TeamState extends TeamQuestions {
  /** In order; all the rest that is said follows from them. */
  steps: readonly TeamStep[];
  /** Id of the preset; "" = the first there is. */
  preset: string;
  changes: readonly TeamChange[];
  /** Demands that the officer set, beside those of the county. */
  asked: readonly AskedDemand[];
}

const NOTHING_ASKED: TeamQuestions = { alternatives: 0, substitutes: false, why: "" };

/** Other teams that a page asks for. */
const SOME_ALTERNATIVES = 3;

const questionsOf = (fields: URLSearchParams): TeamQuestions => ({
  alternatives: fields.get("alternatives") ? SOME_ALTERNATIVES : 0,
  substitutes: fields.get("substitutes") === "1",
  why: (fields.get("why") ?? "").trim(),
});

/** Throws `invalid` for what cannot be read. */
export const teamStateOf = (fields: URLSearchParams): TeamState =>
  stateBy(stepsOf(fields), questionsOf(fields));

/** What can be read of fields that cannot be read as a whole. */
export const readableState = (fields: URLSearchParams): TeamState => stateBy(readableSteps(fields));

export const stateBy = (
  steps: readonly TeamStep[],
  questions: TeamQuestions = NOTHING_ASKED,
): TeamState => {
  const { alternatives, substitutes, why } = questions;
  return { ...outcomeOf(steps), steps, alternatives, substitutes, why };
};

/** In a fixed order; what is not said is left out. */
export function teamParameters(state: TeamState): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of state.steps.flatMap(stepEntries)) parameters.append(name, value);
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
    teamParameters({ ...state, ...NOTHING_ASKED }).toString(),
  );
  const parameters = new URLSearchParams({ before: before ?? "", after: after ?? "" });
  return `/teams/${county}/compare?${parameters}`;
}

/** With one more step; what was asked of the team before it says nothing of the team after. */
export const stepped = (state: TeamState, step: TeamStep): TeamState =>
  stateBy(withStep(state.steps, step), { ...state, why: "" });

/** With changes that are one step. */
export const withChanges = (state: TeamState, ...changes: TeamChange[]): TeamState =>
  stepped(state, { kind: "changes", changes });

/** Without the last step; null when there is none. */
export const undone = (state: TeamState): TeamState | null =>
  state.steps.length === 0 ? null : stateBy(state.steps.slice(0, -1), { ...state, why: "" });

/** The steps that count: those since the last new start. */
export const stepsThatCount = ({ steps }: TeamState): readonly TeamStep[] => sinceAnew(steps);
