import type { Folded } from "./fold.ts";
import type { Cue, Force, Term } from "./lexicon.ts";
import { isMeant } from "./not-meant.ts";
import { isStillAsked, isWhetherOrNot } from "./not-refused.ts";
import { type Covered, coveredBy, type Found } from "./segment.ts";

/** A term in its clause and sentence, and how it is meant there. */
export interface Mention extends Found {
  clause: number;
  sentence: number;
  /** The word that refuses it (不需要, 不是), or null. */
  refusedBy: Found | null;
  /** Its clause speaks of the past (以前种水稻). */
  former: boolean;
  force: Force;
}

/** Whether a word names an industry or occurs in it alone. */
export const tellsOf = ({ term }: Found, industry: string): boolean =>
  term.industry === industry || term.implies === industry;

/** The units of a text, and what terms stand in it. */
interface Text {
  codes: readonly number[];
  found: readonly Found[];
  /** Units of terms, and units of terms of several: null until somebody asks, which is seldom. */
  covered: Covered | null;
  inWord: Covered | null;
}

const coveredIn = (text: Text): Covered => {
  text.covered ??= coveredBy(text.found, text.codes.length);
  return text.covered;
};

const isOfSeveral = ({ from, to }: Found): boolean => to - from > 1;

const inWordIn = (text: Text): Covered => {
  text.inWord ??= coveredBy(text.found.filter(isOfSeveral), text.codes.length);
  return text.inWord;
};

const FULL_STOP = 0x2e;
const SENTENCE_ENDS = new Set([..."。!?;\n"].map((mark) => mark.charCodeAt(0)));
const CLAUSE_ENDS = new Set([...',:()—~|<>"“”·《》【】[] '].map((mark) => mark.charCodeAt(0)));
const LIST_MARKS = new Set([..."、/和与及跟或同兼并以还有"].map((mark) => mark.charCodeAt(0)));

/** The furthest a word of lack or wish stands from the hint it makes ask, in characters. */
const NEED_REACH = 3;
/** The furthest 没有 stands from the disease or pest that is not there, in characters. */
const ABSENCE_REACH = 2;

/** What 没有 denies; the lack of anything else is a wish for it. */
const HARM = new Set(["plant-disease", "plant-pest", "animal-disease", "fish-disease", "weed"]);

/** Most words have no cue, and are asked for many. */
export const hasCue = ({ term }: Found, cue: Cue): boolean =>
  term.cues.length > 0 && term.cues.includes(cue);
const hasAnyCue = ({ term }: Found): boolean => term.cues.length > 0;
const means = ({ industry, implies, senses }: Term): boolean =>
  industry !== null || implies !== null || senses.length > 0;

const isHarm = ({ senses }: Term): boolean =>
  senses[0]?.competences.every(({ competence }) => HARM.has(competence)) ?? false;

const isDigit = (code: number | undefined): boolean =>
  code !== undefined && code >= 0x30 && code <= 0x39;

/** Below this stand all marks that end a clause but the full-width ones NFKC leaves. */
const FIRST_HAN = 0x4e00;

/** Whether the unit at `at` ends a sentence (2), a clause (1) or nothing (0). */
function endsAt(codes: readonly number[], at: number): 0 | 1 | 2 {
  const code = Number(codes[at]);
  if (code >= FIRST_HAN) return 0;
  if (SENTENCE_ENDS.has(code)) return 2;
  if (code === FULL_STOP && !isDigit(codes[at + 1])) return 2;
  return CLAUSE_ENDS.has(code) ? 1 : 0;
}

const speaks = ({ term }: Found): boolean => means(term) || term.cues.some((cue) => cue !== "part");

/** Numbers the clauses and sentences of what means something; the rest is let go. */
export function placeMentions({ codes }: Folded, found: readonly Found[]): Mention[] {
  const mentions: Mention[] = [];
  let clause = 0;
  let sentence = 0;
  let at = 0;
  for (const one of found.filter(speaks)) {
    for (; at < one.from; at += 1) {
      const end = endsAt(codes, at);
      if (end > 0) clause += 1;
      if (end === 2) sentence += 1;
    }
    at = one.to;
    const { term, from, to } = one;
    const { force } = term;
    mentions.push({ term, from, to, clause, sentence, refusedBy: null, former: false, force });
  }
  return mentions;
}

