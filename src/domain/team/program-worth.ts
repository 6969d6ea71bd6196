import type { Term } from "../optimisation/program.ts";
import { askedDemands } from "./coverage.ts";
import type { Building, Step } from "./program-parts.ts";

/**
 * Coverage step by step: the fits that occur on a demand, from the best down, are steps. How many
 * members reach a step is a count that goes on to the next; the first of them at each step are worth
 * what the depth says times the height of the step. Worth as much as giving each member a rank on
 * each demand, in a program that grows with the fits that differ and not with the people.
 */
export function addCoverage(building: Building): void {
  const { demands } = building.problem.problem;
  const reaching = peopleByFit(building);
  const asked = askedDemands(building.problem.problem);
  building.charges.steps = demands.map(({ weight }, demand) =>
    weight > 0 || asked.has(demand)
      ? addSteps(building, { demand, weight, people: reaching[demand] ?? new Map() })
      : [],
  );
}

/** Of each demand: the columns of the people by their fit on it. */
function peopleByFit({ problem, columns }: Building): Map<number, number[]>[] {
  const reaching = problem.problem.demands.map(() => new Map<number, number[]>());
  for (const [place, column] of columns) {
    for (const { demand, fit } of problem.covers[place] ?? []) {
      const people = reaching[demand]?.get(fit);
      if (people) people.push(column);
      else reaching[demand]?.set(fit, [column]);
    }
  }
  return reaching;
}

interface Reached {
  demand: number;
  weight: number;
  /** Columns of the people by their fit. */
  people: ReadonlyMap<number, readonly number[]>;
}

function addSteps(
  { problem, allowed, builder, counting }: Building,
  { demand, weight, people }: Reached,
): Step[] {
  const depth = problem.problem.policy.depth.filter((share) => share > 0);
  const fits = [...people.keys()].sort((one, other) => other - one);
  let above: Term[] = [];
  return fits.map((fit, place) => {
    const height = fit - (fits[place + 1] ?? 0);
    const counted = [
      ...depth.map((share) => {
        const covered = height * share;
        const column = builder.column({ cost: weight * covered, lower: 0, upper: 1 });
        counting.push({ column, demand, covered });
        return column;
      }),
      builder.column({ cost: 0, lower: 0, upper: allowed.size.max }),
    ];
    const joining = (people.get(fit) ?? []).map((column): Term => [column, 1]);
    const passedOn = counted.map((column): Term => [column, -1]);
    const row = builder.row({ lower: 0, upper: 0 }, [...joining, ...above, ...passedOn]);
    above = counted.map((column) => [column, 1]);
    return { fit, row };
  });
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
