/** Chance that repeats itself: the same seed, the same throws. */
export class Random {
  #state

  constructor(seed) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  /** True so many times in a hundred. */
  chance(percent) {
    return this.below(100) < percent
  }

  of(items) {
    return items[this.below(items.length)]
  }
}
