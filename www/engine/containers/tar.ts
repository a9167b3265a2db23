/**
 * Tape archives: POSIX.1-1988 (ustar), the older form without a name, and what GNU tar and POSIX.1-2001 (pax) add for long names.
 *
 * Headers of 512 bytes, each before its file: the files are spans of the source.
 */

import { Bytes, type Directory, ENTRIES, refuse } from "./bytes.js";
import type { FileAt } from "./entries.js";

const BLOCK = 512;
/** Bytes of a long name, or of a header's extension: paths have 4,096 at most. */
const LONG = 1024 * 1024;

/** Types of what is no file: links, devices, folders, pipes, GNU's lists of folders and labels. All others are to be read as files (POSIX). */
const OTHERS = "123456DNV";
/** What goes on in another archive, or began there. */
const PARTS = "M";

/** What a header before the header says of the next file. */
interface Told {
  readonly path?: string | undefined;
  readonly size?: number | undefined;
  /** It has holes: its bytes do not lie there as they are. */
  readonly sparse?: boolean | undefined;
}

/**
 * The files of the archive, links and folders left out.
 *
 * Where it is damaged half-way, the files before that are given, and one more that says so. Throws where nothing of it can be read.
 */
export function filesOfTar(directory: Directory): FileAt[] {
  const files: FileAt[] = [];
  let global: Told = {};
  let next: Told = {};
  for (let at = 0, count = 0; directory.has(at, 1); count++) {
    if (count > 2 * ENTRIES || files.length > ENTRIES) refuse("too-many");
    const header = directory.has(at, BLOCK) ? directory.bytes(at, BLOCK) : undefined;
    if (header?.all.every((byte) => byte === 0)) break;
    const size = header && isHeader(header) ? (next.size ?? numberIn(header, 124, 136)) : undefined;
    if (!header || size === undefined) return broken(files, header ? "archive-structure" : "cut-off");
    const start = at + BLOCK;
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header.u8(156));
    if (/[LKxXg]/.test(type)) {
      if (size > LONG) refuse("too-long");
      if (!directory.has(start, size)) return broken(files, "cut-off");
      const bytes = directory.bytes(start, size);
      if (type === "L") next = { ...next, path: bytes.text(0, size) };
      else if (type !== "K") {
        const told = toldIn(bytes);
        if (type === "g") global = { ...global, ...told };
        else next = { ...next, ...told };
      }
      continue;
    }
    const { path = nameIn(header), sparse } = { ...global, ...next };
    next = {};
    // Old archives have a slash behind a folder, and no type of its own.
    if (type === "S" || type === PARTS || sparse) files.push({ path, extents: [], code: "archive-method" });
    else if (!OTHERS.includes(type) && !path.endsWith("/")) files.push({ path, extents: [[start, start + size]] });
  }
  return files;
}

function broken(files: FileAt[], code: string): FileAt[] {
  if (files.length === 0) refuse(code);
  return [...files, { path: "…", extents: [], code }];
}

/** Whether a header has the sum of its own bytes; some old writers took them to have a sign. */
function isHeader(header: Bytes): boolean {
  let plain = 0;
  let signed = 0;
  for (const byte of header.all) {
    plain += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  // The sum's own place counts as blanks.
  for (const byte of header.all.subarray(148, 156)) {
    plain += 32 - byte;
    signed += 32 - (byte > 127 ? byte - 256 : byte);
  }
  const sum = numberIn(header, 148, 156);
  return sum === plain || sum === signed;
}

/** A number in octal, or one of GNU's in binary; nothing where it is none. */
function numberIn(header: Bytes, start: number, end: number): number | undefined {
  const first = header.u8(start);
  if (first === 0x80) {
    const value = header.all.subarray(start + 1, end).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const text = header.text(start, end, "latin1").trim();
  return /^[0-7]*$/.test(text) ? Number.parseInt(text || "0", 8) : undefined;
}

function nameIn(header: Bytes): string {
  const name = header.text(0, 100);
  // GNU has times in place of the prefix, and another word after "ustar".
  const prefix = header.is(257, "ustar\0") ? header.text(345, 500) : "";
  return prefix ? `${prefix}/${name}` : name;
}

/** Records of a pax header: length, space, key, equals sign, value, line feed. */
function toldIn(bytes: Bytes): Told {
  let told: Told = {};
  for (let at = 0; at < bytes.length; ) {
    const head = /^(\d{1,7}) /.exec(bytes.slice(at, Math.min(at + 8, bytes.length)).text(0, Math.min(8, bytes.length - at), "latin1"));
    const length = Number(head?.[1] ?? 0);
    if (!head || length <= head[0].length || at + length > bytes.length) refuse("archive-structure");
    const record = new Bytes(bytes.all.subarray(at + head[0].length, at + length - 1));
    const [, key = "", value = ""] = /^([^=]*)=([\s\S]*)$/.exec(record.text(0, record.length)) ?? [];
    if (key === "path") told = { ...told, path: value };
    else if (key === "size") told = { ...told, size: /^\d{1,16}$/.test(value) ? Number(value) : refuse("archive-structure") };
    else if (key.startsWith("GNU.sparse.")) told = { ...told, sparse: true };
    at += length;
  }
  return told;
}
