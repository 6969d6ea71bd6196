import type { Sentence } from "../error.ts";
import { STAGE_NAMES, type Vocabulary } from "../model/vocabulary.ts";
import type { TeamProblem } from "./problem.ts";

type Demand = TeamProblem["demands"][number];

/** The problem with each demand called by its skill, where it has no name of its own yet. */
export const withDemandNames = (vocabulary: Vocabulary, problem: TeamProblem): TeamProblem => ({
  ...problem,
  demands: problem.demands.map((demand) => ({
    ...demand,
    name: demand.name ?? skillInWords(vocabulary, demand),
  })),
});

/** "椪柑 · 产中 · 植物病害防治"; what the vocabulary does not know stands for itself. */
function skillInWords(
  { industries, competences }: Vocabulary,
  { id, industry, stage, competence }: Demand,
): Sentence {
  const word = (known: Sentence | undefined, said: string | undefined): Sentence[] =>
    said === undefined ? [] : [known ?? { zh: said, en: said }];
  const parts = [
    ...word(industries.get(industry ?? ""), industry),
    ...word(STAGES.get(stage ?? ""), stage),
    ...word(competences.get(competence ?? ""), competence),
  ];
  if (industry === undefined && competence === undefined) return { zh: id, en: id };
  return {
    zh: parts.map(({ zh }) => zh).join(" · "),
    en: parts.map(({ en }) => en).join(" · "),
  };
}

const STAGES: ReadonlyMap<string, Sentence> = new Map(Object.entries(STAGE_NAMES));

/** How a demand is called in a sentence: by name where the problem tells it. */
export const demandNameOf = ({ demands }: Pick<TeamProblem, "demands">, id: string): Sentence =>
  demands.find((demand) => demand.id === id)?.name ?? { zh: id, en: id };
