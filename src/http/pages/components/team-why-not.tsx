import type { TeamWhyNot as Explanation } from "../../../usecases/explain-team-why-not.ts";
import type { TeamWhyNotAnswer } from "../ask-team-why-not.ts";
import type { ShownTeam } from "../team-shown.ts";
import { Said } from "./said.tsx";
import { ChangeButton, changeFields, Worth } from "./team-parts.tsx";
import { WhyNotForm } from "./why-not-form.tsx";

interface Form {
  shown: ShownTeam;
  answer: TeamWhyNotAnswer | null;
}

/** Asks why somebody is not in the team: what it would be with them. */
export function TeamWhyNot({ shown, answer }: Form) {
  const { view, state, composed } = shown;
  const explanation = answer?.kind === "explained" ? answer.explanation : null;
  return (
    <WhyNotForm
      view={view}
      action={`/teams/${composed.county.code}`}
      hidden={changeFields(state)}
      asked={state.why}
      answer={answer}
      about={explanation?.expert.name}
      question="whyNotTeam"
      hint="whyNotTeamHint"
      isInPlace={true}
    >
      {explanation && <Explained shown={shown} of={explanation} />}
    </WhyNotForm>
  );
}

function Explained({ shown, of }: { shown: ShownTeam; of: Explanation }) {
  const { view } = shown;
  const { t } = view;
  const { best, forced, expert } = of;
  const names = new Map(of.people.map(({ id, name }) => [id, name]));
  const were = new Set(best?.members.map(({ id }) => id));
  const are = new Set(forced?.members.map(({ id }) => id));
  const leaves = [...were].filter((id) => !are.has(id)).map((id) => names.get(id) ?? id);
  const mayJoin = of.kind === "worse" || of.kind === "as_good";
  return (
    <div class="card answer" role="status">
      <p class="lead">
        <b lang="zh-CN">{expert.name}</b> <Said view={view} text={view.say(of.sentence)} />
      </p>
      {mayJoin && forced?.objective != null && (
        <>
          <p>
            {t("forcedIn")} <Worth value={forced.objective} than={best?.objective} />
            {leaves.length > 0 && (
              <>
                {" · "}
                {t("leavesTeam")} <span lang="zh-CN">{leaves.join("、")}</span>
              </>
            )}
          </p>
          <p class="actions">
            <ChangeButton
              county={shown.composed.county.code}
              change={{ kind: "pin", id: expert.id }}
              label={t("pinHere")}
              about={expert.name}
            />
          </p>
        </>
      )}
    </div>
  );
}
