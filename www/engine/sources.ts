/**
 * Sources of bytes for the core, inside a worker.
 *
 * All reading is synchronous. Small reads are served from a window, since one read of a Blob costs about a millisecond.
 */

import { stampOf } from "./batch.js";
import { crc32, crc32Combine, RunningCrc } from "./crc.js";
import type { Pieces } from "./messages.js";
import type { ByteSource, Part } from "./types.js";

/** Why a source could not be read, for those who must tell more than that it failed. */
export type Fault =
  | { readonly kind: "failed"; readonly code: "unreadable" }
  | { readonly kind: "refused" }
  | { readonly kind: "need"; readonly at: number; readonly length: number };

/** A source in use by one worker. */
export interface Opened extends ByteSource {
  /** Size and time of change: differs when the source was changed. */
  readonly stamp: string;
  /** Set by the first read that fails. */
  readonly fault: Fault | undefined;
  /** The bytes of a span, without a copy, where they are in memory already. Valid until the next read. */
  peek(start: number, end: number): Uint8Array | undefined;
  /** The CRC-32 of a span, where the reads so far have gone through just this one. */
  crcOf(start: number, end: number): number | undefined;
  close(): void;
}

/** Length of the first window when only a header is wanted. */
export const FIRST = 64 * 1024;
/** Length of a window in a source that is read from end to end: a longer read costs a browser less for each byte. */
export const LONGEST = 8 * 1024 * 1024;
/** Sources up to this size are read whole in pass 2. */
export const WHOLE = 16 * 1024 * 1024;

const NONE: Uint8Array = new Uint8Array(0);

/** A source read through a window that grows while reading goes forward. */
export class Windowed implements Opened {
  readonly size: number;
  readonly stamp: string;
  #fault: Fault | undefined;
  #first: number;
  #ahead: number;
  #at = 0;
  #window = NONE;
  #load: (at: number, length: number) => Uint8Array;
  #direct: ((at: number, into: Uint8Array) => number) | undefined;
  #close: () => void;
  #onfault: (thrown: unknown, first: boolean) => Fault;
  #run: RunningCrc | undefined;

  /**
   * `load` returns the bytes at an offset, at least one, valid until it is called again.
   *
   * `sums` says that the CRC of what is read will be wanted, where the source is too large to be kept. `direct` fills bytes of others as far
   * as one read goes, for long reads of such a source.
   */
  constructor(o: {
    size: number;
    stamp: string;
    whole: boolean;
    sums?: boolean;
    load: (at: number, length: number) => Uint8Array;
    direct?: (at: number, into: Uint8Array) => number;
    close?: () => void;
    onfault?: (thrown: unknown, first: boolean) => Fault;
  }) {
    this.size = o.size;
    this.stamp = o.stamp;
    this.#first = o.whole && o.size <= WHOLE ? o.size : FIRST;
    this.#ahead = this.#first;
    this.#run = o.sums && o.size > WHOLE ? new RunningCrc() : undefined;
    this.#load = o.load;
    this.#direct = o.size > WHOLE ? o.direct : undefined;
    this.#close = o.close ?? (() => undefined);
    this.#onfault = o.onfault ?? (() => ({ kind: "failed", code: "unreadable" }));
  }

  get fault(): Fault | undefined {
    return this.#fault;
  }

  read(at: number, into: Uint8Array): number {
    let done = 0;
    while (done < into.length && at + done < this.size) {
      const from = at + done - this.#at;
      if (from < 0 || from >= this.#window.length) {
        if (this.#direct && into.length - done >= FIRST) done += this.#straight(at + done, into.subarray(done));
        else this.#fill(at + done);
        continue;
      }
      const bytes = this.#window.subarray(from, from + into.length - done);
      into.set(bytes, done);
      done += bytes.length;
    }
    this.#run?.add(at, into.subarray(0, done));
    return done;
  }

  peek(start: number, end: number): Uint8Array | undefined {
    const from = start - this.#at;
    const to = end - this.#at;
    return from >= 0 && to <= this.#window.length ? this.#window.subarray(from, to) : undefined;
  }

  crcOf(start: number, end: number): number | undefined {
    return this.#run?.of(start, end);
  }

  close(): void {
    this.#window = NONE;
    this.#close();
  }

  #straight(at: number, into: Uint8Array): number {
    try {
      const done = this.#direct?.(at, into) ?? 0;
      if (done === 0) throw new RangeError("short");
      return done;
    } catch (thrown) {
      this.#fault ??= this.#onfault(thrown, false);
      throw { code: "unreadable" };
    }
  }

