/**
 * Verified files to where a person wants them: one zip, or a folder.
 *
 * What is written where we can see it is checked against the size and checksum of what was verified.
 */

import { crc32 } from "../engine/crc.js";
import type { Verified } from "../engine/index.js";
import { zipPieces, zipSize } from "./zip.js";

export const ZIP_NAME = "scans-de-identified.zip";
const FOLDER_NAME = "scans-de-identified";

interface Pickers {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

/** The files as one zip. Composed by reference: nothing is read before it is saved. */
export function zipBlob(files: readonly Verified[]): Blob {
  const pieces = [...zipPieces(files)].map((piece) => (piece instanceof Uint8Array ? piece : piece.blob));
  const zip = new Blob(pieces, { type: "application/zip" });
  if (zip.size !== zipSize(files)) throw new SaveError();
  return zip;
}

/** What was written is not what was verified: a source was changed or taken away. Nothing was kept. */
export class SaveError extends Error {
  override readonly name = "SaveError";
  readonly code = "unreadable";

  constructor() {
    super("What was saved is not what was verified.");
  }
}

/**
 * Saves one zip: as a download or, with `ask`, to a place that the person picks, where the browser can.
 *
 * False when the person changed their mind.
 */
export async function saveZip(files: readonly Verified[], { ask = false, name = ZIP_NAME } = {}): Promise<boolean> {
  const { showSaveFilePicker } = globalThis as Pickers;
  if (!ask || !showSaveFilePicker) {
    saveBlob(zipBlob(files), name);
    return true;
  }
  const handle = await picked(
    showSaveFilePicker.call(globalThis, { suggestedName: name, types: [{ description: "Zip", accept: { "application/zip": [".zip"] } }] }),
  );
  if (!handle) return false;
  const to = await handle.createWritable();
  try {
    for (const piece of zipPieces(files)) {
      if (piece instanceof Uint8Array) await to.write(piece);
      else await pour(piece, to);
    }
    await to.close();
  } catch (thrown) {
    await to.abort().catch(() => undefined);
    throw thrown;
  }
  if ((await handle.getFile()).size !== zipSize(files)) throw new SaveError();
  return true;
}

/** Whether this browser can save into a folder. */
export function canSaveFolder(): boolean {
  return typeof (globalThis as Pickers).showDirectoryPicker === "function";
}

/** Saves into a new folder, inside the one that the person picks. False when the person changed their mind. */
export async function saveFolder(files: readonly Verified[]): Promise<boolean> {
  const { showDirectoryPicker } = globalThis as Pickers;
  const picks = showDirectoryPicker && (await picked(showDirectoryPicker.call(globalThis, { mode: "readwrite" })));
  if (!picks) return false;
  const name = await freeName(picks);
  const root = await picks.getDirectoryHandle(name, { create: true });
  try {
    for (const file of files) await saveFile(file, root);
  } catch (thrown) {
    await picks.removeEntry(name, { recursive: true }).catch(() => undefined);
    throw thrown;
  }
  return true;
}

/** Downloads a Blob under a name of ours. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes hold of the Blob a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function saveFile(file: Verified, root: FileSystemDirectoryHandle): Promise<void> {
  const folders = file.name.split("/");
  const name = folders.pop() ?? "";
  let folder = root;
  for (const each of folders) folder = await folder.getDirectoryHandle(each, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  const to = await handle.createWritable();
  try {
    await pour(file, to);
    await to.close();
  } catch (thrown) {
    await to.abort().catch(() => undefined);
    throw thrown;
  }
  if ((await handle.getFile()).size !== file.size) throw new SaveError();
}

/** Writes a file's bytes, and checks that they are those that were verified. */
async function pour(file: Verified, to: FileSystemWritableFileStream): Promise<void> {
  const reader = file.blob.stream().getReader();
  let size = 0;
  let crc = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length;
    crc = crc32(chunk.value, crc);
    await to.write(chunk.value as Uint8Array<ArrayBuffer>);
  }
  if (size !== file.size || crc !== file.crc) throw new SaveError();
}

/** A name that nothing in the folder has. */
async function freeName(folder: FileSystemDirectoryHandle): Promise<string> {
  const taken = new Set<string>();
  for await (const name of folder.keys()) taken.add(name);
  let name = FOLDER_NAME;
  for (let n = 2; taken.has(name); n++) name = `${FOLDER_NAME}-${n}`;
  return name;
}

/** What a picker gave; nothing when it was closed. */
async function picked<T>(pick: Promise<T>): Promise<T | undefined> {
  try {
    return await pick;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return undefined;
    throw thrown;
  }
}
