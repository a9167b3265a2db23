/**
 * Verified files to where a person wants them: as a zip, or handed to another app.
 *
 * What is written where we can see it is checked against the size and checksum of what was verified.
 */

import type { Verified } from "../engine/index.js";
import { type Pickers, picked } from "./pickers.js";
import { Gathered, pour, SaveError, type Saving } from "./pour.js";
import { zipPieces, zipSize } from "./zip.js";

export const ZIP_NAME = "scans-de-identified.zip";

/** The files as one zip. Composed by reference: nothing is read before it is saved. */
export function zipBlob(files: readonly Verified[]): Blob {
  const pieces = [...zipPieces(files)].map((piece) => (piece instanceof Uint8Array ? piece : piece.blob));
  const zip = new Blob(pieces, { type: "application/zip" });
  if (zip.size !== zipSize(files)) throw new SaveError();
  return zip;
}

/**
 * Saves one zip: as a download or, with `ask`, to a place that the person picks, where the browser can.
 *
 * False when the person changed their mind.
 */
export async function saveZip(files: readonly Verified[], { ask = false, name = ZIP_NAME, ...saving }: ZipOptions = {}): Promise<boolean> {
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
  return (await picked(navigator.share({ files: [shared(files)] }).then(() => true))) ?? false;
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
