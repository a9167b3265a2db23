/** Chance that is the same each time: a generator by its seed (mulberry32). */

export class Seeded {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995;
    for (let n = 0; n < 4; n += 1) this.next();
  }

  /** From 0 to less than 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends possible. */
  int(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** A number between two. */
  between(from, to) {
    return from + this.next() * (to - from);
  }

  /** Whether something happens that has this chance. */
  chance(share) {
    return this.next() < share;
  }

  /** One of a list. @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }
}
