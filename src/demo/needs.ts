import { type SkillKey, skillId } from "../domain/model/vocabulary.ts";
import type { County } from "../domain/places/place.ts";
import type { GraphRecord } from "../graph/record.ts";
import { twoDigits } from "./co-work.ts";
import { needWords, writerOf } from "./need-words.ts";
import type { Lot } from "./random.ts";
import { node, relation } from "./record.ts";
import type { NewSkills } from "./skill-records.ts";
import type { NeedText } from "./tables.ts";
import { Weighted } from "./weighted.ts";
import { akin, type World } from "./world.ts";

const NEEDS = 600;

/** The month from which a need may still wait to be published. */
const RECENT_MONTH = 10;

interface NeedDraft {
  county: County;
  need: NeedText;
  /** The industry the text is about; narrower than what the county grows, or broader, at times. */
  industry: string;
  createdAt: string;
  status: string;
  text: string;
  createdBy: string;
}

/** 600 needs of counties in the order in which they came in, each with the skills it asks for. */
export function* needRecords(world: World, newSkills: NewSkills): Generator<GraphRecord> {
  const lot = world.lotFor("needs");
  const drafts = draftNeeds(world, lot);
  for (const [index, draft] of drafts.entries()) {
    const { need, county, text, status, createdAt, createdBy } = draft;
    const id = world.idOf("need", index);
    yield node("Need", id, {
      code: `XQ-${world.year}-${String(index + 1).padStart(5, "0")}`,
      text,
      status,
      urgent: need.urgent,
      allowsRemote: need.allowsRemote,
      days: need.days,
      year: world.year,
      createdAt,
      createdBy,
      demo: true,
    });
    yield relation([["Need", id], "RAISED_IN", ["County", `place_${county.code}`]]);
    yield* askRecords(id, draft, newSkills);
  }
}

function* askRecords(
  id: string,
  { need, industry }: NeedDraft,
  newSkills: NewSkills,
): Generator<GraphRecord> {
  for (const { weight, level, ...ask } of need.asks) {
    const skill: SkillKey = { competence: ask.competence, industry: ask.industry ?? industry };
    yield* newSkills([skill]);
    yield relation([["Need", id], "ASKS_FOR", ["Skill", skillId(skill)]], { weight, level });
  }
}

/** Poor counties ask more; each text is used about as often as any other that fits. */
function draftNeeds(world: World, lot: Lot): NeedDraft[] {
  const fitting = fittingTexts(world);
  const counties = new Weighted(
    world.counties.filter(({ code }) => fitting(code).length > 0),
    ({ code, poverty }) =>
      (poverty === "none" ? 1 : 3) * Math.sqrt(world.towns.get(code)?.length ?? 0.3),
  );
  const uses = new Map<NeedText, number>();
  const drafts: NeedDraft[] = [];
  while (drafts.length < NEEDS) {
    const county = counties.draw(lot);
    const { need, industries } = leastUsed(lot, { candidates: fitting(county.code), uses });
    uses.set(need, (uses.get(need) ?? 0) + 1);
    drafts.push(draftNeed(world, lot, { county, need, industry: lot.pick(industries) }));
  }
  return drafts.sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
}

function draftNeed(
  world: World,
  lot: Lot,
  choice: Pick<NeedDraft, "county" | "need" | "industry">,
): NeedDraft {
  const month = lot.whole(...choice.need.months);
  const words = needWords(world, lot, choice);
  return {
    ...choice,
    createdAt: momentIn(lot, world.year, month),
    status: statusIn(lot, month),
    text: words.text,
    createdBy: writerOf(world, lot, { ...choice, words }),
  };
}

interface Candidate {
  need: NeedText;
  /** Those of its industries that the county lives on. */
  industries: readonly string[];
}

/** The texts about something the county grows, by its code. */
function fittingTexts(world: World): (county: string) => readonly Candidate[] {
  const known = new Map<string, readonly Candidate[]>();
  return (county) => {
    const candidates =
      known.get(county) ??
      world.tables.needs.flatMap((need): Candidate[] => {
        const industries = grownOf(world, county, need.industries);
        return industries.length > 0 ? [{ need, industries }] : [];
      });
    known.set(county, candidates);
    return candidates;
  };
}

/** Exactly what is grown, else what is akin to it; village matters arise everywhere. */
function grownOf(world: World, county: string, industries: readonly string[]): readonly string[] {
  const here = world.grown.get(county) ?? [];
  const exact = industries.filter((one) => here.includes(one));
  if (exact.length > 0) return exact;
  return industries.filter((one) => ["services", ...here].some((other) => akin(world, one, other)));
}

/** Any of those that were used least, now and then one more often used. */
function leastUsed(
  lot: Lot,
  { candidates, uses }: { candidates: readonly Candidate[]; uses: Map<NeedText, number> },
): Candidate {
  const count = ({ need }: Candidate) => uses.get(need) ?? 0;
  const least = Math.min(...candidates.map(count));
  const limit = least + (lot.chance(0.3) ? 1 : 0);
  return lot.pick(candidates.filter((candidate) => count(candidate) <= limit));
}

/** Somewhen in working hours; China is eight hours ahead of UTC. */
function momentIn(lot: Lot, year: number, month: number): string {
  const date = [year, twoDigits(month), twoDigits(lot.whole(1, month === 11 ? 15 : 28))].join("-");
  const time = [lot.whole(0, 12), lot.whole(0, 59), lot.whole(0, 59)].map(twoDigits).join(":");
  return `${date}T${time}.000Z`;
}

function statusIn(lot: Lot, month: number): string {
  const recent = month >= RECENT_MONTH;
  const shares = recent
    ? { submitted: 30, published: 66, matched: 4, closed: 0 }
    : { submitted: 4, published: 76, matched: 11, closed: 9 };
  return new Weighted(Object.entries(shares), ([, weight]) => weight).draw(lot)[0];
}
