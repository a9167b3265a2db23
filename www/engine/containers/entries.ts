/** What a container's directory comes to: files with the spans that they lie in, none of which is given twice. */

import type { Entry, Listed } from "../types.js";
import type { Extent } from "./bytes.js";

/** A file as it lies in a container. */
export interface FileAt {
  readonly path: string;
  /** In the order of its bytes; what is not there lies beyond the end of the source. */
  readonly extents: readonly Extent[];
  /** Why it cannot be read. */
  readonly code?: string | undefined;
}

/**
 * Files as the engine knows them. `size` is the source's.
 *
 * A second name of the very same bytes is no second file. Files that share bytes in another way are refused: from a small source they
 * could make any number of large files.
 */
export function listedOf(files: readonly FileAt[], size: number): Listed[] {
  const seen = new Set<string>();
  const once = files.filter(({ extents, code }) => {
    const where = extents.filter(([start, end]) => start !== end).join(" ");
    if (code !== undefined || where === "") return true;
    return !seen.has(where) && seen.add(where);
  });
  const there = once.map((file) => (file.code === undefined && isCutOff(file, size) ? { ...file, code: "cut-off" } : file));
  const sharing = overlapping(there);
  return there.map((file) => {
    const code = file.code ?? (sharing.has(file) ? "archive-structure" : undefined);
    return code === undefined ? { name: file.path, entry: entryOf(file.extents) } : { name: file.path, code };
  });
}

/** An entry that lies in its container as it is. */
export function entryOf(extents: readonly Extent[]): Entry {
  const joined = join(extents);
  const size = joined.reduce((sum, [start, end]) => sum + end - start, 0);
  // Nothing was said of its checksum, and the core asks for none where nothing is packed.
  return { start: joined[0]?.[0] ?? 0, packed: size, size, method: "store", crc: 0, ...(joined.length > 1 && { extents: joined }) };
}

/** The same bytes in as few extents as can be. */
function join(extents: readonly Extent[]): Extent[] {
  const joined: Extent[] = [];
  for (const [start, end] of extents) {
    const last = joined.at(-1);
    if (start === end) continue;
    if (last?.[1] === start) joined[joined.length - 1] = [last[0], end];
    else joined.push([start, end]);
  }
  return joined;
}

function isCutOff({ extents }: FileAt, size: number): boolean {
  return extents.some(([start, end]) => !(start >= 0 && end >= start && end <= size));
}

/** Files of which bytes belong to another file, or twice to the same. */
function overlapping(files: readonly FileAt[]): ReadonlySet<FileAt> {
  const spans = files.flatMap((file) => (file.code === undefined ? file.extents.map((extent) => ({ file, extent })) : []));
  const sorted = spans.filter(({ extent }) => extent[0] < extent[1]).sort((a, b) => a.extent[0] - b.extent[0]);
  const sharing = new Set<FileAt>();
  let furthest = sorted[0];
  for (const span of sorted.slice(1)) {
    if (furthest && span.extent[0] < furthest.extent[1]) sharing.add(span.file).add(furthest.file);
    if (!furthest || span.extent[1] > furthest.extent[1]) furthest = span;
  }
  return sharing;
}
