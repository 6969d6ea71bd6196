export const figure = (share: number): string => share.toFixed(3);

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Rows with all cells of a column as wide as the widest; the first at the left, figures at the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(padded).join("  ").trimEnd());
}
