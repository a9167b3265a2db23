/**
 * Where the command writes: a folder or a zip, first under a temporary name beside it, and under its own name when all is done.
 *
 * Nothing that exists is touched in a folder, and no input is ever written to.
 */

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Sink } from "../engine/clean.js";
import type { NodeFile } from "../engine/messages.js";
import type { Verified } from "../engine/verified.js";
import { zipPieces } from "../files/zip.js";
import { UsageError } from "./args.js";
import { crc32 } from "./crc.js";
import { identity, type Walked } from "./walk.js";

const CHUNK = 4 * 1024 * 1024;

/** Where outputs are before they have their names: only a run that was cut off leaves one. */
const UNFINISHED = /^\.scan-scrubber-\d+$/;

/** The output could not be written: exit 1. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

export class Output implements Sink {
  #path: string;
  #isZip: boolean;
  #earlier: RegExp;
  #made: string | undefined;
  #work: string;

  /** Nothing is written yet; `disc` says which names there will be. Throws a {@link UsageError} when the place is not free. */
  constructor(path: string, walked: Walked, disc: boolean) {
    this.#path = resolve(path);
    this.#isZip = isZip(path);
    this.#earlier = disc ? /^(?:SUBJECT\d*|DICOM|DICOMDIR)$/i : /^SUBJECT\d*$/i;
    const parent = this.#isZip ? dirname(this.#path) : this.#path;
    this.#work = join(parent, `.scan-scrubber-${process.pid}`);
    attempt(() => (this.#isZip ? checkFile("--output", path, walked) : this.#checkFolder(walked)));
  }

  /** Makes the folders that the outputs go to. */
  open(): void {
    this.#made = attempt(() => makeFolder(dirname(this.#work)));
    attempt(() => mkdirSync(this.#work));
  }

  target(ordinal: number): string {
    return join(this.#work, String(ordinal));
  }

  written(ordinal: number, size: number): NodeFile {
    return { file: this.target(ordinal), size };
  }

  drop(ordinal: number): void {
    attempt(() => rmSync(this.target(ordinal), { force: true }));
  }

  /** Gives every file its name. */
  finish(files: readonly Verified[]): void {
    attempt(() => (this.#isZip ? this.#zip(files) : this.#place(files)));
    rmSync(this.#work, { recursive: true, force: true });
  }

  /** Leaves the place as it was. */
  discard(): void {
    rmSync(this.#work, { recursive: true, force: true });
    if (this.#made === undefined) return;
    // The folders made for this run, from the innermost; one that somebody has used meanwhile stays.
    for (let folder = dirname(this.#work); folder.length >= this.#made.length; folder = dirname(folder)) {
      try {
        rmdirSync(folder);
      } catch {
        return;
      }
    }
  }

  #checkFolder({ folders }: Walked): void {
    const stats = statSync(this.#path, { throwIfNoEntry: false });
    if (!stats) return;
    if (!stats.isDirectory()) throw new UsageError("--output is a file, and does not end in .zip");
    const real = realpathSync(this.#path);
    if (folders.includes(real)) throw new UsageError("--output is also an INPUT");
    const names = readdirSync(real);
    if (names.some((name) => this.#earlier.test(name))) throw new UsageError("--output holds files of an earlier run");
    // Whoever gets the folder would get these too: not all of them were checked.
    if (names.some((name) => UNFINISHED.test(name))) {
      throw new UsageError("--output holds a folder .scan-scrubber-… of a run that goes on, or was cut off: if it was, remove it");
    }
  }

  /** Files go to their names in a folder of ours; then that folder's few subfolders move, so that a run is there or not. */
  #place(files: readonly Verified[]): void {
    const tree = join(this.#work, "out");
    mkdirSync(tree);
    const made = new Set<string>();
    for (const { ordinal, name } of files) {
      const to = join(tree, name);
      const folder = dirname(to);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      renameSync(this.target(ordinal), to);
    }
    for (const name of readdirSync(tree)) {
      const to = join(this.#path, name);
      if (existsSync(to)) throw new OutputError("taken");
      renameSync(join(tree, name), to);
    }
  }

  #zip(files: readonly Verified[]): void {
    const path = join(this.#work, "out.zip");
    const to = openSync(path, "wx");
    try {
      const buffer = Buffer.allocUnsafe(CHUNK);
      for (const piece of zipPieces(files)) {
        if (piece instanceof Uint8Array) writeWhole(to, piece);
        else copy(this.target(piece.ordinal), to, piece, buffer);
      }
    } finally {
      closeSync(to);
    }
    renameSync(path, this.#path);
  }
}

/** Whether an output is a zip. */
export function isZip(path: string): boolean {
  return /\.zip$/i.test(path);
}

/** The real path of the output folder, which walks leave out, if it is there already. */
export function outputFolder(path: string | undefined): string | undefined {
  return path !== undefined && !isZip(path) && existsSync(path) ? realpathSync(path) : undefined;
}

/** Refuses to write to a folder, over an input, or in the place of what is no file: a device, a pipe. */
export function checkFile(option: string, path: string, { files }: Walked): void {
  const stats = attempt(() => statSync(path, { throwIfNoEntry: false }));
  if (stats?.isDirectory() || path.endsWith(sep)) throw new UsageError(`${option} is a folder`);
  if (stats && !stats.isFile()) throw new UsageError(`${option} is no file`);
  if (stats && files.has(identity(stats))) throw new UsageError(`${option} is also an INPUT`);
}

/** Where a path leads, however it is written; what is not there yet, by the folder that is. */
export function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const above = dirname(whole);
    return above === whole ? whole : join(realPath(above), basename(whole));
  }
}

/** Whether a path is that of an output, or of what an output folder will hold. */
export function isOfOutput(path: string, output: string): boolean {
  const within = isInFolder(path, output) ? realPath(path).slice(realPath(output).length + 1) : undefined;
  return realPath(path) === realPath(output) || (within !== undefined && RESERVED.test(within.split(sep)[0] ?? ""));
}

/** Whether a path lies in the folder that is an output. */
export function isInFolder(path: string, output: string | undefined): boolean {
  return output !== undefined && !isZip(output) && realPath(path).startsWith(realPath(output) + sep);
}

/** What is made in an output folder, as files or as a disc. */
const RESERVED = /^(?:SUBJECT\d*|DICOM|DICOMDIR|PICTURES|\.scan-scrubber-.*)$/i;

/**
 * Makes a folder and those above it that are missing. Returns the first one made, if any.
 *
 * Level by level: Node's own way never ends on a file system that refuses new folders by another name.
 */
function makeFolder(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const above = makeFolder(dirname(path));
  mkdirSync(path);
  return above ?? path;
}

/** Texts that are written beside their places, and put there once all else is in its own. */
export class Texts {
  #written: { readonly fresh: string; readonly path: string }[] = [];

  /** Writes a whole text, or nothing. */
  add(path: string, text: string, mode?: number): void {
    const fresh = join(dirname(resolve(path)), `.scan-scrubber-${process.pid}-text${this.#written.length}`);
    this.#written.push({ fresh, path });
    attempt(() => {
      makeFolder(dirname(fresh));
      writeFileSync(fresh, text, { flag: "wx", ...(mode !== undefined && { mode }) });
    });
  }

  /** Puts each in its place. */
  place(): void {
    for (const { fresh, path } of this.#written) attempt(() => renameSync(fresh, path));
  }

  /** Takes away what is not in its place. */
  discard(): void {
    for (const { fresh } of this.#written) rmSync(fresh, { force: true });
  }
}

function copy(from: string, to: number, { size, crc }: Verified, buffer: Buffer): void {
  const fd = openSync(from, "r");
  let done = 0;
  let sum = 0;
  try {
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
      const bytes = buffer.subarray(0, read);
      writeWhole(to, bytes);
      sum = crc32(bytes, sum);
      done += read;
    }
  } finally {
    closeSync(fd);
  }
  if (done !== size || sum !== crc) throw new OutputError("changed");
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

/** Errors of the system name paths: they become one that does not. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof OutputError || thrown instanceof UsageError
      ? thrown
      : new OutputError(String((thrown as { code?: unknown }).code ?? "failed"));
  }
}
