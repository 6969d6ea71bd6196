import type { Box } from "../optimisation/bounds.ts";
import type { BoundChange } from "../optimisation/box.ts";
import type { Term } from "../optimisation/program.ts";
import { COVERAGE_TOLERANCE, type CoverageRule, coverageWeights } from "./coverage.ts";
import { placeOf } from "./indexed.ts";
import { type Candidate, reaches, type TeamRule } from "./problem.ts";
import { type Building, candidatesWho, countingRow, institutionTerms } from "./program-parts.ts";
import { SHARE_TOLERANCE } from "./rules.ts";

/** Members who count for a rule about a share of the size. */
export interface ShareCount {
  column: number;
  minShare: number;
  maxShare: number;
}

/** Adds the rows of a rule; answers the count of a rule about a share. */
export function addRule(building: Building, rule: TeamRule, size: number): ShareCount[] {
  switch (rule.id) {
    // Who may not be in the team has no column, and the size has a column of its own.
    case "size":
    case "freeDays":
      return [];
    case "title":
      return addShare(building, size, {
        counts: ({ title }) => reaches(title, rule.minTitle),
        minShare: rule.minShare,
      });
    case "tierShare":
      return addShare(building, size, { counts: ({ tier }) => rule.tiers.includes(tier), ...rule });
    case "outside":
      return addShare(building, size, {
        counts: ({ tier }) => tier === "outside",
        maxShare: rule.maxShare,
      });
    default:
      addCount(building, rule);
      return [];
  }
}

function addCount(
  building: Building,
  rule: Exclude<TeamRule, { id: "size" | "freeDays" | "title" | "tierShare" | "outside" }>,
): void {
  switch (rule.id) {
    case "leader": {
      const counts = candidatesWho(building, ({ title }) => reaches(title, rule.minTitle));
      countingRow(building, { lower: 1 }, { counts });
      return;
    }
    case "demandMin": {
      const reachesFit = ({ covers }: Candidate) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast;
      countingRow(building, { lower: rule.min }, { counts: candidatesWho(building, reachesFit) });
      return;
    }
    case "coverageMin":
      addCoverageMin(building, rule);
      return;
    case "institutionMax":
      addInstitutionMax(building, rule.max);
      return;
    case "institutionsMin":
      addInstitutionsMin(building, rule.min);
      return;
    case "blockedPair": {
      const { places } = building.problem;
      const both = new Set([placeOf(places, rule.a), placeOf(places, rule.b)]);
      countingRow(building, { upper: 1 }, { counts: (place) => both.has(place) });
    }
  }
}

/** A tolerance lets no team through: what it searches is judged to the letter. */
function addCoverageMin({ builder, problem, counting, charges }: Building, rule: CoverageRule) {
  const weights = coverageWeights(problem.problem, rule);
  const terms = counting.flatMap(({ column, demand, covered }): Term[] => {
    const weight = weights[demand] ?? 0;
    return weight > 0 ? [[column, weight * covered]] : [];
  });
  // What nobody could count on asks for nothing.
  if (weights.every((weight) => weight === 0)) return;
  charges.coverage.push({
    row: builder.row({ lower: rule.min - COVERAGE_TOLERANCE }, terms),
    weights,
  });
}

function addInstitutionMax(building: Building, max: number): void {
  for (const [institution, terms] of institutionTerms(building)) {
    if (terms.length < max) continue;
    building.charges.institutionMax.set(institution, building.builder.row({ upper: max }, terms));
  }
}

function addInstitutionsMin(building: Building, min: number): void {
  const { builder, charges } = building;
  const present = new Map<number, number>();
  const counted = [...institutionTerms(building)].map(([institution, terms]): Term => {
    const column = builder.column({ cost: 0, lower: 0, upper: 1 });
    const people = terms.map(([one]) => [one, -1] as const);
    present.set(institution, builder.row({ upper: 0 }, [[column, 1], ...people]));
    return [column, 1];
  });
  charges.institutionsMin.push({ present, row: builder.row({ lower: min }, counted) });
}

interface Share {
  counts: (candidate: Candidate) => boolean;
  minShare?: number | undefined;
  maxShare?: number | undefined;
}

/** A column that counts those who are meant, bound to a share of the size. */
function addShare(
  building: Building,
  size: number,
  { counts, minShare = 0, maxShare = 1 }: Share,
): ShareCount[] {
  const { builder, allowed } = building;
  // Not how many are in the program: whoever is left out may still join and be counted.
  const upper = allowed.people.length;
  const column = builder.column({ cost: 0, lower: 0, upper, integral: true });
  const row = { counts: candidatesWho(building, counts), further: [[column, -1] as const] };
  countingRow(building, { lower: 0, upper: 0 }, row);
  if (minShare > 0) {
    builder.row({ lower: -SHARE_TOLERANCE }, [
      [column, 1],
      [size, -minShare],
    ]);
  }
  if (maxShare < 1) {
    builder.row({ upper: SHARE_TOLERANCE }, [
      [column, 1],
      [size, -maxShare],
    ]);
  }
  return [{ column, minShare, maxShare }];
}

/** A share of a size known to lie in a range is a count in a range. */
export function tightenShares(
  shares: readonly ShareCount[],
  size: number,
  box: Box,
): BoundChange[] {
  const [least, most] = [box.lower[size] ?? 0, box.upper[size] ?? 0];
  return shares.map(({ column, minShare, maxShare }) => ({
    column,
    lower: Math.ceil(minShare * least - SHARE_TOLERANCE),
    upper: Math.floor(maxShare * most + SHARE_TOLERANCE),
  }));
}
