/** Puts the files of a disc in the order of its list of contents. They change places among themselves: all else stays where it is. */

import type { Find } from "./batch.js";

/** The finds, those that a list names in its order. */
export function arranged(finds: readonly Find[]): readonly Find[] {
  const lists = finds.flatMap((find) => (find.kind === "other" && find.order ? [{ path: find.place.path, order: find.order }] : []));
  if (lists.length === 0) return finds;
  const result = [...finds];
  for (const { path, order } of lists) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const ranks = new Map(order.map((file, rank) => [plain(folder + file), rank]));
    const slots: number[] = [];
    const named: { readonly find: Find; readonly rank: number }[] = [];
    for (const [slot, find] of result.entries()) {
      const rank = find.kind === "instance" ? ranks.get(plain(find.place.path)) : undefined;
      if (rank === undefined) continue;
      slots.push(slot);
      named.push({ find, rank });
    }
    named.sort((a, b) => a.rank - b.rank);
    for (const [at, { find }] of named.entries()) result[slots[at] ?? 0] = find;
  }
  return result;
}

/** As a list and a system name the same file: systems change the case, and write the version or leave a full stop. */
function plain(path: string): string {
  return path.replace(/\.?(;\d+)?$/, "").toLowerCase();
}
