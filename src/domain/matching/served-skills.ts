import type { SkillKey } from "../model/vocabulary.ts";
import { competenceSimilarity, industrySimilarity, type MatchingRules } from "./similarity.ts";

/**
 * Every skill of the vocabulary for which one of the held skills is of use: the other direction of
 * `skillsThatFit`. A need that asks for none of these cannot be served at all.
 */
export function skillsServedBy(rules: MatchingRules, held: readonly SkillKey[]): SkillKey[] {
  const { industries, competences } = rules.vocabulary;
  const served = new Map<string, SkillKey>();
  for (const { industry, competence } of held) {
    const near = [...competences.keys()].filter(
      (asked) => competenceSimilarity(rules, competence, asked) > 0,
    );
    for (const asked of industries.keys()) {
      if (industrySimilarity(rules, industry, { asked, competence }) === 0) continue;
      for (const one of near) served.set(`${asked}/${one}`, { industry: asked, competence: one });
    }
  }
  return [...served.values()];
}
