import type { Evidence, EvidenceKind, HeldSkill } from "../domain/model/expert.ts";
import { fill } from "./fill.ts";
import type { KnownSkill, Person, PostingDraft } from "./person.ts";
import { pastPostings } from "./postings.ts";
import type { Lot } from "./random.ts";
import { type EvidenceText, rankKey, type Trade } from "./tables.ts";
import type { Topic, TopicsOf } from "./topics.ts";
import { Weighted } from "./weighted.ts";
import { spokenName, type World } from "./world.ts";

/** What people of each kind of house have to show: universities papers, extension centres service. */
const KINDS: Readonly<Record<Trade, Readonly<Record<EvidenceKind, number>>>> = {
  university: { paper: 5, patent: 2, variety: 1.5, service: 3, title: 0.8 },
  institute: { paper: 4, patent: 2, variety: 2.5, service: 3, title: 0.8 },
  extension: { paper: 2, patent: 0.3, variety: 0.3, service: 6, title: 1.5 },
};

/** Competences about people and markets rather than about how something is grown or made. */
const SOCIAL: ReadonlySet<string> = new Set([
  "planning",
  "branding",
  "e-commerce",
  "logistics",
  "tourism",
  "management",
  "training",
]);

/** Nothing older than this is told. */
const OLDEST_YEARS = 12;

/** Makes the skills of a person with their evidence, newest first. */
export type Prove = (lot: Lot, person: Person) => HeldSkill[];

export function prover(world: World, topicsOf: TopicsOf): Prove {
  const textsFor = textChooser(world);
  return (lot, person) => {
    const bearer = { world, person, served: pastPostings(person), rank: rankName(world, person) };
    return person.known.map((skill) => {
      const about = { skill, topics: topicsOf(skill), texts: textsFor(person, skill) };
      const evidence = Array.from({ length: countOf(lot, skill) }, () =>
        proof(lot, { ...bearer, ...about }),
      );
      const { industry, competence, level } = skill;
      return { industry, competence, level, evidence: newestFirst(evidence) };
    });
  };
}

/** One for what is known besides, up to four for what is done every day. */
const countOf = (lot: Lot, { core, level }: KnownSkill): number =>
  core ? lot.whole(1, Math.min(4, level + 1)) : 1;

function newestFirst(evidence: readonly Evidence[]): Evidence[] {
  const distinct = new Map(evidence.map((one) => [one.title, one]));
  return [...distinct.values()].sort((one, other) => other.year - one.year);
}

interface Case {
  world: World;
  person: Person;
  /** Past postings of the person, and the name of their title. */
  served: readonly PostingDraft[];
  rank: string;
  skill: KnownSkill;
  topics: readonly Topic[];
  texts: Weighted<EvidenceText>;
}

function proof(lot: Lot, { world, person, served, rank, skill, topics, texts }: Case): Evidence {
  const { kind, text } = texts.draw(lot);
  const crop = world.tables.crops.get(skill.industry);
  const posting = served.length > 0 ? lot.pick(served) : null;
  const near = posting?.county ?? person.county ?? lot.pick(world.counties);
  const title = fill(text, {
    topic: lot.pick(topics).full,
    crop: crop?.word ?? "",
    stem: crop?.stem ?? "",
    number: String(lot.whole(1, 28)),
    county: spokenName(world, near),
    rank,
    field: person.specialty.zh,
  });
  return { kind, year: yearOf(lot, { world, person, kind, posting }), title };
}

interface Dated {
  world: World;
  person: Person;
  kind: EvidenceKind;
  posting: PostingDraft | null;
}

function yearOf(lot: Lot, { world, person, kind, posting }: Dated): number {
  if (kind === "title") return person.titleYear;
  return kind === "service" && posting ? posting.year : world.year - age(lot, person);
}

/** How the title of a person is called where they work. */
function rankName({ tables }: World, { seat, specialty, rank }: Person): string {
  const name = tables.ranks.get(rankKey(seat.row.trade, specialty.family))?.[rank];
  if (name === undefined) throw new RangeError(`ranks.csv has nothing for ${specialty.family}`);
  return name;
}

/** Years ago, mostly few, never more than the person has worked. */
function age(lot: Lot, { careerYears }: Person): number {
  const oldest = Math.min(OLDEST_YEARS, careerYears);
  return 1 + Math.floor(oldest * lot.draw() * lot.draw());
}

type TextsFor = (person: Person, skill: KnownSkill) => Weighted<EvidenceText>;

/** What the choice of texts depends on. */
interface Bearer {
  trade: Trade;
  competence: string;
  core: boolean;
  newcomer: boolean;
  junior: boolean;
  /** New varieties of the crop are named. */
  named: boolean;
}

/** The texts that suit a skill, the house and whether the person has served, looked up once each. */
function textChooser({ tables }: World): TextsFor {
  const known = new Map<string, Weighted<EvidenceText>>();
  return ({ seat, rank, newcomer }, { industry, competence, core }) => {
    const { trade } = seat.row;
    const junior = rank === 0;
    const named = (tables.crops.get(industry)?.stem ?? "") !== "";
    const key = `${trade}/${competence}/${core}/${newcomer}/${junior}/${named}`;
    const bearer = { trade, competence, core, newcomer, junior, named };
    const texts = known.get(key) ?? suitable(tables.evidence, bearer);
    known.set(key, texts);
    return texts;
  };
}

/** Each kind as often as the house has it, however many texts there are of it. */
function suitable(texts: readonly EvidenceText[], bearer: Bearer): Weighted<EvidenceText> {
  const suiting = texts.filter((text) => fitsSkill(text, bearer) && fitsPerson(text, bearer));
  const count = (kind: EvidenceKind) => suiting.filter((text) => text.kind === kind).length;
  return new Weighted(suiting, ({ kind }) => KINDS[bearer.trade][kind] / count(kind));
}

function fitsSkill({ competences, scope, text }: EvidenceText, bearer: Bearer): boolean {
  const { competence, named } = bearer;
  if (competences.length > 0 && !competences.includes(competence)) return false;
  if (scope !== null && (scope === "social") !== SOCIAL.has(competence)) return false;
  return named || !text.includes("{stem}");
}

function fitsPerson({ kind }: EvidenceText, { newcomer, core, junior }: Bearer): boolean {
  if (kind === "service") return !newcomer;
  if (kind === "title") return core;
  return !(junior && (kind === "variety" || kind === "patent"));
}
