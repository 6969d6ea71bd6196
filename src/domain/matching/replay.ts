import type { Sentence } from "../error.ts";
import type { Abstention } from "./abstention.ts";
import { refusalSentence } from "./eligibility.ts";
import { PART_NAMES, shown } from "./explanation.ts";
import { type FactChange, factChanges } from "./fact-changes.ts";
import type { MatchRequest } from "./facts.ts";
import type { Matching } from "./matching.ts";
import { PARTS, type PartName } from "./policy.ts";
import type { Judged } from "./ranking.ts";
import { pointsOf } from "./score.ts";

/** A ranking with all it was decided on, as a run keeps it. */
export interface RankingRecord {
  /** Name of the policy. */
  policy: string;
  request: MatchRequest;
  /** Best first. */
  listed: readonly Judged[];
  /** Further experts who were asked about, or who were listed at the other time. */
  others: readonly Judged[];
  abstained: Abstention["code"] | null;
}

/** The points of one part, then and now. */
interface PartMove {
  part: PartName;
  before: number;
  after: number;
}

/** What became of one expert. */
interface ExpertMove {
  expert: string;
  /** From 1; null = not listed. */
  rankBefore: number | null;
  rankAfter: number | null;
  /** Null = nothing was kept of the expert then, or there is no such expert now. */
  scoreBefore: number | null;
  scoreAfter: number | null;
  /** Parts whose points changed. */
  parts: readonly PartMove[];
  /** Facts that changed and bear on the request. */
  facts: readonly FactChange[];
  /** What happened, then why, each in a sentence. */
  sentences: readonly Sentence[];
}

export interface ReplayDifference {
  /** True when the list, its order and every score are the same. */
  same: boolean;
  /** What changed for all: another policy, another request, an abstention. */
  general: readonly Sentence[];
  /** Everyone with a change, in the order of today's list, then of the former one. */
  moves: readonly ExpertMove[];
}

/**
 * What changed between a kept ranking and the same one computed today, and why. `matching` is
 * that of today's computation.
 */
export function replayDifference(
  matching: Matching,
  before: RankingRecord,
  after: RankingRecord,
): ReplayDifference {
  const ids = new Set(
    [after.listed, before.listed, before.others].flat().map(({ facts }) => facts.id),
  );
  const moves = [...ids]
    .map((id) => moveOf(matching, placeIn(before, id), placeIn(after, id)))
    .filter(hasChanged);
  const general = generalChanges(before, after);
  const alike = ({ rankBefore, rankAfter, scoreBefore, scoreAfter }: ExpertMove) =>
    rankBefore === rankAfter && scoreBefore === scoreAfter;
  return { same: general.length === 0 && moves.every(alike), general, moves };
}

/** Where an expert stands in a ranking. */
interface Place {
  id: string;
  rank: number | null;
  judged: Judged | null;
}

function placeIn({ listed, others }: RankingRecord, id: string): Place {
  const index = listed.findIndex(({ facts }) => facts.id === id);
  const judged = [...listed, ...others].find(({ facts }) => facts.id === id);
  return { id, rank: index < 0 ? null : index + 1, judged: judged ?? null };
}

function moveOf(matching: Matching, was: Place, is: Place): ExpertMove {
  const parts = PARTS.map((part) => ({
    part,
    before: was.judged ? pointsOf(was.judged.scored, part) : 0,
    after: is.judged ? pointsOf(is.judged.scored, part) : 0,
  }));
  const known = was.judged && is.judged;
  const move = {
    expert: is.id,
    rankBefore: was.rank,
    rankAfter: is.rank,
    scoreBefore: was.judged?.scored.score ?? null,
    scoreAfter: is.judged?.scored.score ?? null,
    parts: known ? parts.filter((part) => part.before !== part.after) : [],
    facts: was.judged && is.judged ? factChanges(matching, was.judged.facts, is.judged.facts) : [],
  };
  return { ...move, sentences: [rankSentence(was, is), ...reasons(move, is)].filter(isSentence) };
}

