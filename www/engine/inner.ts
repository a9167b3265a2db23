/** Containers in containers: kept as a part of the source that they are in, or unpacked and held. */

import { type Place, sizeOf } from "./batch.js";
import { aborted } from "./errors.js";
import type { NodeFile } from "./messages.js";
import type { Entry } from "./types.js";

/** Bytes that may be held of one batch, unpacked: a disc with a packed image of another has some hundred MB. */
export const HELD = 2 * 1024 * 1024 * 1024;
/** What one byte packed by gzip may come to, once there are as many as {@link SURE}: of scans it is two or three, of empty pictures some. */
const RATIO = 50;
const SURE = 64 * 1024 * 1024;
/** Bytes of a source that are given to be unpacked at a time, where it is in memory. */
const CHUNK = 64 * 1024;

/** Holds bytes as they come. */
export interface Hold {
  add(bytes: Uint8Array): void;
  end(): Blob | Uint8Array;
}

/** What the platform gives for it. */
export interface Holding {
  /** Holds what comes; default: in a Blob. */
  readonly hold?: (() => Hold) | undefined;
  /** The bytes of a file of Node's. */
  readonly stream?: ((file: NodeFile) => ReadableStream<Uint8Array>) | undefined;
}

/** What a batch holds: no more than {@link HELD} bytes together. What gzip packed is unpacked one at a time. */
export class Holder {
  #holding: Holding;
  #isOver: () => boolean;
  #left = HELD;
  #line: Promise<unknown> = Promise.resolve();

  constructor(holding: Holding, isOver: () => boolean) {
    this.#holding = holding;
    this.#isOver = isOver;
  }

  /** Keeps bytes that were unpacked. Throws `{code: "too-long"}` where there is no more room. */
  keep(bytes: Uint8Array): Blob | Uint8Array {
    const hold = this.#start();
    this.#take(bytes, hold);
    return hold.end();
  }

  /** Unpacks what gzip has packed. Throws `{code}`. */
  inflate(data: Place["data"]): Promise<Blob | Uint8Array> {
    const done = this.#line.then(() => this.#inflate(data));
    this.#line = done.catch(() => undefined);
    return done;
  }

  async #inflate(data: Place["data"]): Promise<Blob | Uint8Array> {
    const hold = this.#start();
    let taken = 0;
    try {
      const packed = this.#bytesOf(data) as ReadableStream<Uint8Array<ArrayBuffer>>;
      const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
      try {
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
          if (this.#isOver()) throw aborted();
          this.#take(piece.value, hold);
          taken += piece.value.length;
          if (taken > Math.max(SURE, RATIO * sizeOf(data))) throw { code: "too-long" };
        }
      } finally {
        await reader.cancel().catch(() => undefined);
      }
      return hold.end();
    } catch (thrown) {
      // Others may have taken of it meanwhile.
      this.#left += taken;
      if (this.#isOver() || !(thrown instanceof Error)) throw thrown;
      throw { code: isOfFormat(thrown) ? "archive-structure" : "unreadable" };
    }
  }

  #start(): Hold {
    return this.#holding.hold?.() ?? new InBlob();
  }

  #take(bytes: Uint8Array, hold: Hold): void {
    if (bytes.length > this.#left) throw { code: "too-long" };
    this.#left -= bytes.length;
    hold.add(bytes);
  }

  #bytesOf(data: Place["data"]): ReadableStream<Uint8Array> {
    if (data instanceof Blob) return data.stream();
    if ("file" in data && this.#holding.stream) return this.#holding.stream(data);
    if (!(data instanceof Uint8Array)) throw { code: "unreadable" };
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        // A copy: memory that threads share is not taken.
        if (at < data.length) controller.enqueue(data.slice(at, at + CHUNK));
        else controller.close();
        at += CHUNK;
      },
    });
  }
}

/** Whether it was the packed bytes that were wrong, in browsers' words or in Node's. */
function isOfFormat(thrown: Error): boolean {
  const { code } = thrown as { readonly code?: unknown };
  return thrown instanceof TypeError || (typeof code === "string" && /^Z_|TRAILING/.test(code));
}

/** Bytes that are handed to a Blob together: the browser may keep these on a disk of its own. */
const TOGETHER = 16 * 1024 * 1024;

class InBlob implements Hold {
  #whole: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #length = 0;

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes as Uint8Array<ArrayBuffer>);
    this.#length += bytes.length;
    if (this.#length >= TOGETHER) this.#pack();
  }

  end(): Blob {
    this.#pack();
    return new Blob(this.#whole);
  }

  #pack(): void {
    this.#whole.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
  }
}

/** An entry that lies in its source as it is, as a source of its own; nothing where that takes a copy. */
export function partOf(data: Place["data"], entry: Entry): Place["data"] | undefined {
  if (entry.method !== "store") return undefined;
  const extents = entry.extents ?? [[entry.start, entry.start + entry.size] as const];
  if (extents.some(([, end]) => end > sizeOf(data))) return undefined;
  if (data instanceof Blob) return new Blob(extents.map(([start, end]) => data.slice(start, end)));
  const [only] = extents;
  if (extents.length !== 1 || !only) return undefined;
  if (data instanceof Uint8Array) return data.subarray(...only);
  if (!("file" in data)) return undefined;
  return { file: data.file, size: only[1] - only[0], start: (data.start ?? 0) + only[0] };
}
