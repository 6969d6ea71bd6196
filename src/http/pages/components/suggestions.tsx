import type { Suggested } from "../../../domain/understanding/suggestions.ts";
import type { Suggestions } from "../../../usecases/suggest-tags.ts";
import { ON_PRESS, type SUGGEST_ON_PRESS, SUGGEST_WHEN_LOADED, SUGGESTIONS } from "../live.ts";
import { PHRASES } from "../phrases.ts";
import { PROBLEM_FORM } from "../problem-form-id.ts";
import { type ProblemState, valueOfSkill } from "../problem-state.ts";
import { skillLabel, tagLabel, type View } from "../view.ts";
import { Said } from "./said.tsx";

interface Slot {
  view: View;
  state: ProblemState;
  /** What a model said already; null before it was asked. */
  suggestions: Suggestions | null;
  /** There is something for it to read: where scripts run, it is asked when the page stands. */
  hasText: boolean;
  /** What a press changes is seen in the panel alone, where scripts run. */
  live: boolean;
}

/** Where the suggestions of a language model stand, apart from what was read by rule. */
export function SuggestionSlot({ view, state, suggestions, hasText, live }: Slot) {
  if (suggestions) {
    return (
      <div id={SUGGESTIONS}>
        <SuggestionList view={view} state={state} suggestions={suggestions} live={live} />
      </div>
    );
  }
  return (
    <div id={SUGGESTIONS}>{hasText && <AskModel view={view} when={SUGGEST_WHEN_LOADED} />}</div>
  );
}

interface Asking {
  view: View;
  when: typeof SUGGEST_WHEN_LOADED | typeof SUGGEST_ON_PRESS;
}

/** Asks a model to read the words too: by a press, and where scripts run by itself on a whole page. */
export function AskModel({ view, when }: Asking) {
  return (
    <p class="actions">
      <button
        type="submit"
        class="button small plain"
        name="askModel"
        value="1"
        form={PROBLEM_FORM}
        {...when}
      >
        {view.t("askModel")}
      </button>
    </p>
  );
}

type List = Omit<Slot, "suggestions" | "hasText"> & { suggestions: Suggestions };

/** What only the model gave: nothing is matched by it until the reader takes it. */
export function SuggestionList({ view, state, suggestions, live }: List) {
  const { t, say } = view;
  const { notice, agreed } = suggestions;
  if (suggestions.state === "off") return null;
  if (suggestions.state === "unavailable") {
    return (
      <p class="hint" role="status">
        {notice && say(notice)}
      </p>
    );
  }
  const open = suggestions.suggested.filter((one) => !state.skills.includes(skillIn(one)));
  return (
    <section class="block card suggestions" aria-labelledby="suggested">
      <h2 id="suggested" tabindex={-1}>
        {t("suggestedByModel")}
      </h2>
      {open.length === 0 ? (
        <p>{t("nothingSuggested")}</p>
      ) : (
        <>
          <p class="hint">{t("suggestedHint")}</p>
          <ul class="chips" aria-labelledby="suggested">
            {open.map((one) => (
              <SuggestedChip view={view} suggested={one} live={live} />
            ))}
          </ul>
        </>
      )}
      {agreed.length > 0 && (
        <p class="hint">
          {t("modelAgrees")} {agreed.map((tag) => tagLabel(view, tag)).join(" · ")}
        </p>
      )}
    </section>
  );
}

const skillIn = ({ industry, competence }: Suggested): string =>
  valueOfSkill({ industry: industry ?? "", competence: competence ?? "" });

/** Id of a chip, by which it is taken away once it is taken up. */
export const suggestedId = (skill: string): string => `suggested-${skill.replace("/", "_")}`;

interface One {
  view: View;
  suggested: Suggested;
  live: boolean;
}

function SuggestedChip({ view, suggested, live }: One) {
  const { t, say } = view;
  const { span } = suggested;
  const label = labelOf(view, suggested);
  return (
    <li id={suggestedId(skillIn(suggested))}>
      <span class="chip from-model">
        <span class="chip-name">{label}</span>
        <TakeButton view={view} suggested={suggested} live={live} label={label} />
        <small class="chip-facts">
          {span === null ? (
            <span>{t("suggestedWithoutWords")}</span>
          ) : (
            <Said view={view} text={say(PHRASES.suggestedFrom(span.words))} />
          )}
        </small>
      </span>
    </li>
  );
}

/** A whole skill is taken at once; half of one is completed where skills are added. */
function TakeButton({ view, suggested, live, label }: One & { label: string }) {
  const { industry, competence, span } = suggested;
  const isWhole = industry !== null && competence !== null;
  const half = industry === null ? `competence:${competence}` : `industry:${industry}`;
  return (
    <button
      type="submit"
      class="button small"
      name={isWhole ? "take" : "choose"}
      value={isWhole ? `${skillIn(suggested)} ${span?.from ?? 0} ${span?.to ?? 0}` : half}
      form={PROBLEM_FORM}
      {...(live ? ON_PRESS : {})}
    >
      {view.t(isWhole ? "take" : "complete")}
      <span class="hidden"> {label}</span>
    </button>
  );
}

function labelOf(view: View, { industry, competence }: Suggested): string {
  if (industry !== null && competence !== null) return skillLabel(view, { industry, competence });
  return tagLabel(view, industry === null ? `competence:${competence}` : `industry:${industry}`);
}
