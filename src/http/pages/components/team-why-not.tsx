import type { TeamWhyNot as Explanation } from "../../../usecases/explain-team-why-not.ts";
import type { TeamWhyNotAnswer } from "../ask-team-why-not.ts";
import { FOLLOW_IN_PLACE } from "../live.ts";
import { PHRASES } from "../phrases.ts";
import type { ShownTeam } from "../team-shown.ts";
import { Said } from "./said.tsx";
import { ChangeButton, changeFields, Worth } from "./team-parts.tsx";
import { Choices, HiddenFields, isId } from "./why-not.tsx";

interface Form {
  shown: ShownTeam;
  answer: TeamWhyNotAnswer | null;
}

/** Asks why somebody is not in the team: what it would be with them. */
export function TeamWhyNot({ shown, answer }: Form) {
  const { view, state, composed } = shown;
  const { t } = view;
  const failure = answer?.kind === "failed" ? answer.sentence : null;
  return (
    <section
      class={answer ? "block" : "block unasked"}
      id="why-not"
      aria-labelledby="why-not-title"
    >
      <h3 id="why-not-title">
        <Said view={view} text={heading(shown, answer)} />
      </h3>
      <form
        method="get"
        action={`/teams/${composed.county.code}#why-not`}
        class="row"
        {...FOLLOW_IN_PLACE}
      >
        <HiddenFields fields={changeFields(state)} except="" />
        <div class={failure ? "field faulty" : "field"}>
          <label for="why">{t("expertName")}</label>
          <input
            id="why"
            name="why"
            value={isId(state.why) ? "" : state.why}
            maxlength={100}
            required
            autocomplete="off"
            lang="zh-CN"
            aria-describedby={failure ? "why-fault" : "why-hint"}
            aria-invalid={failure ? "true" : undefined}
          />
        </div>
        <button type="submit" class="button">
          {t("explain")}
        </button>
        {answer?.kind === "several" && <Choices view={view} choices={answer.choices} />}
      </form>
      {failure ? (
        <p class="fault" id="why-fault" role="alert">
          <Said view={view} text={view.say(failure)} />
        </p>
      ) : (
        <p class="hint" id="why-hint">
          {t("whyNotTeamHint")}
        </p>
      )}
      {answer?.kind === "explained" && <Explained shown={shown} of={answer.explanation} />}
    </section>
  );
}

const heading = ({ view }: ShownTeam, answer: TeamWhyNotAnswer | null): string =>
  answer?.kind === "explained"
    ? view.say(PHRASES.whyNotOf(answer.explanation.expert.name))
    : view.t("whyNotTeam");

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
