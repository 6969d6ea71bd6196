/** Texts by what occurs in them: for each thing the numbers of the texts it occurs in. */
export interface Occurrences {
  texts: number;
  /** What one occurrence counts in each text. */
  size: Float64Array;
  things: readonly Int32Array[];
}

/** Right answers: 1 or 0 for each text, and how much each counts. */
export interface Targets {
  answers: Float64Array;
  counts: Float64Array;
}

export interface SparseModel {
  before: number;
  weights: Float64Array;
}

const ROUNDS = 30;
const SWEEPS = 50;
const STILL = 1e-3;
/** A text of which the model is surer than this no longer moves it: a quotient stays finite. */
const SUREST = 1e-4;

const shrink = (value: number, by: number): number =>
  Math.sign(value) * Math.max(0, Math.abs(value) - by);

/** The weighted least squares that stand for the likelihood around the present model. */
interface Local {
  slopes: Float64Array;
  rest: Float64Array;
}

function localAt(scores: Float64Array, { answers, counts }: Targets): Local {
  const slopes = new Float64Array(scores.length);
  const rest = new Float64Array(scores.length);
  for (let text = 0; text < scores.length; text += 1) {
    const chance = 1 / (1 + Math.exp(-Number(scores[text])));
    const spread = Math.max(SUREST, chance * (1 - chance));
    slopes[text] = spread * Number(counts[text]);
    rest[text] = (Number(answers[text]) - chance) / spread;
  }
  return { slopes, rest };
}

/** Moves one weight to where it is best, all others held. Gives how far it moved. */
function moveWeight(
  { slopes, rest }: Local,
  { texts, size }: { texts: Int32Array; size: Float64Array },
  { old, penalty }: { old: number; penalty: number },
): number {
  let pull = 0;
  let curve = 0;
  for (let at = 0; at < texts.length; at += 1) {
    const text = Number(texts[at]);
    const value = Number(size[text]);
    const slope = Number(slopes[text]) * value;
    pull += slope * Number(rest[text]);
    curve += slope * value;
  }
  if (curve === 0) return 0;
  const step = shrink(pull + curve * old, penalty) / curve - old;
  if (step === 0) return 0;
  for (let at = 0; at < texts.length; at += 1) {
    const text = Number(texts[at]);
    rest[text] = Number(rest[text]) - step * Number(size[text]);
  }
  return step;
}

function moveBefore({ slopes, rest }: Local): number {
  let pull = 0;
  let curve = 0;
  for (let text = 0; text < rest.length; text += 1) {
    pull += Number(slopes[text]) * Number(rest[text]);
    curve += Number(slopes[text]);
  }
  const step = curve === 0 ? 0 : pull / curve;
  for (let text = 0; text < rest.length; text += 1) rest[text] = Number(rest[text]) - step;
  return step;
}

/** One sweep over some weights. Gives the furthest move. */
function sweep(
  model: SparseModel,
  local: Local,
  {
    occurrences,
    among,
    penalty,
  }: { occurrences: Occurrences; among: Iterable<number>; penalty: number },
): number {
  const first = moveBefore(local);
  model.before += first;
  let furthest = Math.abs(first);
  for (const thing of among) {
    const texts = occurrences.things[thing];
    if (texts === undefined) continue;
    const old = Number(model.weights[thing]);
    const step = moveWeight(local, { texts, size: occurrences.size }, { old, penalty });
    model.weights[thing] = old + step;
    furthest = Math.max(furthest, Math.abs(step));
  }
  return furthest;
}

function scoresOf(
  { before, weights }: SparseModel,
  { texts, size, things }: Occurrences,
): Float64Array {
  const scores = new Float64Array(texts).fill(before);
  for (const [thing, where] of things.entries()) {
    const weight = Number(weights[thing]);
    if (weight === 0) continue;
    for (const text of where) scores[text] = Number(scores[text]) + weight * Number(size[text]);
  }
  return scores;
}

/**
 * Logistic regression whose weights cost `penalty` each per unit, so that most of them are 0 (lasso).
 * Coordinate descent on the weighted least squares around the present model, as in Friedman, Hastie,
 * Tibshirani, "Regularization Paths for Generalized Linear Models via Coordinate Descent" (2010).
 */
export function fitSparse(
  occurrences: Occurrences,
  targets: Targets,
  penalty: number,
): SparseModel {
  const model: SparseModel = { before: 0, weights: new Float64Array(occurrences.things.length) };
  const all = [...occurrences.things.keys()];
  for (let round = 0; round < ROUNDS; round += 1) {
    const local = localAt(scoresOf(model, occurrences), targets);
    const moved = sweep(model, local, { occurrences, among: all, penalty });
    const active = all.filter((thing) => model.weights[thing] !== 0);
    for (let again = 0; again < SWEEPS; again += 1) {
      if (sweep(model, local, { occurrences, among: active, penalty }) < STILL) break;
    }
    if (moved < STILL) break;
  }
  return model;
}
