import type { Attached } from "./attach.ts";
import { type CompetenceGround, surer } from "./grounds.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { type Weighed, type WeighedNeed, weighProblems } from "./weigh.ts";

/** What is asked for of each industry, and of none that is known. */
export interface Asked {
  needs: readonly WeighedNeed[];
  loose: readonly Weighed[];
}

/** All that is asked for, need by need. */
export function weighedIn({ needs, loose }: Asked): Weighed[] {
  const all: Weighed[] = [];
  for (const { competences } of needs) all.push(...competences);
  all.push(...loose);
  return all;
}

function byIndustry(attached: readonly Attached[]): Map<string, Attached[]> {
  const groups = new Map<string, Attached[]>();
  for (const problem of attached) {
    if (problem.industry === null) continue;
    const group = groups.get(problem.industry);
    if (group) group.push(problem);
    else groups.set(problem.industry, [problem]);
  }
  return groups;
}

/** What each industry is asked for, in the order in which they first stand. */
export function needsOf(
  attached: readonly Attached[],
  ruledOut: ReadonlySet<string>,
  placed: (industry: string) => string | null,
): WeighedNeed[] {
  return [...byIndustry(attached)].map(([industry, problems]) => ({
    industry,
    place: placed(industry),
    competences: weighProblems(problems, ruledOut),
  }));
}

/** Where an industry is known, a problem that none of those named can have is left aside. */
export const housed = (
  attached: readonly Attached[],
  named: readonly NamedIndustry[],
): readonly Attached[] =>
  named.length > 0 || attached.some(({ industry }) => industry !== null)
    ? attached.filter(({ industry }) => industry !== null)
    : attached;

/** Problems of which no industry is known, weighed for their competences alone. */
export const looseOf = (attached: readonly Attached[], ruledOut: ReadonlySet<string>): Weighed[] =>
  weighProblems(
    attached.filter(({ industry }) => industry === null),
    ruledOut,
  );

/** The surest ground of a competence among all needs; "loose" where it is part of none. */
export function groundOfCompetence(id: string, needs: readonly WeighedNeed[]): CompetenceGround {
  let ground: CompetenceGround = "loose";
  for (const { competences } of needs) {
    for (const one of competences) if (one.competence === id) ground = surer(ground, one.ground);
  }
  return ground;
}
