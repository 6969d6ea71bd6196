import type { Likeness } from "./lexicon.ts";
import { growTree, NOWHERE, ROOT, stepDown, type WordTree, wordAt } from "./word-tree.ts";

/** A stretch of the folded text: units `from` up to, not including, `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** How like a text is to labelled texts that ask for each industry or competence. */
export interface LikenessReader {
  /**
   * A figure for each id, in the order in which they were given: the logarithm of the odds,
   * by its runs of characters alone, that the text asks for it.
   */
  likenessOf: (codes: readonly number[]) => number[];
  /** Where the text is most like those that ask for the id at `place`; null where it is so nowhere. */
  likestStretch: (codes: readonly number[], place: number) => Stretch | null;
}

/** The votes of all runs, one after the other: those of run `n` from `starts[n]` to `starts[n + 1]`. */
interface Votes {
  tree: WordTree;
  starts: Int32Array;
  places: Uint16Array;
  weights: Float64Array;
}

function collectVotes({ runs }: Likeness, placeOf: ReadonlyMap<string, number>): Votes {
  const count = runs.reduce((sum, { votes }) => sum + votes.length, 0);
  const starts = new Int32Array(runs.length + 1);
  const places = new Uint16Array(count);
  const weights = new Float64Array(count);
  let at = 0;
  for (const [number, { votes }] of runs.entries()) {
    for (const { id, weight } of votes) {
      places[at] = placeOf.get(id) ?? 0;
      weights[at] = weight;
      at += 1;
    }
    starts[number + 1] = at;
  }
  return { tree: growTree(runs.map(({ run }) => run)), starts, places, weights };
}

/** A run of the table where it stands in a text. */
interface FoundRun extends Stretch {
  number: number;
}

/** All runs of a text that have votes, as they begin. */
function runsIn(tree: WordTree, codes: readonly number[]): FoundRun[] {
  const found: FoundRun[] = [];
  for (let from = 0; from < codes.length; from += 1) {
    let node = ROOT;
    for (let at = from; at < codes.length; at += 1) {
      node = stepDown(tree, node, Number(codes[at]));
      if (node === NOWHERE) break;
      const number = wordAt(tree, node);
      if (number !== NOWHERE) found.push({ number, from, to: at + 1 });
    }
  }
  return found;
}

/** Adds the votes of a run to the figures. */
function addVotes({ starts, places, weights }: Votes, number: number, figures: number[]): void {
  const end = Number(starts[number + 1]);
  for (let at = Number(starts[number]); at < end; at += 1) {
    const place = Number(places[at]);
    figures[place] = Number(figures[place]) + Number(weights[at]);
  }
}

/** What a run says of one id. */
function voteOf({ starts, places, weights }: Votes, number: number, place: number): number {
  for (let at = Number(starts[number]); at < Number(starts[number + 1]); at += 1) {
    if (places[at] === place) return Number(weights[at]);
  }
  return 0;
}

/** Of what no labelled text asks for. */
const NEVER = -8;

/**
 * Logistic regression over runs of one to three characters, each counted once and divided by the root
 * of the length of the text, so that a long text is not like everything.
 */
export function createLikeness(ids: readonly string[], likeness: Likeness): LikenessReader {
  const votes = collectVotes(likeness, new Map(ids.map((id, place) => [id, place])));
  const known = new Map(likeness.before.map(({ id, weight }) => [id, weight]));
  const before = Float64Array.from(ids, (id) => known.get(id) ?? NEVER);
  const counted = new Uint8Array(likeness.runs.length);

  const likenessOf = (codes: readonly number[]): number[] => {
    // No typed array: those are made outside the heap, which costs more than all that is done with them.
    const figures: number[] = new Array(ids.length).fill(0);
    counted.fill(0);
    for (const { number } of runsIn(votes.tree, codes)) {
      if (counted[number] === 1) continue;
      counted[number] = 1;
      addVotes(votes, number, figures);
    }
    const root = Math.sqrt(Math.max(1, codes.length));
    for (let place = 0; place < figures.length; place += 1) {
      figures[place] = Number(before[place]) + Number(figures[place]) / root;
    }
    return figures;
  };

  const likestStretch = (codes: readonly number[], place: number): Stretch | null => {
    let likest: FoundRun | null = null;
    let most = 0;
    for (const run of runsIn(votes.tree, codes)) {
      const vote = voteOf(votes, run.number, place);
      if (vote <= most) continue;
      most = vote;
      likest = run;
    }
    return likest;
  };

  return { likenessOf, likestStretch };
}
