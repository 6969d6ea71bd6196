import type { KnownSkill } from "./person.ts";
import type { Lot } from "./random.ts";
import type { Specialty } from "./tables.ts";
import { Weighted } from "./weighted.ts";
import { sensible, type World } from "./world.ts";

/** How many skills people have: 3 to 9, mostly 4 to 6. */
const COUNTS = new Weighted(
  [
    [3, 14],
    [4, 22],
    [5, 24],
    [6, 18],
    [7, 11],
    [8, 7],
    [9, 4],
  ] as const,
  ([, weight]) => weight,
);

const FEWEST = 3;

interface Background {
  lot: Lot;
  specialty: Specialty;
  industry: string;
  /** 0 for junior to 3 for senior. */
  rank: number;
}

/** 3-9 skills that belong together, the core ones first; levels go with the title. */
export function knownSkills(world: World, background: Background): KnownSkill[] {
  const { lot, rank } = background;
  const [count] = COUNTS.draw(lot);
  const skills = new Map<string, KnownSkill>();
  const add = (skill: Omit<KnownSkill, "level">) => {
    const key = `${skill.industry}/${skill.competence}`;
    if (skills.has(key) || !sensible(world, skill)) return;
    const level = skill.core ? coreLevel(lot, rank) : sideLevel(lot, rank);
    skills.set(key, { ...skill, level });
  };
  for (const skill of candidates(background)) {
    if (skills.size >= count) break;
    add(skill);
  }
  for (const competence of ["training", "planning", "management"]) {
    if (skills.size < FEWEST) add({ industry: background.industry, competence, core: false });
  }
  return [...skills.values()];
}

/** Two to four core skills, then skills of other industries and side skills in turn. */
function* candidates({
  lot,
  specialty,
  industry,
}: Background): Generator<Omit<KnownSkill, "level">> {
  const core = new Weighted(specialty.core, ({ weight }) => weight)
    .several(lot, lot.whole(2, 4))
    .map(({ id }) => id);
  for (const competence of core) yield { industry, competence, core: true };
  const related = specialty.industries.map(({ id }) => id).filter((id) => id !== industry);
  const others = lot.shuffled([...new Set([...specialty.also, ...related])]).slice(0, 2);
  const sides = lot.shuffled(specialty.extra);
  for (let turn = 0; turn < Math.max(others.length * 2, sides.length); turn += 1) {
    const side = sides[turn];
    const other = others[turn >> 1];
    if (other && other !== industry && lot.chance(0.7)) {
      yield { industry: other, competence: core[turn % core.length] ?? "training", core: false };
    }
    if (side) yield { industry, competence: side, core: false };
  }
}

/** What somebody of a title does every day: senior 4-5, associate 3-4, intermediate 2-3, junior 1-2. */
function coreLevel(lot: Lot, rank: number): number {
  return Math.min(5, rank + 1 + (lot.chance(rank === 3 ? 0.3 : 0.45) ? 1 : 0));
}

/** What somebody knows besides is a step or two below. */
function sideLevel(lot: Lot, rank: number): number {
  return Math.max(1, rank + (lot.chance(0.35) ? 1 : 0) - (lot.chance(0.25) ? 1 : 0));
}
