/**
 * Where the command writes: a folder or a zip, first under a temporary name beside it, and under its own name when all is done.
 *
 * Nothing that exists is touched in a folder, and no input is ever written to.
 */

import {
  closeSync,
  constants,
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
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Sink } from "../engine/clean.js";
import type { NodeFile } from "../engine/messages.js";
import type { Part } from "../engine/types.js";
import type { Verified } from "../engine/verified.js";
import { zipPieces } from "../files/zip.js";
import { UsageError } from "./args.js";
import { crc32 } from "./crc.js";
import { CHUNK, writeWhole } from "./files.js";
import { identity, type Walked } from "./walk.js";

/** The output could not be written: exit 1. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** Bytes of an output that was lent: from `start` to `end` of the source, or of what is fresh. */
interface Stretch {
  readonly fresh: boolean;
  readonly start: number;
  readonly end: number;
}

export class Output implements Sink {
  /** For a zip nothing is written twice: what stays of a source is copied from there. */
  readonly lent: Sink["lent"];
  #lent = new Map<number, { readonly file: NodeFile["file"]; readonly stretches: readonly Stretch[] }>();
  /** Where the fresh bytes of what was lent are. */
  #fresh: { readonly fd: number; length: number } | undefined;
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
    this.lent = this.#isZip ? (ordinal, data, parts) => attempt(() => this.#keep(ordinal, data, parts)) : undefined;
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
    this.#lent.delete(ordinal);
    attempt(() => rmSync(this.target(ordinal), { force: true }));
  }

  /** Gives every file its name. */
  finish(files: readonly Verified[]): void {
    attempt(() => (this.#isZip ? this.#zip(files) : this.#place(files)));
    this.#close();
    rmSync(this.#work, { recursive: true, force: true });
  }

  /** Leaves the place as it was. */
  discard(): void {
    this.#close();
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

  #keep(ordinal: number, { file, start: from = 0 }: NodeFile, parts: readonly Part[]): void {
    this.#fresh ??= { fd: openSync(join(this.#work, "fresh"), "wx+"), length: 0 };
    const fresh = this.#fresh;
    const stretches = parts.map((part): Stretch => {
      if (!(part instanceof Uint8Array)) return { fresh: false, start: from + part[0], end: from + part[1] };
      writeWhole(fresh.fd, part);
      const start = fresh.length;
      fresh.length += part.length;
      return { fresh: true, start, end: fresh.length };
    });
    this.#lent.set(ordinal, { file, stretches });
  }

  #close(): void {
    if (this.#fresh) closeSync(this.#fresh.fd);
    this.#fresh = undefined;
  }

  #checkFolder({ folders }: Walked): void {
    const stats = statSync(this.#path, { throwIfNoEntry: false });
    if (!stats) return;
    if (!stats.isDirectory()) throw new UsageError("--output is a file, and does not end in .zip");
    const real = realpathSync(this.#path);
    if (folders.includes(real)) throw new UsageError("--output is also an INPUT");
    if (readdirSync(real).some((name) => this.#earlier.test(name))) throw new UsageError("--output holds files of an earlier run");
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
        else this.#copy(piece, to, buffer);
      }
    } finally {
      closeSync(to);
    }
    renameSync(path, this.#path);
  }

  #copy({ ordinal, size, crc }: Verified, to: number, buffer: Buffer): void {
    const { file, stretches } = this.#lent.get(ordinal) ?? {
      file: this.target(ordinal),
      stretches: [{ fresh: false, start: 0, end: size }],
    };
    // Not waiting: a pipe may have taken a source's place.
    const fd = openSync(typeof file === "string" ? file : Buffer.from(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    let done = 0;
    let sum = 0;
    try {
      for (const { fresh, start, end } of stretches) {
        const from = fresh && this.#fresh ? this.#fresh.fd : fd;
        for (let at = start; at < end; ) {
          const read = readSync(from, buffer, 0, Math.min(buffer.length, end - at), at);
          if (read === 0) throw new OutputError("changed");
          const bytes = buffer.subarray(0, read);
          writeWhole(to, bytes);
          sum = crc32(bytes, sum);
          at += read;
          done += read;
        }
      }
      if (done !== size || sum !== crc) throw new OutputError("changed");
    } finally {
      closeSync(fd);
    }
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

/** Refuses to write to a folder, or over an input. */
export function checkFile(option: string, path: string, { files }: Walked): void {
  const stats = attempt(() => statSync(path, { throwIfNoEntry: false }));
  if (stats?.isDirectory() || path.endsWith(sep)) throw new UsageError(`${option} is a folder`);
  if (stats && files.has(identity(stats))) throw new UsageError(`${option} is also an INPUT`);
}

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

/** Writes a whole text, or nothing. */
export function writeText(path: string, text: string, mode?: number): void {
  const fresh = join(dirname(resolve(path)), `.scan-scrubber-${process.pid}-text`);
  attempt(() => {
    makeFolder(dirname(fresh));
    try {
      writeFileSync(fresh, text, { flag: "wx", ...(mode !== undefined && { mode }) });
      renameSync(fresh, path);
    } finally {
      rmSync(fresh, { force: true });
    }
  });
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
