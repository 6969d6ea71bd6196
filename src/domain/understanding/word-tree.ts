/**
 * Words as a tree, one character a step, kept in one table: a node is the number of its row, which
 * is found by hashing the node above and the sign of the character. A text is looked up in it from
 * each of its places without cutting strings from it.
 */
export interface WordTree {
  /** The sign of each character; characters with the same sign are the same to the tree. */
  signOf: Uint16Array;
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

/** Each character is its own sign. */
export const asSpelt = (): Uint16Array => Uint16Array.from({ length: 0x1_0000 }, (_, code) => code);

/** Puts words into a tree, numbered as they come; what holds a character without sign stays out. */
export function growTree(words: readonly string[], signOf: Uint16Array): WordTree {
  const characters = words.reduce((sum, { length }) => sum + length, 0);
  // A row for each character is more than enough: words share their beginnings.
  const rows = 2 ** Math.ceil(Math.log2(characters + 2));
  const tree: WordTree = {
    signOf,
    above: new Int32Array(rows).fill(NOWHERE),
    signs: new Uint16Array(rows),
    words: new Int32Array(rows).fill(NOWHERE),
    next: new Int32Array(words.length).fill(NOWHERE),
  };
  // From the last to the first, as each is put before those that are the same.
  for (let number = words.length - 1; number >= 0; number -= 1) {
    addWord(tree, String(words[number]), number);
  }
  return tree;
}

function addWord(tree: WordTree, word: string, number: number): void {
  let node = ROOT;
  for (let at = 0; at < word.length; at += 1) {
    const sign = Number(tree.signOf[word.charCodeAt(at)]);
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
  const sign = Number(tree.signOf[code]);
  if (sign === MUTE) return NOWHERE;
  const row = rowOf(tree, node, sign);
  return tree.above[row] === NOWHERE ? NOWHERE : row;
}

/** The number of the first word that ends at a node, or `NOWHERE`. */
export const wordAt = ({ words }: WordTree, node: number): number => Number(words[node]);
