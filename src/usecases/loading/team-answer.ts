import type { Sentence } from "../../domain/error.ts";
import type { TeamAnswer } from "../../domain/team/answer.ts";
import { type ReasonedDemand, reasonSentence } from "../../domain/team/demand.ts";
import { namedIn } from "../../domain/team/wishes.ts";
import type { Context } from "../context.ts";

/** A demand, and each reason of it in words. */
export interface ExplainedDemand extends ReasonedDemand {
  sentences: Sentence[];
}

export const explainedDemands = (
  { reference }: Pick<Context, "reference">,
  demands: readonly ReasonedDemand[],
): ExplainedDemand[] =>
  demands.map((demand) => ({
    ...demand,
    sentences: demand.reasons.map((reason) => reasonSentence(reference.vocabulary, reason)),
  }));

/** Everybody an answer names. */
export const peopleOfAnswer = (answer: TeamAnswer): string[] => [
  ...answer.members.map(({ id }) => id),
  ...answer.alternatives.flatMap(({ members }) => members.map(({ id }) => id)),
  ...Object.values(answer.substitutes).flatMap(({ kept, reoptimised }) =>
    [kept, reoptimised].flatMap((one) => (one ? [...one.joins, ...one.leaves] : [])),
  ),
  ...answer.repairs.flatMap(({ changes }) => namedIn(changes)),
];