const isSentence = (sentence: Sentence | null): sentence is Sentence => sentence !== null;

const hasChanged = (move: ExpertMove): boolean =>
  move.rankBefore !== move.rankAfter ||
  move.scoreBefore !== move.scoreAfter ||
  move.facts.length > 0;

function rankSentence({ rank: was }: Place, { rank: is }: Place): Sentence | null {
  if (was === is) return null;
  if (was === null) return { zh: `新列入，第 ${is} 名`, en: `newly listed at rank ${is}` };
  if (is === null)
    return { zh: `原第 ${was} 名，不再列入`, en: `was at rank ${was}, no longer listed` };
  return { zh: `名次：${was} → ${is}`, en: `rank: ${was} → ${is}` };
}

function reasons(move: Omit<ExpertMove, "sentences">, is: Place): (Sentence | null)[] {
  if (!is.judged) return [{ zh: "现已无法读到此人", en: "cannot be read any more" }];
  if (move.scoreBefore === null) {
    return [{ zh: "当时未留存此人的情况", en: "nothing was kept of this expert then" }];
  }
  return [
    scoreSentence(move),
    ...move.facts.map(({ sentence }) => sentence),
    ...is.judged.refusals.slice(0, 1).map(refusalSentence),
    move.facts.length === 0 ? unmoved(move) : null,
  ];
}

/** Why an expert moved whose own facts are what they were. */
const unmoved = ({ parts }: Pick<ExpertMove, "parts">): Sentence =>
  parts.length === 0
    ? { zh: "本人情况未变，是他人的变化所致", en: "own facts are unchanged: others changed" }
    : {
        zh: "本人情况未变，是评分策略或词表的变化所致",
        en: "own facts are unchanged: the policy or the vocabulary changed",
      };

function scoreSentence({
  scoreBefore,
  scoreAfter,
  parts,
}: Omit<ExpertMove, "sentences">): Sentence | null {
  if (scoreBefore === scoreAfter || scoreBefore === null || scoreAfter === null) return null;
  const moved = parts.map(({ part, before, after }) => {
    const points = `${after > before ? "+" : "−"}${shown(Math.abs(after - before))}`;
    return {
      zh: `${PART_NAMES[part].zh} ${points}`,
      en: `${PART_NAMES[part].en.toLowerCase()} ${points}`,
    };
  });
  return {
    zh: `得分：${shown(scoreBefore)} → ${shown(scoreAfter)}（${moved.map(({ zh }) => zh).join("、")}）`,
    en: `score: ${shown(scoreBefore)} → ${shown(scoreAfter)} (${moved.map(({ en }) => en).join(", ")})`,
  };
}

function generalChanges(before: RankingRecord, after: RankingRecord): Sentence[] {
  const policy =
    before.policy === after.policy
      ? null
      : {
          zh: `评分策略：${before.policy} → ${after.policy}`,
          en: `policy: ${before.policy} → ${after.policy}`,
        };
  const request =
    JSON.stringify(inOrder(before.request)) === JSON.stringify(inOrder(after.request))
      ? null
      : { zh: "需求的要求已变", en: "what is asked has changed" };
  return [policy, request, abstentionChange(before, after)].filter(isSentence);
}

/** The same record with its fields, and those of everything in it, in a fixed order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => [name, inOrder(held)]);
}

function abstentionChange(before: RankingRecord, after: RankingRecord): Sentence | null {
  if (before.abstained === after.abstained) return null;
  if (after.abstained === null) {
    return { zh: "当时未作推荐，现在可以推荐", en: "nobody was recommended then; somebody is now" };
  }
  return before.abstained === null
    ? { zh: "当时有推荐，现在不作推荐", en: "somebody was recommended then; nobody is now" }
    : { zh: "不作推荐的原因已变", en: "nobody is recommended, for another reason than then" };
}
