import type { ChainStage } from "../model/vocabulary.ts";
import type { Asker } from "./ask-back.ts";
import { evidenceOf, saysUrgent } from "./evidence.ts";
import { groundOfIndustry } from "./ground-of.ts";
import { readMeasures } from "./measures.ts";
import { groundOfCompetence } from "./needs.ts";
import type { Tag, Understanding } from "./tagger.ts";
import type { ReadText } from "./text-reader.ts";
import type { Words } from "./word-reader.ts";

const STAGES: readonly ChainStage[] = ["pre", "mid", "post", "cross"];

/** In the order in which they first stand. */
const competencesOf = ({ weighed }: ReadText): string[] => [
  ...new Set(weighed.map(({ competence }) => competence)),
];

/** Each industry and competence with what it was read by, and how sure it is. */
function tagsOf(reading: ReadText, competences: readonly string[]): Tag[] {
  const { industries, named, drafts, sureOfIndustry, sureOfCompetence } = reading;
  return [
    ...industries.map((id): Tag => {
      const ground = groundOfIndustry(id, named);
      return { tag: `industry:${id}`, ground, confidence: sureOfIndustry(id) };
    }),
    ...competences.map((id): Tag => {
      const ground = groundOfCompetence(id, drafts);
      return { tag: `competence:${id}`, ground, confidence: sureOfCompetence(id, ground) };
    }),
  ];
}

/** What a text asks for, as it is told to whoever asked. */
export function understandingOf(words: Words, reading: ReadText, askBack: Asker): Understanding {
  const { industries, needs, mentions, weighed, unknown, stageOf } = reading;
  const competences = competencesOf(reading);
  const { amounts, headcount, dates } = readMeasures(words.text, words.folded);
  return {
    industries,
    competences,
    tags: tagsOf(reading, competences),
    needs,
    stages: STAGES.filter((stage) => competences.some((id) => stageOf(id) === stage)),
    urgent: mentions.some(saysUrgent),
    amounts,
    headcount,
    dates,
    unknown,
    askBack: askBack({
      industries,
      named: reading.named,
      problems: weighed.flatMap(({ because }) => because),
      needs,
      mentions,
    }),
    evidence: evidenceOf(reading),
  };
}
