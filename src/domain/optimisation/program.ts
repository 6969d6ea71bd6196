/**
 * A linear program as a value, to be maximised:
 *
 *   max cost·x   subject to   rowLower <= A x <= rowUpper,  lower <= x <= upper
 *
 * with A held row by row. Infinity and -Infinity stand for a missing bound.
 */
export interface LinearProgram {
  columns: number;
  rows: number;
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  /** Row r has the entries starts[r] .. starts[r + 1]. */
  starts: Int32Array;
  /** Column of each entry. */
  indices: Int32Array;
  values: Float64Array;
  /** 1 for each column that must be a whole number. */
  integral: Uint8Array;
}

/** Lower and upper bound of a column or a row. */
export interface Range {
  lower: number;
  upper: number;
}

interface Column extends Range {
  cost: number;
  integral?: boolean;
}

/** An entry of a row: the place of a column and its factor. */
export type Term = readonly [column: number, factor: number];

const UNBOUNDED: Range = {
  lower: Number.NEGATIVE_INFINITY,
  upper: Number.POSITIVE_INFINITY,
};

/** Collects a program column by column and row by row. */
export interface ProgramBuilder {
  /** Adds a column; answers its place. */
  column: (column: Column) => number;
  /** Adds a row; answers its place. */
  row: (range: Partial<Range>, terms: readonly Term[]) => number;
  build: () => LinearProgram;
}

export function programBuilder(): ProgramBuilder {
  const columns: Column[] = [];
  const ranges: Range[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  return {
    column: (column) => columns.push(column) - 1,
    row: (range, terms) => {
      for (const [column, factor] of terms) {
        indices.push(column);
        values.push(factor);
      }
      starts.push(indices.length);
      return ranges.push({ ...UNBOUNDED, ...range }) - 1;
    },
    build: () => ({
      columns: columns.length,
      rows: ranges.length,
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      rowLower: Float64Array.from(ranges, ({ lower }) => lower),
      rowUpper: Float64Array.from(ranges, ({ upper }) => upper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
      integral: Uint8Array.from(columns, ({ integral }) => (integral ? 1 : 0)),
    }),
  };
}
