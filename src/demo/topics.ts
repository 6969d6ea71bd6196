import { lineage, type SkillKey } from "../domain/model/vocabulary.ts";
import { topicKey } from "./tables.ts";
import type { DemoReference } from "./world.ts";

/** What somebody with a skill deals with. */
export interface Topic {
  /** "黄龙病防控" */
  short: string;
  /** The same with the crop: "柑橘黄龙病防控". */
  full: string;
}

/** Topics of a skill, looked up once each; never empty. */
export type TopicsOf = (skill: SkillKey) => readonly Topic[];

export function topicBook(reference: DemoReference): TopicsOf {
  const known = new Map<string, readonly Topic[]>();
  return (skill) => {
    const key = topicKey(skill);
    const topics = known.get(key) ?? findTopics(reference, skill);
    known.set(key, topics);
    return topics;
  };
}

/** The row of the industry itself, of what is broader, at last of the competence alone. */
function findTopics({ tables, vocabulary }: DemoReference, { industry, competence }: SkillKey) {
  const { word = "" } = tables.crops.get(industry) ?? {};
  for (const one of [...lineage(vocabulary, industry), ""]) {
    const topics = tables.topics.get(topicKey({ industry: one, competence }));
    if (topics) return topics.map((topic) => topicOf(word, topic));
  }
  throw new RangeError(`topics.csv has nothing for the competence ${competence}`);
}

function topicOf(word: string, topic: string): Topic {
  const standsAlone = topic.startsWith("=");
  const short = standsAlone ? topic.slice(1) : topic;
  return { short, full: standsAlone || short.includes(word) ? short : `${word}${short}` };
}
