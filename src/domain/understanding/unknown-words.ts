import type { Span } from "./tagger.ts";

/** Words of substance that were not understood. */
interface UnknownWords {
  words: string;
  /** How many texts they stand in. */
  texts: number;
  /** The first text they stood in. */
  example: { id: string; text: string };
}

export interface UnknownCount {
  add: (example: UnknownWords["example"], unknown: readonly Span[]) => void;
  /** The most frequent, and among equals those first met. */
  most: (limit: number) => UnknownWords[];
  /** How many texts were added, and how many different words were not understood. */
  totals: () => { texts: number; distinct: number };
}

/** Counts what was not understood: words once a text, so that no single writer outweighs others. */
export function countUnknown(): UnknownCount {
  const counts = new Map<string, UnknownWords>();
  let texts = 0;
  return {
    add: (example, unknown) => {
      texts += 1;
      for (const words of new Set(unknown.map((span) => span.words))) {
        const known = counts.get(words) ?? { words, texts: 0, example };
        counts.set(words, { ...known, texts: known.texts + 1 });
      }
    },
    most: (limit) => [...counts.values()].toSorted((a, b) => b.texts - a.texts).slice(0, limit),
    totals: () => ({ texts, distinct: counts.size }),
  };
}
