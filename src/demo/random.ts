/** Mixes a text into 32 bits (FNV-1a with a final avalanche): the start of every drawing. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(state);
}

/** Spreads each bit of `value` over all 32 (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let state = value | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/**
 * Numbers that look drawn by lot and are the same for the same key. Mulberry32: 32 bits of state are
 * plenty for a stream of a few ten thousand draws; every block of the province has a stream of its own.
 */
export class Lot {
  private state: number;

  /** `key` names the stream, e.g. "1/experts/7". */
  constructor(key: string) {
    this.state = hash(key);
  }

  /** In [0, 1). */
  draw(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.draw() * (high - low + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.draw() < probability;
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.draw() * items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  /** The items in an order of their own; the list itself stays as it is. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const order = items.map((item) => ({ item, rank: this.draw() }));
    return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  }

  /** About normal, mean 0, deviation 1 (the sum of four draws). */
  bell(): number {
    return (this.draw() + this.draw() + this.draw() + this.draw() - 2) * Math.sqrt(3);
  }
}
