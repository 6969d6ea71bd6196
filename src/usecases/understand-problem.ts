import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { AskedSkill } from "../domain/matching/facts.ts";
import type { AskBack, Understanding } from "../domain/understanding/tagger.ts";
import type { Context } from "./context.ts";
import { AskedInWords } from "./loading/question.ts";
import { askedBy, confirmedSkills, type Notice, readText } from "./loading/request.ts";

/** A problem in words, before anybody is looked for: where it is need not be said yet. */
export const UnderstandProblem = AskedInWords.pick({ text: true, skills: true });

export interface UnderstoodProblem {
  /** As it may be shown: phones and e-mail addresses are masked. */
  text: string;
  /** Its spans point into `text`. */
  understanding: Understanding;
  /** The skills a person confirmed, else those the words ask for; weights sum to 1. */
  asked: readonly AskedSkill[];
  /** Not empty: ask first, match later. */
  askBack: readonly AskBack[];
  notices: readonly Notice[];
}

/**
 * What a problem asks for, as far as it was understood. Nothing is stored, and nobody is looked
 * for. Throws `not_found` for a confirmed skill that nobody knows.
 */
export function understandProblem(
  context: Pick<Context, "actor" | "reference">,
  { text: typed, skills }: z.infer<typeof UnderstandProblem>,
): UnderstoodProblem {
  permit(context.actor, "match.read");
  const { text, understanding, notices } = readText(context, typed);
  return {
    text,
    understanding,
    asked: skills ? confirmedSkills(context, skills, understanding) : askedBy(understanding),
    askBack: skills ? [] : understanding.askBack,
    notices,
  };
}
