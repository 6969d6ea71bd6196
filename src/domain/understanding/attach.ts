import { type Ancestry, senseIn, stepsUp } from "./ancestry.ts";
import type { Folded } from "./fold.ts";
import type { Likelihood, Sense } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import type { Mention } from "./reading.ts";
import { oneByOne } from "./respectively.ts";

/** A problem and the industry it belongs to, with what it means there. */
export interface Attached {
  mention: Mention;
  /** Null when no industry is known for it. */
  industry: string | null;
  /** The word the industry was taken from, when it was not the problem itself. */
  owner: Mention | null;
  competences: readonly Likelihood[];
}

interface Home {
  named: NamedIndustry;
  sense: Sense;
  cost: number;
}

/** 的 */
const OF = 0x7684;

/** Whether the problem is put before the industry as its attribute: 缺肥的茶园. */
const isAttribute = ({ codes }: Folded, problem: Mention, industry: Mention): boolean =>
  industry.from === problem.to + 1 && codes[problem.to] === OF;

/**
 * How far a problem is from an industry, as a reader sees it: in the same clause, before it,
 * comes first; then an earlier clause of the sentence, an earlier sentence, and what follows.
 */
function remoteness(folded: Folded, problem: Mention, industry: Mention): number {
  const isBefore = industry.from <= problem.from;
  const distance = Math.abs(problem.from - industry.from);
  if (industry.clause === problem.clause) {
    if (isAttribute(folded, problem, industry)) return 0;
    return isBefore ? distance : distance + 10;
  }
  const isSameSentence = industry.sentence === problem.sentence;
  if (isBefore) return distance + (isSameSentence ? 1e4 : 2e4);
  return distance + (isSameSentence ? 3e4 : 4e4);
}

export interface Surroundings {
  folded: Folded;
  industries: readonly NamedIndustry[];
  ancestry: Ancestry;
}

const byCost = (left: Home, right: Home): number => left.cost - right.cost;

function homesOf(problem: Mention, { folded, industries, ancestry }: Surroundings): Home[] {
  const homes: Home[] = [];
  for (const named of industries) {
    const sense = senseIn(problem.term, named.id, ancestry);
    if (sense === null) continue;
    homes.push({ named, sense, cost: remoteness(folded, problem, named.mention) });
  }
  return homes.sort(byCost);
}

/** 黄龙病 names citrus itself: it belongs to the citrus of the text, however far away. */
function ownHomes(problem: Mention, homes: readonly Home[], ancestry: Ancestry): readonly Home[] {
  const own = problem.term.industry;
  if (own === null) return homes;
  const kin = homes.filter(({ named }) => stepsUp(ancestry, named.id, own) !== null);
  return kin.length > 0 ? kin : homes;
}

/**
 * What no industry of the text can have: its own, unless one stands in the same clause. A sign
 * brings no industry of its own beside those of the text.
 */
function homeless(problem: Mention, { ancestry, industries }: Surroundings): Attached {
  const { implies, senses, rule } = problem.term;
  const isApart = industries.every(({ mention }) => mention.clause !== problem.clause);
  const mayImply =
    industries.length === 0 || (isApart && problem.force === "asks" && rule !== "symptom");
  const sense = implies !== null && mayImply ? senseIn(problem.term, implies, ancestry) : null;
  return {
    mention: problem,
    industry: sense === null ? null : implies,
    owner: null,
    competences: (sense ?? senses[0])?.competences ?? [],
  };
}

const byPlace = (left: Home, right: Home): number =>
  left.named.mention.from - right.named.mention.from;

/** The homes of a problem that are of one list, in the order of the words. */
function listOf({ named: { list } }: Home, homes: readonly Home[]): readonly Home[] {
  return homes.length < 2 ? homes : homes.filter(({ named }) => named.list === list).sort(byPlace);
}

/** A problem with each of some industries; an industry that is named twice counts once. */
function attachedTo(homes: readonly Home[], problem: Mention): Attached[] {
  const attached: Attached[] = [];
  for (const { named, sense } of homes) {
    if (attached.some(({ industry }) => industry === named.id)) continue;
    const owner = named.mention === problem ? null : named.mention;
    const { competences } = sense;
    attached.push({ mention: problem, industry: named.id, owner, competences });
  }
  return attached;
}

/** Gives a problem to the industry nearest to it that can have it, and to that one's list. */
function attach(problem: Mention, around: Surroundings): Attached[] {
  const homes = ownHomes(problem, homesOf(problem, around), around.ancestry);
  const [nearest] = homes;
  if (nearest === undefined) return [homeless(problem, around)];
  return attachedTo(listOf(nearest, homes), problem);
}

/** What each industry is asked for by words that stand in one clause with it. */
function askedBeside(attached: readonly Attached[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { mention, industry, owner, competences } of attached) {
    if (industry === null || (owner !== null && owner.clause !== mention.clause)) continue;
    const known = asked.get(industry) ?? new Set();
    for (const { competence } of competences) known.add(competence);
    asked.set(industry, known);
  }
  return asked;
}

/**
 * A summary (请派懂除草的、懂营销的专家) repeats what was asked: its words go to the industry that
 * was asked for the same before, not to the nearest or to all of a list.
 */
function asAskedBefore(
  problem: Mention,
  around: Surroundings,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): Attached[] {
  return homesOf(problem, around)
    .map(({ named, sense }): Attached => {
      const { competences } = sense;
      return { mention: problem, industry: named.id, owner: named.mention, competences };
    })
    .filter(
      (one, index, all) => all.findIndex(({ industry }) => industry === one.industry) === index,
    )
    .filter(({ industry, competences }) => {
      const before = asked.get(industry ?? "");
      return competences.some(({ competence }) => before?.has(competence) ?? false);
    });
}

function housedIn(home: NamedIndustry, problem: Mention, { ancestry }: Surroundings): Attached {
  const sense = senseIn(problem.term, home.id, ancestry);
  return {
    mention: problem,
    industry: home.id,
    owner: home.mention,
    competences: sense?.competences ?? [],
  };
}

/** Every problem of the text with its industry, in the order of the words. */
export function attachProblems(problems: readonly Mention[], around: Surroundings): Attached[] {
  const paired = oneByOne(problems, around);
  const groups = problems.map((problem) => {
    const home = paired.get(problem);
    return home === undefined ? attach(problem, around) : [housedIn(home, problem, around)];
  });
  if (around.industries.length < 2) return groups.flat();
  const asked = askedBeside(groups.filter((group) => group.length === 1).flat());
  return groups.flatMap((group) => {
    const [first] = group;
    const isBeside = first?.owner === null || first?.owner?.sentence === first?.mention.sentence;
    if (first === undefined || (isBeside && group.length === 1)) return group;
    const before = asAskedBefore(first.mention, around, asked);
    return before.length > 0 ? before : group;
  });
}
