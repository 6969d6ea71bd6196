import { candidates, knownExperts } from "../../domain/matching/candidate.ts";
import type { MatchRequest } from "../../domain/matching/facts.ts";
import { fittingSkillIds, type Matching, prepareMatching } from "../../domain/matching/matching.ts";
import { type Recommendation, recommendFrom } from "../../domain/matching/recommend.ts";
import { skillOf } from "../../domain/model/vocabulary.ts";
import { expertsHolding } from "../../graph/queries/experts.ts";
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
  const rows = await graph.all(expertsHolding, { skills });
  const pairings = await pairingsOf(graph, request.county);
  const known = knownExperts(
    rows.map(({ expert, skill, level }) => ({ expert, level, ...skillOf(skill) })),
  );
  const recommendation = await recommendFrom(matching, {
    candidates: candidates(matching, known),
    loadFacts: (ids) => factsOf(graph, { ids, request, skills, pairings }),
    limit,
  });
  return { ...recommendation, matching };
}
