import type { Folded } from "./fold.ts";
import type { Found } from "./segment.ts";
import { holds, unitsOf } from "./units.ts";

/** Behind a word it is what something looks, smells or measures like: 鸡蛋大, 花生米一样, 苹果味. */
const LIKE_IT =
  /^(?:一样|样的|样子|似的|那样|般的|大小(?!年)|那么大|粗细|(?:味道|气味|味儿|味(?![道儿精料]))(?![大重臭差不太很浓])|大(?![小枝户棚田量面学专院县省市镇村豆蒜米麦]))/u;
/** What these words begin with: most words are followed by nothing of the kind. */
const LIKE_IT_BEGINS = unitsOf("一样似那般大粗味气");
/** Before a word it is what something is compared with: 像豆腐渣. */
const AS_IF = /(?:像|好似|如同|犹如|好比)(?:是|个|一[个层块条])?$/u;
/** What these words end with. */
const AS_IF_ENDS = unitsOf("像似同如比是个层块条");
/** As far as a comparison reaches, in characters. */
const COMPARED = 4;

const isAsIf = ({ codes, plain }: Folded, at: number): boolean =>
  holds(AS_IF_ENDS, codes, at - 1) && AS_IF.test(plain.slice(Math.max(0, at - COMPARED), at));

/** 像生姜一样, 臭鸡蛋味: what a trouble is compared with is not what it is about. */
function isCompared(folded: Folded, { term, from, to }: Found): boolean {
  if ((term.industry ?? term.implies) === null || term.senses.length > 0) return false;
  const { codes, plain } = folded;
  const isLike = holds(LIKE_IT_BEGINS, codes, to) && LIKE_IT.test(plain.slice(to, to + COMPARED));
  return isLike || isAsIf(folded, from);
}

/** Behind a work they make it an office, a shop or who says something: 植保站, 农药店, 兽医说. */
const OFFICE = /^(?:[站所局](?![有以需在部限点])|部门|公司|店|说|讲(?![解课座授])|看[了过])/u;

/** What these words begin with: most words are followed by nothing of the kind. */
const OFFICE_BEGINS = unitsOf("站所局部公店说讲看");

/** 植保站来看过: who works there is not what is asked for. */
const isOffice = ({ codes, plain }: Folded, { term, to }: Found): boolean =>
  term.senses.length > 0 &&
  term.rule !== "practice" &&
  holds(OFFICE_BEGINS, codes, to) &&
  OFFICE.test(plain.slice(to, to + 2));

/** Between them stands what a variety bears, not what befell a crop: 耐高温品种. */
const BEARS = unitsOf("耐抗");
const BEARER = /^[性的型强之]{0,3}(?:.?品种|品系|砧木|种质|材料|新种|良种)/u;

const isTrait = ({ codes, plain }: Folded, { term, from, to }: Found): boolean =>
  term.senses.length > 0 && holds(BEARS, codes, from - 1) && BEARER.test(plain.slice(to, to + 6));

/** Whether a word is meant as what it names: compared with, or part of a name, it is not. */
export const isMeant = (folded: Folded, one: Found): boolean =>
  !isCompared(folded, one) && !isOffice(folded, one) && !isTrait(folded, one);
