/**
 * The directory of a disc image: ISO 9660 (ECMA-119), with Joliet's names where there are any.
 *
 * Numbers stand in both byte orders; the little one is read.
 */

import type { Bytes, Directory, Extent } from "./bytes.js";
import { refuse } from "./bytes.js";
import type { FileAt } from "./entries.js";
import { filesBelow, type Named } from "./tree.js";

/** Bytes of a sector, which is where descriptors stand (6.1.2). */
const SECTOR = 2048;
/** The first sector that is not the system's own (6.2.1). */
const FIRST = 16;
/** Volume descriptors that are looked at; a disc has three or four. */
const DESCRIPTORS = 64;

const PRIMARY = 1;
const SUPPLEMENTARY = 2;
const END = 255;

/** File Flags (9.1.6). */
const FOLDER = 0x02;
const ASSOCIATED = 0x04;
const GOES_ON = 0x80;

/** A tree of names, and how they are written. */
interface Volume {
  readonly block: number;
  readonly root: Named;
  readonly encoding: "latin1" | "utf-16be";
}

/** The files of the image; nothing where it has no such directory. Throws `{code}`. */
export function filesOfIso(directory: Directory): FileAt[] | undefined {
  const volume = volumeIn(directory);
  return volume && filesBelow(volume.root, (folder) => filesIn(directory, volume, folder));
}

/** Joliet's volume, or the primary one. */
function volumeIn(directory: Directory): Volume | undefined {
  let primary: Volume | undefined;
  for (let sector = FIRST; sector < FIRST + DESCRIPTORS; sector++) {
    if (!directory.has(sector * SECTOR, SECTOR)) break;
    const descriptor = directory.bytes(sector * SECTOR, SECTOR);
    if (!descriptor.is(1, "CD001") || descriptor.u8(0) === END) break;
    if (descriptor.u8(0) === PRIMARY) primary ??= volumeOf(descriptor, "latin1");
    // UCS-2, of three levels that read alike.
    const isJoliet = ["%/@", "%/C", "%/E"].some((sequence) => descriptor.is(88, sequence));
    if (descriptor.u8(0) === SUPPLEMENTARY && isJoliet) return volumeOf(descriptor, "utf-16be");
  }
  return primary;
}

function volumeOf(descriptor: Bytes, encoding: Volume["encoding"]): Volume {
  const block = descriptor.u16(128);
  if (![512, 1024, SECTOR].includes(block)) refuse("archive-structure");
  return { block, root: namedIn(descriptor.slice(156, 190), block, encoding), encoding };
}

/** What a folder's records name, a sector at a time: none crosses from one into the next (6.8.1.1). */
function* filesIn(directory: Directory, { block, encoding }: Volume, folder: Named): Generator<Named> {
  let whole: Named | undefined;
  for (const [start, end] of folder.extents) {
    for (let from = start; from < end; from += SECTOR) {
      const sector = directory.bytes(from, Math.min(SECTOR, end - from));
      for (let at = 0; at < sector.length && sector.u8(at) > 0; at += sector.u8(at)) {
        const record = sector.slice(at, at + sector.u8(at));
        if (record.length < 34) refuse("archive-structure");
        const flags = record.u8(25);
        // The folder itself, the one around it, and what goes with a file of another system.
        if ((record.u8(32) === 1 && record.u8(33) < 2) || flags & ASSOCIATED) continue;
        const named = namedIn(record, block, encoding);
        if (whole && whole.name !== named.name) refuse("archive-structure");
        whole = whole ? { ...whole, extents: [...whole.extents, ...named.extents], code: whole.code ?? named.code } : named;
        if (flags & GOES_ON) continue;
        yield whole;
        whole = undefined;
      }
    }
  }
  if (whole) yield { ...whole, code: "cut-off" };
}

/** One record (9.1). Its name has no version: `;1`. */
function namedIn(record: Bytes, block: number, encoding: Volume["encoding"]): Named {
  const start = (record.u32(2) + record.u8(1)) * block;
  const extent: Extent = [start, start + record.u32(10)];
  const name = record.text(33, 33 + record.u8(32), encoding).replace(/\.?;\d+$/, "");
  // Blocks of another file lie between its own.
  const isInterleaved = record.u8(26) > 0 || record.u8(27) > 0;
  const isFolder = (record.u8(25) & FOLDER) > 0;
  return { name, isFolder, id: start, extents: [extent], code: isInterleaved ? "archive-method" : undefined };
}
