/** From Files to a zip on disk: read and zipped, or scrubbed on the way. On disk: in the file system that the page has for itself. */

import { crc32 } from "../../../www/engine/crc.ts";
import { saveZip } from "../../../www/files/save.ts";
import { zipPieces } from "../../../www/files/zip.ts";
import { run as scrub } from "./scrubber.js";

globalThis.run = async (options) => {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle("out.zip", { create: true });
  // A person would pick a file here.
  globalThis.showSaveFilePicker = async () => handle;
  const start = performance.now();
  let files = 0;
  if (options.policy === undefined) files = await readAndZip(handle);
  else {
    const cleaned = await scrub(options, (verified) => saveZip(verified, { ask: true }));
    files = cleaned.files;
  }
  const ms = performance.now() - start;
  return { ms, files, bytes: (await handle.getFile()).size };
};

async function readAndZip(handle) {
  const to = await handle.createWritable();
  const entries = [];
  for (const file of document.querySelector("input").files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    entries.push({ name: file.name, size: bytes.length, crc: crc32(bytes) });
    const [header] = zipPieces(entries.slice(-1));
    await to.write(header);
    await to.write(bytes);
  }
  let directory = false;
  for (const piece of zipPieces(entries)) {
    // Local headers are written already; the directory begins at its signature.
    if (!(piece instanceof Uint8Array)) continue;
    directory ||= piece[2] === 1;
    if (directory) await to.write(piece);
  }
  await to.close();
  return entries.length;
}
