import type { GraphRecord } from "../graph/record.ts";
import { fill } from "./fill.ts";
import type { Person, Visit } from "./person.ts";
import { pastPostings } from "./postings.ts";
import type { Lot } from "./random.ts";
import { node, relation } from "./record.ts";
import type { SummaryText } from "./tables.ts";
import type { TopicsOf } from "./topics.ts";
import type { World } from "./world.ts";

/** How many visits the host rates. */
const RATED = 0.82;

/** Postings, visits and assessments of a person. */
export type RecordService = (lot: Lot, person: Person) => Generator<GraphRecord>;

export function serviceRecorder(world: World, topicsOf: TopicsOf): RecordService {
  let postings = 0;
  let visits = 0;
  let assessments = 0;
  const summaries = summaryChooser(world);
  return function* (lot, person) {
    const expert = ["Expert", person.id] as const;
    for (const { county, ...posting } of person.postings) {
      const id = world.idOf("posting", postings++);
      yield node("Posting", id, { ...posting, demo: true });
      yield relation([expert, "HOLDS", ["Posting", id]]);
      yield relation([["Posting", id], "AT", ["County", `place_${county.code}`]]);
    }
    for (const visit of [...person.visits].sort(byDate)) {
      const id = world.idOf("record", visits++);
      const { county, ...properties } = visit;
      const summary = summarise(lot, { world, topicsOf, summaries, person, visit });
      const rating = lot.chance(RATED) ? { rating: ratingOf(lot, person) } : {};
      yield node("ServiceRecord", id, { ...properties, summary, ...rating, demo: true });
      yield relation([expert, "PERFORMED", ["ServiceRecord", id]]);
      yield relation([["ServiceRecord", id], "SERVED", ["County", `place_${county.code}`]]);
    }
    for (const year of new Set(pastPostings(person).map((posting) => posting.year))) {
      const id = world.idOf("assessment", assessments++);
      yield node("Assessment", id, { year, grade: gradeOf(lot, person), demo: true });
      yield relation([expert, "RECEIVED", ["Assessment", id]]);
    }
  };
}

const byDate = (one: Visit, other: Visit): number => (one.date < other.date ? -1 : 1);

/** 1-5, mostly 4 and 5. */
function ratingOf(lot: Lot, { quality }: Person): number {
  return Math.min(5, Math.max(1, Math.round(4.2 + 0.5 * quality + 0.5 * lot.bell())));
}

function gradeOf(lot: Lot, { quality }: Person): string {
  const merit = quality + 0.6 * lot.bell();
  if (merit > 1.1) return "excellent";
  if (merit > -0.2) return "good";
  return merit > -2.2 ? "qualified" : "unqualified";
}

interface Day {
  world: World;
  topicsOf: TopicsOf;
  summaries: (competence: string) => readonly SummaryText[];
  person: Person;
  visit: Visit;
}

function summarise(lot: Lot, { world, topicsOf, summaries, person, visit }: Day): string {
  const skill = lot.pick(person.known.filter(({ core }) => core));
  const topic = lot.pick(topicsOf(skill)).full;
  if (visit.mode === "remote") return `视频连线会诊，答复${topic}方面的问题。`;
  const towns = world.towns.get(visit.county.code);
  return fill(lot.pick(summaries(skill.competence)).text, {
    topic,
    crop: world.tables.crops.get(skill.industry)?.word ?? "",
    town: towns ? lot.pick(towns) : visit.county.name,
    people: String(lot.whole(12, 80)),
    households: String(lot.whole(3, 25)),
    acres: String(lot.whole(2, 30) * 10),
  });
}

/** The texts for a competence of its own, or those that suit all. */
function summaryChooser({ tables, vocabulary }: World) {
  const known = new Map<string, SummaryText[]>();
  for (const competence of vocabulary.competences.keys()) {
    known.set(
      competence,
      tables.summaries.filter(
        ({ competences }) => competences.length === 0 || competences.includes(competence),
      ),
    );
  }
  return (competence: string): readonly SummaryText[] => known.get(competence) ?? [];
}
