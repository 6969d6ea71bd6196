import type { z } from "zod";
import type {
  AskBack,
  Span,
  TagEvidence,
  Understanding,
} from "../../../domain/understanding/tagger.ts";
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

export const spanJson = ({ words, from, to }: Span): z.infer<typeof schema.Span> => ({
  words,
  from,
  to,
});

export const tagEvidenceJson = ({
  tag,
  rule,
  ...span
}: TagEvidence): z.infer<typeof schema.Evidence> => ({ tag, ...spanJson(span), rule });

/** What a text asks for, as `POST /tags` and `ketepai tag --json` answer it. */
export const understandingJson = (
  understood: Understanding,
  audience: Audience,
): z.infer<typeof schema.Tags> => ({
  industries: [...understood.industries],
  competences: [...understood.competences],
  tags: understood.tags.map(({ tag, confidence }) => ({ tag, confidence })),
  needs: understood.needs.map(({ skills, place }) => ({
    skills: skills.map(({ industry, competence, weight, confidence }) => {
      return { industry, competence, weight, confidence };
    }),
    place,
  })),
  stages: [...understood.stages],
  urgent: understood.urgent,
  amounts: understood.amounts.map(({ kind, value, unit, ...span }) => {
    return { kind, value, unit, ...spanJson(span) };
  }),
  headcount: understood.headcount && {
    value: understood.headcount.value,
    ...spanJson(understood.headcount),
  },
  dates: understood.dates.map(spanJson),
  unknown: understood.unknown.map(spanJson),
  askBack: understood.askBack.map((one) => askBackJson(one, audience)),
  evidence: understood.evidence.map(tagEvidenceJson),
});
