/** What the core says of every attribute of a file, as lines, taken apart: see `src/apply/rows.rs`. */

import type { Explained, Row } from "./types.js";

/** The rows, in the order of the attributes. Throws a TypeError where they are not what the core says. */
export function explainedIn(text: string): Explained {
  const [counts = "", ...lines] = text.split("\n");
  const [more = 0, makers = 0, graphics = 0, unknown = 0] = counts.split("\t").map(Number);
  const rows = new Map<string, Row>();
  for (const [at, line] of lines.entries()) {
    const [path = "", vr = "", kind = "", action = "", rule = "", before = "", after] = line.split("\t");
    if (after === undefined) throw new TypeError("garbage");
    const stated = rule === "statement" ? rows.get(path) : undefined;
    // What a file says of itself, whatever stood there before.
    if (stated) rows.set(path, [path, vr, kind, "replace", stated[4], stated[5], numbers(vr, after)]);
    else rows.set(rows.has(path) ? `${path} ${at}` : path, [path, vr, kind, action, rule, numbers(vr, before), numbers(vr, after)]);
  }
  const top = ([path]: Row): string => path.slice(0, 11);
  const inOrder = [...rows.values()].sort((a, b) => (top(a) < top(b) ? -1 : top(a) > top(b) ? 1 : 0));
  return { rows: inOrder, more, private: makers, graphics, unknown };
}

/** Numbers as they are read; any other value as it is. */
function numbers(vr: string, said: string): string {
  const [bytes, read] = NUMBERS[vr] ?? [];
  if (!bytes || !read) return said;
  // A letter for each byte, so far behind it that none is a sign of its own.
  const view = new DataView(Uint8Array.from(said, (letter) => letter.charCodeAt(0) & 255).buffer);
  return Array.from({ length: Math.floor(view.byteLength / bytes) }, (_, at) => read(view, at * bytes)).join("\\");
}

/** Bytes of a number of each binary VR, and how it is read (PS3.5 6.2). */
const NUMBERS: Readonly<Record<string, readonly [bytes: number, read: (view: DataView, at: number) => number | bigint]>> = {
  US: [2, (view, at) => view.getUint16(at, true)],
  SS: [2, (view, at) => view.getInt16(at, true)],
  UL: [4, (view, at) => view.getUint32(at, true)],
  SL: [4, (view, at) => view.getInt32(at, true)],
  FL: [4, (view, at) => view.getFloat32(at, true)],
  FD: [8, (view, at) => view.getFloat64(at, true)],
  UV: [8, (view, at) => view.getBigUint64(at, true)],
  SV: [8, (view, at) => view.getBigInt64(at, true)],
};
