import { lineage, type SkillKey, type Vocabulary } from "../model/vocabulary.ts";
import type { Policy } from "./policy.ts";

/** What is known of competences beyond their names. */
export interface Kinship {
  /** By competence: those near enough to stand in for it; symmetric. */
  neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Competences that hold across industries which only share a grandparent. */
  carriesOver: ReadonlySet<string>;
  /** By industry: its kin in other branches of the tree; symmetric. */
  kin: ReadonlyMap<string, readonly IndustryKin[]>;
}

/** An industry that is kin, with all below it, and the competences it is so for; null = for all. */
export interface IndustryKin {
  industry: string;
  competences: ReadonlySet<string> | null;
}

/** All that a ranking is decided by besides the request and the experts. */
export interface MatchingRules {
  vocabulary: Vocabulary;
  kinship: Kinship;
  policy: Policy;
}

/** A skill with a level, 1-5. */
export interface LevelledSkill extends SkillKey {
  level: number;
}

/**
 * How near the industry somebody knows is to the one that is asked for, in [0, 1].
 *
 * Same industry 1; held is narrower (navel orange where citrus is asked) `narrower` for each step
 * of the tree; held is broader `broader` for each step; directly below the same one `sibling`;
 * a shared ancestor no further up than grandparent `cousin`, when the competence carries over;
 * named kin of another branch, or below them, `kindred`; everything else 0.
 *
 * @param pair.competence the competence that is held: what of it is bound to the industry decides
 *   whether it carries over
 */
export function industrySimilarity(
  rules: MatchingRules,
  held: string,
  pair: { asked: string; competence: string },
): number {
  const lines = {
    held: lineage(rules.vocabulary, held),
    asked: lineage(rules.vocabulary, pair.asked),
  };
  return Math.max(
    similarityInTree(rules, lines, pair.competence),
    areKin(rules.kinship, lines, pair.competence) ? rules.policy.similarity.kindred : 0,
  );
}

/** Two industries, each with everything broader, nearest first. */
interface Lines {
  held: readonly string[];
  asked: readonly string[];
}

function similarityInTree(
  { kinship, policy }: MatchingRules,
  { held, asked }: Lines,
  competence: string,
): number {
  const shared = asked.find((industry) => held.includes(industry));
  if (shared === undefined) return 0;
  const up = asked.indexOf(shared);
  const down = held.indexOf(shared);
  const { narrower, broader, sibling, cousin } = policy.similarity;
  if (up === 0) return narrower ** down;
  if (down === 0) return broader ** up;
  if (up === 1 && down === 1) return sibling;
  return Math.max(up, down) === 2 && kinship.carriesOver.has(competence) ? cousin : 0;
}

const areKin = ({ kin }: Kinship, { held, asked }: Lines, competence: string): boolean =>
  asked.some((industry) =>
    kin
      .get(industry)
      ?.some((one) => held.includes(one.industry) && (one.competences?.has(competence) ?? true)),
  );

/** How near one competence is to another, in [0, 1]: same 1, named neighbours less, else 0. */
export function competenceSimilarity(
  { kinship, policy }: MatchingRules,
  held: string,
  asked: string,
): number {
  if (held === asked) return 1;
  return kinship.neighbours.get(asked)?.has(held) ? policy.similarity.neighbour : 0;
}

/** How near a held skill is to an asked one whatever the levels, in [0, 1]; 0 = irrelevant. */
export function skillSimilarity(rules: MatchingRules, held: SkillKey, asked: SkillKey): number {
  const competences = competenceSimilarity(rules, held.competence, asked.competence);
  if (competences === 0) return 0;
  const pair = { asked: asked.industry, competence: held.competence };
  return competences * industrySimilarity(rules, held.industry, pair);
}

/** The share of the asked level that is reached, in (0, 1]: a surplus counts for nothing. */
export const levelReached = (held: number, asked: number): number => Math.min(1, held / asked);

/** Fit of a held skill to an asked one, in [0, 1]: how near it is x how far the level is reached. */
export const fit = (rules: MatchingRules, held: LevelledSkill, asked: LevelledSkill): number =>
  skillSimilarity(rules, held, asked) * levelReached(held.level, asked.level);

/** A skill that is of use for an asked one, and how near it is, in (0, 1]. */
export interface FittingSkill {
  skill: SkillKey;
  similarity: number;
}

/**
 * Every skill of the vocabulary that is near to one of the asked ones, and how near to the
 * nearest of them; in the order of the vocabulary. Whoever holds none of these has fit 0 to
 * everything, so a query may look at their holders alone.
 */
export function skillsThatFit(rules: MatchingRules, asked: readonly SkillKey[]): FittingSkill[] {
  const { industries, competences } = rules.vocabulary;
  const useful = [...competences.keys()].filter((held) =>
    asked.some(({ competence }) => competenceSimilarity(rules, held, competence) > 0),
  );
  return [...industries.keys()].flatMap((industry) =>
    useful.flatMap((competence) => {
      const skill = { industry, competence };
      const similarity = Math.max(0, ...asked.map((one) => skillSimilarity(rules, skill, one)));
      return similarity > 0 ? [{ skill, similarity }] : [];
    }),
  );
}
