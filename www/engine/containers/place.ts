/** A file where it lies in its container, as the core reads it: one that lies in several pieces looks like one source. */

import type { ByteSource, Entry, Part } from "../types.js";
import type { Extent } from "./bytes.js";

/** What the core is given of a file, and how its spans are told in the container's own offsets. */
export interface Located {
  readonly source: ByteSource;
  readonly entry: Entry | undefined;
  readonly back: (parts: readonly Part[]) => readonly Part[];
}

/** An entry as the core can read it. */
export function located(source: ByteSource, entry: Entry | undefined): Located {
  if (!entry?.extents) return { source, entry, back: (parts) => parts };
  const joined = new Joined(source, entry.extents);
  const { extents: _, ...whole } = { ...entry, start: 0, packed: joined.size, size: joined.size };
  return { source: joined, entry: whole, back: (parts) => parts.flatMap((part) => joined.back(part)) };
}

/** Pieces of a source, one behind the other. Throws `{code}` where they are not in it. */
class Joined implements ByteSource {
  readonly size: number;
  #source: ByteSource;
  #extents: readonly Extent[];

  constructor(source: ByteSource, extents: readonly Extent[]) {
    if (!extents.every(([start, end]) => start >= 0 && start <= end && end <= source.size)) throw { code: "archive-structure" };
    this.#source = source;
    this.#extents = extents;
    this.size = extents.reduce((sum, [start, end]) => sum + end - start, 0);
  }

  read(at: number, into: Uint8Array): number {
    let done = 0;
    for (const [start, end] of this.#spans(at, at + into.length)) {
      done += this.#source.read(start, into.subarray(done, done + end - start));
    }
    return done;
  }

  /** A part in the source's own offsets. */
  back(part: Part): readonly Part[] {
    return part instanceof Uint8Array ? [part] : this.#spans(part[0], part[1]);
  }

  #spans(first: number, last: number): Extent[] {
    const spans: Extent[] = [];
    let before = 0;
    for (const [start, end] of this.#extents) {
      const from = Math.max(first - before, 0);
      const to = Math.min(last - before, end - start);
      if (from < to) spans.push([start + from, start + to]);
      before += end - start;
    }
    return spans;
  }
}
