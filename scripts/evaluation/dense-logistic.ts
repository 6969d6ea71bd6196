/** A case: the values of its features, the right answer, and how much it counts. */
export interface Case {
  features: readonly number[];
  answer: 0 | 1;
  counts: number;
}

const ROUNDS = 25;
/** A step this short is the end. */
const STILL = 1e-6;

/** Solves a symmetric positive definite system by elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, at) => Float64Array.from([...row, Number(right[at])]));
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows.slice(at + 1)) {
      const times = Number(row[at]) / Number(pivot[at]);
      for (let column = at; column <= size; column += 1) {
        row[column] = Number(row[column]) - times * Number(pivot[column]);
      }
    }
  }
  const solution = new Float64Array(size);
  for (let at = size - 1; at >= 0; at -= 1) {
    let sum = Number(rows[at]?.[size]);
    for (let column = at + 1; column < size; column += 1) {
      sum -= Number(rows[at]?.[column]) * Number(solution[column]);
    }
    solution[at] = sum / Number(rows[at]?.[at]);
  }
  return solution;
}

/** Where the likelihood rises from some weights, and how it bends there. */
interface Slope {
  gradient: Float64Array;
  curve: readonly Float64Array[];
}

/** Before any case: a ridge of 1 pulls every weight to 0. */
const ridgeAt = (weights: Float64Array): Slope => ({
  gradient: weights.map((weight) => -weight),
  curve: Array.from(weights, (_, at) => weights.map((_weight, other) => Number(at === other))),
});

function addCase({ gradient, curve }: Slope, { features, answer, counts }: Case, chance: number) {
  for (const [at, value] of features.entries()) {
    const row = curve[at];
    if (value === 0 || row === undefined) continue;
    gradient[at] = Number(gradient[at]) + counts * (answer - chance) * value;
    const bend = counts * chance * (1 - chance) * value;
    for (const [other, beside] of features.entries()) {
      row[other] = Number(row[other]) + bend * beside;
    }
  }
}

/**
 * The weights that explain the cases best: maximum likelihood by Newton's method, kept small by a ridge
 * of 1.
 */
export function fitDense(cases: readonly Case[], size: number): Float64Array {
  let weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = ridgeAt(weights);
    for (const one of cases) {
      const score = one.features.reduce((sum, value, at) => sum + Number(weights[at]) * value, 0);
      addCase(slope, one, 1 / (1 + Math.exp(-score)));
    }
    const step = solve(slope.curve, slope.gradient);
    weights = weights.map((weight, at) => weight + Number(step[at]));
    if (step.every((one) => Math.abs(one) < STILL)) break;
  }
  return weights;
}