function clausesOf(mentions: readonly Mention[]): Mention[][] {
  const clauses: Mention[][] = [];
  for (const mention of mentions) {
    const last = clauses.at(-1);
    if (last?.[0]?.clause === mention.clause) last.push(mention);
    else clauses.push([mention]);
  }
  return clauses;
}

const canBeRefused = (mention: Mention): boolean =>
  means(mention.term) || hasCue(mention, "urgent");

function refuse(targets: readonly Mention[], by: Found): void {
  for (const target of targets) if (canBeRefused(target)) target.refusedBy ??= by;
}

const isWork = ({ term }: Mention): boolean => term.senses.length > 0;

/** 猪养殖技术已成熟 is not about pigs no more: of what stands before, works are refused, or else names. */
function worksOf(behind: readonly Mention[]): readonly Mention[] {
  const told = behind.filter(({ term }) => means(term));
  const works = told.filter(isWork);
  return works.length > 0 ? works : told;
}

const isInClause = (codes: readonly number[], at: number): boolean =>
  at >= 0 && at < codes.length && endsAt(codes, at) === 0;

/** Whether a character nobody knows stands in a clause from a place on, or backwards from it. */
function meetsStrange(text: Text, start: number, step: 1 | -1): boolean {
  const { codes } = text;
  const covered = coveredIn(text);
  let at = start;
  while (isInClause(codes, at) && (Number(codes[at]) < FIRST_HAN || covered[at] === 1)) at += step;
  return isInClause(codes, at);
}

/** Whether the clause around a mention says more than is understood: 不搞玩水, 货源莫找我. */
const saysMore = ({ from, to }: Mention, text: Text): boolean =>
  meetsStrange(text, from - 1, -1) || meetsStrange(text, to, 1);

/**
 * 不需要培训 refuses what follows; 培训就不需要了, where nothing follows, what stands before; where
 * its clause says nothing else (养殖技术已成熟，暂不需要), the works of the clause before in the sentence.
 */
function applyNegation(clause: readonly Mention[], before: readonly Mention[], text: Text): void {
  clause.forEach((cue, index) => {
    if (!hasCue(cue, "negation") || isWhetherOrNot(text.codes, cue.from)) return;
    const rest = clause.slice(index + 1);
    const turn = rest.findIndex((mention) => hasCue(mention, "contrast"));
    const after = turn < 0 ? rest : rest.slice(0, turn);
    const isAlone = turn < 0 && !clause.some(({ term }) => means(term)) && !saysMore(cue, text);
    const behind = isAlone ? before.filter(isWork) : worksOf(clause.slice(0, index));
    refuse(after.some(canBeRefused) ? after : behind, cue);
  });
}

/** Right before a word they refuse it, whatever word they begin: 也不搞培训, 不缺水. */
const REFUSING = new Set([..."不莫别"].map((sign) => sign.charCodeAt(0)));

/** Whether a refusing sign at a place refuses: not where it ends another word (特别, 个别). */
const isRefusing = (text: Text, at: number): boolean =>
  at >= 0 && REFUSING.has(Number(text.codes[at])) && inWordIn(text)[at] !== 1;

/** Refuses what a refusing sign stands before. */
function applyPrefix(folded: Folded, clause: readonly Mention[], text: Text): void {
  for (const mention of clause) {
    const at = mention.from - 1;
    if (!isRefusing(text, at) || isStillAsked(folded, mention)) continue;
    refuse([mention], { ...mention, from: at, to: mention.from });
  }
}

/** Behind a disease or pest they say that it is no trouble, or none any more. */
const NO_TROUBLE =
  /^(?:[都也倒还并]{0,2}(?:不严重|不重|不多|不明显|很少|少见|极少|不算严重|不算重)|[都也就已经基本得到有效全被]{0,6}(?:[少轻好]多了|控制住|压住|压下|治住|防住|控制了|得到控制|过去了|消失|绝迹))/u;
/** As far as they reach, in characters. */
const TROUBLE_REACH = 11;

function applyNoTrouble({ plain }: Folded, clause: readonly Mention[]): void {
  for (const mention of clause) {
    if (!isHarm(mention.term)) continue;
    const behind = plain.slice(mention.to, mention.to + TROUBLE_REACH);
    const [words] = NO_TROUBLE.exec(behind) ?? [];
    if (words === undefined) continue;
    refuse([mention], { ...mention, from: mention.to, to: mention.to + words.length });
  }
}

