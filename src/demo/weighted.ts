import type { Lot } from "./random.ts";

/** Items of which some are drawn more often than others. */
export class Weighted<Item> {
  private readonly sums: Float64Array;
  readonly total: number;
  private readonly items: readonly Item[];

  /** Weights below 0 count as 0. */
  constructor(items: readonly Item[], weight: (item: Item) => number) {
    this.items = items;
    this.sums = new Float64Array(items.length);
    let total = 0;
    for (const [index, item] of items.entries()) {
      total += Math.max(0, weight(item));
      this.sums[index] = total;
    }
    this.total = total;
  }

  /** Throws a RangeError when no item has a weight. */
  draw(lot: Lot): Item {
    const item = this.items[this.indexOf(lot.draw() * this.total)];
    if (item === undefined) throw new RangeError("nothing to draw from");
    return item;
  }

  /** Up to `count` different items, those of greater weight sooner. */
  several(lot: Lot, count: number): Item[] {
    const chosen = new Set<Item>();
    for (
      let tries = 0;
      chosen.size < Math.min(count, this.items.length) && tries < 40;
      tries += 1
    ) {
      chosen.add(this.draw(lot));
    }
    return [...chosen];
  }

  /** The first index whose running sum is above `point`. */
  private indexOf(point: number): number {
    let low = 0;
    let high = this.sums.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sums[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
