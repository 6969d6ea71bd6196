import { AppError } from "../../domain/error.ts";
import { GRADE_VALUES, ratingValue } from "../../domain/matching/observations.ts";
import type { Policy } from "../../domain/matching/policy.ts";
import { evidenceStrength } from "../../domain/matching/shares.ts";
import { MOST_CANDIDATES } from "../../domain/team/problem.ts";
import type { CoWorked, RosterPerson, RosterSkill } from "../../domain/team/roster.ts";
import type { Reader } from "../../graph/graph.ts";
import {
  type TeamPersonRow,
  type TeamSkillRow,
  teamCoWork,
  teamDataRevision,
  teamGrades,
  teamPeople,
  teamRatings,
  teamSkills,
} from "../../graph/queries/teams.ts";
import type { Context } from "../context.ts";

/** Everybody a team may be made of. */
export interface Roster {
  /** In the order of their ids. */
  people: readonly RosterPerson[];
  byId: ReadonlyMap<string, RosterPerson>;
  coWork: readonly CoWorked[];
}

/** Changes that leave people as they are. What is not named here counts as a change of people. */
const UNRELATED: readonly string[] = [
  "need.create",
  "run.create",
  "correction.create",
  "teamPreset.save",
  "teamDraft.save",
  "team.commit",
  "team.undo",
];

/** The last roster of each graph, by its function: the reader around it is new with every context. */
const REMEMBERED = new WeakMap<Reader["all"], { revision: string; roster: Promise<Roster> }>();

/**
 * Everybody, read once for each state of the data and year: a county's team is made of the whole province,
 * and so are the teams of all others. Throws `too_large` for more people than can be composed from.
 */
export async function rosterOf(
  { graph, reference }: Pick<Context, "graph" | "reference">,
  year: number,
): Promise<Roster> {
  const found = await graph.maybe(teamDataRevision, { unrelated: [...UNRELATED] });
  const revision = `${year}/${found?.id ?? ""}`;
  const remembered = REMEMBERED.get(graph.all);
  if (remembered?.revision === revision) return remembered.roster;
  const roster = loadRoster(graph, reference.rules.policy, year);
  REMEMBERED.set(graph.all, { revision, roster });
  // What failed is tried again by the next who asks.
  roster.catch(() => REMEMBERED.delete(graph.all));
  return roster;
}

/** How many people are read at once: the rows of all of them are several times the roster. */
const AT_ONCE = 500;

/** One read after the other: what a read takes of memory serves the next one. */
async function loadRoster(graph: Reader, policy: Policy, year: number): Promise<Roster> {
  const observed = await observedValues(graph);
  const skill = skillFrom(policy, year);
  const people: RosterPerson[] = [];
  let some: RosterPerson[];
  do {
    some = await somePeople(graph, { after: people.at(-1)?.id ?? "", observed, skill });
    people.push(...some);
    if (people.length > MOST_CANDIDATES) throw tooMany();
  } while (some.length === AT_ONCE);
  const coWork = await graph.all(teamCoWork, {});
  return { people, byId: new Map(people.map((person) => [person.id, person])), coWork };
}

interface Known {
  /** Id of the last who was read. */
  after: string;
  observed: ReadonlyMap<string, number[]>;
  skill: (row: TeamSkillRow) => RosterSkill;
}

async function somePeople(
  graph: Reader,
  { after, observed, skill }: Known,
): Promise<RosterPerson[]> {
  const rows = await graph.all(teamPeople, { after, limit: AT_ONCE });
  const held = new Map<string, RosterSkill[]>();
  for (const row of await graph.all(teamSkills, { experts: rows.map(({ id }) => id) })) {
    gather(held, row.expert, skill(row));
  }
  return rows.map((row) => ({
    ...personFrom(row),
    observations: observationsOf(observed.get(row.id) ?? []),
    skills: held.get(row.id) ?? [],
  }));
}

/** What assessments and hosts said of people, each mapped to [0, 1], by their ids. */
async function observedValues(graph: Reader): Promise<Map<string, number[]>> {
  const observed = new Map<string, number[]>();
  for (const { expert, grade } of await graph.all(teamGrades, {})) {
    gather(observed, expert, GRADE_VALUES[grade] ?? 0);
  }
  for (const { expert, rating } of await graph.all(teamRatings, {})) {
    gather(observed, expert, ratingValue(rating));
  }
  return observed;
}

const tooMany = (): AppError =>
  new AppError("too_large", {
    zh: `专家超过 ${MOST_CANDIDATES} 人，无法从全省范围组团。`,
    en: `There are more than ${MOST_CANDIDATES} experts: too many to compose teams from.`,
  });

function gather<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function personFrom({
  latitude,
  longitude,
  institution,
  institutionName,
  level,
  ...row
}: TeamPersonRow): Omit<RosterPerson, "observations" | "skills"> {
  const isKnown = institution !== null && level !== null;
  return {
    ...row,
    location: { latitude, longitude },
    institution: isKnown ? { id: institution, name: institutionName ?? "", tier: level } : null,
  };
}

/** In one order, as sums of fractions depend on it. */
function observationsOf(values: number[]): RosterPerson["observations"] {
  values.sort((one, other) => one - other);
  return { count: values.length, sum: values.reduce((total, value) => total + value, 0) };
}

const skillFrom =
  (policy: Policy, year: number) =>
  ({ skill, level, kinds, years }: TeamSkillRow): RosterSkill => {
    const proofs = kinds.map((kind, index) => ({ kind, year: years[index] ?? 0 }));
    return { skill, level, strength: evidenceStrength(policy, proofs, year) };
  };
