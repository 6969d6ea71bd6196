import type { Term } from "./lexicon.ts";

/** A term where it stands in the folded text: units `from` up to, not including, `to`. */
export interface Found {
  term: Term;
  from: number;
  to: number;
}

interface Branch {
  next: Map<number, Branch>;
  term: Term | null;
}

/** Terms by their first unit, second unit, and so on. */
export type Trie = Branch;

/** Puts terms under their folded words. The first term of the same words stays. */
export function plant(terms: readonly Term[], unitsOf: (words: string) => readonly number[]): Trie {
  const root: Branch = { next: new Map(), term: null };
  for (const term of terms) {
    let branch = root;
    for (const unit of unitsOf(term.words)) {
      const next = branch.next.get(unit) ?? { next: new Map(), term: null };
      branch.next.set(unit, next);
      branch = next;
    }
    branch.term ??= term;
  }
  return root;
}

const hasMeaning = ({ industry, implies, senses, cues }: Term): boolean =>
  industry !== null || implies !== null || senses.length > 0 || cues.length > 0;

/** Above 1, so that long words beat short ones; below 2, so that more words understood beat one. */
const LONG_WORDS = 1.5;

/**
 * Of equals, the one that means something. In whole thousandths: sums of fractions differ in the
 * last digit from one machine to the next, and a tie must be a tie everywhere.
 */
const worth = (term: Term, length: number): number =>
  Math.round(1000 * length ** LONG_WORDS) - (hasMeaning(term) ? 0 : 300);

/**
 * The best way to read the units as terms: the choice without overlaps that is worth most
 * in all, the longer first term among equals. `fixed` are stretches found by other means
 * (places) that compete on the same terms. Time grows with the text and the longest term only.
 */
export function segment(codes: readonly number[], trie: Trie, fixed: readonly Found[]): Found[] {
  const length = codes.length;
  const best = new Float64Array(length + 1);
  const chosen: (Found | undefined)[] = new Array(length);

  const offer = (candidate: Found): void => {
    const { term, from, to } = candidate;
    const total = worth(term, to - from) + Number(best[to]);
    if (total >= Number(best[from])) {
      best[from] = total;
      chosen[from] = candidate;
    }
  };
  const offerTermsAt = (start: number): void => {
    let branch = trie.next.get(Number(codes[start]));
    for (let end = start + 1; branch !== undefined; end += 1) {
      if (branch.term !== null) offer({ term: branch.term, from: start, to: end });
      branch = end < length ? branch.next.get(Number(codes[end])) : undefined;
    }
  };

  for (let start = length - 1; start >= 0; start -= 1) {
    best[start] = Number(best[start + 1]);
    offerTermsAt(start);
    for (const stretch of fixed) if (stretch.from === start) offer(stretch);
  }

  const found: Found[] = [];
  for (let at = 0; at < length; ) {
    const here = chosen[at];
    if (here !== undefined) found.push(here);
    at = here?.to ?? at + 1;
  }
  return found;
}
