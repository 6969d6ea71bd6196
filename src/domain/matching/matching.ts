import { type SkillKey, skillId } from "../model/vocabulary.ts";
import type { AskedSkill, MatchRequest } from "./facts.ts";
import {
  type LevelledSkill,
  levelReached,
  type MatchingRules,
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
  const near = request.asked.map((asked) => similarTo(rules, asked));
  const ids = new Set(near.flatMap((similar) => [...similar.keys()]));
  return {
    request,
    rules,
    similarities: new Map([...ids].map((id) => [id, near.map((similar) => similar.get(id) ?? 0)])),
  };
}

/** By skill id: how near each skill is to the asked one; worked out once for each set of rules. */
function similarTo(rules: MatchingRules, asked: SkillKey): ReadonlyMap<string, number> {
  const known = SIMILAR.get(rules) ?? new Map<string, ReadonlyMap<string, number>>();
  SIMILAR.set(rules, known);
  const id = skillId(asked);
  const similar =
    known.get(id) ??
    new Map(
      skillsThatFit(rules, [asked]).map(({ skill, similarity }) => [skillId(skill), similarity]),
    );
  known.set(id, similar);
  return similar;
}

/** Remembered, as the same skills are asked for again and again; the rules never change. */
const SIMILAR = new WeakMap<MatchingRules, Map<string, ReadonlyMap<string, number>>>();

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
  asked.forEach(({ weight }, index) => {
    sum += weight * (values[index] ?? 0);
    weights += weight;
  });
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
