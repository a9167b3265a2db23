/** Bytes of verified files on their way out: counted, and compared with what was verified. */

import { crc32 } from "../engine/crc.js";
import type { Verified } from "../engine/index.js";

/** What a person, or a page, may do and see while files are saved. */
export interface Saving {
  /** Ends it. What was written whole stays, the rest is taken back. */
  readonly signal?: AbortSignal;
  /** Called as bytes are written, with their number since the call before. */
  readonly written?: (bytes: number) => void;
}

/** What was to be saved is not what was verified: a source was changed or taken away. Nothing of it was kept. */
export class SaveError extends Error {
  override readonly name = "SaveError";
  readonly code = "unreadable";

  constructor() {
    super("What was saved is not what was verified.");
  }
}

/** Where bytes are written. */
export interface Vessel {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Bytes that are read at a time: each read, and each write, waits for the browser's other processes. */
const SPAN = 4 * 1024 * 1024;

/**
 * Writes a file's bytes.
 *
 * @throws {SaveError} where they are not those that were verified, or can no longer be read
 * @throws {DOMException} "AbortError" where `signal` says so; what writing throws
 */
export async function pour(file: Verified, to: Vessel, { signal, written }: Saving = {}): Promise<void> {
  const { blob } = file;
  if (blob.size !== file.size) throw new SaveError();
  let crc = 0;
  for (let at = 0; at < file.size; at += SPAN) {
    const bytes = await read(file.size <= SPAN ? blob : blob.slice(at, at + SPAN));
    signal?.throwIfAborted();
    if (bytes.length !== Math.min(SPAN, file.size - at)) throw new SaveError();
    crc = crc32(bytes, crc);
    if (at + bytes.length === file.size && crc !== file.crc) throw new SaveError();
    await to.write(bytes);
    written?.(bytes.length);
  }
}

async function read(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new SaveError();
  }
}

/** Writes what comes in small pieces a few megabytes at a time. */
export class Gathered implements Vessel {
  readonly #to: Vessel;
  readonly #held = new Uint8Array(SPAN);
  #length = 0;

  constructor(to: Vessel) {
    this.#to = to;
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#length + bytes.length > SPAN) await this.end();
    if (bytes.length >= SPAN) return this.#to.write(bytes);
    this.#held.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.#length > 0) await this.#to.write(this.#held.subarray(0, this.#length));
    this.#length = 0;
  }
}
