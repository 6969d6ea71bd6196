import { type Ancestry, senseIn } from "./ancestry.ts";
import { mostOf, withinReason } from "./clues.ts";
import { groundOfIndustry } from "./ground-of.ts";
import { INDUSTRY_GROUNDS } from "./grounds.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { type Mention, tellsOf } from "./reading.ts";

/**
 * What speaks for it that an industry of the words is asked for, not only told of (隔壁种红薯):
 * - "any": holds of every one of them;
 * - "like": how like the text is to labelled ones that ask for it, from -8 to 4;
 * - "behind": how much less like it is than the industry it is most like;
 * - "likest": 1 for that one;
 * - "only": 1 where the words name or imply no other;
 * - "words": how many words name or imply it, up to 5;
 * - "refused": 1 where one of them is refused;
 * - "late": where the first of them stands, from 0 at the beginning of the text to 1;
 * - "beside": 1 where a problem it can have stands in one clause with it, told of as asked for or as a sign;
 * - "apart": the same, and the clause names no other;
 * - "ground:G": 1 where it was read by G.
 */
export const STANDING_CLUES = [
  "any",
  "like",
  "behind",
  "likest",
  "only",
  "words",
  "refused",
  "late",
  "beside",
  "apart",
  ...INDUSTRY_GROUNDS.map((ground) => `ground:${ground}` as const),
] as const;

const MOST_WORDS = 5;

/** What was read of a text before its problems are given to its industries. */
export interface NamedIn {
  named: readonly NamedIndustry[];
  mentions: readonly Mention[];
  /** How like the text is to labelled ones, for each industry by its place in the vocabulary. */
  likeness: readonly number[];
  ancestry: Ancestry;
  /** Of the text, in characters. */
  length: number;
}

/** Whether a mention tells of a problem that an industry can have. */
function isProblemOf(id: string, { term, force, refusedBy }: Mention, ancestry: Ancestry): boolean {
  if (refusedBy !== null || (force !== "asks" && force !== "signs")) return false;
  return senseIn(term, id, ancestry) !== null;
}

/** The clauses that name an industry and tell of a problem it can have. */
function clausesWithProblem(id: string, { named, mentions, ancestry }: NamedIn): number[] {
  const own = new Set(named.filter((one) => one.id === id).map(({ mention }) => mention.clause));
  return [...own].filter((clause) =>
    mentions.some((one) => one.clause === clause && isProblemOf(id, one, ancestry)),
  );
}

/** Whether a clause names an industry and no other. */
const isAlone = (id: string, clause: number, { named }: NamedIn): boolean =>
  named.every((one) => one.id === id || one.mention.clause !== clause);

/** The values of the clues of the industry at a place of the vocabulary, in the order of `STANDING_CLUES`. */
export function cluesOfStanding(id: string, place: number, read: NamedIn): readonly number[] {
  const { named, mentions, likeness, length } = read;
  const own = mentions.filter((one) => tellsOf(one, id));
  const figure = Number(likeness[place]);
  const most = mostOf(likeness);
  const first = own[0]?.from ?? named.find((one) => one.id === id)?.mention.from ?? 0;
  const clauses = clausesWithProblem(id, read);
  const ground = groundOfIndustry(id, named);
  return [
    1,
    withinReason(figure),
    most - figure,
    Number(figure >= most),
    Number(named.every((one) => one.id === id)),
    Math.min(own.length, MOST_WORDS),
    Number(own.some(({ refusedBy }) => refusedBy !== null)),
    first / Math.max(1, length),
    Number(clauses.length > 0),
    Number(clauses.some((clause) => isAlone(id, clause, read))),
    ...INDUSTRY_GROUNDS.map((one) => Number(one === ground)),
  ];
}
