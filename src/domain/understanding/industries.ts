import { type Ancestry, senseIn, stepsUp } from "./ancestry.ts";
import type { Folded } from "./fold.ts";
import { implied, withListed, withOwnItems } from "./implied-industries.ts";
import { isList } from "./lists.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { isListed, type Mention } from "./reading.ts";

function namesIn(mentions: readonly Mention[]): NamedIndustry[] {
  const named: NamedIndustry[] = [];
  for (const mention of mentions) {
    const { industry } = mention.term;
    if (industry === null || mention.refusedBy !== null) continue;
    named.push({ id: industry, mention, isImplied: false, list: 0 });
  }
  return named;
}

/** 油茶低改、黄精育苗: what says something of its own crop already begins no list of crops. */
const saysOfItsOwn = ({ id, mention }: NamedIndustry, ancestry: Ancestry): boolean =>
  senseIn(mention.term, id, ancestry) !== null;

function numberLists(folded: Folded, named: readonly NamedIndustry[], ancestry: Ancestry): void {
  named.forEach((one, index) => {
    const previous = named[index - 1];
    const follows =
      previous !== undefined &&
      !one.isImplied &&
      previous.mention.clause === one.mention.clause &&
      isListed(folded, previous.mention, one.mention) &&
      !saysOfItsOwn(previous, ancestry);
    one.list = follows ? previous.list : index + 1;
  });
}

/**
 * What a general word stands for beside a special one: of a rice-fish field, the rice and the
 * fish are parts; where trout are named, fish are trout; where crayfish are, shrimps and the
 * paddy are theirs; spawn and logs beside poria are for poria; rapeseed is where bees are put.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "rice-fish": ["rice", "freshwater-fish"],
  "cold-water-fish": ["freshwater-fish"],
  crayfish: ["shrimp-crab", "rice-fish"],
  "turtle-frog": ["rice-fish"],
  poria: ["edible-fungi"],
  bees: ["rapeseed"],
};

/** Of a wide group, words with its sign mean all of it (果园, 药材), others one kind (樱桃, 天麻). */
const SIGN_OF_ALL: Readonly<Record<string, RegExp>> = {
  fruit: /果/u,
  herbs: /药/u,
  vegetable: /菜/u,
  "edible-fungi": /[菌料棒段]/u,
};

const meansAll = ({ id, mention }: NamedIndustry): boolean =>
  SIGN_OF_ALL[id]?.test(mention.term.words) ?? false;

const isOneKind = (one: NamedIndustry): boolean =>
  !one.isImplied && one.id in SIGN_OF_ALL && !meansAll(one);

/** Whether an industry lies below another in the tree. */
const isNarrower = (ancestry: Ancestry, id: string, than: string): boolean =>
  id !== than && stepsUp(ancestry, id, than) !== null;

/** Whether one industry is a part of another of the text, and not named in an item of its own. */
const isPart = (whole: NamedIndustry, part: NamedIndustry, listed: boolean): boolean =>
  (PARTS[whole.id]?.includes(part.id) ?? false) &&
  (!listed || meansAll(part) || whole.mention.sentence === part.mention.sentence);

/**
 * 柑橘里椪柑占九成 speaks of ponkan alone, 果树 beside 桃、李 of both; in 柑橘、柚子 each stands for
 * itself.
 */
function mostSpecific(
  named: readonly NamedIndustry[],
  ancestry: Ancestry,
  listed: boolean,
): NamedIndustry[] {
  if (named.length < 2) return [...named];
  return named.flatMap((one) => {
    if (isOneKind(one)) return [one];
    const narrower = named.filter(
      (other) =>
        other.list !== one.list &&
        (isNarrower(ancestry, other.id, one.id) || isPart(other, one, listed)),
    );
    const nearest = narrower.reduce<NamedIndustry | null>(
      (best, other) => (best === null || apart(other, one) < apart(best, one) ? other : best),
      null,
    );
    if (nearest === null) return [one];
    const ids = new Set(narrower.filter(({ list }) => list === nearest.list).map(({ id }) => id));
    return [...ids].map((id) => ({ ...one, id }));
  });
}

const apart = (left: NamedIndustry, right: NamedIndustry): number =>
  Math.abs(left.mention.from - right.mention.from);

/** More than any request names; a text of repeated names must not take longer than another. */
const MOST_NAMED = 60;

/** The first of several mentions of one industry in one clause. */
function onceAClause(named: readonly NamedIndustry[]): NamedIndustry[] {
  const seen = new Set<string>();
  const kept: NamedIndustry[] = [];
  for (const one of named) {
    const key = `${one.mention.clause} ${one.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(one);
    if (kept.length === MOST_NAMED) break;
  }
  return kept;
}

/**
 * The industries a text speaks of, in the order of their words: those it names; where it names
 * none, those its words imply. The past (以前种水稻) counts only when there is no present.
 */
export function findIndustries(
  folded: Folded,
  mentions: readonly Mention[],
  ancestry: Ancestry,
): NamedIndustry[] {
  const all = namesIn(mentions);
  const present = all.filter(({ mention }) => !mention.former);
  const stated = withListed(present.length > 0 ? present : all, mentions, folded);
  const listed = isList(folded.plain);
  const around = { folded, ancestry };
  const spoken = listed ? withOwnItems(stated, mentions, around) : stated;
  const named = onceAClause(stated.length > 0 ? spoken : implied(mentions, ancestry));
  numberLists(folded, named, ancestry);
  return mostSpecific(named, ancestry, listed);
}
