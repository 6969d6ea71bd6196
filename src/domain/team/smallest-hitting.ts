/** Sets that are looked at before it is given up: a few hundredths of a second. */
const MOST_SETS = 100_000;

/**
 * The smallest set that holds a member of each lot; of several as small one that comes first. No lot
 * may be empty. Null where too many sets would have to be looked at.
 */
export function smallestHitting(lots: readonly (readonly number[])[]): number[] | null {
  const looking = { lots, sets: 0 };
  for (let size = 0; looking.sets < MOST_SETS; size += 1) {
    const found = hitting(looking, [], size);
    if (found) return found;
  }
  return null;
}

interface Looking {
  lots: readonly (readonly number[])[];
  /** Looked at so far. */
  sets: number;
}

/** Any set that holds a member of each lot must hold one of the first that is not hit yet. */
function hitting(looking: Looking, chosen: readonly number[], left: number): number[] | null {
  looking.sets += 1;
  const open = looking.lots.find((lot) => !lot.some((member) => chosen.includes(member)));
  if (!open) return [...chosen].sort((one, other) => one - other);
  if (left === 0) return null;
  for (const member of open) {
    if (looking.sets >= MOST_SETS) return null;
    const found = hitting(looking, [...chosen, member], left - 1);
    if (found) return found;
  }
  return null;
}
