import type { HeldSkill } from "../domain/model/expert.ts";
import { skillId } from "../domain/model/vocabulary.ts";
import type { GraphRecord } from "../graph/record.ts";
import { introducer } from "./about.ts";
import { blockedIndexes, blockedRecord } from "./blocked.ts";
import { type CoWork, coWork, visitCounties } from "./co-work.ts";
import { prover } from "./evidence.ts";
import { inventor, titleOf } from "./people.ts";
import type { Person } from "./person.ts";
import { dispatcher } from "./postings.ts";
import type { Lot } from "./random.ts";
import { node, relation } from "./record.ts";
import { countyChooser } from "./service-counties.ts";
import { serviceRecorder } from "./service-records.ts";
import type { NewSkills } from "./skill-records.ts";
import { formTeams, type Team, type TeamSeat, teamSeats } from "./teams.ts";
import { topicBook } from "./topics.ts";
import type { World } from "./world.ts";

/** Experts are made in blocks, each forgotten when it is told, so that memory does not grow. */
const BLOCK = 1_000;

/** All that is invented about experts, block by block. */
export function* expertRecords(world: World, newSkills: NewSkills): Generator<GraphRecord> {
  const blocks = Math.ceil(world.experts / BLOCK);
  const seats = teamSeats(world, blocks);
  const tell = teller(world, newSkills);
  const make = maker(world);
  for (let block = 0; block < blocks; block += 1) {
    const lot = world.lotFor(`experts/${block}`);
    const made = make(lot, { from: block * BLOCK, seats: seats[block] ?? [] });
    for (const person of made.people) yield* tell(lot, person);
    for (const team of made.teams) yield* teamRecords(world, team);
    for (const pair of made.coWork) yield coWorkRecord(pair);
  }
}

interface Made {
  people: readonly Person[];
  teams: readonly Team[];
  coWork: readonly CoWork[];
}

interface Block {
  /** Index of its first expert. */
  from: number;
  seats: readonly TeamSeat[];
}

/** Makes the people of a block with their postings, teams and visits. */
function maker(world: World): (lot: Lot, block: Block) => Made {
  const invent = inventor(world);
  const post = dispatcher(world);
  return (lot, { from, seats }) => {
    const size = Math.min(BLOCK, world.experts - from);
    const people = Array.from({ length: size }, (_, offset) => invent(lot, from + offset));
    for (const person of people) post(lot, person);
    const teams = formTeams(world, { lot, people, seats });
    const parties = visitCounties(lot, people, world.year);
    return { people, teams, coWork: coWork(parties, teams) };
  };
}

/** Tells all about a person, what a relation points at first. */
function teller(
  world: World,
  newSkills: NewSkills,
): (lot: Lot, person: Person) => Generator<GraphRecord> {
  const topicsOf = topicBook(world);
  const prove = prover(world, topicsOf);
  const introduce = introducer(world, topicsOf);
  const recordService = serviceRecorder(world, topicsOf);
  const countiesFor = countyChooser(world);
  const blocked = blockedIndexes(world);
  return function* (lot, person) {
    const expert = ["Expert", person.id] as const;
    yield expertNode(person, introduce(lot, person));
    yield relation([expert, "AFFILIATED_WITH", ["Institution", person.seat.id]]);
    if (person.county) {
      yield relation([expert, "BASED_IN", ["County", `place_${person.county.code}`]]);
    }
    const skills = prove(lot, person);
    yield* newSkills(skills);
    for (const skill of skills) yield heldSkill(person, skill);
    yield* recordService(lot, person);
    if (blocked.has(person.index)) yield blockedRecord(lot, { person, countiesFor });
  };
}

function expertNode(person: Person, about: string): GraphRecord {
  return node("Expert", person.id, {
    ...person.name,
    title: titleOf(person),
    serviceModes: person.modes,
    travelRadiusKm: person.travelRadiusKm,
    daysPerYear: person.daysPerYear,
    onDuty: person.onDuty,
    ...person.location,
    about,
    demo: true,
  });
}

function heldSkill({ id }: Person, { evidence, level, ...skill }: HeldSkill): GraphRecord {
  return relation([["Expert", id], "HAS_SKILL", ["Skill", skillId(skill)]], {
    level,
    evidenceKinds: evidence.map(({ kind }) => kind),
    evidenceYears: evidence.map(({ year }) => year),
    evidenceTitles: evidence.map(({ title }) => title),
  });
}

function* teamRecords(
  world: World,
  { index, county, year, members }: Team,
): Generator<GraphRecord> {
  const team = ["ServiceTeam", world.idOf("team", index)] as const;
  const name = `${county.name}科技专家服务团（${year}年）`;
  yield node(team[0], team[1], { name, year, demo: true });
  yield relation([team, "SERVES", ["County", `place_${county.code}`]]);
  for (const { person, role } of members) {
    yield relation([["Expert", person.id], "MEMBER_OF", team], { role });
  }
}

const coWorkRecord = ({ one, other, times, lastYear }: CoWork): GraphRecord =>
  relation([["Expert", one], "WORKED_WITH", ["Expert", other]], { times, lastYear });
