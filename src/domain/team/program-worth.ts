import type { Term } from "../optimisation/program.ts";
import type { Building } from "./program-parts.ts";

/**
 * A slot y[e,d,r] <= x[e] says that e counts as the r-th best on demand d; a slot holds one
 * person, and the best fill the first slots as depth never increases.
 */
export function addCoverage(building: Building): void {
  const { problem, builder, columns, charges } = building;
  const { demands, policy } = problem.problem;
  const ranks = policy.depth.filter((share) => share > 0);
  const slots = demands.map(() => ranks.map((): Term[] => []));
  for (const [place, person] of columns) {
    for (const { demand, fit } of problem.covers[place] ?? []) {
      const full = (demands[demand]?.weight ?? 0) * fit;
      if (full === 0 || ranks.length === 0) continue;
      const own = ranks.map((share, rank): Term => {
        const column = builder.column({ cost: full * share, lower: 0, upper: 1 });
        slots[demand]?.[rank]?.push([column, 1]);
        return [column, 1];
      });
      builder.row({ upper: 0 }, [...own, [person, -1]]);
    }
  }
  charges.slots = slots.map((ofDemand) =>
    ofDemand.map((slot) => (slot.length > 0 ? builder.row({ upper: 1 }, slot) : undefined)),
  );
}

/** Column of a pair, seen from one of the two. */
interface Partnership {
  other: number;
  column: number;
}

/** A pair counts with z <= x[a], z <= x[b]. */
export function addPairs(building: Building): void {
  const { problem, builder, columns } = building;
  const { cohesion } = problem.problem.policy;
  const partners = new Map<number, Partnership[]>([...columns.keys()].map((place) => [place, []]));
  for (const { place, other, strength } of pairsOf(building)) {
    const column = builder.column({ cost: cohesion * strength, lower: 0, upper: 1 });
    for (const end of [place, other]) {
      builder.row({ upper: 0 }, [
        [column, 1],
        [columns.get(end) ?? 0, -1],
      ]);
    }
    partners.get(place)?.push({ other, column });
    partners.get(other)?.push({ other: place, column });
  }
  for (const [place, list] of partners) addPartnerRows(building, place, list);
}

/** The pairs that can be in one team, each once; none when cohesion counts for nothing. */
function pairsOf({ problem, allowed, columns }: Building) {
  if (problem.problem.policy.cohesion === 0) return [];
  return [...columns.keys()].flatMap((place) =>
    (problem.partners[place] ?? [])
      .filter(
        ({ other }) => place < other && columns.has(other) && allowed.pairAllowed(place, other),
      )
      .map(({ other, strength }) => ({ place, other, strength })),
  );
}

/**
 * With a person come no more partners than the rules leave room for, in all and per institution.
 * This is what makes the relaxation tight where cohesion is strong: it else takes halves of far
 * more people than a team may have, each with all their partners.
 *
 * Source: a rule multiplied by x, W. P. Adams, H. D. Sherali, Management Science 32 (1986).
 */
function addPartnerRows(
  { problem, allowed, builder, columns }: Building,
  place: number,
  partners: readonly Partnership[],
): void {
  const person = columns.get(place) ?? 0;
  const addRow = (those: readonly Partnership[], room: number) => {
    if (those.length <= room) return;
    builder.row({ upper: 0 }, [
      ...those.map(({ column }) => [column, 1] as const),
      [person, -Math.max(0, room)],
    ]);
  };
  addRow(partners, allowed.size.max - 1);
  if (!Number.isFinite(allowed.institutionMax)) return;
  for (const institution of new Set(partners.map(({ other }) => problem.institutions[other]))) {
    const own = problem.institutions[place] === institution ? 1 : 0;
    const those = partners.filter(({ other }) => problem.institutions[other] === institution);
    addRow(those, allowed.institutionMax - own);
  }
}
