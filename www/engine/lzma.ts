/**
 * Unpacks LZMA (the form of `.lzma` files: thirteen bytes of header, then one stream), a part at a time.
 *
 * It packs a quarter closer than gzip, which browsers unpack themselves. A megabyte takes a tenth of a second: long enough to be felt, so
 * that whoever drives this lets others have their turn.
 */

/** Bytes that are made between two yields: about a millisecond's work. */
const SPELL = 1 << 13;

/** Settings, the size of the dictionary, and the number of bytes that were packed. */
const HEADER = 13;

/** More than anything that is carried. */
const MOST = 1 << 26;

/** Yields now and then, returns what was packed. Throws a RangeError where the bytes are not whole or are no LZMA. */
export function* unpackLzma(bytes: Uint8Array): Generator<undefined, Uint8Array<ArrayBuffer>> {
  if (bytes.length < HEADER + 5) throw broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(5, true);
  if (view.getUint32(9, true) !== 0 || size > MOST) throw broken();
  const decoder = new Decoder(bytes, size);
  while (decoder.at < size) {
    decoder.run(Math.min(decoder.at + SPELL, size));
    yield;
  }
  decoder.end();
  return decoder.made;
}

/** All at once, for what is small. */
export function unpackLzmaNow(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unpackLzma(bytes);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** Where each kind of probability lies in one table. */
const STATES = 12;
const IS_MATCH = 0;
const IS_REP = IS_MATCH + (STATES << 4);
const IS_REP_0 = IS_REP + STATES;
const IS_REP_1 = IS_REP_0 + STATES;
const IS_REP_2 = IS_REP_1 + STATES;
const IS_REP_0_LONG = IS_REP_2 + STATES;
const SLOTS = IS_REP_0_LONG + (STATES << 4);
const SPECIAL = SLOTS + (4 << 6);
const ALIGN = SPECIAL + 115;
/** Of a length: two choices, then what is short, middling and long. */
const LENGTH = ALIGN + 16;
const REP_LENGTH = LENGTH + 2 + 128 + 128 + 256;
const LITERAL = REP_LENGTH + 2 + 128 + 128 + 256;
const HALF = 1 << 10;

class Decoder {
  readonly made: Uint8Array<ArrayBuffer>;
  /** Bytes that are made. */
  at = 0;
  readonly #from: Uint8Array;
  #next = HEADER + 5;
  #range = 0xffffffff;
  #code: number;
  readonly #odds: Uint16Array;
  readonly #lc: number;
  readonly #lpMask: number;
  readonly #pbMask: number;
  #state = 0;
  /** The last distances, less one. */
  readonly #rep = new Uint32Array(4);
  /** What is left of a match that went past the end of a part. */
  #copies = 0;

  constructor(from: Uint8Array, size: number) {
    const [settings = 255] = from;
    if (settings >= 225) throw broken();
    this.#lc = settings % 9;
    this.#lpMask = (1 << (Math.floor(settings / 9) % 5)) - 1;
    this.#pbMask = (1 << Math.floor(settings / 45)) - 1;
    this.#from = from;
    this.#code = new DataView(from.buffer, from.byteOffset).getUint32(HEADER + 1);
    this.#odds = new Uint16Array(LITERAL + (0x300 << (this.#lc + (Math.floor(settings / 9) % 5)))).fill(HALF);
    this.made = new Uint8Array(size);
  }

  /** Throws where something is missing or too much: the end is marked, by a match at no distance, and nothing follows. */
  end(): void {
    const place = this.at & this.#pbMask;
    const isMatch = this.#copies === 0 && this.#bit(IS_MATCH + (this.#state << 4) + place) === 1;
    if (!isMatch || this.#bit(IS_REP + this.#state) === 1) throw broken();
    this.#match(place);
    if (this.#rep[0] !== 0xffffffff || this.#next !== this.#from.length) throw broken();
  }

  /** Makes bytes up to this number of them. */
  run(end: number): void {
    this.#copy(end);
    while (this.at < end) {
      const place = this.at & this.#pbMask;
      if (this.#bit(IS_MATCH + (this.#state << 4) + place) === 0) this.#literal();
      else {
        const isRep = this.#bit(IS_REP + this.#state) === 1;
        if (isRep ? this.#repeat(place) : this.#match(place)) this.#copy(end);
      }
    }
  }

  #literal(): void {
    const { made, at } = this;
    const last = at > 0 ? (made[at - 1] as number) : 0;
    const odds = LITERAL + 0x300 * (((at & this.#lpMask) << this.#lc) + (last >> (8 - this.#lc)));
    let symbol = 1;
    if (this.#state >= 7) {
      let matched = this.#behind();
      while (symbol < 0x100) {
        const wanted = (matched >> 7) & 1;
        matched <<= 1;
        const bit = this.#bit(odds + ((1 + wanted) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== wanted) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(odds + symbol);
    made[this.at++] = symbol;
    this.#state = this.#state < 4 ? 0 : this.#state - (this.#state < 10 ? 3 : 6);
  }

  /** A match at a new distance. */
  #match(place: number): boolean {
    this.#rep.copyWithin(1, 0, 3);
    this.#copies = this.#length(LENGTH, place) + 2;
    this.#state = this.#state < 7 ? 7 : 10;
    const slot = this.#tree(SLOTS + (Math.min(this.#copies - 2, 3) << 6), 6);
    this.#rep[0] = slot < 4 ? slot : this.#distance(slot);
    return true;
  }

  /** A match at one of the last four distances, or one byte at the very last: then false, as it is made already. */
  #repeat(place: number): boolean {
    const rep = this.#rep;
    const state = this.#state;
    if (this.#bit(IS_REP_0 + state) === 0) {
      if (this.#bit(IS_REP_0_LONG + (state << 4) + place) === 0) {
        this.#state = state < 7 ? 9 : 11;
        this.made[this.at] = this.#behind();
        this.at++;
        return false;
      }
    } else {
      const which = this.#bit(IS_REP_1 + state) === 0 ? 1 : 2 + this.#bit(IS_REP_2 + state);
      const distance = rep[which] as number;
      rep.copyWithin(1, 0, which);
      rep[0] = distance;
    }
    this.#copies = this.#length(REP_LENGTH, place) + 2;
    this.#state = state < 7 ? 8 : 11;
    return true;
  }

  #length(odds: number, place: number): number {
    if (this.#bit(odds) === 0) return this.#tree(odds + 2 + (place << 3), 3);
    if (this.#bit(odds + 1) === 0) return 8 + this.#tree(odds + 130 + (place << 3), 3);
    return 16 + this.#tree(odds + 258, 8);
  }

  #distance(slot: number): number {
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + this.#backwards(SPECIAL + base - slot, bits);
    let direct = 0;
    for (let left = bits - 4; left > 0; left--) {
      this.#range >>>= 1;
      const bit = this.#code >>> 0 >= this.#range ? 1 : 0;
      if (bit) this.#code = (this.#code - this.#range) >>> 0;
      direct = (direct << 1) | bit;
      if (this.#range < 0x1000000) this.#refill();
    }
    return base + (direct << 4) + this.#backwards(ALIGN, 4);
  }

  /** Copies of a match what this part has room for. */
  #copy(end: number): void {
    const { made, at } = this;
    const count = Math.min(this.#copies, end - at);
    const back = (this.#rep[0] as number) + 1;
    if (count > 0 && back > at) throw broken();
    for (let to = at; to < at + count; to++) made[to] = made[to - back] as number;
    this.at = at + count;
    this.#copies -= count;
  }

  /** The byte at the last distance. */
  #behind(): number {
    const from = this.at - (this.#rep[0] as number) - 1;
    if (from < 0) throw broken();
    return this.made[from] as number;
  }

  #tree(odds: number, bits: number): number {
    let symbol = 1;
    for (let left = bits; left > 0; left--) symbol = (symbol << 1) | this.#bit(odds + symbol);
    return symbol - (1 << bits);
  }

  #backwards(odds: number, bits: number): number {
    let symbol = 1;
    let read = 0;
    for (let at = 0; at < bits; at++) {
      const bit = this.#bit(odds + symbol);
      symbol = (symbol << 1) | bit;
      read |= bit << at;
    }
    return read;
  }

  #bit(which: number): 0 | 1 {
    const odds = this.#odds[which] as number;
    const bound = (this.#range >>> 11) * odds;
    let bit: 0 | 1 = 0;
    if (this.#code < bound) {
      this.#range = bound;
      this.#odds[which] = odds + ((2048 - odds) >> 5);
    } else {
      this.#range -= bound;
      this.#code -= bound;
      this.#odds[which] = odds - (odds >> 5);
      bit = 1;
    }
    if (this.#range < 0x1000000) this.#refill();
    return bit;
  }

  #refill(): void {
    if (this.#next >= this.#from.length) throw broken();
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | (this.#from[this.#next++] as number)) >>> 0;
  }
}

function broken(): RangeError {
  return new RangeError("not whole");
}
