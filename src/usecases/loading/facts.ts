import type { ExpertFacts, MatchRequest } from "../../domain/matching/facts.ts";
import { GRADE_VALUES, ratingValue } from "../../domain/matching/observations.ts";
import type { Evidence, HeldSkill } from "../../domain/model/expert.ts";
import { skillOf } from "../../domain/model/vocabulary.ts";
import type { Reader } from "../../graph/graph.ts";
import { pairingsOfCounty } from "../../graph/queries/counties.ts";
import {
  type EverywhereRow,
  expertFacts,
  type FactsRow,
  type HeldRow,
} from "../../graph/queries/experts.ts";

/** Who is paired with a county: ids of institutions, codes of prefectures. */
export interface Pairings {
  institutions: ReadonlySet<string>;
  prefectures: ReadonlySet<string>;
}

export async function pairingsOf(graph: Reader, county: string): Promise<Pairings> {
  const found = await graph.maybe(pairingsOfCounty, { county: `place_${county}` });
  return {
    institutions: new Set(found?.institutions),
    prefectures: new Set(found?.prefectures),
  };
}

interface FactsWanted {
  ids: readonly string[];
  request: Pick<MatchRequest, "county" | "year">;
  /** Ids of the skills that may fit; others are not read. */
  skills: readonly string[];
  pairings: Pairings;
}

/** The facts of some experts, in the order of their ids; unknown ids are left out. */
export async function factsOf(
  graph: Reader,
  { ids, request, skills, pairings }: FactsWanted,
): Promise<ExpertFacts[]> {
  const rows = await graph.all(expertFacts, {
    ids: [...ids],
    skills: [...skills],
    county: `place_${request.county}`,
    year: request.year,
  });
  return rows.map((row) => factsFrom(row, pairings));
}

type CommonRow = Omit<FactsRow, "institution" | "prefectureCode" | "postingDays" | "blocked">;

/** The facts that are the same for every county and year. */
function commonFacts(row: CommonRow) {
  const { latitude, longitude } = row;
  const observed = [
    ...row.ratings.map(ratingValue),
    ...row.grades.map((grade) => GRADE_VALUES[grade] ?? 0),
  ].toSorted((a, b) => a - b); // An engine gives them in any order, and sums of fractions depend on it.
  return {
    id: row.id,
    title: row.title,
    onDuty: row.onDuty,
    serviceModes: row.serviceModes,
    travelRadiusKm: row.travelRadiusKm,
    daysPerYear: row.daysPerYear,
    county: row.county,
    location: { latitude, longitude },
    observations: { count: observed.length, sum: sum(observed) },
    skills: row.skills.map(heldSkill),
  };
}

function factsFrom(row: FactsRow, pairings: Pairings): ExpertFacts {
  const { institution, prefectureCode, postingDays } = row;
  return {
    ...commonFacts(row),
    committedDays: sum(postingDays),
    currentPostings: postingDays.length,
    institutionPaired: institution !== null && pairings.institutions.has(institution),
    prefecturePaired: prefectureCode !== null && pairings.prefectures.has(prefectureCode),
    blocked: row.blocked[0] ?? null,
  };
}

/** The facts of one expert for any county and year, out of what holds everywhere. */
export function factsAnywhere(
  row: EverywhereRow,
): (request: Pick<MatchRequest, "county" | "year">) => ExpertFacts {
  const common = commonFacts(row);
  return ({ county, year }) => {
    const postings = row.postings.filter((posting) => posting.year === year);
    return {
      ...common,
      committedDays: sum(postings.map(({ days }) => days)),
      currentPostings: postings.length,
      institutionPaired: row.institutionPaired.includes(county),
      prefecturePaired: row.prefecturePaired.includes(county),
      blocked: row.blocked.find((block) => block.county === county)?.reason ?? null,
    };
  };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** A skill as the graph stores it, with its evidence as a list. */
export function heldSkill({ skill, level, kinds, years, titles }: HeldRow): HeldSkill {
  const evidence = kinds.map((kind, index): Evidence => {
    return { kind, year: years[index] ?? 0, title: titles[index] ?? "" };
  });
  return { ...skillOf(skill), level, evidence };
}
