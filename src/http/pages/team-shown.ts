import type { Fault, Sentence } from "../../domain/error.ts";
import { skillName } from "../../domain/matching/matching.ts";
import { applyChanges } from "../../domain/team/change.ts";
import { changeSentence } from "../../domain/team/change-sentence.ts";
import { withDemandNames } from "../../domain/team/demand-names.ts";
import type { TeamProblem } from "../../domain/team/problem.ts";
import type { ComposedTeam } from "../../usecases/loading/composing.ts";
import type { TeamState } from "./team-state.ts";
import type { View } from "./view.ts";

type Candidate = TeamProblem["candidates"][number];
export type TeamPerson = ComposedTeam["people"][number];

/** A composed team, made ready to be shown. */
export interface ShownTeam {
  view: View;
  state: TeamState;
  composed: ComposedTeam;
  /** By id. */
  candidates: ReadonlyMap<string, Candidate>;
  people: ReadonlyMap<string, TeamPerson>;
  demandNames: ReadonlyMap<string, Sentence>;
  /** Kept as it was: nothing can be changed in it. */
  isFrozen: boolean;
  /** What was typed into one of the forms and cannot be followed; null when nothing was. */
  refused: RefusedForm | null;
}

interface RefusedForm {
  form: URLSearchParams;
  /** By the names of its fields. */
  faults: readonly Fault[];
}

export function shownTeam(view: View, state: TeamState, composed: ComposedTeam): ShownTeam {
  const { candidates, demands } = composed.problem;
  return {
    view,
    state,
    composed,
    candidates: new Map(candidates.map((one) => [one.id, one])),
    people: new Map(composed.people.map((one) => [one.id, one])),
    isFrozen: false,
    refused: null,
    demandNames: new Map(demands.map((one) => [one.id, demandName(view, one)])),
  };
}

/** "椪柑·植物病害防治"; a demand that names no skill goes by its id. */
function demandName(
  { reference }: View,
  { id, industry, competence }: TeamProblem["demands"][number],
): Sentence {
  if (industry === undefined || competence === undefined) return { zh: id, en: id };
  return skillName(reference.rules, { industry, competence });
}

export const demandLabel = ({ view, demandNames }: ShownTeam, id: string): string => {
  const name = demandNames.get(id);
  return name ? view.say(name) : id;
};

/** How somebody is called. */
export const personLabel = ({ view, candidates, people }: ShownTeam, id: string): string =>
  id.startsWith("call-")
    ? view.t("calledFor")
    : (people.get(id)?.name ?? candidates.get(id)?.name ?? id);

/** Each change in words, as it was made: rules are counted as they stood then. */
export function changeLabels({ view, composed }: ShownTeam): string[] {
  // A draft may have been kept before demands had names.
  let problem = withDemandNames(view.reference.vocabulary, composed.base);
  return composed.changes.map((change) => {
    const sentence = changeSentence(problem, change);
    problem = applyChanges(problem, [change]);
    return view.say(sentence);
  });
}
