/** CRC-32 as zip and gzip use it: polynomial 0xEDB88320, eight bytes at a time. */

const POLYNOMIAL = 0xedb8_8320;
/**
 * What a byte does to the checksum with no byte, one, … seven bytes after it: 256 words each, one behind the other. One array, since eight
 * of them take more registers than a processor has, and twice the time.
 */
const TABLE = table();
/** Whether the first byte of a word in memory is its lowest. */
const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The checksum of `bytes` after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const aligned = Math.min((4 - (bytes.byteOffset % 4)) % 4, bytes.length);
  const words = LITTLE ? (bytes.length - aligned) >> 2 : 0;
  const pairs = words - (words % 2);
  let crc = byByte(bytes.subarray(0, aligned), ~before);
  if (pairs > 0) crc = byPair(new Int32Array(bytes.buffer, bytes.byteOffset + aligned, pairs), crc);
  return ~byByte(bytes.subarray(aligned + pairs * 4), crc) >>> 0;
}

function byByte(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (const byte of bytes) crc = (crc >>> 8) ^ of(0, crc ^ byte);
  return crc;
}

function byPair(words: Int32Array, before: number): number {
  let crc = before;
  for (let at = 0; at < words.length; at += 2) {
    const low = crc ^ (words[at] as number);
    const high = words[at + 1] as number;
    crc =
      of(7, low) ^
      of(6, low >>> 8) ^
      of(5, low >>> 16) ^
      of(4, low >>> 24) ^
      of(3, high) ^
      of(2, high >>> 8) ^
      of(1, high >>> 16) ^
      of(0, high >>> 24);
  }
  return crc;
}

/** The checksum of two stretches of bytes, one after the other, from those of each; `length` is that of the second, in bytes. */
export function crc32Combine(first: number, second: number, length: number): number {
  // What one zero bit more does to a checksum, as a matrix over the bits; its squares are 2, 4, 8 … zero bits.
  let zeros = Int32Array.from({ length: 32 }, (_, bit) => (bit === 0 ? POLYNOMIAL : 1 << (bit - 1)));
  for (let n = 0; n < 3; n++) zeros = squared(zeros);
  let crc = first;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) crc = times(zeros, crc);
    zeros = squared(zeros);
  }
  return (crc ^ second) >>> 0;
}

/** The CRC-32 of the longest run of reads of which each begins where the one before ended. */
export class RunningCrc {
  #start = 0;
  #end = 0;
  #crc = 0;

  /** Takes the bytes that were read at an offset. */
  add(at: number, bytes: Uint8Array): void {
    if (at === this.#end && this.#end > this.#start) {
      this.#crc = crc32(bytes, this.#crc);
      this.#end += bytes.length;
    } else if (bytes.length >= LEAST && bytes.length > this.#end - this.#start) {
      this.#start = at;
      this.#end = at + bytes.length;
      this.#crc = crc32(bytes);
    }
  }

  /** The CRC-32 of the span from `start` to `end`, if that is the run. */
  of(start: number, end: number): number | undefined {
    return start < end && start === this.#start && end === this.#end ? this.#crc : undefined;
  }
}

/** Bytes of a read that may begin a run: shorter ones are of headers. */
const LEAST = 64 * 1024;

function times(matrix: Int32Array, vector: number): number {
  let sum = 0;
  for (let bit = 0; bit < 32; bit++) if ((vector >>> bit) & 1) sum ^= matrix[bit] as number;
  return sum;
}

function squared(matrix: Int32Array): Int32Array<ArrayBuffer> {
  return Int32Array.from(matrix, (vector) => times(matrix, vector));
}

function of(after: number, byte: number): number {
  return TABLE[after * 256 + (byte & 0xff)] as number;
}

function table(): Int32Array {
  const all = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    all[byte] = crc;
  }
  for (let at = 256; at < all.length; at++) {
    const before = all[at - 256] as number;
    all[at] = (before >>> 8) ^ (all[before & 0xff] as number);
  }
  return all;
}
