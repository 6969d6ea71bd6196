import { parsed } from "../../domain/input.ts";
import { type Suggestions, SuggestTags, suggestTags } from "../../usecases/suggest-tags.ts";
import { SuggestionList } from "./components/suggestions.tsx";
import { isReadersFault, statusOf } from "./failures.ts";
import { formOf } from "./forms.ts";
import { answerPart } from "./part.ts";
import { problemAfter } from "./problem-actions.ts";
import type { ProblemState } from "./problem-state.ts";
import { type PageContext, viewOf } from "./view.ts";

/** POST /suggestions: what a language model would add, fetched apart so that no page waits for it. */
export async function suggestionPart(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const state = problemAfter(form);
  try {
    const suggestions = await suggestionsFor(c, state);
    return answerPart(
      c,
      <SuggestionList
        view={viewOf(c, "/")}
        state={state}
        suggestions={suggestions}
        live={form.get("mode") !== "find"}
      />,
    );
  } catch (error) {
    // What is wrong with the words is said beside them.
    if (!isReadersFault(error)) throw error;
    return answerPart(c, "", statusOf(error));
  }
}

const suggestionsFor = (c: PageContext, { text }: ProblemState): Promise<Suggestions> =>
  suggestTags(c.get("ctx"), parsed(SuggestTags, { text }), c.req.raw.signal);

/** The suggestions that a reader without scripts asked for; null when nobody did. */
export const suggestionsAsked = (
  c: PageContext,
  state: ProblemState,
): Promise<Suggestions> | null =>
  state.model && state.text !== "" ? suggestionsFor(c, state) : null;
