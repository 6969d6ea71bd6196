/**
 * The smallest set that holds a member of each lot; of several as small one that comes first. No lot
 * may be empty.
 */
export function smallestHitting(lots: readonly (readonly number[])[]): number[] {
  for (let size = 0; ; size += 1) {
    const found = hitting(lots, [], size);
    if (found) return found;
  }
}

/** Any set that holds a member of each lot must hold one of the first that is not hit yet. */
function hitting(
  lots: readonly (readonly number[])[],
  chosen: readonly number[],
  left: number,
): number[] | null {
  const open = lots.find((lot) => !lot.some((member) => chosen.includes(member)));
  if (!open) return [...chosen].sort((one, other) => one - other);
  if (left === 0) return null;
  for (const member of open) {
    const found = hitting(lots, [...chosen, member], left - 1);
    if (found) return found;
  }
  return null;
}
