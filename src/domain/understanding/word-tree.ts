/**
 * Words as a tree, one character a step, kept in one table: a node is the number of its row, which
 * is found by hashing its key, made of the node above and the sign of the character. A text is looked
 * up in it from each of its places without cutting strings from it. All a step reads is one number for
 * the character and one for the row, so that a large tree stays near the processor.
 */
export interface WordTree {
  /** The sign of each character; characters with the same sign are the same to the tree. */
  signOf: Uint16Array;
  /** More than any sign. */
  breadth: number;
  /** For each row the key of its node; 0 in rows that hold none. */
  keys: Int32Array;
  /** How far the hash of a key is shifted to the right to give a row. */
  shift: number;
  /** The number of the first word that ends at each node; `NOWHERE` where none does. */
  words: Int32Array;
  /** For each word the number of the next one that is the same to the tree, or `NOWHERE`. */
  next: Int32Array;
}

/** Where all words begin. No other node has its row. */
export const ROOT = 0;
/** No such node, no such word. */
export const NOWHERE = -1;
/** The sign of characters that stand in no word. */
export const MUTE = 0;

/** The key of the root's row, which no step leads to. */
const NO_KEY = -1;

interface Planting {
  /** Where several characters are the same: as in `WordTree`. Otherwise each is a sign of its own. */
  signOf?: Uint16Array;
  /** Which of the words the tree holds, by their numbers; all of them unless said otherwise. */
  holds?: (number: number) => boolean;
}

/** A sign for each character of some words. */
function ownSigns(words: readonly string[]): Uint16Array {
  const signOf = new Uint16Array(0x1_0000).fill(MUTE);
  let signs = MUTE;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (signOf[code] !== MUTE) continue;
      signs += 1;
      signOf[code] = signs;
    }
  }
  return signOf;
}

function mostOf(signOf: Uint16Array): number {
  let most = 0;
  // By number: going through it as a list takes ten times as long, and a start waits for it.
  for (let code = 0; code < signOf.length; code += 1) most = Math.max(most, Number(signOf[code]));
  return most;
}

/** Keys are told apart in 32 bits: enough for 500,000 characters of 8,000 kinds. */
const MOST_KEYS = 2 ** 32;

/** Puts words into a tree, numbered as they come; what has a character without sign stays out. */
export function growTree(
  words: readonly string[],
  { signOf = ownSigns(words), holds = () => true }: Planting = {},
): WordTree {
  let characters = 0;
  for (const { length } of words) characters += length;
  // A row for each character is more than enough: words share their beginnings.
  const bits = Math.ceil(Math.log2(characters + 2));
  const rows = 2 ** bits;
  const breadth = mostOf(signOf) + 1;
  if (rows * breadth >= MOST_KEYS)
    throw new RangeError(`too many words for a tree: ${words.length}`);
  const tree: WordTree = {
    signOf,
    breadth,
    keys: new Int32Array(rows),
    shift: 32 - bits,
    words: new Int32Array(rows).fill(NOWHERE),
    next: new Int32Array(words.length).fill(NOWHERE),
  };
  tree.keys[ROOT] = NO_KEY;
  // From the last to the first, as each is put before those that are the same.
  for (let number = words.length - 1; number >= 0; number -= 1) {
    if (holds(number)) addWord(tree, String(words[number]), number);
  }
  return tree;
}

const keyOf = ({ breadth }: WordTree, node: number, sign: number): number =>
  (Math.imul(node, breadth) + sign) | 0;

function addWord(tree: WordTree, word: string, number: number): void {
  let node = ROOT;
  for (let at = 0; at < word.length; at += 1) {
    const sign = Number(tree.signOf[word.charCodeAt(at)]);
    if (sign === MUTE) return;
    const key = keyOf(tree, node, sign);
    node = rowOf(tree, key);
    tree.keys[node] = key;
  }
  if (node === ROOT) return;
  tree.next[number] = wordAt(tree, node);
  tree.words[node] = number;
}

/** The row of the node with a key, or the free row where it belongs. */
function rowOf({ keys, shift }: WordTree, key: number): number {
  const last = keys.length - 1;
  let row = Math.imul(key, 0x9e37_79b1) >>> shift;
  while (keys[row] !== 0 && keys[row] !== key) row = (row + 1) & last;
  return row;
}

/** The node that a character leads to from `node`, or `NOWHERE`. */
export function stepDown(tree: WordTree, node: number, code: number): number {
  const sign = Number(tree.signOf[code]);
  if (sign === MUTE) return NOWHERE;
  const row = rowOf(tree, keyOf(tree, node, sign));
  return tree.keys[row] === 0 ? NOWHERE : row;
}

/** The number of the first word that ends at a node, or `NOWHERE`. */
export const wordAt = ({ words }: WordTree, node: number): number => Number(words[node]);
