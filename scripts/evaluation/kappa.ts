/** How two labellers answered the same yes-or-no questions. */
export interface Contingency {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

export interface Agreement extends Contingency {
  /** Questions answered by both. */
  cells: number;
  /** Share of them answered alike, in [0, 1]. */
  observed: number;
  /** In [-1, 1]: 1 alike throughout, 0 as alike as by chance. */
  kappa: number;
}

export const tabulate = (answers: readonly { first: boolean; second: boolean }[]): Contingency => {
  const count = (first: boolean, second: boolean) =>
    answers.filter((answer) => answer.first === first && answer.second === second).length;
  return {
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
  };
};

export function add(tables: readonly Contingency[]): Contingency {
  const sum = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const { both, onlyFirst, onlySecond, neither } of tables) {
    sum.both += both;
    sum.onlyFirst += onlyFirst;
    sum.onlySecond += onlySecond;
    sum.neither += neither;
  }
  return sum;
}

/**
 * Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", Educational and
 * Psychological Measurement 20 (1960), 37-46): (po - pe) / (1 - pe), where po is the share answered
 * alike, and pe the share to be expected if both answered by chance, each with the own share of
 * yes. Where both gave one and the same answer throughout, pe is 1 and kappa undefined: 1 here.
 */
export function agreementOf(table: Contingency): Agreement {
  const { both, onlyFirst, onlySecond, neither } = table;
  const cells = both + onlyFirst + onlySecond + neither;
  const observed = cells === 0 ? 1 : (both + neither) / cells;
  const first = (both + onlyFirst) / Math.max(1, cells);
  const second = (both + onlySecond) / Math.max(1, cells);
  const expected = cells === 0 ? 1 : first * second + (1 - first) * (1 - second);
  const kappa = expected === 1 ? 1 : (observed - expected) / (1 - expected);
  return { ...table, cells, observed, kappa };
}