  #fill(at: number): void {
    const never = this.#window.length === 0;
    const onward = at === this.#at + this.#window.length && !never;
    this.#ahead = onward ? Math.min(Math.max(this.#ahead * 2, FIRST), LONGEST) : this.#first;
    // Before others are loaded: what nobody holds is freed the sooner, the younger it is.
    this.#window = NONE;
    try {
      const bytes = this.#load(at, Math.min(this.#ahead, this.size - at));
      if (bytes.length === 0) throw new RangeError("short");
      this.#window = bytes;
      this.#at = at;
    } catch (thrown) {
      this.#fault ??= this.#onfault(thrown, never);
      throw { code: "unreadable" };
    }
  }
}

/** A span of a Blob. One that is all of it is the Blob itself: a browser enters each slice in its books. */
export function spanOf(blob: Blob, start: number, end: number): Blob {
  return start === 0 && end === blob.size ? blob : blob.slice(start, end);
}

/** Bytes that came with the message. */
export function openBytes(bytes: Uint8Array): Opened {
  return new Windowed({ size: bytes.length, stamp: stampOf(bytes), whole: true, load: (at) => bytes.subarray(at) });
}

/** Some bytes of a source; reading elsewhere asks for more. */
export function openPieces(pieces: Pieces): Opened {
  let missing = 0;
  return new Windowed({
    size: pieces.size,
    stamp: "",
    whole: false,
    load: (at) => {
      missing = at;
      const span = pieces.spans.find((each) => at >= each.at && at < each.at + each.bytes.length);
      if (!span) throw new RangeError("missing");
      return span.bytes.subarray(at - span.at);
    },
    onfault: () => ({ kind: "need", at: missing, length: Math.min(LONGEST, pieces.size - missing) }),
  });
}

/** Bytes of a span taken at a time, where it is not in memory. */
const CHUNK = 1024 * 1024;

/**
 * The CRC-32 of an output. Throws `{code}` when the source cannot give its bytes.
 *
 * Where the core has read the long span at its end in one go, that span is not read a second time.
 */
export function checksum(parts: readonly Part[], source: Opened, tick: (bytes: number) => void): number {
  const last = parts.at(-1);
  const span = last instanceof Uint8Array ? undefined : last;
  const known = span && source.crcOf(span[0], span[1]);
  let crc = 0;
  for (const bytes of bytesOf(known === undefined ? parts : parts.slice(0, -1), source, CHUNK)) {
    crc = crc32(bytes, crc);
    tick(bytes.length);
  }
  return span && known !== undefined ? crc32Combine(crc, known, span[1] - span[0]) : crc;
}

/** The bytes of an output, without a copy where they are in memory. Each piece is valid until the next is asked for. */
export function* bytesOf(parts: readonly Part[], source: Opened, length: number): Generator<Uint8Array> {
  let chunk: Uint8Array | undefined;
  for (const part of parts) {
    const held = part instanceof Uint8Array ? part : source.peek(part[0], part[1]);
    if (held) {
      yield held;
      continue;
    }
    const [start, end] = part as readonly [number, number];
    chunk ??= new Uint8Array(length);
    for (let at = start; at < end; ) {
      const read = source.read(at, chunk.subarray(0, Math.min(length, end - at)));
      if (read === 0) throw { code: "unreadable" };
      yield chunk.subarray(0, read);
      at += read;
    }
  }
}
