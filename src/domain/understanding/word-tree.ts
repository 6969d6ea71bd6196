/**
 * Words as a tree, one character a step, kept in one table: the row of a node is found by hashing the
 * node above and the sign of the character. A text is looked up in it from each of its places without
 * cutting strings from it.
 */
export interface WordTree {
  /**
   * The sign of each character, characters with the same sign being the same to the tree; null where
   * each character is a sign of its own.
   */
  signOf: Uint16Array | null;
  /**
   * Rows of `ROW` numbers: the node above, the sign that leads from it, and one more than the number of
   * the first word that ends there. All 0 where there is no node. What belongs to a node stands side by
   * side, as most of the time goes to fetching rows that are in no cache; the fourth number is never
   * used, so that no row lies across two lines of a cache.
   */
  table: Int32Array;
  /** For each word the number of the next one that is the same to the tree, or `NOWHERE`. */
  next: Int32Array;
}

/** Where all words begin; every other node is the place of its row in the table. */
export const ROOT = -2;
/** No such node, no such word. */
export const NOWHERE = -1;
/** The sign of characters that stand in no word, and of rows that hold no node. */
export const MUTE = 0;

const ROW = 4;
const SIGN = 1;
const END = 2;

interface Planting {
  /** As in `WordTree`. */
  signOf?: Uint16Array;
  /** Which of the words the tree holds, by their numbers; all of them unless said otherwise. */
  holds?: (number: number) => boolean;
}

/** Puts words into a tree, numbered as they come; what has a character without sign stays out. */
export function growTree(
  words: readonly string[],
  { signOf, holds = () => true }: Planting = {},
): WordTree {
  let characters = 0;
  for (const { length } of words) characters += length;
  // A row for each character is more than enough: words share their beginnings.
  const rows = 2 ** Math.ceil(Math.log2(characters + 2));
  const tree: WordTree = {
    signOf: signOf ?? null,
    table: new Int32Array(rows * ROW),
    next: new Int32Array(words.length).fill(NOWHERE),
  };
  // From the last to the first, as each is put before those that are the same.
  for (let number = words.length - 1; number >= 0; number -= 1) {
    if (holds(number)) addWord(tree, String(words[number]), number);
  }
  return tree;
}

/** The sign of a character; `MUTE` where it has none. */
const signIn = ({ signOf }: WordTree, code: number): number =>
  signOf === null ? code : Number(signOf[code]);

function addWord(tree: WordTree, word: string, number: number): void {
  const { table } = tree;
  let node = ROOT;
  for (let at = 0; at < word.length; at += 1) {
    const sign = signIn(tree, word.charCodeAt(at));
    if (sign === MUTE) return;
    const row = rowOf(table, node, sign);
    table[row] = node;
    table[row + SIGN] = sign;
    node = row;
  }
  if (node === ROOT) return;
  tree.next[number] = wordAt(tree, node);
  table[node + END] = number + 1;
}

/** The row of the node that a sign leads to from `node`, or the free row where it belongs. */
function rowOf(table: Int32Array, node: number, sign: number): number {
  const last = table.length - ROW;
  const mixed = Math.imul(node, 0x9e37_79b1) ^ Math.imul(sign, 0x85eb_ca6b);
  let row = (mixed ^ (mixed >>> 15)) & last;
  while (table[row + SIGN] !== MUTE && (table[row + SIGN] !== sign || table[row] !== node)) {
    row = (row + ROW) & last;
  }
  return row;
}

/** The node that a character leads to from `node`, or `NOWHERE`. */
export function stepDown(tree: WordTree, node: number, code: number): number {
  const sign = signIn(tree, code);
  if (sign === MUTE) return NOWHERE;
  const row = rowOf(tree.table, node, sign);
  return tree.table[row + SIGN] === MUTE ? NOWHERE : row;
}

/** The number of the first word that ends at a node, or `NOWHERE`. */
export const wordAt = ({ table }: WordTree, node: number): number => Number(table[node + END]) - 1;
