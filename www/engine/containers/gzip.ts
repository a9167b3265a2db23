/** A file packed by gzip (RFC 1952): one entry, packed as a zip's entries are, with its size and checksum at the end. */

import type { Listed } from "../types.js";
import { type Directory, refuse } from "./bytes.js";

/** Bytes before the data: a name, a comment and extra fields may be there. */
const HEADER = 128 * 1024;
/** The checksum and the size, behind the data. */
const TRAILER = 8;

const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const CHECKSUM = 2;

/** Throws `archive-method` for what is packed in another way, `archive-structure` or `cut-off` for what is none. */
export function listedInGzip(directory: Directory): Listed[] {
  const { size } = directory;
  const head = directory.bytes(0, Math.min(size, HEADER));
  if (size < 10 + TRAILER) refuse("cut-off");
  if (head.u8(2) !== 8) refuse("archive-method");
  const flags = head.u8(3);
  let at = 10;
  if (flags & EXTRA) at += 2 + head.u16(at);
  const name = flags & NAME ? textAt(head.all, at) : undefined;
  at += name?.length ?? 0;
  if (flags & COMMENT) at += textAt(head.all, at).length;
  if (flags & CHECKSUM) at += 2;
  const packed = size - TRAILER - at;
  if (packed < 0) refuse("cut-off");
  const trailer = directory.bytes(size - TRAILER, TRAILER);
  const entry = { start: at, packed, size: trailer.u32(4), method: "deflate", crc: trailer.u32(0) } as const;
  return [{ name: "", entry }];
}

/** Bytes of a text, its NUL among them. */
function textAt(bytes: Uint8Array, at: number): Uint8Array {
  const end = bytes.indexOf(0, at);
  return end < 0 ? refuse("archive-structure") : bytes.subarray(at, end + 1);
}
