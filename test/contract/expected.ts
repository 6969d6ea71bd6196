import type { ExpertFacts, MatchRequest } from "../../src/domain/matching/facts.ts";
import { GRADE_VALUES, ratingValue } from "../../src/domain/matching/observations.ts";
import { skillId } from "../../src/domain/model/vocabulary.ts";
import type { ExpertCard } from "../../src/graph/queries/experts.ts";
import type { CountyKey, World, WorldExpert } from "./world.ts";

/** What the graph should answer about a world, computed from the world itself. */

export function expertOf(world: World, key: string): WorldExpert {
  const found = world.experts.find((expert) => expert.key === key);
  if (!found) throw new Error(`the world has no expert ${key}`);
  return found;
}

const institutionOf = (world: World, { institution }: WorldExpert) =>
  world.institutions.find(({ key }) => key === institution);

export const baseOf = (world: World, { base }: WorldExpert): string | null =>
  base && world.code(base);

/** Experts by their ids: the order of most lists. */
export const byId = (world: World, keys: readonly string[]): WorldExpert[] =>
  keys
    .map((key) => expertOf(world, key))
    .toSorted((a, b) => (world.expertId(a.key) < world.expertId(b.key) ? -1 : 1));

export function cardOf(world: World, key: string): ExpertCard {
  const expert = expertOf(world, key);
  const institution = institutionOf(world, expert);
  return {
    id: world.expertId(key),
    name: expert.name,
    title: expert.title,
    onDuty: expert.onDuty,
    demo: true,
    institutionId: institution?.id ?? null,
    institution: institution?.name ?? null,
    county: baseOf(world, expert),
    city: institution?.city ?? null,
  };
}

export const heldRows = ({ skills }: WorldExpert) =>
  skills.map((skill) => ({
    skill: skillId(skill),
    level: skill.level,
    kinds: skill.evidence.map(({ kind }) => kind),
    years: skill.evidence.map(({ year }) => year),
    titles: skill.evidence.map(({ title }) => title),
  }));

/** What all queries about an expert's facts have in common. */
export function commonRow(world: World, expert: WorldExpert) {
  return {
    id: world.expertId(expert.key),
    title: expert.title,
    onDuty: expert.onDuty,
    serviceModes: expert.serviceModes,
    travelRadiusKm: expert.travelRadiusKm,
    daysPerYear: expert.daysPerYear,
    ...world.locationOf(expert),
    county: baseOf(world, expert),
    ratings: expert.records.flatMap(({ rating }) => rating ?? []),
    grades: expert.assessments.map(({ grade }) => grade),
  };
}

export const activePostings = ({ postings }: WorldExpert, year?: number) =>
  postings.filter((one) => one.status === "active" && (year === undefined || one.year === year));

export const blockReasons = ({ blocked }: WorldExpert, county: CountyKey) =>
  blocked.filter((block) => block.county === county).map(({ reason }) => reason);

/** The academy, and the prefecture the station is seated in, are paired with one county. */
export const PAIRED: CountyKey = "bao";

/** The facts of an expert as the domain takes them. */
export function factsFor(
  world: World,
  expert: WorldExpert,
  { county, year }: Pick<MatchRequest, "county" | "year">,
): ExpertFacts {
  const { ratings, grades, latitude, longitude, ...row } = commonRow(world, expert);
  const observed = [
    ...ratings.map(ratingValue),
    ...grades.map((grade) => GRADE_VALUES[grade] ?? 0),
  ];
  const postings = activePostings(expert, year);
  const add = (sum: number, value: number) => sum + value;
  const paired = county === world.code(PAIRED);
  return {
    ...row,
    location: { latitude, longitude },
    observations: { count: observed.length, sum: observed.toSorted().reduce(add, 0) },
    committedDays: postings.map(({ days }) => days).reduce(add, 0),
    currentPostings: postings.length,
    institutionPaired: paired && expert.institution === "academy",
    prefecturePaired: paired && expert.institution === "station",
    blocked: expert.blocked.find((block) => world.code(block.county) === county)?.reason ?? null,
    skills: expert.skills,
  };
}
