import { hash, mix } from "./random.ts";

const HALF = 2 ** 25;
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Five letters of Crockford's base 32 for 25 bits. */
function letters(bits: number): string {
  let text = "";
  for (let shift = 20; shift >= 0; shift -= 5) text += LETTERS[(bits >>> shift) & 31];
  return text;
}

/** Gives the id of the thing of a kind that has this index, e.g. ("exp", 0) -> "exp_7k3m9qv2xa". */
export type DemoId = (kind: string, index: number) => string;

/**
 * Ids that look drawn by lot, differ from seed to seed and are never given twice: the index goes
 * through a Feistel network of four rounds over 2 x 25 bits, which is a permutation.
 */
export function demoIds(seed: number): DemoId {
  const keys = new Map<string, number>();
  const keyOf = (kind: string) => {
    const key = keys.get(kind) ?? hash(`${seed}/id/${kind}`);
    keys.set(kind, key);
    return key;
  };
  return (kind, index) => {
    const key = keyOf(kind);
    let left = Math.floor(index / HALF) % HALF;
    let right = index % HALF;
    for (let round = 1; round <= 4; round += 1) {
      const next = (left ^ mix(right ^ Math.imul(key, 2 * round + 1))) & (HALF - 1);
      left = right;
      right = next;
    }
    return `${kind}_${letters(left)}${letters(right)}`;
  };
}
