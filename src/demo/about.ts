import { fill } from "./fill.ts";
import type { Person } from "./person.ts";
import { pastPostings } from "./postings.ts";
import type { Lot } from "./random.ts";
import type { AboutText } from "./tables.ts";
import type { Topic, TopicsOf } from "./topics.ts";
import { spokenName, type World } from "./world.ts";

/** A sentence or two in which a person introduces themself. */
export type Introduce = (lot: Lot, person: Person) => string;

export function introducer(world: World, topicsOf: TopicsOf): Introduce {
  const { tables } = world;
  return (lot, person) => {
    const served = [
      ...new Set(pastPostings(person).map(({ county }) => spokenName(world, county))),
    ];
    const texts = tables.about.filter((text) => suits(text, person, served.length));
    const [topic, other] = twoTopics(lot, person, topicsOf);
    return fill(lot.pick(texts).text, {
      field: person.specialty.zh,
      crop: tables.crops.get(person.industry)?.word ?? "",
      topic: topic.full,
      other: other.short,
      county: served[0] ?? "",
      second: served[1] ?? "",
      years: String(person.careerYears),
      days: String(person.daysPerYear),
    });
  };
}

function suits({ newcomer, mode, text }: AboutText, person: Person, served: number): boolean {
  if (mode !== null && !person.modes.includes(mode)) return false;
  if (newcomer !== "any" && (newcomer === "yes") !== person.newcomer) return false;
  if (newcomer === "yes" && person.careerYears > 12) return false;
  if (text.includes("{second}")) return served > 1;
  return !text.includes("{county}") || served > 0;
}

/** One of the first skill and another one, of the second where there is one. */
function twoTopics(lot: Lot, { known }: Person, topicsOf: TopicsOf): [Topic, Topic] {
  const [first, second] = known;
  if (!first) throw new RangeError("an expert without a skill");
  const topic = lot.pick(topicsOf(first));
  const others = topicsOf(second ?? first).filter(({ full }) => full !== topic.full);
  return [topic, others.length > 0 ? lot.pick(others) : topic];
}
