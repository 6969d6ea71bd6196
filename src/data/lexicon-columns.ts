import { z } from "zod";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { CUES, type Cue, type Likelihood } from "../domain/understanding/lexicon.ts";

/** A list with nothing to leave out, as nearly all are. */
const TIDY = /^[^\s|]+(?:\|[^\s|]+)*$/;

/** The parts of a list, without the white space around them and without empty ones. */
export function split(list: string, separator: " " | "|"): string[] {
  const parts = list.split(separator);
  if (TIDY.test(list)) return parts;
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const Text = z.string().default("");
/** Words separated by |, at least one. */
export const Words = z.string().transform((list, context) => {
  const words = split(list, "|");
  if (words.length === 0) context.addIssue("needs at least one word");
  return words;
});

/** Columns with ids, single ones or lists separated by spaces, checked against the vocabulary. */
export function columnsOf(vocabulary: Vocabulary) {
  const knows = (kind: "industries" | "competences", id: string): boolean =>
    vocabulary[kind].has(id);
  const Industry = Text.refine((id) => id === "" || knows("industries", id), {
    error: ({ input }) => `there is no industry "${input}"`,
  }).transform((id) => id || null);
  const Where = Text.transform((list, context) => {
    const ids = split(list, " ");
    const unknown = ids.find((id) => !knows("industries", id));
    if (unknown !== undefined) context.addIssue(`there is no industry "${unknown}"`);
    return ids;
  });
  const Likelihoods = Text.transform((list, context): Likelihood[] =>
    split(list, " ").map((part) => {
      const [competence = "", weight = "1"] = part.split(":");
      if (!knows("competences", competence)) {
        context.addIssue(`there is no competence "${competence}"`);
      }
      if (!(Number(weight) > 0 && Number(weight) <= 1)) {
        context.addIssue(`the weight "${weight}" is not in (0, 1]`);
      }
      return { competence, weight: Number(weight) };
    }),
  );
  return { Industry, Where, Likelihoods };
}

/** Cues separated by spaces. */
export const Cues = Text.transform((list, context): Cue[] =>
  split(list, " ").flatMap((part): Cue[] => {
    const cue = CUES.find((known) => known === part);
    if (cue === undefined) context.addIssue(`there is no cue "${part}"`);
    return cue === undefined ? [] : [cue];
  }),
);

export type Columns = ReturnType<typeof columnsOf>;
