import type { Attached } from "./attach.ts";
import { BACK_OFF } from "./back-off.ts";
import { groundOf } from "./ground-of.ts";
import { type CompetenceGround, surer } from "./grounds.ts";
import type { Mention } from "./reading.ts";
import type { TaggedNeed, TaggedSkill } from "./tagger.ts";

/** What a further word for the same competence adds, against 1 for the first. */
const REPEAT = 0.25;
/** The most all signs of one industry together weigh, against 1 for each named problem. */
const SIGNS_AT_MOST = 1.5;
/** A cause less likely than this, given all signs together, is left out. */
const LEAST_LIKELY = 0.3;
/** How many likely causes are kept. */
const MOST_CAUSES = 3;

/** Of the likely meanings of a named problem, those below this are left out. */
const LEAST_NAMED = 0.45;

/** A competence asked of one industry, before all weights are brought to the sum of 1. */
export interface Weighed {
  competence: string;
  weight: number;
  ground: CompetenceGround;
  /** The words that speak for it. */
  because: Attached[];
}

type Sized = Pick<Weighed, "weight">;
const bySize = (left: Sized, right: Sized): number => right.weight - left.weight;

const groundOfSign = (because: readonly Attached[], rank: number): CompetenceGround => {
  if (because.every(({ mention }) => mention.term.rule === BACK_OFF)) return "back-off";
  return rank === 0 ? "sign" : "further-sign";
};

function add(into: Map<string, Weighed>, entry: Weighed): void {
  const known = into.get(entry.competence);
  if (known === undefined) {
    into.set(entry.competence, entry);
    return;
  }
  const { weight } = known;
  known.weight = Math.max(weight, entry.weight) + REPEAT * Math.min(weight, entry.weight);
  known.ground = surer(known.ground, entry.ground);
  known.because.push(...entry.because);
}

function named(problems: readonly Attached[]): Map<string, Weighed> {
  const found = new Map<string, Weighed>();
  for (const problem of problems) {
    for (const { competence, weight } of problem.competences) {
      if (weight < LEAST_NAMED) continue;
      const ground = groundOf(problem, weight);
      add(found, { competence, weight, ground, because: [problem] });
    }
  }
  return found;
}

/** Named in a sentence, they are the cause of the signs in it. */
const CAUSES = [
  "plant-disease",
  "plant-pest",
  "animal-disease",
  "fish-disease",
  "water-quality",
  "nutrition",
  "soil",
  "replant",
  "disaster",
  "stand-renovation",
  "postharvest",
  "processing",
];
/** A rot in the clause of such work (烘干后发黑) is a fault of that work, no plant disease. */
const WORKS = ["harvest", "herb-processing", "logistics"];

/** Whether a competence is asked for by a word in the clause or sentence of a sign. */
function isAskedNear(
  competence: string,
  asked: ReadonlyMap<string, Weighed>,
  [sign, stretch]: [Mention, "clause" | "sentence"],
): boolean {
  const because = asked.get(competence)?.because ?? [];
  return because.some(({ mention }) => mention[stretch] === sign[stretch]);
}

/** Signs with a named cause say no more than that cause: 得了黄龙病，叶子发黄. */
function isExplained({ mention, competences }: Attached, asked: ReadonlyMap<string, Weighed>) {
  if (asked.size === 0) return false;
  return (
    competences.some(({ competence }) => asked.has(competence)) ||
    CAUSES.some((competence) => isAskedNear(competence, asked, [mention, "sentence"])) ||
    WORKS.some((competence) => isAskedNear(competence, asked, [mention, "clause"]))
  );
}

