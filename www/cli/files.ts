/** Files under Node, for a worker: reading in windows, and writing an output from its parts. */

import { closeSync, constants, fstatSync, openSync, readSync, unlinkSync, writeSync, writevSync } from "node:fs";
import * as zlib from "node:zlib";
import type { Data } from "../engine/messages.js";
import { type Opened, openBytes, openPieces, WHOLE, Windowed } from "../engine/sources.js";
import type { VerifiedOutcome } from "../engine/types.js";
import { crc32 as portableCrc32 } from "../files/crc.js";

/** Bytes copied at a time. */
const CHUNK = 4 * 1024 * 1024;

/** In Node since 20.15 and 22.2, five times as fast. */
const crc32 = (zlib as { crc32?: (bytes: Uint8Array, before?: number) => number }).crc32 ?? portableCrc32;

/** Opens a source. Throws `{code}`. */
export function open(data: Data, whole: boolean): Opened {
  if (data instanceof Uint8Array) return openBytes(data);
  if ("spans" in data) return openPieces(data);
  if ("file" in data) return openFile(data.file, whole);
  throw { code: "unreadable" };
}

/** One window's memory, used for one file after the other: a worker has one file open at a time. */
let window = Buffer.allocUnsafeSlow(0);

function openFile(file: string | Uint8Array, whole: boolean): Opened {
  let fd: number;
  try {
    // Not waiting: a pipe that took the file's place would keep us for ever.
    fd = openSync(typeof file === "string" ? file : Buffer.from(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    throw { code: "unreadable" };
  }
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw { code: "unreadable" };
    return new Windowed({
      size: stats.size,
      stamp: `${stats.size}:${stats.mtimeMs}`,
      whole,
      load: (at, length) => {
        if (window.length < length) window = Buffer.allocUnsafeSlow(length > CHUNK ? WHOLE : CHUNK);
        let done = 0;
        while (done < length) {
          const read = readSync(fd, window, done, length - done, at + done);
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
 * Writes an output, and checks its size and checksum against what was verified.
 *
 * Throws `{code}`: "unreadable" when the source gave other bytes than before, "output" when there is no writing.
 */
export function write(target: string, outcome: VerifiedOutcome, source: Opened, tick: (bytes: number) => void): void {
  let fd: number;
  try {
    fd = openSync(target, "wx");
  } catch {
    throw { code: "output" };
  }
  let good = false;
  try {
    const pieces = inMemory(outcome, source);
    const crc = pieces ? writeAll(fd, pieces) : copyAll(fd, outcome, source, tick);
    if (fstatSync(fd).size !== outcome.size) throw { code: "output" };
    if (crc !== outcome.crc) throw { code: "unreadable" };
    good = true;
  } catch (thrown) {
    throw thrown instanceof Error ? { code: "output" } : thrown;
  } finally {
    closeSync(fd);
    if (!good) unlinkSync(target);
  }
}

/** The parts, if all of them are in memory already. */
function inMemory(outcome: VerifiedOutcome, source: Opened): Uint8Array[] | undefined {
  const pieces: Uint8Array[] = [];
  for (const part of outcome.parts) {
    const piece = part instanceof Uint8Array ? part : source.peek(part[0], part[1]);
    if (!piece) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

function writeAll(fd: number, pieces: readonly Uint8Array[]): number {
  // The system takes about a thousand pieces in one call, and may take less than all bytes.
  for (let at = 0; at < pieces.length; at += 512) {
    const group = pieces.slice(at, at + 512);
    const size = group.reduce((sum, piece) => sum + piece.length, 0);
    let done = writevSync(fd, group);
    for (const piece of done < size ? group : []) {
      const skip = Math.min(done, piece.length);
      done -= skip;
      writeWhole(fd, piece.subarray(skip));
    }
  }
  return pieces.reduce((crc, piece) => crc32(piece, crc), 0);
}

function copyAll(fd: number, outcome: VerifiedOutcome, source: Opened, tick: (bytes: number) => void): number {
  let crc = 0;
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (const part of outcome.parts) {
    if (part instanceof Uint8Array) {
      writeWhole(fd, part);
      crc = crc32(part, crc);
      continue;
    }
    for (let at = part[0]; at < part[1]; ) {
      const piece = chunk.subarray(0, source.read(at, chunk.subarray(0, part[1] - at)));
      if (piece.length === 0) throw { code: "unreadable" };
      writeWhole(fd, piece);
      crc = crc32(piece, crc);
      at += piece.length;
      tick(piece.length);
    }
  }
  return crc;
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
