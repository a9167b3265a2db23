/** Bytes of a container's directory: read at offsets, in small pieces, and never from beyond the end of the source. */

import type { ByteSource } from "../types.js";

/** Files and folders of one container; the core has the same ceiling for zips. */
export const ENTRIES = 50_000;
/** Bytes of all folders, headers and names of one container: UDF has a block of 2,048 for every file. */
const DIRECTORY = 160 * 1024 * 1024;
/** Bytes of directory that are read between two signs of life. */
const PULSE = 256 * 1024;

/** A half-open span of a source, in bytes. */
export type Extent = readonly [start: number, end: number];

/** Refuses a container, or an entry of one. */
export function refuse(code: string): never {
  throw { code };
}

/** A source whose directory is read. What all reads have fetched together is limited. */
export class Directory {
  readonly size: number;
  #source: ByteSource;
  #tick: () => void;
  #read = 0;
  #since = 0;

  constructor(source: ByteSource, tick: () => void = () => undefined) {
    this.size = source.size;
    this.#source = source;
    this.#tick = tick;
  }

  /** Whether all of a span is there. */
  has(at: number, length: number): boolean {
    return Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= this.size;
  }

  /** Throws `cut-off` for what is not there, `too-long` once the directory is. */
  bytes(at: number, length: number): Bytes {
    if (!this.has(at, length)) refuse("cut-off");
    this.#read += length;
    this.#since += length;
    if (this.#read > DIRECTORY) refuse("too-long");
    if (this.#since > PULSE) {
      this.#since = 0;
      this.#tick();
    }
    const into = new Uint8Array(length);
    if (this.#source.read(at, into) !== length) refuse("unreadable");
    return new Bytes(into);
  }
}

const decoders = new Map<string, TextDecoder>();

/** One decoder for all texts of an encoding: to make one takes longer than a name. */
function decoderOf(encoding: string): TextDecoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder;
}

/** Numbers and text in a piece of a directory. Little-endian. What lies outside of it throws `archive-structure`. */
export class Bytes {
  readonly all: Uint8Array;
  #view: DataView;

  constructor(all: Uint8Array) {
    this.all = all;
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.#there(at, 1).getUint8(at);
  }

  u16(at: number): number {
    return this.#there(at, 2).getUint16(at, true);
  }

  u32(at: number): number {
    return this.#there(at, 4).getUint32(at, true);
  }

  /** A number of 64 bits; past 2^53 it is no length of anything. */
  u64(at: number): number {
    const value = Number(this.#there(at, 8).getBigUint64(at, true));
    return Number.isSafeInteger(value) ? value : refuse("archive-structure");
  }

  slice(start: number, end: number): Bytes {
    if (start < 0 || end < start || end > this.length) refuse("archive-structure");
    return new Bytes(this.all.subarray(start, end));
  }

  is(at: number, text: string): boolean {
    return at + text.length <= this.length && Array.from(text).every((letter, n) => this.all[at + n] === letter.charCodeAt(0));
  }

  /** Text up to the first NUL. What is no text in `encoding` is shown as far as it can be. */
  text(start: number, end: number, encoding = "utf-8"): string {
    const { all } = this.slice(start, end);
    const nul = encoding === "utf-16be" ? -1 : all.indexOf(0);
    return decoderOf(encoding).decode(nul < 0 ? all : all.subarray(0, nul));
  }

  #there(at: number, length: number): DataView {
    return at >= 0 && at + length <= this.length ? this.#view : refuse("archive-structure");
  }
}
