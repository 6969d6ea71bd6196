import type { Sentence } from "../../domain/error.ts";
import { type Abstention, abstentionSentence } from "../../domain/matching/abstention.ts";
import { type Refusal, refusalSentence } from "../../domain/matching/eligibility.ts";
import { lacks, partSentence } from "../../domain/matching/explanation.ts";
import type { Matching } from "../../domain/matching/matching.ts";
import type { Judged } from "../../domain/matching/ranking.ts";
import type { Scored } from "../../domain/matching/score.ts";
import type { Reader } from "../../graph/graph.ts";
import { type ExpertCard, expertCards } from "../../graph/queries/experts.ts";

type ScoredPart = Scored["parts"][number];

/** A part of the score, and why it has the points it has. */
interface ExplainedPart extends ScoredPart {
  sentence: Sentence;
}

/** A judgement in words. */
export interface Explained extends Omit<Scored, "expert" | "parts"> {
  parts: ExplainedPart[];
  /** What is still missing: reasons that refuse, skills nobody holds, levels not reached. */
  lacks: Sentence[];
  /** Why the expert may not be sent, the first reason first; empty when eligible. */
  refusals: { code: Refusal["code"]; sentence: Sentence }[];
}

export function explained(matching: Matching, judged: Judged): Explained {
  const { expert: _, ...scored } = judged.scored;
  return {
    ...scored,
    parts: scored.parts.map((part) => ({
      ...part,
      sentence: partSentence(matching, judged, part.part),
    })),
    lacks: lacks(matching, judged),
    refusals: judged.refusals.map((refusal) => ({
      code: refusal.code,
      sentence: refusalSentence(refusal),
    })),
  };
}

/** A judged expert as a list shows it. */
export interface ListedExpert extends Explained {
  expert: ExpertCard;
}

export interface ListedAbstention {
  code: Abstention["code"];
  reason: Sentence;
  /** The nearest three, and what each lacks. */
  nearest: ListedExpert[];
}

/** Adds to judged experts what a reader knows them by, in the same order. */
export async function listed(
  graph: Reader,
  matching: Matching,
  judged: readonly Judged[],
): Promise<ListedExpert[]> {
  const ids = judged.map(({ facts }) => facts.id);
  const cards = await graph.all(expertCards, { ids });
  const byId = new Map(cards.map((card) => [card.id, card]));
  return judged.flatMap((one) => {
    const expert = byId.get(one.facts.id);
    return expert ? { expert, ...explained(matching, one) } : [];
  });
}

export async function listedAbstention(
  graph: Reader,
  matching: Matching,
  abstained: Abstention | null,
): Promise<ListedAbstention | null> {
  if (!abstained) return null;
  return {
    code: abstained.code,
    reason: abstentionSentence(abstained),
    nearest: await listed(graph, matching, abstained.nearest),
  };
}
