import { type Evidence, mostOf, withinReason } from "./clues.ts";
import { tellsOf } from "./reading.ts";

/**
 * What speaks for an industry that the rules did not read, nor one above or below it:
 * - "any": holds of every one of them;
 * - "like": how like the text is to labelled ones that ask for it, from -8 to 4;
 * - "likest": 1 for the one it is most like;
 * - "named": 1 where a word names it, though nothing was read to be asked of it;
 * - "implied": 1 where a word occurs in it alone;
 * - "beside": 1 where any other was read.
 */
export const INDUSTRY_CLUES = ["any", "like", "likest", "named", "implied", "beside"] as const;

/** The values of the clues of one industry, in the order of `INDUSTRY_CLUES`. */
export type IndustryClues = readonly number[];

/** Whether the words refuse an industry, or name it only by what is refused or past. */
const isRefused = (id: string, { mentions }: Evidence): boolean =>
  mentions.some((one) => tellsOf(one, id) && (one.refusedBy !== null || one.former));

/** Whether it was read, or stands above or below one that was. */
const isInLine = (id: string, { industries, ancestry }: Evidence): boolean =>
  industries.some((read) => ancestry.get(read)?.has(id) || ancestry.get(id)?.has(read));

/**
 * The clues of the industry at a place of the vocabulary, of which the rules read none in its line; null
 * for the others: whoever is sent for citrus knows fruit, a broader or narrower industry adds nothing.
 */
export function cluesOfIndustry(
  id: string,
  place: number,
  evidence: Evidence,
): IndustryClues | null {
  if (isInLine(id, evidence) || isRefused(id, evidence)) return null;
  const { named, mentions, industries, likenessOfIndustries: figures } = evidence;
  const figure = Number(figures[place]);
  return [
    1,
    withinReason(figure),
    Number(figure >= mostOf(figures)),
    Number(named.some((one) => one.id === id)),
    Number(mentions.some(({ term }) => term.implies === id)),
    Number(industries.length > 0),
  ];
}
