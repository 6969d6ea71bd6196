/**
 * Words as a tree, one character a step, kept in one table: a node is the number of its row, which
 * is found by hashing the node above and the sign of the character. A text is looked up in it from
 * each of its places without cutting strings from it.
 */
export interface WordTree {
  /**
   * The sign of each character, characters with the same sign being the same to the tree; null where
   * each character is a sign of its own.
   */
  signOf: Uint16Array | null;
  /** For each row the node above; `NOWHERE` in rows that hold no node. */
  above: Int32Array;
  /** The sign that leads to each node. */
  signs: Uint16Array;
  /** The number of the first word that ends at each node; `NOWHERE` where none does. */
  words: Int32Array;
  /** For each word the number of the next one that is the same to the tree, or `NOWHERE`. */
  next: Int32Array;
}

/** Where all words begin. */
export const ROOT = -2;
/** No such node, no such word. */
export const NOWHERE = -1;
/** The sign of characters that stand in no word. */
export const MUTE = 0;

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
    above: new Int32Array(rows).fill(NOWHERE),
    signs: new Uint16Array(rows),
    words: new Int32Array(rows).fill(NOWHERE),
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
  let node = ROOT;
  for (let at = 0; at < word.length; at += 1) {
    const sign = signIn(tree, word.charCodeAt(at));
    if (sign === MUTE) return;
    const row = rowOf(tree, node, sign);
    tree.above[row] = node;
    tree.signs[row] = sign;
    node = row;
  }
  if (node === ROOT) return;
  tree.next[number] = wordAt(tree, node);
  tree.words[node] = number;
}

/** The row of the node that a sign leads to from `node`, or the free row where it belongs. */
function rowOf({ above, signs }: WordTree, node: number, sign: number): number {
  const last = above.length - 1;
  const mixed = Math.imul(node, 0x9e37_79b1) ^ Math.imul(sign, 0x85eb_ca6b);
  let row = (mixed ^ (mixed >>> 15)) & last;
  while (above[row] !== NOWHERE && (above[row] !== node || signs[row] !== sign)) {
    row = (row + 1) & last;
  }
  return row;
}

/** The node that a character leads to from `node`, or `NOWHERE`. */
export function stepDown(tree: WordTree, node: number, code: number): number {
  const sign = signIn(tree, code);
  if (sign === MUTE) return NOWHERE;
  const row = rowOf(tree, node, sign);
  return tree.above[row] === NOWHERE ? NOWHERE : row;
}

/** The number of the first word that ends at a node, or `NOWHERE`. */
export const wordAt = ({ words }: WordTree, node: number): number => Number(words[node]);
