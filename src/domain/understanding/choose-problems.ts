import type { Folded } from "./fold.ts";
import type { Cue, Force } from "./lexicon.ts";
import { isList } from "./lists.ts";
import { hasCue, type Mention } from "./reading.ts";

const UNASKED: ReadonlySet<Force> = new Set(["hints", "facts", "vague"]);

/** Up to this many characters a text is a heading: 茶叶加工 asks without a word of request. */
const HEADING = 12;

/** Whether a hint counts: where help is wanted; the work kept or grown, where a heading ends. */
function countsAs(mentions: readonly Mention[], { codes }: Folded): (problem: Mention) => boolean {
  const isHeading = codes.length <= HEADING;
  const wants =
    isHeading || mentions.some((mention) => hasCue(mention, "request") || hasCue(mention, "need"));
  return ({ force, to }) =>
    force === "vague" ||
    (force === "hints" && wants) ||
    (force === "facts" && isHeading && to === codes.length);
}

/** Every problem, sign and work of a text that is not refused. */
export const problemsIn = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ term, refusedBy }) => term.senses.length > 0 && refusedBy === null);

/** Which of the problems of a text count. */
export type Choice = (mentions: readonly Mention[], folded: Folded) => readonly Mention[];

/** Somebody presents themselves: what they name is what they can do. */
export const presents = (mentions: readonly Mention[]): boolean =>
  mentions.some((mention) => hasCue(mention, "self")) &&
  !mentions.some((mention) => hasCue(mention, "request") && mention.refusedBy === null);

/** What somebody who presents themselves can do; words of the market (推广, 项目) say how it was done. */
export const skillsIn: Choice = (mentions, { plain }) =>
  problemsIn(mentions).filter(
    ({ term, from }) =>
      (term.rule !== "market" || term.force === "asks") &&
      !UNSKILLED.test(plain.slice(Math.max(0, from - UNSKILLED_REACH), from)),
  );

/** Before a work they say that somebody cannot do it: 不懂养猪. */
const UNSKILLED = /(?:不懂|不会|不熟悉?|没做过|没搞过|没干过|未从事|不从事)[^,。;]{0,2}$/u;
const UNSKILLED_REACH = 6;

/** Kinds of words that name a work as often where it is done as where help with it is wanted. */
const WORKS = new Set(["practice", "market", "product", "service", "name"]);

/** Works of growing and repairing: more often done than wanted, other than those of the market. */
const DOINGS = new Set(["practice", "service"]);

/** The clauses in which a cue stands. */
function clausesWith(mentions: readonly Mention[], cue: Cue): ReadonlySet<number> {
  const clauses = new Set<number>();
  for (const mention of mentions) if (hasCue(mention, cue)) clauses.add(mention.clause);
  return clauses;
}

/** Whether a work stands before those that a request names, so that it is told. */
function isTold({ clause, sentence, term }: Mention, focal: readonly Mention[]): boolean {
  const here = focal.filter((one) => one.sentence === sentence);
  const isBefore = here.every((one) => clause < one.clause);
  return isBefore && (here.length === 0 || DOINGS.has(term.rule));
}

/** Words that ask by themselves, as longer terms that hold a question do: 池子怎么修, 哪里引种. */
const QUESTION = /怎|咋|哪|啥|什么|如何|多少|多深/u;

/**
 * Where a request names works, the works of other sentences are told, not asked for, and so are
 * the doings of its own sentence that stand in a clause before it, unless a word of need stands in their
 * clause.
 */
function inFocus(
  asked: readonly Mention[],
  mentions: readonly Mention[],
  { plain }: Folded,
): readonly Mention[] {
  const requests = clausesWith(mentions, "request");
  const focal = asked.filter(({ clause, term }) => requests.has(clause) && WORKS.has(term.rule));
  if (focal.length === 0 || isList(plain)) return asked;
  const needs = clausesWith(mentions, "need");
  return asked.filter(
    (one) =>
      !WORKS.has(one.term.rule) ||
      requests.has(one.clause) ||
      needs.has(one.clause) ||
      QUESTION.test(one.term.words) ||
      !isTold(one, focal),
  );
}

/** Behind a work it says that it was done before: 修剪过. */
const DONE = /^过(?![程高低多少大小早晚密长度剩后于冬夏年])/u;

/** Works of which the text says that they were done are told, where anything else is asked. */
function undone(asked: readonly Mention[], { plain }: Folded): readonly Mention[] {
  const left = asked.filter(
    ({ term, to }) =>
      plain.charAt(to) !== "过" || !WORKS.has(term.rule) || !DONE.test(plain.slice(to, to + 2)),
  );
  return left.length > 0 ? left : asked;
}

/** Guests and festivals, said once and not wished for, are where something of farming happened. */
const SETTING = /节$|游客|旅游$/u;
/** What guests and festivals bring about themselves. */
const OF_GUESTS = new Set(["tourism", "environment", "branding", "management", "planning"]);

const isOfGuests = ({ term }: Mention): boolean =>
  term.senses.some(({ competences }) => OF_GUESTS.has(competences[0]?.competence ?? ""));

function outsideSetting(
  asked: readonly Mention[],
  mentions: readonly Mention[],
): readonly Mention[] {
  const place = asked.length > 1 ? asked.find(({ term }) => SETTING.test(term.words)) : undefined;
  if (place === undefined || asked.filter(isOfGuests).length > 1) return asked;
  const isWished = mentions.some(
    (one) => one.clause === place.clause && (hasCue(one, "need") || hasCue(one, "request")),
  );
  return isWished ? asked : asked.filter((one) => one !== place);
}

/** Asked problems and signs; where there are none, what the text hints at. */
export function problemsOf(mentions: readonly Mention[], folded: Folded): readonly Mention[] {
  const problems = problemsIn(mentions);
  const named = problems.filter(({ force }) => !UNASKED.has(force));
  const asked = inFocus(outsideSetting(undone(named, folded), mentions), mentions, folded);
  return asked.length > 0 ? asked : problems.filter(countsAs(mentions, folded));
}
