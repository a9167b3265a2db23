/** Files under Node, for a worker: reading in windows, and writing an output from its parts. */

import { closeSync, constants, fstatSync, openSync, readSync, unlinkSync, writeSync, writevSync } from "node:fs";
import type { Data, NodeFile } from "../engine/messages.js";
import type { Output } from "../engine/serve.js";
import { bytesOf, type Opened, openBytes, openPieces, WHOLE, Windowed } from "../engine/sources.js";
import { crc32 } from "./crc.js";

/** Bytes of a window, at least: for most files it is one for all. */
const WINDOW = 4 * 1024 * 1024;
/** Bytes copied at a time: few enough to be in a processor's cache while they are summed and written. */
const CHUNK = 256 * 1024;

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
    const read = (at: number, into: Uint8Array, from: number) => readSync(fd, into, from, into.length - from, (start ?? 0) + at + from);
    return new Windowed({
      size: start === undefined ? stats.size : size,
      stamp: `${stats.size}:${stats.mtimeMs}`,
      whole,
      load: (at, length) => {
        if (window.length < length) window = Buffer.allocUnsafeSlow(length > WINDOW ? WHOLE : WINDOW);
        const into = window.subarray(0, length);
        let done = 0;
        for (let n = read(at, into, 0); n > 0; n = done < length ? read(at, into, done) : 0) done += n;
        return into.subarray(0, done);
      },
      direct: (at, into) => read(at, into, 0),
      close: () => closeSync(fd),
    });
  } catch {
    closeSync(fd);
    throw { code: "unreadable" };
  }
}

/** What a thread is told of its run as it starts. */
export interface Told {
  /** Whether anybody will ask for checksums: a zip has them, a folder does not. */
  readonly sums: boolean;
}

/** What writes outputs; without sums, each checksum is 0. Who is told nothing makes them. */
export function writer(told: Told | null | undefined): typeof write {
  return (told?.sums ?? true) ? write : (target, output, source, tick) => write(target, output, source, tick, () => 0);
}

/**
 * Writes an output, checks its size, and returns its checksum.
 *
 * Throws `{code}`: "unreadable" when the source could not give its bytes again, "output" when there is no writing.
 */
export function write(target: string, output: Output, source: Opened, tick: (bytes: number) => void, sum: typeof crc32 = crc32): number {
  let fd: number;
  try {
    fd = openSync(target, "wx");
  } catch {
    throw { code: "output" };
  }
  let good = false;
  try {
    const crc = writeParts(fd, output, source, tick, sum);
    if (fstatSync(fd).size !== output.size) throw { code: "output" };
    good = true;
    return crc;
  } catch (thrown) {
    throw thrown instanceof Error ? { code: "output" } : thrown;
  } finally {
    closeSync(fd);
    if (!good) unlinkSync(target);
  }
}

function writeParts(fd: number, output: Output, source: Opened, tick: (bytes: number) => void, sum: typeof crc32): number {
  const held = inMemory(output, source);
  if (held) {
    writeAll(fd, held);
    return held.reduce((crc, piece) => sum(piece, crc), 0);
  }
  let crc = 0;
  for (const piece of bytesOf(output.parts, source, CHUNK)) {
    writeWhole(fd, piece);
    crc = sum(piece, crc);
    tick(piece.length);
  }
  return crc;
}

/** The parts, if all of them are in memory already. */
function inMemory({ parts }: Output, source: Opened): Uint8Array[] | undefined {
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
