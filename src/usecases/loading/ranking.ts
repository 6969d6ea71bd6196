import { candidates, type KnownExpert } from "../../domain/matching/candidate.ts";
import type { MatchRequest } from "../../domain/matching/facts.ts";
import { fittingSkillIds, type Matching, prepareMatching } from "../../domain/matching/matching.ts";
import { type Recommendation, recommendFrom } from "../../domain/matching/recommend.ts";
import type { LevelledSkill } from "../../domain/matching/similarity.ts";
import { skillOf } from "../../domain/model/vocabulary.ts";
import { everyoneBasedIn } from "../../graph/queries/counties.ts";
import { expertsHolding, type HolderRow } from "../../graph/queries/experts.ts";
import type { Context } from "../context.ts";
import { factsOf, pairingsOf } from "./facts.ts";

/** A ranking with what it was made with. */
export interface Ranking extends Recommendation {
  matching: Matching;
}

/**
 * The best experts for a request, or why there are none. The one place where the graph narrows
 * and the domain scores: an index in the process could stand here instead, with the same answer.
 */
export async function rankExperts(
  { graph, reference }: Pick<Context, "graph" | "reference">,
  request: MatchRequest,
  limit: number,
): Promise<Ranking> {
  const matching = prepareMatching(reference.rules, request);
  const skills = fittingSkillIds(matching);
  const [holders, pairings, based] = await Promise.all([
    graph.all(expertsHolding, { skills }),
    pairingsOf(graph, request.county),
    graph.all(everyoneBasedIn, { county: `place_${request.county}` }),
  ]);
  const inCounty = new Set(based.map(({ expert }) => expert));
  const known = knownExperts(holders, request.county, inCounty);
  const recommendation = await recommendFrom(matching, {
    candidates: candidates(matching, known),
    loadFacts: (ids) => factsOf(graph, { ids, request, skills, pairings }),
    limit,
  });
  return { ...recommendation, matching };
}

/** What the narrowing rows tell of each expert; `inCounty` are those based in the county. */
function knownExperts(
  rows: readonly HolderRow[],
  county: string,
  inCounty: ReadonlySet<string>,
): KnownExpert[] {
  const heldAs = sharedSkills();
  const known = new Map<string, KnownExpert & { skills: LevelledSkill[] }>();
  for (const { expert: id, skill, level, latitude, longitude, travelRadiusKm } of rows) {
    const held = heldAs(skill, level);
    const before = known.get(id);
    if (before) {
      before.skills.push(held);
      continue;
    }
    known.set(id, {
      id,
      skills: [held],
      county: inCounty.has(id) ? county : null,
      location: { latitude, longitude },
      travelRadiusKm,
    });
  }
  return [...known.values()];
}

/** One object for each skill and level, however many hold it. */
function sharedSkills(): (skill: string, level: number) => LevelledSkill {
  const levelsOf = new Map<string, LevelledSkill[]>();
  return (skill, level) => {
    const levels = levelsOf.get(skill) ?? [];
    levelsOf.set(skill, levels);
    const held = levels[level] ?? { ...skillOf(skill), level };
    levels[level] = held;
    return held;
  };
}