/** The likely causes of all signs together, the likeliest first; what the words rule out is none. */
function causesOf(signs: readonly Attached[], ruledOut: ReadonlySet<string>): Weighed[] {
  if (signs.length === 0) return [];
  const sums = new Map<string, Omit<Weighed, "ground">>();
  for (const sign of signs) {
    for (const { competence, weight } of sign.competences) {
      const sum = sums.get(competence) ?? { competence, weight: 0, because: [] };
      sum.weight += weight;
      sum.because.push(sign);
      sums.set(competence, sum);
    }
  }
  const likely = [...sums.values()].sort(bySize);
  const left = likely.filter(({ competence }) => !ruledOut.has(competence));
  const causes = left.length > 0 ? left : likely;
  const total = causes.reduce((sum, { weight }) => sum + weight, 0);
  const mass = Math.min(signs.length, SIGNS_AT_MOST);
  return causes
    .filter(({ weight }, rank) => rank === 0 || weight / total >= LEAST_LIKELY)
    .slice(0, MOST_CAUSES)
    .map((cause, rank) => ({
      competence: cause.competence,
      because: cause.because,
      weight: (cause.weight / total) * mass,
      ground: groundOfSign(cause.because, rank),
    }));
}

/** What a trouble costs (卖不起价): no work that it could be a reason for. */
const OF_MARKET = new Set(["branding", "e-commerce", "management", "planning"]);

/**
 * Beside what is asked by name, signs add their likeliest cause alone; a single sign none, it is
 * why the rest is asked: 晒一天就发黑，烘箱调几度.
 */
function besideAsked(
  causes: readonly Weighed[],
  asked: ReadonlyMap<string, Weighed>,
): readonly Weighed[] {
  if (asked.size === 0) return causes;
  const isReason = [...asked.keys()].some((competence) => !OF_MARKET.has(competence));
  return causes.slice(0, 1).filter(({ because }) => !isReason || because.length > 1);
}

/** Words of price and loss; those of setting a price are work. */
const OF_PRICE = /(?<![定议标])价|[亏赔]|倒闭/u;

/** A single word of price or loss (卖不起价) beside a trouble says what that trouble costs. */
const isCost = ({ competence, because }: Weighed): boolean =>
  OF_MARKET.has(competence) &&
  because.length === 1 &&
  because.every(({ mention }) => OF_PRICE.test(mention.term.words));

function withoutCosts(weighed: readonly Weighed[]): readonly Weighed[] {
  const isTrouble = weighed.some(({ competence }) => !OF_MARKET.has(competence));
  return isTrouble ? weighed.filter((one) => !isCost(one)) : weighed;
}

/** What one industry's problems ask for: named competences, then the likely causes of signs. */
export function weighProblems(
  problems: readonly Attached[],
  ruledOut: ReadonlySet<string>,
): Weighed[] {
  if (problems.length === 0) return [];
  const asked = named(problems.filter(({ mention }) => mention.force !== "signs"));
  const signs = problems.filter(({ mention }) => mention.force === "signs");
  for (const sign of signs.filter((one) => isExplained(one, asked))) {
    for (const { competence } of sign.competences) asked.get(competence)?.because.push(sign);
  }
  const unexplained = signs.filter((sign) => !isExplained(sign, asked));
  const causes = causesOf(unexplained, ruledOut);
  for (const cause of besideAsked(causes, asked)) add(asked, cause);
  return [...withoutCosts([...asked.values()])].sort(bySize);
}

/** How sure a competence is of an industry, in (0, 1]. */
type SureOf = (industry: string, competence: Weighed) => number;

export interface WeighedNeed {
  industry: string;
  place: string | null;
  competences: Weighed[];
}

const rounded = (share: number): number => Math.max(1, Math.round(share * 1e4)) / 1e4;

/** Brings all weights of all needs to the sum of 1, in steps of 1/10,000. */
export function shareOut(needs: readonly WeighedNeed[], sureOf: SureOf): TaggedNeed[] {
  const total = needs
    .flatMap(({ competences }) => competences)
    .reduce((sum, { weight }) => sum + weight, 0);
  const shared = needs.map(
    ({ industry, place, competences }): TaggedNeed => ({
      skills: competences.map(
        (asked): TaggedSkill => ({
          industry,
          competence: asked.competence,
          weight: rounded(asked.weight / total),
          confidence: rounded(sureOf(industry, asked)),
        }),
      ),
      place,
    }),
  );
  const skills = shared.flatMap((need) => need.skills);
  const [first] = skills;
  if (first !== undefined) {
    const rest = skills.slice(1).reduce((sum, { weight }) => sum + weight, 0);
    first.weight = rounded(1 - rest);
  }
  return shared;
}
