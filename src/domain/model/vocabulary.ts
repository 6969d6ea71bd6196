import type { Sentence } from "../error.ts";

/** The part of the value chain a competence belongs to; "cross" serves all of them. */
export type ChainStage = "pre" | "mid" | "post" | "cross";

export const STAGE_NAMES: Readonly<Record<ChainStage, Sentence>> = {
  pre: { zh: "产前", en: "before production" },
  mid: { zh: "产中", en: "production" },
  post: { zh: "产后", en: "after production" },
  cross: { zh: "通用", en: "all stages" },
};

export interface Industry {
  id: string;
  /** The next broader industry, or null for a branch of its own (crops, livestock, ...). */
  broader: string | null;
  zh: string;
  en: string;
}

export interface Competence {
  id: string;
  stage: ChainStage;
  zh: string;
  en: string;
  /** What it covers, in English. */
  scope: string;
}

/** The closed set of industries and competences; their order is that of the data files. */
export interface Vocabulary {
  industries: ReadonlyMap<string, Industry>;
  competences: ReadonlyMap<string, Competence>;
}

/** A skill is an industry x a competence. */
export interface SkillKey {
  industry: string;
  competence: string;
}

/** The id of a skill in the graph, e.g. "skill_ponkan_plant-disease". Neither id holds "_". */
export const skillId = ({ industry, competence }: SkillKey): string =>
  `skill_${industry}_${competence}`;

/** The inverse of `skillId`. Throws a TypeError for a text that is no skill id. */
export function skillOf(id: string): SkillKey {
  const [kind, industry, competence, rest] = id.split("_");
  if (kind !== "skill" || !industry || !competence || rest !== undefined) {
    throw new TypeError(`"${id}" is not the id of a skill`);
  }
  return { industry, competence };
}

/** The industry and everything broader, nearest first: ["ponkan", "citrus", "fruit", "crops"]. */
export function lineage(vocabulary: Vocabulary, industry: string): string[] {
  const line: string[] = [];
  let current: string | null | undefined = industry;
  while (current && !line.includes(current)) {
    line.push(current);
    current = vocabulary.industries.get(current)?.broader;
  }
  return line;
}
