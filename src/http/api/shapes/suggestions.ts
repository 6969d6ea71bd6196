import type { z } from "zod";
import type { Suggestions } from "../../../usecases/suggest-tags.ts";
import type * as schema from "../schemas/suggestions.ts";
import { type Audience, said } from "./audience.ts";
import { understandingJson } from "./tags.ts";

/** What a language model would add to the reading of a text. */
export const suggestionsJson = (
  { state, text, understanding, suggested, agreed, dropped, notice }: Suggestions,
  audience: Audience,
): z.infer<typeof schema.Suggestions> => ({
  state,
  text,
  understanding: understandingJson(understanding, audience),
  suggested: suggested.map(({ industry, competence, confidence, span }) => {
    return { industry, competence, confidence, span: span && { ...span } };
  }),
  agreed: [...agreed],
  dropped,
  notice: notice && said(audience, notice),
});
