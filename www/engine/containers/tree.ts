/** Walks the folders of a disc image, each of them once. */

import { ENTRIES, type Extent, refuse } from "./bytes.js";
import type { FileAt } from "./entries.js";

/** Folders in folders; ISO 9660 allows 8, Joliet and UDF as many as their paths have room for. */
const DEPTH = 64;

/** A name in a folder, and what lies there. */
export interface Named {
  readonly name: string;
  readonly isFolder: boolean;
  /** Where a folder starts: two with one number are the same folder. */
  readonly id: number;
  readonly extents: readonly Extent[];
  readonly code?: string | undefined;
}

/**
 * The files below `root`.
 *
 * Throws `archive-structure` for a folder that is met twice, or lies too deep, and `too-many`.
 */
export function filesBelow(root: Named, children: (folder: Named) => Iterable<Named>): FileAt[] {
  const files: FileAt[] = [];
  const met = new Set<number>();
  const folders = [{ folder: root, path: "", depth: 0 }];
  let count = 0;
  for (let next = folders.pop(); next; next = folders.pop()) {
    const { folder, path, depth } = next;
    if (met.has(folder.id) || depth > DEPTH) refuse("archive-structure");
    met.add(folder.id);
    for (const child of children(folder)) {
      if (++count > ENTRIES) refuse("too-many");
      const name = `${path}${child.name}`;
      if (child.isFolder && child.code === undefined) folders.push({ folder: child, path: `${name}/`, depth: depth + 1 });
      else files.push({ path: name, extents: child.extents, code: child.code });
    }
  }
  return files;
}
