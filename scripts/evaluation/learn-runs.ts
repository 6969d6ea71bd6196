import type { Fold } from "../../src/domain/understanding/fold.ts";
import type { Likelihood, Likeness } from "../../src/domain/understanding/lexicon.ts";
import type { LabelledRequest } from "./labels.ts";
import { fitSparse, type Occurrences } from "./sparse-logistic.ts";
import { targetOf } from "./targets.ts";

const LONGEST_RUN = 3;
/** A run of fewer texts says nothing. */
const LEAST_TEXTS = 2;
/** What a unit of weight costs, against the logarithm of the likelihood: the best of 1/15, 1/30, 1/60 on held-out texts. */
const PENALTY = 1 / 30;
/** Weights below this change no verdict. */
const LEAST_WEIGHT = 0.05;

const LETTERS = /^[\p{L}]+$/u;

/** The runs of letters of a text, each once. */
function runsOf(plain: string): Set<string> {
  const runs = new Set<string>();
  for (let from = 0; from < plain.length; from += 1) {
    for (let length = 1; length <= LONGEST_RUN && from + length <= plain.length; length += 1) {
      const run = plain.slice(from, from + length);
      if (!LETTERS.test(run)) break;
      runs.add(run);
    }
  }
  return runs;
}

function occurrencesIn(texts: readonly string[]): { runs: string[]; occurrences: Occurrences } {
  const where = new Map<string, number[]>();
  for (const [text, plain] of texts.entries()) {
    for (const run of runsOf(plain)) {
      const known = where.get(run);
      if (known) known.push(text);
      else where.set(run, [text]);
    }
  }
  const kept = [...where].filter(([, found]) => found.length >= LEAST_TEXTS);
  return {
    runs: kept.map(([run]) => run),
    occurrences: {
      texts: texts.length,
      size: Float64Array.from(texts, ({ length }) => 1 / Math.sqrt(Math.max(1, length))),
      things: kept.map(([, found]) => Int32Array.from(found)),
    },
  };
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;

/** What runs of characters speak for, learned from labelled requests for each competence by itself. */
export function learnRuns(
  requests: readonly LabelledRequest[],
  competences: readonly string[],
  fold: Fold,
): Likeness {
  const { runs, occurrences } = occurrencesIn(requests.map(({ text }) => fold(text).plain));
  const before = new Map<string, number>();
  const votes = runs.map((): Likelihood[] => []);
  for (const competence of competences) {
    const targets = requests.map((request) => targetOf(request.competences, competence));
    const model = fitSparse(
      occurrences,
      {
        answers: Float64Array.from(targets, ({ answer }) => answer),
        counts: Float64Array.from(targets, ({ counts }) => counts),
      },
      PENALTY,
    );
    before.set(competence, rounded(model.before));
    for (const [number, weight] of model.weights.entries()) {
      if (Math.abs(weight) >= LEAST_WEIGHT)
        votes[number]?.push({ competence, weight: rounded(weight) });
    }
  }
  return {
    before,
    runs: runs
      .map((run, number) => ({ run, votes: votes[number] ?? [] }))
      .filter((one) => one.votes.length > 0),
  };
}
