import type { z } from "zod";
import type { AskBack, Understanding } from "../../../domain/understanding/tagger.ts";
import type * as schema from "../schemas/tags.ts";
import { type Audience, said } from "./audience.ts";

export const askBackJson = (
  { about, question, options }: AskBack,
  audience: Audience,
): z.infer<typeof schema.AskBack> => ({
  about,
  question: said(audience, question),
  options: options.map((option) => ({ label: said(audience, option), words: option.words })),
});

/** What a text asks for, as `POST /tags` and `ketepai tag --json` answer it. */
export const understandingJson = (
  understood: Understanding,
  audience: Audience,
): z.infer<typeof schema.Tags> => ({
  industries: [...understood.industries],
  competences: [...understood.competences],
  needs: understood.needs.map(({ skills, place }) => ({
    skills: skills.map(({ industry, competence, weight, confidence }) => {
      return { industry, competence, weight, confidence };
    }),
    place,
  })),
  stages: [...understood.stages],
  urgent: understood.urgent,
  unknown: understood.unknown.map(({ words, from, to }) => ({ words, from, to })),
  askBack: understood.askBack.map((one) => askBackJson(one, audience)),
  evidence: understood.evidence.map(({ tag, words, from, to, rule }) => {
    return { tag, words, from, to, rule };
  }),
});
