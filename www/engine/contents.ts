/**
 * The order in which a disc's list of contents (a DICOMDIR, PS3.3 Annex F) names its files: for the screen and for counting, and for nothing
 * else. What it says of people and pictures is not read.
 */

import type { ByteSource } from "./types.js";

/** Bytes of a list that is read: with small pictures in it, some MB for a full disc. */
const MOST = 32 * 1024 * 1024;
/** Records, of which a disc has one for each file and series. */
const RECORDS = 200_000;
/** Sequences inside Sequences that are stepped over. */
const DEPTH = 8;

const EXPLICIT = "1.2.840.10008.1.2.1";
const IMPLICIT = "1.2.840.10008.1.2";
/** VRs whose length has four bytes (PS3.5 7.1.2). */
const LONG = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"]);
const UNDEFINED = 0xffff_ffff;

const SYNTAX = 0x0002_0010;
const ROOT = 0x0004_1200;
const RECORDS_OF = 0x0004_1220;
const NEXT = 0x0004_1400;
const LOWER = 0x0004_1420;
const FILE = 0x0004_1500;
const ITEM = 0xfffe_e000;
const ITEM_END = 0xfffe_e00d;
const SEQUENCE_END = 0xfffe_e0dd;

/** The files that a list names, in its order, with slashes; nothing where it cannot be followed. */
export function orderIn(source: ByteSource): readonly string[] | undefined {
  if (source.size > MOST) return undefined;
  const bytes = new Uint8Array(source.size);
  return source.read(0, bytes) === bytes.length ? orderOf(bytes) : undefined;
}

/** The same, of a list in memory. */
export function orderOf(bytes: Uint8Array): readonly string[] | undefined {
  try {
    return new Contents(bytes).order();
  } catch (thrown) {
    // What is cut off or broken gives no order: nothing depends on it.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly length: number;
}

interface Entry {
  readonly next: number;
  readonly lower: number;
  readonly file: string;
}

/** Reading past the end throws a RangeError. */
class Contents {
  #bytes: Uint8Array;
  #view: DataView;
  #at = 132;
  #explicit = true;
  #records = new Map<number, Entry>();
  #root = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  order(): readonly string[] | undefined {
    if (this.#text(128, 4) !== "DICM") return undefined;
    let syntax = "";
    while (this.#view.getUint16(this.#at, true) === 2) {
      const { tag, start, length } = this.#element();
      if (tag === SYNTAX) syntax = this.#text(start, length);
      this.#at = start + length;
    }
    if (syntax !== EXPLICIT && syntax !== IMPLICIT) return undefined;
    this.#explicit = syntax === EXPLICIT;
    while (this.#at < this.#bytes.length) {
      const element = this.#element();
      if (element.tag === RECORDS_OF) {
        this.#all(element);
        break;
      }
      if (element.tag === ROOT) this.#root = this.#view.getUint32(element.start, true);
      this.#skip(element, 0);
    }
    return this.#followed();
  }

  /** From record to record, what is below one before what is beside it; no record twice. */
  #followed(): string[] {
    const files: string[] = [];
    const ahead = [this.#root];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      const record = this.#records.get(at);
      if (!record) continue;
      this.#records.delete(at);
      if (record.file !== "") files.push(record.file);
      ahead.push(record.next, record.lower);
    }
    return files;
  }

  #all({ start, length }: Element): void {
    this.#at = start;
    const end = length === UNDEFINED ? this.#bytes.length : start + length;
    while (this.#at < end && this.#records.size < RECORDS) {
      const offset = this.#at;
      const item = this.#element();
      if (item.tag !== ITEM) return;
      this.#records.set(offset, this.#record(item));
    }
  }

  #record({ start, length }: Element): Entry {
    const record = { next: 0, lower: 0, file: "" };
    const end = length === UNDEFINED ? this.#bytes.length : start + length;
    this.#at = start;
    while (this.#at < end) {
      const element = this.#element();
      if (element.tag === ITEM_END) break;
      if (element.tag === NEXT) record.next = this.#view.getUint32(element.start, true);
      if (element.tag === LOWER) record.lower = this.#view.getUint32(element.start, true);
      if (element.tag === FILE) record.file = this.#path(element);
      this.#skip(element, 0);
    }
    return record;
  }

  /** "DICOM\IM000001" with slashes. Components are 8 characters at most (PS3.10 8.2), eight of them. */
  #path({ start, length }: Element): string {
    if (length > 128) return "";
    const parts = this.#text(start, length).split("\\");
    return parts.map((part) => part.trim()).join("/");
  }

  #element(): Element {
    const at = this.#at;
    const tag = this.#view.getUint16(at, true) * 0x1_0000 + this.#view.getUint16(at + 2, true);
    if (tag >= ITEM || !this.#explicit) return this.#known(tag, at + 8, this.#view.getUint32(at + 4, true));
    if (LONG.has(this.#text(at + 4, 2))) return this.#known(tag, at + 12, this.#view.getUint32(at + 8, true));
    return this.#known(tag, at + 8, this.#view.getUint16(at + 6, true));
  }

  #known(tag: number, start: number, length: number): Element {
    if (length !== UNDEFINED && start + length > this.#bytes.length) throw new RangeError("cut off");
    this.#at = start;
    return { tag, start, length };
  }

  /** To behind the value of an element. */
  #skip({ start, length }: Element, depth: number): void {
    this.#at = start;
    if (length !== UNDEFINED) {
      this.#at += length;
      return;
    }
    if (depth > DEPTH) throw new RangeError("deep");
    for (;;) {
      const element = this.#element();
      if (element.tag === SEQUENCE_END || element.tag === ITEM_END) return;
      this.#skip(element, depth + 1);
    }
  }

  #text(start: number, length: number): string {
    const bytes = this.#bytes.subarray(start, start + length);
    return String.fromCharCode(...bytes.subarray(0, 256)).replace(/[\0 ]+$/, "");
  }
}
