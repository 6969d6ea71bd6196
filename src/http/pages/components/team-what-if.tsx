import { WEIGHT_IDS } from "../../../domain/team/change.ts";
import { FOLLOW_IN_PLACE } from "../live.ts";
import type { ShownTeam } from "../team-shown.ts";
import { WEIGHT_WORDS } from "../team-words.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { NumberField } from "./number-field.tsx";
import { CoverageForm } from "./team-coverage.tsx";
import { changeFields } from "./team-parts.tsx";

/** Another size, other weights: each a form that makes the change. */
export function TeamWhatIf({ shown }: { shown: ShownTeam }) {
  return (
    <div class="halves">
      <SizeForm shown={shown} />
      <CoverageForm shown={shown} />
      <PolicyForm shown={shown} />
    </div>
  );
}

function SizeForm({ shown }: { shown: ShownTeam }) {
  const { view, composed, state } = shown;
  const { t } = view;
  const { min, max } = sizeOf(composed.problem.rules, composed.answer.members.length);
  return (
    <form
      method="post"
      action={`/teams/${composed.county.code}#what-if`}
      class="card"
      {...FOLLOW_IN_PLACE}
    >
      <HiddenFields fields={changeFields(state)} except="" />
      <fieldset class="row">
        <legend>{t("teamSize")}</legend>
        <NumberField shown={shown} id="sizeFrom" word="sizeFrom" value={min} inputmode="numeric" />
        <NumberField shown={shown} id="sizeTo" word="sizeTo" value={max} inputmode="numeric" />
        <button type="submit" class="button" name="act" value="size">
          {t("setSize")}
        </button>
      </fieldset>
    </form>
  );
}

/** The size as the rules have it; where they leave an end open, that of the team. */
function sizeOf(
  rules: ShownTeam["composed"]["problem"]["rules"],
  present: number,
): { min: string; max: string } {
  const sizes = rules.flatMap((rule) => (rule.id === "size" ? [rule] : []));
  const mins = sizes.flatMap(({ min }) => min ?? []);
  const maxes = sizes.flatMap(({ max }) => max ?? []);
  const least = mins.length > 0 ? Math.max(...mins) : present;
  const most = maxes.length > 0 ? Math.min(...maxes) : Math.max(present, least);
  return { min: String(least), max: String(most) };
}

function PolicyForm({ shown }: { shown: ShownTeam }) {
  const { view, composed, state } = shown;
  const { t } = view;
  const { policy } = composed.problem;
  return (
    <form
      method="post"
      action={`/teams/${composed.county.code}#what-if`}
      class="card"
      {...FOLLOW_IN_PLACE}
    >
      <HiddenFields fields={changeFields(state)} except="" />
      <fieldset class="row policy">
        <legend>{t("policyWeights")}</legend>
        {WEIGHT_IDS.map((name) => (
          <>
            <input type="hidden" name={`was:${name}`} value={String(policy[name])} />
            <NumberField
              shown={shown}
              id={`policy:${name}`}
              word={WEIGHT_WORDS[name]}
              value={String(policy[name])}
            />
          </>
        ))}
        <button type="submit" class="button" name="act" value="policy">
          {t("setPolicy")}
        </button>
      </fieldset>
    </form>
  );
}
