/** The half a text belongs to: one to tune on, one that is only ever measured. */
export type Half = "dev" | "test";

/**
 * The fixed rule of the split: the last number in the id, even to "dev" and odd to "test".
 * Throws an Error for an id without a number.
 */
export function halfOf(id: string): Half {
  const digit = /(\d)\D*$/.exec(id)?.[1];
  if (digit === undefined) throw new Error(`the id "${id}" holds no number to split by`);
  return Number(digit) % 2 === 0 ? "dev" : "test";
}
