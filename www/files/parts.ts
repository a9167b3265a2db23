/** Verified files as several zips, for phones and portals that take small files only. */

import { END_SIZE, entrySize, type Zipped } from "./zip.js";

/** One of several zips. */
export interface Part<T extends Zipped> {
  readonly files: readonly T[];
  /** Bytes of the zip. */
  readonly size: number;
}

/**
 * The files in the order of their names, filled into zips of at most `limit` bytes. A file that is larger by itself has a zip of its own, which
 * is larger than `limit`.
 */
export function parts<T extends Zipped>(files: readonly T[], limit: number): Part<T>[] {
  const made: { files: T[]; size: number }[] = [];
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const size = entrySize(file);
    const last = made.at(-1);
    if (last && last.size + size <= limit) {
      last.files.push(file);
      last.size += size;
    } else made.push({ files: [file], size: END_SIZE + size });
  }
  return made;
}
