/** The files under the inputs. Symbolic links inside folders are not followed: they may lead anywhere, or in circles. */

import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { InputItem } from "../engine/batch.js";
import { UsageError } from "./args.js";

export interface Walked {
  readonly items: readonly InputItem[];
  /** Device and number of every file: what must not be written to. */
  readonly files: ReadonlySet<string>;
  /** Real paths of the inputs that are folders. */
  readonly folders: readonly string[];
}

/**
 * Walks the inputs. A path is relative to its input; that of an input which is a file is its name.
 *
 * `output`, a real path, is not walked into: it may hold what was scrubbed before.
 */
export function walk(inputs: readonly string[], output?: string): Walked {
  const items: InputItem[] = [];
  const files = new Set<string>();
  const folders: string[] = [];
  inputs.forEach((input, index) => {
    const stats = statsOf(input);
    if (!stats) throw new UsageError(`INPUT ${index + 1} does not exist, or may not be read`);
    if (stats.isFile()) add(items, files, basename(resolve(input)), Buffer.from(input), stats);
    else if (stats.isDirectory()) {
      const root = realpathSync(input);
      folders.push(root);
      walkFolder(root, output, items, files);
    } else throw new UsageError(`INPUT ${index + 1} is neither a file nor a folder`);
  });
  return { items, files, folders };
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** What tells two files apart, whatever their paths. */
export function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

function walkFolder(root: string, output: string | undefined, items: InputItem[], files: Set<string>): void {
  // Names are bytes: those on old discs are often no UTF-8.
  const folders = [{ at: Buffer.from(root), path: "" }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    let entries: Dirent<Buffer>[];
    try {
      entries = readdirSync(folder.at, { withFileTypes: true, encoding: "buffer" });
    } catch {
      items.push({ path: folder.path || ".", data: { file: folder.at, size: 0 }, code: "unreadable" });
      continue;
    }
    for (const entry of entries) {
      const at = Buffer.concat([folder.at, SEPARATOR, entry.name]);
      const path = folder.path + entry.name.toString();
      if (entry.isDirectory()) {
        if (at.toString() !== output) folders.push({ at, path: `${path}/` });
      } else if (entry.isFile()) add(items, files, path, at, lstatSync(at, { throwIfNoEntry: false }));
    }
  }
}

const SEPARATOR = Buffer.from("/");

function add(items: InputItem[], files: Set<string>, path: string, at: Buffer, stats: Stats | undefined): void {
  const text = at.toString();
  const file = Buffer.from(text).equals(at) ? text : at;
  if (stats) files.add(identity(stats));
  items.push({ path, data: { file, size: stats?.size ?? 0 }, ...(!stats && { code: "unreadable" }) });
}
