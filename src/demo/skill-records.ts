import { type SkillKey, skillId } from "../domain/model/vocabulary.ts";
import type { GraphRecord } from "../graph/record.ts";
import { node, relation } from "./record.ts";

/** The records of the skills that were not met before; there are at most a few thousand. */
export type NewSkills = (skills: readonly SkillKey[]) => Generator<GraphRecord>;

export function skillBook(): NewSkills {
  const known = new Set<string>();
  return function* (skills) {
    for (const { industry, competence } of skills) {
      const id = skillId({ industry, competence });
      if (known.has(id)) continue;
      known.add(id);
      yield node("Skill", id, { industry, competence });
      yield relation([["Skill", id], "IN_INDUSTRY", ["Industry", `ind_${industry}`]]);
      yield relation([["Skill", id], "OF_COMPETENCE", ["Competence", `comp_${competence}`]]);
    }
  };
}
