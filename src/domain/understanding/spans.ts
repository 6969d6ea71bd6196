import type { Folded } from "./fold.ts";
import { type Covered, coveredBy, type Found } from "./segment.ts";
import type { Span } from "./tagger.ts";

/** The most characters before 病 or 虫 that belong to its name. */
const FAMILY_REACH = 4;
/** A single character left over is no word of substance. */
const SHORTEST_UNKNOWN = 2;

const isWord = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a);

/** The words as typed behind units of the reading form, `from` up to, not including, `to`. */
export function typedSpan(
  text: string,
  folded: Pick<Folded, "from" | "to">,
  [from, to]: readonly [number, number],
): Span {
  const [start, end] = [Number(folded.from[from]), Number(folded.to[to - 1])];
  return { words: text.slice(start, end), from: start, to: end };
}

export interface Speller {
  /** The words a term was found in, as typed; a family (病) takes its whole name. */
  spell: (found: Pick<Found, "from" | "to">) => Span;
  /** Words of substance that no term covers: units of the folded text, from and up to. */
  strange: [number, number][];
  /** The same as typed. */
  unknown: Span[];
}

/** Whether a unit stands in a word that no term covers. */
const isLeft = (codes: readonly number[], covered: Covered, at: number): boolean =>
  covered[at] === 0 && isWord(Number(codes[at]));

/** Where the name of a family begins: 某某病 takes in what nobody else claims. */
function startOfName(head: number, codes: readonly number[], covered: Covered): number {
  let start = head;
  while (start > 0 && head - start < FAMILY_REACH && isLeft(codes, covered, start - 1)) start -= 1;
  return start;
}

/** Where the names of families begin, by the places of their heads; the names are covered. */
function startsOfNames(
  found: readonly Found[],
  codes: readonly number[],
  covered: Covered,
): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { term, from: head } of found) {
    if (!term.family) continue;
    const start = startOfName(head, codes, covered);
    starts.set(head, start);
    covered.fill(1, start, head);
  }
  return starts;
}

/** The words of substance that are left. */
function leftOver(codes: readonly number[], covered: Covered): [number, number][] {
  const left: [number, number][] = [];
  for (let at = 0; at < codes.length; at += 1) {
    const start = at;
    while (at < codes.length && isLeft(codes, covered, at)) at += 1;
    if (at - start >= SHORTEST_UNKNOWN) left.push([start, at]);
  }
  return left;
}

/** Finds what the words of the typed text are: found terms with their whole names, and the rest. */
export function createSpeller(text: string, folded: Folded, found: readonly Found[]): Speller {
  const { codes } = folded;
  const covered = coveredBy(found, codes.length);
  const starts = startsOfNames(found, codes, covered);
  const strange = leftOver(codes, covered);
  return {
    spell({ from, to }) {
      return typedSpan(text, folded, [starts.get(from) ?? from, to]);
    },
    strange,
    unknown: strange.map((stretch) => typedSpan(text, folded, stretch)),
  };
}
