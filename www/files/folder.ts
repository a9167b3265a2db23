/** Verified files into a folder that a person picks: file by file, so that what stopped can go on. */

import type { Verified } from "../engine/index.js";
import { type Pickers, picked } from "./pickers.js";
import { pour, SaveError, type Saving } from "./pour.js";

const FOLDER_NAME = "scans-de-identified";

/** Whether this browser can save into a folder. */
export function canSaveFolder(): boolean {
  return typeof (globalThis as Pickers).showDirectoryPicker === "function";
}

/** Begins a new folder, inside the one that the person picks. Nothing where the person changed their mind. */
export async function newFolder(files: readonly Verified[]): Promise<FolderSave | undefined> {
  const { showDirectoryPicker } = globalThis as Pickers;
  const picks = showDirectoryPicker && (await picked(showDirectoryPicker.call(globalThis, { mode: "readwrite" })));
  if (!picks) return undefined;
  const name = await freeName(picks);
  return new FolderSave(await picks.getDirectoryHandle(name, { create: true }), files);
}

/** Files on their way into a folder. */
export class FolderSave {
  readonly files: readonly Verified[];
  readonly #root: FileSystemDirectoryHandle;
  readonly #saved = new Set<Verified>();

  constructor(root: FileSystemDirectoryHandle, files: readonly Verified[]) {
    this.files = files;
    this.#root = root;
  }

  get folder(): string {
    return this.#root.name;
  }

  /** Files that are in the folder, and were compared with what was verified. */
  get saved(): number {
    return this.#saved.size;
  }

  /** Bytes that are still to be written. */
  get left(): number {
    return this.files.reduce((sum, file) => sum + (this.#saved.has(file) ? 0 : file.size), 0);
  }

  get isComplete(): boolean {
    return this.#saved.size === this.files.length;
  }

  /**
   * Saves what is not in the folder yet. One that can no longer be read costs the others nothing: called again, it is tried again.
   *
   * @throws {DOMException} what the folder throws where it is full or gone, and "AbortError" where `saving` says so
   */
  async run(saving: Saving = {}): Promise<void> {
    for (const file of this.files) {
      if (this.#saved.has(file)) continue;
      saving.signal?.throwIfAborted();
      try {
        await save(file, this.#root, saving);
        this.#saved.add(file);
      } catch (thrown) {
        if (!(thrown instanceof SaveError)) throw thrown;
      }
    }
  }
}

async function save(file: Verified, root: FileSystemDirectoryHandle, saving: Saving): Promise<void> {
  const folders = file.name.split("/");
  const name = folders.pop() ?? "";
  let folder = root;
  for (const each of folders) folder = await folder.getDirectoryHandle(each, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    const to = await handle.createWritable();
    try {
      await pour(file, to, saving);
      await to.close();
    } catch (thrown) {
      await to.abort().catch(() => undefined);
      throw thrown;
    }
    if ((await handle.getFile()).size !== file.size) throw new SaveError();
  } catch (thrown) {
    // An empty file, or half of one, would look like an image.
    await remove(folder, name);
    throw thrown;
  }
}

/** Takes a file back. Browsers keep what was being written locked for a moment after it was given up. */
async function remove(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let tries = 1; tries <= 5; tries++) {
    try {
      return await folder.removeEntry(name);
    } catch {
      await new Promise((done) => setTimeout(done, tries * 20));
    }
  }
}

/** A name that nothing in the folder has. */
async function freeName(folder: FileSystemDirectoryHandle): Promise<string> {
  const taken = new Set<string>();
  for await (const name of folder.keys()) taken.add(name);
  let name = FOLDER_NAME;
  for (let n = 2; taken.has(name); n++) name = `${FOLDER_NAME}-${n}`;
  return name;
}
