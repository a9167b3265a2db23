/** Disc images and tape archives, made here: as small as their standards let them be, and as wrong as a test wants them. */

import { gzipSync } from "node:zlib";

const SECTOR = 2048;
const sectors = (length) => Math.ceil(length / SECTOR);

/** Changes nothing. @type {(made: Buffer, of: { name: string, folders?: unknown }) => void} */
const nothing = () => undefined;

/** What was made, once it was spoilt. */
function spoilt(made, spoil, of) {
  spoil(made, of);
  return made;
}

/** Where the files of {@link iso} start. */
export const FILES = 100;

/** Bytes placed at sectors. */
class Image {
  #placed = [];
  #end = 0;

  /** @param {number} sector @param {Uint8Array} bytes */
  put(sector, bytes) {
    this.#placed.push([sector * SECTOR, bytes]);
    this.#end = Math.max(this.#end, sector * SECTOR + Math.max(1, sectors(bytes.length)) * SECTOR);
  }

  bytes() {
    const all = Buffer.alloc(this.#end);
    for (const [at, bytes] of this.#placed) all.set(bytes, at);
    return all;
  }
}

/** Folders and files of `{ path: bytes }`. */
function treeOf(files) {
  const root = { name: "", folders: new Map(), files: [] };
  for (const [path, bytes] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop();
    let at = root;
    for (const part of names) {
      if (!at.folders.has(part)) at.folders.set(part, { name: part, folders: new Map(), files: [] });
      at = at.folders.get(part);
    }
    at.files.push({ name, bytes, extents: [] });
  }
  return root;
}

function* foldersOf(folder) {
  yield folder;
  for (const child of folder.folders.values()) yield* foldersOf(child);
}

/** Puts the bytes of every file, in so many pieces that do not lie together. */
function placeFiles(image, root, first, pieces) {
  let sector = first;
  for (const folder of foldersOf(root)) {
    for (const file of folder.files) {
      const step = Math.max(1, Math.ceil(sectors(file.bytes.length) / pieces)) * SECTOR;
      for (let at = 0; at < file.bytes.length; at += step) {
        const piece = file.bytes.subarray(at, at + step);
        image.put(sector, piece);
        file.extents.push({ sector, length: piece.length });
        sector += sectors(piece.length) + (pieces > 1 ? 1 : 0);
      }
    }
  }
  return sector;
}

/**
 * ISO 9660, with Joliet unless said otherwise. `spoil` may change the records of folders before they are written.
 *
 * @param {Record<string, Uint8Array>} files
 */
export function iso(files, { joliet = true, pieces = 1, spoil = nothing } = {}) {
  const image = new Image();
  const root = treeOf(files);
  let sector = placeFiles(image, root, FILES, pieces);
  const volumes = [1, ...(joliet ? [2] : [])].map((type, index) => {
    const name = (text) => (type === 2 ? Buffer.from(text, "utf16le").swap16() : Buffer.from(`${text.toUpperCase().slice(0, 12)};1`));
    const places = new Map();
    for (const folder of foldersOf(root)) {
      const length = recordsOf(folder, name, () => ({ sector: 0, length: 0 })).length;
      places.set(folder, { sector, length: sectors(length) * SECTOR });
      sector += sectors(length);
    }
    for (const folder of foldersOf(root)) {
      image.put(
        places.get(folder).sector,
        recordsOf(folder, name, (child) => places.get(child), spoil),
      );
    }
    const descriptor = Buffer.alloc(SECTOR);
    descriptor[0] = type;
    descriptor.write("CD001\x01", 1, "latin1");
    if (type === 2) descriptor.write("%/E", 88, "latin1");
    descriptor.writeUInt16LE(SECTOR, 128);
    record({ name: Buffer.from([0]), ...places.get(root), flags: 2 }).copy(descriptor, 156);
    image.put(16 + index, descriptor);
    return descriptor;
  });
  const end = Buffer.alloc(SECTOR);
  end.write("\xffCD001\x01", 0, "latin1");
  image.put(16 + volumes.length, end);
  return image.bytes();
}

/** A folder's records, none of which crosses from one sector into the next. */
function recordsOf(folder, name, placeOf, spoil = nothing) {
  const here = placeOf(folder);
  const records = [
    record({ name: Buffer.from([0]), ...here, flags: 2 }),
    record({ name: Buffer.from([1]), ...here, flags: 2 }),
    ...[...folder.folders.values()].map((child) => spoilt(record({ name: name(child.name), ...placeOf(child), flags: 2 }), spoil, child)),
    ...folder.files.flatMap((file) => {
      const extents = file.extents.length > 0 ? file.extents : [{ sector: 0, length: 0 }];
      return extents.map((extent, n) => {
        return spoilt(record({ name: name(file.name), ...extent, flags: n < extents.length - 1 ? 0x80 : 0 }), spoil, file);
      });
    }),
  ];
  let all = Buffer.alloc(0);
  for (const made of records) {
    const left = SECTOR - (all.length % SECTOR);
    all = Buffer.concat([all, Buffer.alloc(left < made.length ? left : 0), made]);
  }
  return all;
}

function record({ name, sector, length, flags }) {
  const made = Buffer.alloc(33 + name.length + (name.length % 2 === 0 ? 1 : 0));
  made[0] = made.length;
  made.writeUInt32LE(sector, 2);
  made.writeUInt32LE(length, 10);
  made[25] = flags;
  made[32] = name.length;
  made.set(name, 33);
  return made;
}

/** Where the one partition of {@link udf} starts. */
const START = 300;

/** UDF 2.01 without a tree of ISO 9660. @param {Record<string, Uint8Array>} files */
export function udf(files, { pieces = 1, spoil = nothing, map = plainMap(), image = new Image() } = {}) {
  const root = treeOf(files);
  let block = placeFiles(image, root, START + 200, pieces) - START;
  image.put(18, Buffer.from("\0BEA01\x01", "latin1"));
  image.put(19, Buffer.from("\0NSR03\x01", "latin1"));
  image.put(20, Buffer.from("\0TEA01\x01", "latin1"));
  if (image.bytes().toString("latin1", 32769, 32774) !== "CD001") image.put(16, Buffer.from("\0BEA01\x01", "latin1"));
  const put = (at, id, body) => image.put(at, tagged(id, body, at < START ? at : at - START));
  put(256, 2, fields(48, [16, 4, 16 * SECTOR], [20, 4, 32]));
  put(32, 5, fields(512, [16, 4, 1], [22, 2, 0], [188, 4, START], [192, 4, 100_000]));
  const volume = fields(440 + map.length, [16, 4, 1], [212, 4, SECTOR], [248, 4, SECTOR], [268, 4, 1]);
  volume.set(map, 440);
  put(33, 6, volume);
  put(34, 8, Buffer.alloc(512));
  const entries = new Map();
  let next = 1;
  for (const folder of foldersOf(root)) for (const each of [folder, ...folder.files]) entries.set(each, next++);
  put(START, 256, fields(512, [400, 4, SECTOR], [404, 4, entries.get(root)]));
  for (const folder of foldersOf(root)) {
    const named = [
      { name: "", at: entries.get(root), flags: 8 },
      ...[...folder.folders.values()].map((child) => ({ name: child.name, at: entries.get(child), flags: 2 })),
      ...folder.files.map((file) => ({ name: file.name, at: entries.get(file), flags: 0 })),
      { name: "gone", at: 1, flags: 4 },
    ];
    const list = Buffer.concat(named.map(identifier));
    image.put(START + block, list);
    const extents = [{ sector: START + block, length: list.length }];
    block += sectors(list.length);
    put(START + entries.get(folder), 266, spoilt(fileEntry(4, list.length, extents), spoil, folder));
    for (const file of folder.files) {
      const entry =
        file.bytes.length > 0 && file.bytes.length < 1000 ? embedded(file.bytes) : fileEntry(5, file.bytes.length, file.extents);
      put(START + entries.get(file), 266, spoilt(entry, spoil, file));
    }
  }
  return image.bytes();
}

/** A partition where it says (type 1), or one that lies as a name says. */
export function plainMap() {
  return Buffer.from([1, 6, 1, 0, 0, 0]);
}

/** @param {string} name */
export function namedMap(name) {
  const map = Buffer.alloc(64);
  map.set([2, 64]);
  map.write(name, 5, "latin1");
  return map;
}

/** A disc of packets of 32 blocks, of which the one from `block` on was spared: it lies at the end instead. */
export function sparedUdf(files, block) {
  const map = namedMap("*UDF Sparable Partition");
  map.set([1, 0, 0, 0, 32, 0, 1, 0], 36);
  map.writeUInt32LE(SECTOR, 44);
  map.writeUInt32LE(280, 48);
  const at = (START + block) * SECTOR;
  const made = udf(files, { map });
  const image = Buffer.concat([made, Buffer.alloc(Math.max(0, at + 32 * SECTOR - made.length))]);
  const packet = Buffer.from(image.subarray(at, at + 32 * SECTOR));
  image.fill(0, at, at + 32 * SECTOR);
  const table = fields(SECTOR, [48, 2, 2], [56, 4, block], [60, 4, image.length / SECTOR], [64, 4, 0xffff_ffff]);
  table.write("*UDF Sparing Table", 17);
  table.copy(image, 280 * SECTOR);
  return Buffer.concat([image, packet]);
}

/** Both trees in one image: what ISO 9660 names, and what UDF names. */
export function bridge(inIso, inUdf) {
  const image = new Image();
  image.put(0, iso(inIso));
  return udf(inUdf, { image });
}

function fields(length, ...values) {
  const made = Buffer.alloc(length);
  for (const [at, size, value] of values) made.writeUIntLE(value, at, size);
  return made;
}

function tagged(id, body, location) {
  const made = Buffer.from(body);
  made.writeUInt16LE(id, 0);
  made.writeUInt16LE(3, 2);
  made.writeUInt32LE(location, 12);
  made[4] = 0;
  made[4] = made.subarray(0, 16).reduce((sum, byte) => sum + byte, 0);
  return made;
}

function identifier({ name, at, flags }) {
  const text = name === "" ? Buffer.alloc(0) : Buffer.concat([Buffer.from([16]), Buffer.from(name, "utf16le").swap16()]);
  const made = Buffer.alloc(Math.ceil((38 + text.length) / 4) * 4);
  made[18] = flags;
  made[19] = text.length;
  made.writeUInt32LE(SECTOR, 20);
  made.writeUInt32LE(at, 24);
  made.set(text, 38);
  return tagged(257, made, 0);
}

function fileEntry(type, size, extents) {
  const made = fields(216 + 16 * extents.length, [20, 2, 4], [27, 1, type], [34, 2, 1], [56, 6, size], [212, 4, 16 * extents.length]);
  for (const [n, { sector, length }] of extents.entries()) {
    made.writeUInt32LE(length, 216 + 16 * n);
    made.writeUInt32LE(sector - START, 220 + 16 * n);
  }
  return made;
}

function embedded(bytes) {
  const made = fields(216, [20, 2, 4], [27, 1, 5], [34, 2, 3], [56, 6, bytes.length], [212, 4, bytes.length]);
  return Buffer.concat([made, bytes]);
}

/** One entry of a tape archive. @param {Record<string, unknown>} how */
export function tarEntry(name, bytes, { type = "0", size = bytes.length, magic = "ustar\x0000", sum } = {}) {
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write(typeof size === "number" ? `${size.toString(8).padStart(11, "0")}\0` : size, 124, "latin1");
  header.write(type, 156, "latin1");
  header.write(magic, 257, "latin1");
  header.write("        ", 148);
  const own = header.reduce((all, byte) => all + byte, 0);
  header.write(`${(sum ?? own).toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A tape archive of entries, or of `{ path: bytes }` with names as GNU has long ones. */
export function tar(entries) {
  const list = Array.isArray(entries) ? entries : Object.entries(entries).flatMap(([path, bytes]) => named(path, bytes));
  return Buffer.concat([...list, Buffer.alloc(1024)]);
}

function named(path, bytes) {
  const name = Buffer.from(`${path}\0`);
  return [...(name.length > 100 ? [tarEntry("././@LongLink", name, { type: "L" })] : []), tarEntry(path, bytes)];
}

/** What pax says before an entry. */
export function pax(told, type = "x") {
  const records = Object.entries(told).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    const length = [...Array(9).keys()].map((digits) => Buffer.byteLength(rest) + digits).find((all, digits) => `${all}`.length === digits);
    return `${length}${rest}`;
  });
  return tarEntry("pax", Buffer.from(records.join("")), { type });
}

export function gzip(bytes) {
  return gzipSync(bytes);
}
