import type { Vocabulary } from "../../src/domain/model/vocabulary.ts";
import type { Fold } from "../../src/domain/understanding/fold.ts";
import type { Likeness, Vote } from "../../src/domain/understanding/lexicon.ts";
import type { KindOfTag, LabelledRequest } from "./labels.ts";
import { fitSparse, type Occurrences } from "./sparse-logistic.ts";
import { targetOf } from "./targets.ts";

const LONGEST_RUN = 3;
/** A run of fewer texts says nothing. */
const LEAST_TEXTS = 2;
/** What a unit of weight costs, against the logarithm of the likelihood: the best of 1/15, 1/30, 1/60 on held-out texts. */
const PENALTY = 1 / 30;
/** What fewer requests ask for is not learned. */
const LEAST_REQUESTS = 4;
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

/** What runs of characters speak for, learned from labelled requests for each id by itself. */
export function learnRuns(
  requests: readonly LabelledRequest[],
  { competences, industries }: Pick<Vocabulary, KindOfTag>,
  fold: Fold,
): Likeness {
  const { runs, occurrences } = occurrencesIn(requests.map(({ text }) => fold(text).plain));
  const before: Vote[] = [];
  const votes = runs.map((): Vote[] => []);
  const learn = (kind: KindOfTag, id: string): void => {
    const targets = requests.map((request) => targetOf(request[kind], id));
    if (targets.filter(({ answer }) => answer === 1).length < LEAST_REQUESTS) return;
    const answers = Float64Array.from(targets, ({ answer }) => answer);
    const counts = Float64Array.from(targets, (target) => target.counts);
    const model = fitSparse(occurrences, { answers, counts }, PENALTY);
    before.push({ id, weight: rounded(model.before) });
    for (const [number, weight] of model.weights.entries()) {
      if (Math.abs(weight) >= LEAST_WEIGHT) votes[number]?.push({ id, weight: rounded(weight) });
    }
  };
  for (const id of competences.keys()) learn("competences", id);
  for (const id of industries.keys()) learn("industries", id);
  return {
    before,
    runs: runs
      .map((run, number) => ({ run, votes: votes[number] ?? [] }))
      .filter((one) => one.votes.length > 0),
  };
}
