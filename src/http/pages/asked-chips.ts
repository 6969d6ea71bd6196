import type { AskedSkill } from "../../domain/matching/facts.ts";
import type { Understanding } from "../../domain/understanding/tagger.ts";
import { type ProblemState, valueOfSkill } from "./problem-state.ts";

/** Who says that a skill is asked for. */
export type Origin = "offline" | "model" | "person";

/** A skill asked for, as a chip shows it. */
export interface AskedChip {
  skill: AskedSkill;
  origin: Origin;
  /** In (0, 1]: how sure the reading is; null where it is no reading. */
  confidence: number | null;
}

/** How sure the words are of each skill, by "industry/competence". */
export function confidences({ needs }: Understanding): ReadonlyMap<string, number> {
  const sureness = new Map<string, number>();
  for (const skill of needs.flatMap(({ skills }) => skills)) {
    const key = valueOfSkill(skill);
    sureness.set(key, Math.max(skill.confidence, sureness.get(key) ?? 0));
  }
  return sureness;
}

export function originOf(
  skill: string,
  read: ReadonlyMap<string, number>,
  taken: readonly string[],
): Origin {
  if (read.has(skill)) return "offline";
  return taken.includes(skill) ? "model" : "person";
}

export function askedChips(
  asked: readonly AskedSkill[],
  understanding: Understanding,
  { taken }: Pick<ProblemState, "taken">,
): AskedChip[] {
  const read = confidences(understanding);
  return asked.map((skill) => {
    const value = valueOfSkill(skill);
    return {
      skill,
      origin: originOf(value, read, taken),
      confidence: read.get(value) ?? null,
    };
  });
}

/** A tag that makes no skill yet, as a chip shows it. */
export interface LoneChip {
  /** "industry:tea" */
  tag: string;
  /** The reader said that it is right. */
  confirmed: boolean;
}

/** The tags that make no skill yet, without those the reader said are wrong. */
export const loneChips = (understanding: Understanding, { judged }: ProblemState): LoneChip[] =>
  loneTags(understanding)
    .filter((tag) => !judged.includes(`${tag} no`))
    .map((tag) => ({ tag, confirmed: judged.includes(`${tag} yes`) }));

/** Industries and competences that were read but make no skill yet, as "industry:tea". */
function loneTags({ industries, competences, needs }: Understanding): string[] {
  const skills = needs.flatMap((need) => need.skills);
  return [
    ...industries
      .filter((id) => skills.every(({ industry }) => industry !== id))
      .map((id) => `industry:${id}`),
    ...competences
      .filter((id) => skills.every(({ competence }) => competence !== id))
      .map((id) => `competence:${id}`),
  ];
}
