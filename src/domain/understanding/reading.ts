import type { Folded } from "./fold.ts";
import type { Cue, Force, Term } from "./lexicon.ts";
import { isMeant } from "./not-meant.ts";
import { coveredBy, type Found } from "./segment.ts";

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

export const hasCue = ({ term }: Found, cue: Cue): boolean => term.cues.includes(cue);
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

/** Splits mentions where `key` changes. */
function runs(mentions: readonly Mention[], key: "clause" | "sentence"): Mention[][] {
  const parts: Mention[][] = [];
  for (const mention of mentions) {
    const last = parts.at(-1);
    if (last?.[0]?.[key] === mention[key]) last.push(mention);
    else parts.push([mention]);
  }
  return parts;
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

function covered(found: readonly Found[]): ReadonlySet<number> {
  const known = new Set<number>();
  for (const { from, to } of found) for (let at = from; at < to; at += 1) known.add(at);
  return known;
}

/** Whether a character nobody knows stands in the clause around a mention: 不搞玩水, 货源莫找我. */
function strangeBeside({ codes }: Folded, found: readonly Found[]): (mention: Mention) => boolean {
  let known: ReadonlySet<number> | null = null;
  const isInClause = (at: number): boolean =>
    at >= 0 && at < codes.length && endsAt(codes, at) === 0;
  const isStrange = (at: number): boolean => {
    known ??= covered(found);
    return Number(codes[at]) >= FIRST_HAN && !known.has(at);
  };
  const meetsStrange = (start: number, step: 1 | -1): boolean => {
    let at = start;
    while (isInClause(at) && !isStrange(at)) at += step;
    return isInClause(at);
  };
  return ({ from, to }) => meetsStrange(from - 1, -1) || meetsStrange(to, 1);
}

/**
 * 不需要培训 refuses what follows; 培训就不需要了, where nothing follows, what stands before; where
 * its clause says nothing else (养殖技术已成熟，暂不需要), the works of the clause before in the sentence.
 */
function applyNegation(
  clause: readonly Mention[],
  before: readonly Mention[],
  saysMore: (mention: Mention) => boolean,
): void {
  clause.forEach((cue, index) => {
    if (!hasCue(cue, "negation")) return;
    const rest = clause.slice(index + 1);
    const turn = rest.findIndex((mention) => hasCue(mention, "contrast"));
    const after = turn < 0 ? rest : rest.slice(0, turn);
    const isAlone = turn < 0 && !clause.some(({ term }) => means(term)) && !saysMore(cue);
    const behind = isAlone ? before.filter(isWork) : worksOf(clause.slice(0, index));
    refuse(after.some(canBeRefused) ? after : behind, cue);
  });
}

/** Right before a word they refuse it, whatever word they begin: 也不搞培训, 不缺水. */
const REFUSING = new Set([..."不莫别"].map((sign) => sign.charCodeAt(0)));

/** Refuses what a refusing sign stands before, unless the sign ends another word (特别, 个别). */
function applyPrefix({ codes }: Folded, clause: readonly Mention[], inWord: Uint8Array): void {
  for (const mention of clause) {
    const at = mention.from - 1;
    if (!REFUSING.has(Number(codes[at])) || inWord[at] === 1) continue;
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

/** The next mention in a direction that is more than the name of an industry. */
function neighbour(clause: readonly Mention[], index: number, step: 1 | -1): Neighbour | null {
  let at = index + step;
  let named = 0;
  for (let one = clause[at]; one !== undefined; one = clause[at]) {
    if (one.term.senses.length > 0 || one.term.cues.length > 0) {
      const here = clause[index] ?? one;
      const distance = step > 0 ? one.from - here.to : here.from - one.to;
      return { mention: one, distance: distance - named };
    }
    named += one.to - one.from;
    at += step;
  }
  return null;
}

const asksFor = ({ mention, distance }: Neighbour): boolean =>
  distance <= NEED_REACH && (hasCue(mention, "need") || hasCue(mention, "absence"));

/** A hint or a fact asks beside a word of need, or in a list with another problem. */
function applyNeed(folded: Folded, clause: readonly Mention[]): void {
  if (clause.some((mention) => hasCue(mention, "boast"))) return;
  clause.forEach((mention, index) => {
    if (mention.force !== "hints" && mention.force !== "facts") return;
    const before = neighbour(clause, index, -1);
    const after = neighbour(clause, index, 1);
    const isNeeded = [before, after].some((one) => one !== null && asksFor(one));
    const isInList =
      (isProblem(before?.mention) && isListed(folded, before.mention, mention)) ||
      (isProblem(after?.mention) && isListed(folded, mention, after.mention));
    if (isNeeded || isInList) mention.force = "asks";
  });
}

/** Reads the terms of a text in their clauses: what is refused, past, or asked for after all. */
export function readMentions(folded: Folded, found: readonly Found[]): Mention[] {
  const mentions = placeMentions(
    folded,
    found.filter((one) => isMeant(folded, one)),
  );
  const words = found.filter(({ from, to }) => to - from > 1);
  const inWord = coveredBy(words, folded.codes.length);
  const saysMore = strangeBeside(folded, found);
  const clauses = runs(mentions, "clause");
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1] ?? [];
    const isSameSentence = before[0]?.sentence === clause[0]?.sentence;
    applyNegation(clause, isSameSentence ? before : [], saysMore);
    applyPrefix(folded, clause, inWord);
    applyNoTrouble(folded, clause);
    applyAbsence(clause);
    applyFormer(clause);
    applyNeed(folded, clause);
  }
  applySolved(mentions);
  return mentions;
}
