import type { Folded } from "./fold.ts";
import type { Found } from "./segment.ts";
import { holds, unitsOf } from "./units.ts";

const NOT = unitsOf("不");

/** 打不进超市, 长不起来: behind 不 they tell what cannot be done, which is a lack. */
const DIRECTIONS = unitsOf("进出上下起过来去到");

/** Below this stand no Chinese characters. */
const FIRST_HAN = 0x4e00;

/** Rules whose words tell a trouble. */
const TROUBLES: ReadonlySet<string> = new Set(["symptom", "disease", "pest"]);
/** Before 不 and a trouble they ask how to be rid of it: 怎么让猪不拉稀, 才不烧苗. */
const SO_THAT = /(?:怎么|怎样|如何|咋|才|让|使|免得)[^,。?!;]{0,7}$/u;
/** As far as these words and what may stand behind them reach, in characters. */
const SO_THAT_REACH = 9;

/** Whether 不 at a place asks whether or not: 套不套种, 种不种. */
export const isWhetherOrNot = (codes: readonly number[], at: number): boolean =>
  holds(NOT, codes, at) && at > 0 && codes[at - 1] === codes[at + 1];

const tellsInability = (codes: readonly number[], at: number): boolean =>
  holds(DIRECTIONS, codes, at + 1) && Number(codes[at - 1] ?? 0) >= FIRST_HAN;

const asksToBeRid = ({ plain }: Folded, { term, from }: Found): boolean =>
  TROUBLES.has(term.rule) &&
  SO_THAT.test(plain.slice(Math.max(0, from - 1 - SO_THAT_REACH), from - 1));

/** Whether a word right behind 不 is asked for all the same. */
export function isStillAsked(folded: Folded, one: Found): boolean {
  const { codes } = folded;
  const at = one.from - 1;
  if (!holds(NOT, codes, at)) return false;
  return isWhetherOrNot(codes, at) || tellsInability(codes, at) || asksToBeRid(folded, one);
}
