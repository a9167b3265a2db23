/** Files under Node, for a worker: reading in windows, and writing an output from its parts. */

import { closeSync, constants, fstatSync, openSync, readSync, unlinkSync, writeSync, writevSync } from "node:fs";
import type { Data, NodeFile } from "../engine/messages.js";
import { bytesOf, type Opened, openBytes, openPieces, WHOLE, Windowed } from "../engine/sources.js";
import type { Scrubbed } from "../engine/types.js";
import { crc32 } from "./crc.js";

/** What is written of an output. */
type Written = Pick<Scrubbed, "parts" | "size">;

/** Bytes copied at a time. */
const CHUNK = 4 * 1024 * 1024;

/** Opens a source. Throws `{code}`. */
export function open(data: Data, whole: boolean): Opened {
  if (data instanceof Uint8Array) return openBytes(data);
  if (data instanceof Blob) return openBlob(data);
  if ("spans" in data) return openPieces(data);
  if ("file" in data) return openFile(data, whole);
  throw { code: "unreadable" };
}

/** A Blob's bytes are read by nobody synchronously here: whoever gave it must send them. */
function openBlob({ size }: Blob): Opened {
  const load = () => {
    throw { code: "unreadable" };
  };
  return new Windowed({ size, stamp: "", whole: false, load, onfault: () => ({ kind: "refused" }) });
}

/** One window's memory, used for one file after the other: a worker has one file open at a time. */
let window = Buffer.allocUnsafeSlow(0);

function openFile({ file, size, start }: NodeFile, whole: boolean): Opened {
  let fd: number;
  try {
    // Not waiting: a pipe that took the file's place would keep us for ever.
    fd = openSync(typeof file === "string" ? file : Buffer.from(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    throw { code: "unreadable" };
  }
  try {
    const stats = fstatSync(fd);
    // A part was found where it is when the file was read before.
    if (!stats.isFile() || (start !== undefined && start + size > stats.size)) throw { code: "unreadable" };
    return new Windowed({
      size: start === undefined ? stats.size : size,
      stamp: `${stats.size}:${stats.mtimeMs}`,
      whole,
      load: (at, length) => {
        if (window.length < length) window = Buffer.allocUnsafeSlow(length > CHUNK ? WHOLE : CHUNK);
        let done = 0;
        while (done < length) {
          const read = readSync(fd, window, done, length - done, (start ?? 0) + at + done);
          if (read === 0) break;
          done += read;
        }
        return window.subarray(0, done);
      },
      close: () => closeSync(fd),
    });
  } catch {
    closeSync(fd);
    throw { code: "unreadable" };
  }
}

/**
 * Writes an output, checks its size, and returns its checksum.
 *
 * Throws `{code}`: "unreadable" when the source could not give its bytes again, "output" when there is no writing.
 */
export function write(target: string, outcome: Written, source: Opened, tick: (bytes: number) => void): number {
  let fd: number;
  try {
    fd = openSync(target, "wx");
  } catch {
    throw { code: "output" };
  }
  let good = false;
  try {
    const crc = writeParts(fd, outcome, source, tick);
    if (fstatSync(fd).size !== outcome.size) throw { code: "output" };
    good = true;
    return crc;
  } catch (thrown) {
    throw thrown instanceof Error ? { code: "output" } : thrown;
  } finally {
    closeSync(fd);
    if (!good) unlinkSync(target);
  }
}

function writeParts(fd: number, outcome: Written, source: Opened, tick: (bytes: number) => void): number {
  const held = inMemory(outcome, source);
  if (held) {
    writeAll(fd, held);
    return held.reduce((crc, piece) => crc32(piece, crc), 0);
  }
  let crc = 0;
  for (const piece of bytesOf(outcome.parts, source, CHUNK)) {
    writeWhole(fd, piece);
    crc = crc32(piece, crc);
    tick(piece.length);
  }
  return crc;
}

/** The parts, if all of them are in memory already. */
function inMemory({ parts }: Written, source: Opened): Uint8Array[] | undefined {
  const pieces = parts.map((part) => (part instanceof Uint8Array ? part : source.peek(part[0], part[1])));
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

/** In one call for a few hundred pieces: the system takes about a thousand, and may take less than all bytes. */
function writeAll(fd: number, pieces: readonly Uint8Array[]): void {
  for (let at = 0; at < pieces.length; at += 512) {
    const group = pieces.slice(at, at + 512);
    let done = writevSync(fd, group);
    for (const piece of group) {
      if (done < piece.length) writeWhole(fd, piece.subarray(done));
      done = Math.max(0, done - piece.length);
    }
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
