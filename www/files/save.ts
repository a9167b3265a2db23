/**
 * Verified files to where a person wants them: as a zip, or handed to another app.
 *
 * What is written where we can see it is checked against the size and checksum of what was verified.
 */

import { Breath } from "../engine/breath.js";
import type { Verified } from "../engine/index.js";
import { type Pickers, picked } from "./pickers.js";
import { Gathered, pour, SaveError, type Saving } from "./pour.js";
import { zipPieces, zipSize } from "./zip.js";

/** Pieces of a zip that are made one at a time: some milliseconds' worth. */
const TOGETHER = 200;

export const ZIP_NAME = "scans-de-identified.zip";

/** The files as one zip. Composed by reference: nothing is read before it is saved. */
export function zipBlob(files: readonly Verified[]): Blob {
  return whole(files, [...zipPieces(files)].map(bytesOf));
}

/** The same, of thousands of files, while the page draws and listens. */
async function zipInTurn(files: readonly Verified[]): Promise<Blob> {
  const groups: Blob[] = [];
  let pieces: BlobPart[] = [];
  const breath = new Breath();
  for (const piece of zipPieces(files)) {
    if (pieces.push(bytesOf(piece)) < TOGETHER) continue;
    groups.push(new Blob(pieces));
    pieces = [];
    if (breath.isDue) await breath.take();
  }
  return whole(files, [...groups, ...pieces]);
}

function bytesOf(piece: Uint8Array<ArrayBuffer> | Verified): BlobPart {
  return piece instanceof Uint8Array ? piece : piece.blob;
}

function whole(files: readonly Verified[], pieces: readonly BlobPart[]): Blob {
  const zip = new Blob([...pieces], { type: "application/zip" });
  if (zip.size !== zipSize(files)) throw new SaveError();
  return zip;
}

/**
 * Reads all files once, as they will be saved.
 *
 * Of what a browser saves by itself, or another app reads, nobody tells us whether it came whole.
 *
 * @throws {SaveError} where one is not what was verified, or can no longer be read
 */
async function readAll(files: readonly Verified[], saving?: Saving): Promise<void> {
  for (const file of files) await pour(file, { write: async () => undefined }, saving);
}

/**
 * Saves one zip: as a download or, with `ask`, to a place that the person picks, where the browser can.
 *
 * False when the person changed their mind.
 */
export async function saveZip(files: readonly Verified[], { ask = false, name = ZIP_NAME, ...saving }: ZipOptions = {}): Promise<boolean> {
  const { showSaveFilePicker } = globalThis as Pickers;
  if (!ask || !showSaveFilePicker) {
    await readAll(files, saving);
    saveBlob(await zipInTurn(files), name);
    return true;
  }
  const handle = await picked(
    showSaveFilePicker.call(globalThis, { suggestedName: name, types: [{ description: "Zip", accept: { "application/zip": [".zip"] } }] }),
  );
  if (!handle) return false;
  const to = await handle.createWritable();
  const vessel = new Gathered(to);
  try {
    for (const piece of zipPieces(files)) {
      if (piece instanceof Uint8Array) await vessel.write(piece);
      else await pour(piece, vessel, saving);
    }
    await vessel.end();
    await to.close();
  } catch (thrown) {
    await to.abort().catch(() => undefined);
    throw thrown;
  }
  if ((await handle.getFile()).size !== zipSize(files)) throw new SaveError();
  return true;
}

export interface ZipOptions extends Saving {
  readonly ask?: boolean;
  readonly name?: string;
}

/** Whether this device can hand the files to another app, as one zip. */
export function canShare(files: readonly Verified[]): boolean {
  // What it answers depends on the kind of file: a zip of nothing tells as much as one of all.
  return files.length > 0 && navigator.canShare?.({ files: [shared([])] }) === true;
}

/** Hands one zip to the app that the person picks. False when the person changed their mind. */
export async function share(files: readonly Verified[]): Promise<boolean> {
  // Read after that: a browser opens its sheet only a moment after the press.
  const isShared = (await picked(navigator.share({ files: [shared(files)] }).then(() => true))) ?? false;
  if (isShared) await readAll(files);
  return isShared;
}

function shared(files: readonly Verified[]): File {
  return new File([zipBlob(files)], ZIP_NAME, { type: "application/zip" });
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
