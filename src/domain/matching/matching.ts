import { type SkillKey, skillId } from "../model/vocabulary.ts";
import type { AskedSkill, MatchRequest } from "./facts.ts";
import {
  type LevelledSkill,
  levelReached,
  type MatchingRules,
  skillSimilarity,
  skillsThatFit,
} from "./similarity.ts";

/** A request made ready to be matched with many experts. */
export interface Matching {
  request: MatchRequest;
  rules: MatchingRules;
  /** By skill id: similarity to each asked skill, in the order asked. Others are irrelevant. */
  similarities: ReadonlyMap<string, readonly number[]>;
}

/** Looks up once per request what every expert's score needs. */
export function prepareMatching(rules: MatchingRules, request: MatchRequest): Matching {
  const fitting = skillsThatFit(rules, request.asked);
  return {
    request,
    rules,
    similarities: new Map(
      fitting.map(({ skill }) => [
        skillId(skill),
        request.asked.map((asked) => skillSimilarity(rules, skill, asked)),
      ]),
    ),
  };
}

/** The skills whose holders alone can be recommended; a query narrows with exactly these ids. */
export const fittingSkillIds = ({ similarities }: Matching): string[] => [...similarities.keys()];

/** Fit of a held skill to each asked one, in the order asked; null when it fits none. */
export function fits({ request, similarities }: Matching, held: LevelledSkill): number[] | null {
  const similar = similarities.get(skillId(held));
  if (!similar) return null;
  return request.asked.map(
    (asked, index) => (similar[index] ?? 0) * levelReached(held.level, asked.level),
  );
}

/** Mean of one value for each asked skill, weighted as asked; 0 when nothing is asked. */
export function weightedMean(asked: readonly AskedSkill[], values: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  for (const [index, { weight }] of asked.entries()) {
    sum += weight * (values[index] ?? 0);
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

/** "水稻·植物病害防治", "Rice: Plant disease control"; an unknown id stands for itself. */
export function skillName({ vocabulary }: MatchingRules, { industry, competence }: SkillKey) {
  const grown = vocabulary.industries.get(industry);
  const craft = vocabulary.competences.get(competence);
  return {
    zh: `${grown?.zh ?? industry}·${craft?.zh ?? competence}`,
    en: `${grown?.en ?? industry}: ${craft?.en ?? competence}`,
  };
}
