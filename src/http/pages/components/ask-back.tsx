import type { AskBack } from "../../../domain/understanding/tagger.ts";
import type { View } from "../view.ts";

interface Questions {
  view: View;
  /** The words that were read. */
  text: string;
  askBack: readonly AskBack[];
  /** Id of the form that picking an answer submits. */
  form: string;
  /** Where scripts run, an answer is only put behind the words, which are then read again. */
  live: boolean;
}

/** What must be said before a match, with answers to pick from. */
export function AskBackQuestions({ view, text, askBack, form, live }: Questions) {
  const { t, say } = view;
  return (
    <section class="block ask" aria-labelledby="ask-back">
      <h2 id="ask-back">{t("askBack")}</h2>
      {!hasChinese(text) && <p class="notice">{t("onlyChinese")}</p>}
      {askBack.map(({ question, options }) => (
        <fieldset class="question">
          <legend>{say(question)}</legend>
          <p class="actions">
            {options.map((option) => (
              <button
                type="submit"
                class="button"
                name="add"
                value={option.words}
                form={form}
                data-fills={live ? "text" : undefined}
                data-words={live ? option.words : undefined}
              >
                {say(option)}
              </button>
            ))}
          </p>
        </fieldset>
      ))}
      <p class="hint">{t("askBackHint")}</p>
    </section>
  );
}

export const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
