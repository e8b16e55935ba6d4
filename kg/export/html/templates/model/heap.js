// A heap: of what was pushed, the item with the least price comes out first.

/** @template T */
export class Heap {
  constructor() {
    /** @type {{ price: number, item: T }[]} */
    this.entries = [];
  }

  get isEmpty() {
    return this.entries.length === 0;
  }

  /**
   * @param {number} price
   * @param {T} item
   */
  push(price, item) {
    const { entries } = this;
    let at = entries.push({ price, item }) - 1;
    while (at && entries[(at - 1) >> 1].price > price) {
      this.swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  /** Take out the cheapest item; there must be one. */
  pop() {
    const { entries } = this;
    this.swap(0, entries.length - 1);
    const top = /** @type {{ price: number, item: T }} */ (entries.pop());
    for (let at = 0, child = 1; child < entries.length; child = 2 * at + 1) {
      if (child + 1 < entries.length && entries[child + 1].price < entries[child].price) child += 1;
      if (entries[at].price <= entries[child].price) break;
      this.swap(at, child);
      at = child;
    }
    return top.item;
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  swap(a, b) {
    [this.entries[a], this.entries[b]] = [this.entries[b], this.entries[a]];
  }
}
