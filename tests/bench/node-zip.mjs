/** Reads the files of a folder and writes a zip of them, stored, and does nothing else. Arguments: folder, zip. */

import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "../../www/cli/crc.ts";
import { zipPieces } from "../../www/files/zip.ts";

/** A file that is read when its header is made: its bytes follow right behind. */
class Entry {
  #path;
  #bytes;
  #crc;

  constructor(folder, name) {
    this.name = name;
    this.#path = join(folder, name);
  }

  get bytes() {
    this.#bytes ??= readFileSync(this.#path);
    return this.#bytes;
  }

  get size() {
    return this.bytes.length;
  }

  get crc() {
    this.#crc ??= crc32(this.bytes);
    return this.#crc;
  }

  forget() {
    this.#bytes = undefined;
  }
}

const [from, to] = process.argv.slice(2);
const fd = openSync(to, "w");
for (const piece of zipPieces(readdirSync(from).map((name) => new Entry(from, name)))) {
  const bytes = piece instanceof Uint8Array ? piece : piece.bytes;
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  if (piece instanceof Entry) piece.forget();
}
closeSync(fd);
