/**
 * The layout of a zip whose entries' sizes and checksums are known: stored, dated 1980-01-01, sorted by name, without comments or extras.
 *
 * Entries stand in it by reference, so that a zip of gigabytes is composed without reading one byte of them. The same entries always give the
 * same zip. Extra fields appear only where an entry or an offset needs more than 32 bits (APPNOTE 4.5.3).
 */

/** What a zip says of an entry. */
export interface Zipped {
  /** ASCII, with "/" between folders. */
  readonly name: string;
  readonly size: number;
  /** CRC-32. */
  readonly crc: number;
}

const FULL_16 = 0xffff;
const FULL_32 = 0xffff_ffff;
/** 1980-01-01, as MS-DOS writes it; its time, midnight, is 0. */
const DATE = 0x21;

/** The zip, piece by piece: bytes of its own, and the entries where their bytes belong. */
export function* zipPieces<T extends Zipped>(entries: readonly T[]): Generator<Uint8Array<ArrayBuffer> | T> {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const entry of sorted) {
    const header = localHeader(entry);
    directory.push(centralHeader(entry, at));
    at += header.length + entry.size;
    yield header;
    yield entry;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  yield* directory;
  yield endOfDirectory(sorted.length, size, at);
}

/** Bytes of the whole zip. */
export function zipSize(entries: readonly Zipped[]): number {
  let size = 0;
  for (const piece of zipPieces(entries)) size += piece instanceof Uint8Array ? piece.length : piece.size;
  return size;
}

/** Bytes that an entry takes in a zip, at most: its own, and those of both of its headers. */
export function entrySize(entry: Zipped): number {
  return entry.size + 2 * entry.name.length + 30 + 20 + 46 + 28;
}

/** Bytes of the end of a zip, at most. */
export const END_SIZE = 56 + 20 + 22;

function localHeader({ name, size, crc }: Zipped): Uint8Array<ArrayBuffer> {
  const big = size >= FULL_32;
  const to = new Writer();
  // Version, flags, method, time, date.
  to.u32(0x0403_4b50).u16(big ? 45 : 20, 0, 0, 0, DATE);
  to.u32(crc, Math.min(size, FULL_32), Math.min(size, FULL_32));
  to.u16(name.length, big ? 20 : 0).ascii(name);
  if (big) to.u16(1, 16).u64(size, size);
  return to.bytes();
}

function centralHeader({ name, size, crc }: Zipped, at: number): Uint8Array<ArrayBuffer> {
  const big = size >= FULL_32;
  const far = at >= FULL_32;
  const extra = (big ? 16 : 0) + (far ? 8 : 0);
  const version = extra ? 45 : 20;
  const to = new Writer();
  to.u32(0x0201_4b50).u16(version, version, 0, 0, 0, DATE);
  to.u32(crc, Math.min(size, FULL_32), Math.min(size, FULL_32));
  // No comment, first disk, no attributes.
  to.u16(name.length, extra ? extra + 4 : 0, 0, 0, 0).u32(0);
  to.u32(Math.min(at, FULL_32)).ascii(name);
  if (extra) to.u16(1, extra);
  if (big) to.u64(size, size);
  if (far) to.u64(at);
  return to.bytes();
}

function endOfDirectory(count: number, size: number, at: number): Uint8Array<ArrayBuffer> {
  const to = new Writer();
  if (count >= FULL_16 || size >= FULL_32 || at >= FULL_32) {
    to.u32(0x0606_4b50).u64(44).u16(45, 45).u32(0, 0).u64(count, count, size, at);
    to.u32(0x0706_4b50, 0)
      .u64(at + size)
      .u32(1);
  }
  const entries = Math.min(count, FULL_16);
  to.u32(0x0605_4b50).u16(0, 0, entries, entries);
  to.u32(Math.min(size, FULL_32), Math.min(at, FULL_32)).u16(0);
  return to.bytes();
}

/** Little-endian bytes. */
class Writer {
  #bytes: number[] = [];

  u16(...values: number[]): this {
    for (const value of values) this.#bytes.push(value & 0xff, (value >>> 8) & 0xff);
    return this;
  }

  u32(...values: number[]): this {
    for (const value of values) this.u16(value & FULL_16, value >>> 16);
    return this;
  }

  u64(...values: number[]): this {
    for (const value of values) this.u32(value % 2 ** 32, Math.floor(value / 2 ** 32));
    return this;
  }

  ascii(text: string): this {
    for (let at = 0; at < text.length; at++) this.#bytes.push(text.charCodeAt(at) & 0x7f);
    return this;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}
