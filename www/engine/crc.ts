/** CRC-32 as zip and gzip use it: polynomial 0xEDB88320, eight bytes at a time. */

const TABLES = tables();

/** The checksum of `bytes` after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as Eight;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % 8);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      of(t7, low) ^
      of(t6, low >>> 8) ^
      of(t5, low >>> 16) ^
      of(t4, low >>> 24) ^
      of(t3, high) ^
      of(t2, high >>> 8) ^
      of(t1, high >>> 16) ^
      of(t0, high >>> 24);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ of(t0, crc ^ view.getUint8(at));
  return ~crc >>> 0;
}

/** The checksum of two stretches of bytes, one after the other, from those of each; `length` is that of the second, in bytes. */
export function crc32Combine(first: number, second: number, length: number): number {
  // What one zero bit more does to a checksum, as a matrix over the bits; its squares are 2, 4, 8 … zero bits.
  let zeros = Int32Array.from({ length: 32 }, (_, bit) => (bit === 0 ? 0xedb8_8320 : 1 << (bit - 1)));
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

type Table = Int32Array;
type Eight = readonly [Table, Table, Table, Table, Table, Table, Table, Table];

function of(table: Table, index: number): number {
  return table[index & 0xff] as number;
}

function tables(): Table[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
    return crc;
  });
  const all = [first];
  for (let n = 1; n < 8; n++) all.push((all[n - 1] as Table).map((crc) => (crc >>> 8) ^ of(first, crc)));
  return all;
}