function applyAbsence(clause: readonly Mention[]): void {
  clause.forEach((cue, index) => {
    const next = clause[index + 1];
    if (!hasCue(cue, "absence") || next === undefined) return;
    if (isHarm(next.term) && next.from - cue.to <= ABSENCE_REACH) refuse([next], cue);
  });
}

/** 问题已经解决了 closes its sentence; standing alone, all that was said before. */
function applySolved(mentions: readonly Mention[]): void {
  mentions.forEach((cue, index) => {
    if (!hasCue(cue, "solved")) return;
    const before = mentions.slice(0, index).filter(({ term }) => means(term));
    const inSentence = before.filter(({ sentence }) => sentence === cue.sentence);
    refuse(inSentence.length > 0 ? inSentence : before, cue);
  });
}

function applyFormer(clause: readonly Mention[]): void {
  if (!clause.some((mention) => hasCue(mention, "former"))) return;
  for (const mention of clause) mention.former = true;
}

/** Whether nothing but list marks (、和与) stands between two neighbours, and at least one does. */
export function isListed({ codes }: Folded, left: Found, right: Found): boolean {
  if (right.from <= left.to || right.from - left.to > 2) return false;
  for (let at = left.to; at < right.from; at += 1) {
    if (!LIST_MARKS.has(Number(codes[at]))) return false;
  }
  return true;
}

const isProblem = (mention: Mention | undefined): mention is Mention =>
  mention !== undefined && mention.term.senses.length > 0 && mention.refusedBy === null;

interface Neighbour {
  mention: Mention;
  /** Characters between, not counting industry names: 缺椪柑加工设备 has none. */
  distance: number;
}

const isMoreThanName = ({ term }: Mention): boolean =>
  term.senses.length > 0 || term.cues.length > 0;

/** The next mention in a direction that is more than the name of an industry. */
function neighbour(clause: readonly Mention[], index: number, step: 1 | -1): Neighbour | null {
  let named = 0;
  for (let at = index + step; at >= 0 && at < clause.length; at += step) {
    const [here, one] = [clause[index], clause[at]];
    if (here === undefined || one === undefined) return null;
    if (isMoreThanName(one)) {
      const distance = step > 0 ? one.from - here.to : here.from - one.to;
      return { mention: one, distance: distance - named };
    }
    named += one.to - one.from;
  }
  return null;
}

const asksFor = ({ mention, distance }: Neighbour): boolean =>
  distance <= NEED_REACH && (hasCue(mention, "need") || hasCue(mention, "absence"));

/** Whether what stands beside a hint or a fact makes it ask. */
function isAskedBeside(folded: Folded, clause: readonly Mention[], index: number): boolean {
  const here = clause[index];
  const before = neighbour(clause, index, -1);
  const after = neighbour(clause, index, 1);
  if (here === undefined) return false;
  return (
    (before !== null && asksFor(before)) ||
    (after !== null && asksFor(after)) ||
    (isProblem(before?.mention) && isListed(folded, before.mention, here)) ||
    (isProblem(after?.mention) && isListed(folded, here, after.mention))
  );
}

const isBoast = (mention: Mention): boolean => hasCue(mention, "boast");

/** A hint or a fact asks beside a word of need, or in a list with another problem. */
function applyNeed(folded: Folded, clause: readonly Mention[]): void {
  if (clause.some(isBoast)) return;
  clause.forEach((mention, index) => {
    if (mention.force !== "hints" && mention.force !== "facts") return;
    if (isAskedBeside(folded, clause, index)) mention.force = "asks";
  });
}

/** Reads the terms of a text in their clauses: what is refused, past, or asked for after all. */
export function readMentions(folded: Folded, found: readonly Found[]): Mention[] {
  const text: Text = { codes: folded.codes, found, covered: null, inWord: null };
  const mentions = placeMentions(
    folded,
    found.filter((one) => isMeant(folded, one)),
  );
  let before: readonly Mention[] = [];
  for (const clause of clausesOf(mentions)) {
    const isSameSentence = before[0]?.sentence === clause[0]?.sentence;
    // What refuses a word first is what is shown, so their order counts.
    const isCued = clause.some(hasAnyCue);
    if (isCued) applyNegation(clause, isSameSentence ? before : [], text);
    applyPrefix(folded, clause, text);
    applyNoTrouble(folded, clause);
    if (isCued) applyAbsence(clause);
    if (isCued) applyFormer(clause);
    applyNeed(folded, clause);
    before = clause;
  }
  applySolved(mentions);
  return mentions;
}
