import type { Box } from "./bounds.ts";

/** A bound of a column that a part of a search is confined to. */
export interface BoundChange {
  column: number;
  lower: number;
  upper: number;
}

/** Whether a column can still be more than one value. */
export const isOpen = ({ lower, upper }: Box, column: number): boolean =>
  (lower[column] ?? 0) < (upper[column] ?? 0);

/** Narrows a box by bounds; it never widens. */
export function confine({ lower, upper }: Box, changes: readonly BoundChange[]): void {
  for (const change of changes) {
    lower[change.column] = Math.max(lower[change.column] ?? 0, change.lower);
    upper[change.column] = Math.min(upper[change.column] ?? 0, change.upper);
  }
}

/** A box of its own: another one, narrowed. */
export function boxUnder({ lower, upper }: Box, changes: readonly BoundChange[]): Box {
  const box = { lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
  confine(box, changes);
  return box;
}
