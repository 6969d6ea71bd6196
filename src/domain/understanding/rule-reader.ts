import type { Ancestry } from "./ancestry.ts";
import { type Attached, attachProblems } from "./attach.ts";
import { backOff } from "./back-off.ts";
import type { Choice } from "./choose-problems.ts";
import { sensesRefused } from "./evidence.ts";
import { hintsOfOthers } from "./hints-of-others.ts";
import { findIndustries } from "./industries.ts";
import type { Sense } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { housed, looseOf, needsOf } from "./needs.ts";
import { placeOf } from "./places.ts";
import type { Mention } from "./reading.ts";
import type { ByRules, Reviser } from "./revise.ts";
import { createSpeller, type Speller } from "./spans.ts";
import type { NamedIn } from "./standing-clues.ts";
import type { Standing } from "./standing-industries.ts";
import type { WeighedNeed } from "./weigh.ts";
import type { Words } from "./word-reader.ts";

/** How the rules read a text. */
export interface WayOfRules extends Pick<Reviser, "likenessOf" | "judgeStanding"> {
  /** The problems of it that count. */
  choose: Choice;
}

/** What the rules read of a text, and what it is shown with. */
interface ReadByRules extends Pick<Speller, "spell" | "unknown"> {
  byRules: ByRules;
  standing: Standing;
  attached: readonly Attached[];
}

export type RuleReader = (words: Words, way: WayOfRules) => ReadByRules;

interface Knowledge {
  ancestry: Ancestry;
  /** What trouble that is not understood asks for; null where it asks for nothing. */
  unwell: readonly Sense[] | null;
}

const NONE: ReadonlySet<string> = new Set();

/** Competences that the words rule out: 不是病, 没得虫. */
function ruledOutBy(
  mentions: readonly Mention[],
  beside: Parameters<typeof sensesRefused>[1],
): ReadonlySet<string> {
  const refused = mentions.filter(({ refusedBy }) => refusedBy !== null);
  if (refused.length === 0) return NONE;
  const senses = refused.flatMap((mention) => sensesRefused(mention, beside));
  return new Set(senses.flatMap(({ competences }) => competences.map((one) => one.competence)));
}

/** The industries of the needs; where there are none, all that are named. */
export const industriesOf = (
  needs: readonly WeighedNeed[],
  named: readonly NamedIndustry[],
): string[] => [
  ...new Set(needs.length > 0 ? needs.map(({ industry }) => industry) : named.map(({ id }) => id)),
];

/** The industries that the words name, whether they are asked for or only told of. */
export function namesIn(
  { folded, mentions }: Words,
  ancestry: Ancestry,
  likeness: readonly number[],
): NamedIn {
  const named = findIndustries(folded, mentions, ancestry);
  return { named, mentions, likeness, ancestry, length: folded.codes.length };
}

/** Makes the first reading: each problem given to the industry it belongs to, refusals taken out. */
export function createRuleReader({ ancestry, unwell }: Knowledge): RuleReader {
  return (words, way) => {
    const { text, folded, places, found, mentions } = words;
    const likeness = way.likenessOf(folded);
    const standing = way.judgeStanding(namesIn(words, ancestry, likeness.industries));
    const { named, told } = standing;
    const { spell, strange, unknown } = createSpeller(text, folded, found);
    const around = { folded, industries: named, ancestry };
    const chosen = way
      .choose(mentions, folded)
      .filter(({ term }) => !told.has(term.industry ?? ""));
    const problems = attachProblems(chosen, around);
    const understood = housed([...problems, ...hintsOfOthers(problems, mentions, around)], named);
    const attached =
      understood.length === 0 && unwell !== null
        ? backOff({ found, strange, named, mentions }, unwell, ancestry)
        : understood;

    const ruledOut = ruledOutBy(mentions, { named, ancestry });
    const placed = (industry: string): string | null =>
      placeOf(
        named.find(({ id }) => id === industry),
        places,
        folded,
      );
    const needs = needsOf(attached, ruledOut, placed);
    // Field by field: spreading what is known already made reading a text a fifth slower.
    const byRules: ByRules = {
      folded,
      likeness,
      told,
      industries: named,
      ancestry,
      read: industriesOf(needs, named),
      asked: { needs, loose: looseOf(attached, ruledOut) },
      found,
      mentions,
      ruledOut,
      placed,
    };
    return { byRules, spell, unknown, attached, standing };
  };
}
