import type { Sentence } from "../../domain/error.ts";
import { skillName } from "../../domain/matching/matching.ts";
import type { TeamChange } from "../../domain/team/change.ts";
import { changeSentence } from "../../domain/team/change-sentence.ts";
import { PHRASES } from "./phrases.ts";
import { changeLabels, type ShownTeam } from "./team-shown.ts";
import { stepsThatCount } from "./team-state.ts";
import { skillKey, stepEntries, type TeamStep } from "./team-steps.ts";
import type { View } from "./view.ts";

/** Each step that counts in words, in order. */
export function stepLabels(shown: ShownTeam): string[] {
  const label = labelling(shown);
  return stepsThatCount(shown.state).map(label);
}

function labelling(shown: ShownTeam): (step: TeamStep) => string {
  const { view, state, composed } = shown;
  const { say, language } = view;
  const labels = changeLabels(shown);
  const made = new Map(state.changes.map((change, index) => [change, labels[index]]));
  // A weight of a need that was taken back since counts no longer, and still was a step.
  const changeLabel = (change: TeamChange): string =>
    made.get(change) ?? say(changeSentence(composed.base, change));
  return (step) => {
    switch (step.kind) {
      case "preset":
        return say(PHRASES.presetChosen(presetName(shown, step.preset)));
      case "changes":
        return step.changes.map(changeLabel).join(language === "zh" ? "；" : "; ");
      case "ask":
        return say(
          PHRASES.needAdded(skillSentence(view, skillKey(step.demand)), step.demand.weight),
        );
      case "drop":
        return say(PHRASES.needDropped(skillSentence(view, step.skill)));
      case "anew":
        return view.t("startAnew");
    }
  };
}

/** Each step that counts as it stands in the address: for those of a team that could not be composed. */
export const rawStepLabels = (steps: readonly TeamStep[]): string[] =>
  steps.map((step) =>
    stepEntries(step)
      .map(([, value]) => value)
      .join("; "),
  );

/** Of a preset that was edited in the product only the one in use is at hand. */
function presetName({ view, composed }: ShownTeam, id: string): Sentence {
  const preset = id === composed.preset.id ? composed.preset : view.reference.teams.presets.get(id);
  return preset?.name ?? { zh: id, en: id };
}

/** "ponkan/plant-disease" in words. */
function skillSentence({ reference }: View, key: string): Sentence {
  const [industry = "", competence = ""] = key.split("/");
  return skillName(reference.rules, { industry, competence });
}
