import type { Folded } from "./fold.ts";
import type { Mention } from "./reading.ts";

/** What an item of a list begins with: 一、; 一是; 1.; (1). */
const ITEM = /[一二三四][、是]|(?:^|[^\d])[1-9](?:[、)]|\.(?!\d))|其[一二]/u;

/** Whether the items of a list are numbered. */
export const isNumbered = (plain: string): boolean => ITEM.test(plain);

/** Each item of a list is asked for. */
export const isList = (plain: string): boolean => isNumbered(plain) || plain.includes(";");

const EVERY_ITEM = new RegExp(ITEM, "gu");

/** Mentions by the items of a list: by sentences, and by what numbers begin. */
export function itemsOf({ plain }: Folded, mentions: readonly Mention[]): Mention[][] {
  const starts = [...plain.matchAll(EVERY_ITEM)].map(({ index }) => index);
  const items: Mention[][] = [];
  let next = 0;
  for (const mention of mentions) {
    const last = items.at(-1);
    const first = next;
    while (Number(starts[next]) < mention.from) next += 1;
    if (last?.[0]?.sentence === mention.sentence && next === first) last.push(mention);
    else items.push([mention]);
  }
  return items;
}
