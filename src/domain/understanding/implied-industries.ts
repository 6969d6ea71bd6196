import { type Ancestry, senseIn } from "./ancestry.ts";
import type { Folded } from "./fold.ts";
import { isNumbered, itemsOf } from "./lists.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { isListed, type Mention } from "./reading.ts";

const implicationOf = (mention: Mention): NamedIndustry[] =>
  mention.term.implies === null || mention.refusedBy !== null
    ? []
    : [{ id: mention.term.implies, mention, isImplied: true, list: 0 }];

/**
 * What a product or a trade implies (吉他); else what ways of working do (直播), each only
 * where the industries implied before it cannot have it.
 */
export function implied(mentions: readonly Mention[], ancestry: Ancestry): NamedIndustry[] {
  const things = mentions.filter(({ term }) => term.senses.length === 0).flatMap(implicationOf);
  if (things.length > 0) return things;
  const kept: NamedIndustry[] = [];
  for (const one of mentions.flatMap(implicationOf)) {
    const isNew = kept.every(({ id }) => senseIn(one.mention.term, id, ancestry) === null);
    const isAgain = kept.some(({ id }) => id === one.id);
    if (isNew || isAgain) kept.push(one);
  }
  return kept;
}

const byPlace = (left: NamedIndustry, right: NamedIndustry): number =>
  left.mention.from - right.mention.from;

const inOrder = (named: readonly NamedIndustry[]): NamedIndustry[] => [...named].sort(byPlace);

const isNamed = (mention: Mention | undefined): mention is Mention =>
  mention !== undefined &&
  mention.term.industry !== null &&
  mention.refusedBy === null &&
  !mention.former;

/** Whether a neighbour of a mention in a list is named. */
function isBesideNamed(mentions: readonly Mention[], index: number, folded: Folded): boolean {
  const [before, here, after] = [mentions[index - 1], mentions[index], mentions[index + 1]];
  if (here === undefined) return false;
  return (
    (isNamed(before) && isListed(folded, before, here)) ||
    (isNamed(after) && isListed(folded, here, after))
  );
}

/** 油菜和饲草: what only implies an industry names it in a list with one that is named. */
export function withListed(
  stated: readonly NamedIndustry[],
  mentions: readonly Mention[],
  folded: Folded,
): readonly NamedIndustry[] {
  if (stated.length === 0) return stated;
  const listed = mentions
    .filter(({ term }, index) => term.implies !== null && isBesideNamed(mentions, index, folded))
    .flatMap(implicationOf);
  return listed.length === 0 ? stated : inOrder([...stated, ...listed]);
}

/** Trades that stand beside farming, not in it. */
const TRADES = new Set(["food-processing", "rural-commerce", "rural-tourism"]);
/** What only an item that is numbered can be about: in others 账 and 合同 are those of a farm. */
const IN_NUMBERED = "village-economy";

const isTrade = (id: string | null, { plain }: Folded): boolean =>
  id !== null && (TRADES.has(id) || (id === IN_NUMBERED && isNumbered(plain)));

/** In a list, an item that names no industry has the one its words imply: 三是网店运营. */
export function withOwnItems(
  stated: readonly NamedIndustry[],
  mentions: readonly Mention[],
  { folded, ancestry }: { folded: Folded; ancestry: Ancestry },
): readonly NamedIndustry[] {
  if (!mentions.some(({ term }) => isTrade(term.implies, folded))) return stated;
  const named = new Set(stated.map(({ mention }) => mention));
  const own = itemsOf(folded, mentions)
    .filter((item) => !item.some((mention) => named.has(mention)))
    .flatMap((item) => implied(item, ancestry))
    .filter(({ id }) => isTrade(id, folded));
  return inOrder([...stated, ...own]);
}
