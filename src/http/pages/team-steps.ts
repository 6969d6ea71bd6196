import type { Fault } from "../../domain/error.ts";
import { refuseFaults } from "../../domain/input.ts";
import type { TeamChange } from "../../domain/team/change.ts";
import type { AskedDemand } from "../../domain/team/demand.ts";
import { changeOf, changeText } from "./team-changes.ts";

/** One thing that an officer did to a team by one press; undoing takes back the last of them. */
export type TeamStep =
  | { kind: "preset"; preset: string }
  /** Several where one press makes several, e.g. a repair. */
  | { kind: "changes"; changes: readonly TeamChange[] }
  | { kind: "ask"; demand: AskedDemand }
  /** Takes an added need back; "industry/competence". */
  | { kind: "drop"; skill: string }
  /** Back to what the county itself asks for, under the same preset. */
  | { kind: "anew" };

/** What the steps come to. */
interface StepsOutcome {
  /** Id of the preset; "" = the first there is. */
  preset: string;
  changes: readonly TeamChange[];
  /** Demands that the officer set, beside those of the county. */
  asked: readonly AskedDemand[];
}

export const skillKey = ({ industry, competence }: AskedDemand): string =>
  `${industry}/${competence}`;

export function outcomeOf(steps: readonly TeamStep[]): StepsOutcome {
  const nothing: StepsOutcome = { preset: "", changes: [], asked: [] };
  return steps.reduce(outcomeAfter, nothing);
}

function outcomeAfter(before: StepsOutcome, step: TeamStep): StepsOutcome {
  switch (step.kind) {
    case "preset":
      return { ...before, preset: step.preset };
    case "changes":
      return { ...before, changes: [...before.changes, ...step.changes] };
    case "ask": {
      const rest = withoutNeed(before, skillKey(step.demand));
      return { ...rest, asked: [...rest.asked, step.demand] };
    }
    case "drop":
      return withoutNeed(before, step.skill);
    case "anew":
      return { ...before, changes: [], asked: [] };
  }
}

/** Without an added need, nor what its weight was set to since. */
const withoutNeed = (before: StepsOutcome, skill: string): StepsOutcome => ({
  ...before,
  asked: before.asked.filter((demand) => skillKey(demand) !== skill),
  changes: before.changes.filter(
    (change) => !(change.kind === "demandWeight" && change.demand === skill),
  ),
});

/** The steps with one more; one that changes nothing is left out. */
export function withStep(steps: readonly TeamStep[], step: TeamStep): TeamStep[] {
  const { preset, asked } = outcomeOf(steps);
  switch (step.kind) {
    case "preset":
      return step.preset === preset ? [...steps] : [...steps, step];
    case "changes":
      return step.changes.length === 0 ? [...steps] : [...steps, step];
    case "ask":
      return asked.some((demand) => askedText(demand) === askedText(step.demand))
        ? [...steps]
        : [...steps, step];
    case "anew":
      // What lies before the last new start cannot be gone back to: the address would grow for ever.
      return [...presetOnly(preset), ...sinceAnew(steps).filter(isNoPreset), step];
    case "drop":
      return [...steps, step];
  }
}

const isNoPreset = ({ kind }: TeamStep): boolean => kind !== "preset";

const presetOnly = (preset: string): TeamStep[] =>
  preset === "" ? [] : [{ kind: "preset", preset }];

/** The steps after the last new start. */
export const sinceAnew = (steps: readonly TeamStep[]): readonly TeamStep[] =>
  steps.slice(steps.findLastIndex(({ kind }) => kind === "anew") + 1);

/** More would not fit into an address. */
const MOST_STEPS = 100;

type Entry = [name: string, value: string];

/** A step as it stands in an address: what one press changed is one `do` and an `and` for each change more. */
export function stepEntries(step: TeamStep): Entry[] {
  switch (step.kind) {
    case "preset":
      return [["preset", step.preset]];
    case "changes":
      return step.changes.map((change, index) => [index === 0 ? "do" : "and", changeText(change)]);
    case "ask":
      return [["ask", askedText(step.demand)]];
    case "drop":
      return [["drop", step.skill]];
    case "anew":
      return [["anew", "1"]];
  }
}

/** The steps of an address, in its order. Throws `invalid` for what cannot be read, and for too many. */
export function stepsOf(fields: Iterable<Entry>): TeamStep[] {
  const steps = [...fields].reduce<TeamStep[]>(stepsAfter, []);
  if (sinceAnew(steps).flatMap(stepEntries).length <= MOST_STEPS) return steps;
  return refuseFaults([
    {
      field: "do",
      zh: `最多 ${MOST_STEPS} 项调整，请撤销一些`,
      en: `at most ${MOST_STEPS} changes: undo some`,
    },
  ]);
}

/** The steps that can be read of an address that cannot be read as a whole. */
export const readableSteps = (fields: Iterable<Entry>): TeamStep[] =>
  [...fields]
    .reduce<TeamStep[]>((steps, entry) => {
      try {
        return stepsAfter(steps, entry);
      } catch {
        return steps;
      }
    }, [])
    .slice(0, MOST_STEPS);

function stepsAfter(steps: TeamStep[], [name, value]: Entry): TeamStep[] {
  switch (name) {
    case "preset":
      return value.trim() === ""
        ? steps
        : withStep(steps, { kind: "preset", preset: value.trim() });
    case "do":
      return withStep(steps, { kind: "changes", changes: [changeOf(value)] });
    case "and":
      return withChangeMore(steps, changeOf(value));
    case "ask":
      return withStep(steps, { kind: "ask", demand: askedOf(value) });
    case "drop":
      return withStep(steps, { kind: "drop", skill: value });
    case "anew":
      return withStep(steps, { kind: "anew" });
    default:
      return steps;
  }
}

function withChangeMore(steps: TeamStep[], change: TeamChange): TeamStep[] {
  const last = steps.at(-1);
  if (last?.kind !== "changes") return [...steps, { kind: "changes", changes: [change] }];
  return [...steps.slice(0, -1), { kind: "changes", changes: [...last.changes, change] }];
}

/** "ponkan/plant-disease:5" */
const askedText = ({ weight, ...skill }: AskedDemand): string =>
  `${skill.industry}/${skill.competence}:${weight}`;

function askedOf(text: string): AskedDemand {
  const [, industry = "", competence = "", weight = ""] =
    /^([\w-]+)\/([\w-]+):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (weight !== "") return { industry, competence, weight: Number(weight) };
  return refuseFaults([notUnderstood(text)]);
}

const notUnderstood = (text: string): Fault => ({
  field: "ask",
  zh: `看不懂这项需求：“${text.slice(0, 100)}”`,
  en: `this demand is not understood: "${text.slice(0, 100)}"`,
});
