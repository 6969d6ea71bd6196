import type { AskBack } from "../../../domain/understanding/tagger.ts";
import type { View } from "../view.ts";

interface Questions {
  view: View;
  askBack: readonly AskBack[];
  /** Id of the form that picking an answer submits. */
  form: string;
}

/** What must be said before a match, with answers to pick from. */
export function AskBackQuestions({ view, askBack, form }: Questions) {
  const { t, say } = view;
  return (
    <section class="block ask" aria-labelledby="ask-back">
      <h2 id="ask-back">{t("askBack")}</h2>
      {askBack.map(({ question, options }) => (
        <div class="question">
          <p class="lead">{say(question)}</p>
          <p class="actions">
            {options.map((option) => (
              <button type="submit" class="button" name="add" value={option.words} form={form}>
                {say(option)}
              </button>
            ))}
          </p>
        </div>
      ))}
      <p class="hint">{t("askBackHint")}</p>
    </section>
  );
}
