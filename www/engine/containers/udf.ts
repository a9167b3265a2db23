/**
 * The directory of a disc image: UDF 1.02 to 2.01, which is ECMA-167 with less freedom (clauses are those of its third edition).
 *
 * A partition lies where it says, or in packets of which bad ones were spared. Discs written in pieces, whose directory says itself where
 * it is (a virtual allocation table), and those of UDF 2.50 are refused as `archive-method`.
 */

import { Bytes, type Directory, type Extent, refuse } from "./bytes.js";
import type { FileAt } from "./entries.js";
import { filesBelow, type Named } from "./tree.js";
import { type Address, Partitions } from "./udf-volume.js";

/** Tags of descriptors (ECMA-167 4/7.2.1). */
const FILE_SET = 256;
const IDENTIFIER = 257;
const MORE_EXTENTS = 258;
const FILE = 261;
const EXTENDED_FILE = 266;

/** File Characteristics (4/14.4.3). */
const FOLDER = 0x02;
const DELETED = 0x04;
const PARENT = 0x08;

/** Extents of one file. */
const EXTENTS = 10_000;

/** The files of the image; nothing where it has no such directory. Throws `{code}`. */
export function filesOfUdf(directory: Directory): FileAt[] | undefined {
  const partitions = Partitions.of(directory);
  if (!partitions) return undefined;
  const set = partitions.descriptor(partitions.fileSet);
  if (set.u16(0) !== FILE_SET) refuse("archive-structure");
  const root = fileAt(partitions, addressIn(set, 404), "", true);
  return filesBelow(root, (folder) => filesIn(directory, partitions, folder));
}

/** What a folder's File Identifier Descriptors name (4/14.4). */
function* filesIn(directory: Directory, partitions: Partitions, folder: Named): Generator<Named> {
  if (folder.code !== undefined) refuse(folder.code);
  const all = concat(folder.extents.map(([start, end]) => directory.bytes(start, end - start)));
  for (let at = 0; at + 38 <= all.length; ) {
    if (all.u16(at) !== IDENTIFIER) refuse("archive-structure");
    const [flags, name, beside] = [all.u8(at + 18), all.u8(at + 19), all.u16(at + 36)];
    const start = at + 38 + beside;
    if (!(flags & (DELETED | PARENT))) {
      yield fileAt(partitions, addressIn(all, at + 24), nameIn(all.slice(start, start + name)), (flags & FOLDER) > 0);
    }
    at += Math.ceil((38 + beside + name) / 4) * 4;
  }
}

/** Characters of one byte or two (UDF 2.1.1). */
function nameIn(bytes: Bytes): string {
  if (bytes.length === 0) return "";
  return bytes.text(1, bytes.length, bytes.u8(0) === 16 ? "utf-16be" : "latin1");
}

/** Where a file or folder lies, as its File Entry says (4/14.9, 4/14.17). What cannot be made out is that file's own fault. */
function fileAt(partitions: Partitions, address: Address, name: string, isFolder: boolean): Named {
  const id = partitions.at(address);
  try {
    return { name, isFolder, id, extents: extentsIn(partitions, address, isFolder) };
  } catch (thrown) {
    const { code } = thrown as { readonly code?: string };
    if (code !== "archive-structure" && code !== "archive-method" && code !== "cut-off") throw thrown;
    return { name, isFolder, id, extents: [], code };
  }
}

function extentsIn(partitions: Partitions, address: Address, isFolder: boolean): readonly Extent[] {
  const entry = partitions.descriptor(address);
  const tag = entry.u16(0);
  if (tag !== FILE && tag !== EXTENDED_FILE) refuse("archive-structure");
  // Strategy 4 alone: one entry, which stands for itself (UDF 2.3.5.1).
  if (entry.u16(20) !== 4) refuse("archive-method");
  const type = entry.u8(27);
  if (type === SYMBOLIC_LINK) return [];
  if (isFolder ? type !== DIRECTORY : type !== REGULAR && type !== UNSAID) refuse("archive-method");
  const size = entry.u64(56);
  const fixed = tag === FILE ? 176 : 216;
  const start = fixed + entry.u32(fixed - 8);
  const length = entry.u32(fixed - 4);
  const kind = entry.u16(34) & 7;
  // So small that it lies in its own entry.
  if (kind === 3) {
    if (length < size || start + size > entry.length) refuse("archive-structure");
    const at = partitions.at(address) + start;
    return size > 0 ? [[at, at + size]] : [];
  }
  return within(spansIn(partitions, entry.slice(start, start + length), kind, address.partition), size);
}

/** File Type of an ICB (4/14.6.6). */
const UNSAID = 0;
const DIRECTORY = 4;
const REGULAR = 5;
const SYMBOLIC_LINK = 12;

/** Allocation Descriptors (4/14.14): short ones lie in their entry's own partition. */
function* spansIn(partitions: Partitions, first: Bytes, kind: number, own: number): Generator<Extent> {
  const step = [8, 16, 20][kind] ?? refuse("archive-method");
  let descriptors = first;
  let count = 0;
  for (let at = 0; at + step <= descriptors.length; at += step) {
    if (++count > EXTENTS) refuse("archive-structure");
    const word = descriptors.u32(at);
    const [type, length] = [word >>> 30, word & 0x3fff_ffff];
    if (length === 0) return;
    const address = kind === 0 ? { block: descriptors.u32(at + 4), partition: own } : addressIn(descriptors, kind === 1 ? at + 4 : at + 12);
    if (type === 3) {
      const more = partitions.descriptor(address);
      if (more.u16(0) !== MORE_EXTENTS) refuse("archive-structure");
      descriptors = more.slice(24, 24 + more.u32(20));
      at = -step;
    } else if (type !== 0) refuse("archive-method");
    else yield* partitions.spans(address, length);
  }
}

/** The extents up to a size. */
function within(spans: Iterable<Extent>, size: number): Extent[] {
  const extents: Extent[] = [];
  let left = size;
  for (const [start, end] of spans) {
    if (left === 0) break;
    const length = Math.min(end - start, left);
    extents.push([start, start + length]);
    left -= length;
  }
  if (left > 0) refuse("archive-structure");
  return extents;
}

/** An address (4/7.1). */
function addressIn(bytes: Bytes, at: number): Address {
  return { block: bytes.u32(at), partition: bytes.u16(at + 4) };
}

function concat(pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece.all, at);
    at += piece.length;
  }
  return new Bytes(all);
}
