/** Picture files as people export them, made here: PNG and baseline JPEG of a picture, with whatever is to lie beside it. */

import { deflateSync } from "node:zlib";
import { crc32 } from "../../www/engine/crc.ts";

/** @typedef {{ width: number, height: number, samples: number, data: Uint8Array }} Picture samples: 1 grey, 3 colour, 4 with opacity */

/** A chunk of PNG. @param {string} name @param {Uint8Array | string} data */
export function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** @param {Picture} picture @param {Uint8Array[]} [beside] chunks before the data */
export function png({ width, height, samples, data }, beside = []) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, { 1: 0, 3: 2, 4: 6 }[samples]], 8);
  const row = width * samples;
  const lines = Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.of(0), data.subarray(y * row, (y + 1) * row)]));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const packed = chunk("IDAT", deflateSync(Buffer.concat(lines)));
  return Buffer.concat([signature, chunk("IHDR", header), ...beside, packed, chunk("IEND", "")]);
}

/** A segment of JPEG. @param {number} marker @param {Uint8Array | string} data */
export function segment(marker, data) {
  const payload = Buffer.from(data);
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

/** EXIF that says how a picture lies, and what it shows. @param {number} orientation @param {string} words */
export function exif(orientation, words) {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  const entry = (at, tag, type, count) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
  };
  entry(10, 0x010e, 2, words.length + 1);
  tiff.writeUInt32BE(tiff.length, 18);
  entry(22, 0x0112, 3, 1);
  tiff.writeUInt16BE(orientation, 30);
  return Buffer.concat([tiff, Buffer.from(`${words}\0`, "latin1")]);
}

const ZIGZAG = Array.from({ length: 64 }, (_, at) => [at >> 3, at & 7])
  .sort(([a, b], [c, d]) => a + b - c - d || ((a + b) % 2 ? a - c : c - a))
  .map(([row, column]) => row * 8 + column);
const COSINES = Array.from({ length: 8 }, (_, u) =>
  Array.from({ length: 8 }, (_, x) => (u ? 0.5 : Math.SQRT1_2 / 2) * Math.cos(((2 * x + 1) * u * Math.PI) / 16)),
);
/** One step for all frequencies. */
const STEP = 6;
/** Runs and sizes: each has a code of eight bits, its place in the list. */
const SYMBOLS = [0, 0xf0, ...Array.from({ length: 160 }, (_, at) => ((at % 16) << 4) | (1 + (at >> 4)))];

/** @param {Picture} picture @param {Uint8Array[]} [beside] segments behind the start @param {Uint8Array | string} [behind] bytes after the end */
export function jpeg({ width, height, samples, data }, beside = [], behind = "") {
  const planes = samples === 1 ? [data] : yccOf(data);
  const bits = [];
  const put = (value, size) => {
    for (let bit = size - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  const magnitude = (value, size) => put(value < 0 ? value + (1 << size) - 1 : value, size);
  const sizeOf = (value) => 32 - Math.clz32(Math.abs(value));
  const last = planes.map(() => 0);
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      planes.forEach((plane, index) => {
        const block = blockOf(plane, width, height, x, y);
        const difference = block[0] - last[index];
        last[index] = block[0];
        put(sizeOf(difference), 4);
        magnitude(difference, sizeOf(difference));
        let run = 0;
        for (const at of ZIGZAG.slice(1)) {
          if (block[at] === 0) {
            run++;
            continue;
          }
          for (; run > 15; run -= 16) put(SYMBOLS.indexOf(0xf0), 8);
          put(SYMBOLS.indexOf((run << 4) | sizeOf(block[at])), 8);
          magnitude(block[at], sizeOf(block[at]));
          run = 0;
        }
        if (run > 0) put(SYMBOLS.indexOf(0), 8);
      });
    }
  }
  while (bits.length % 8) bits.push(1);
  const packed = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = bits.slice(at, at + 8).reduce((all, bit) => (all << 1) | bit, 0);
    packed.push(byte, ...(byte === 0xff ? [0] : []));
  }
  const lengths = (size, count) => Array.from({ length: 16 }, (_, at) => (at + 1 === size ? count : 0));
  const parts = planes.flatMap((_, index) => [index + 1, 0x11, 0]);
  const sizes = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...beside,
    segment(0xdb, [0, ...new Array(64).fill(STEP)]),
    segment(0xc0, [8, ...sizes, planes.length, ...parts]),
    segment(0xc4, [0x00, ...lengths(4, 12), ...Array.from({ length: 12 }, (_, at) => at)]),
    segment(0xc4, [0x10, ...lengths(8, SYMBOLS.length), ...SYMBOLS]),
    segment(0xda, [planes.length, ...planes.flatMap((_, index) => [index + 1, 0]), 0, 63, 0]),
    Buffer.from(packed),
    Buffer.of(0xff, 0xd9),
    Buffer.from(behind),
  ]);
}

function yccOf(data) {
  const planes = [0, 1, 2].map(() => new Float64Array(data.length / 3));
  for (let at = 0; at < planes[0].length; at++) {
    const [r, g, b] = data.subarray(at * 3, at * 3 + 3);
    planes[0][at] = 0.299 * r + 0.587 * g + 0.114 * b;
    planes[1][at] = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
    planes[2][at] = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
  return planes;
}

/** Coefficients of a block, in steps; beyond an edge it goes on as at the edge. */
function blockOf(plane, width, height, x, y) {
  const across = COSINES.map((basis) =>
    Array.from({ length: 8 }, (_, v) => {
      const line = Math.min(y + v, height - 1) * width;
      return basis.reduce((sum, factor, u) => sum + factor * (plane[line + Math.min(x + u, width - 1)] - 128), 0);
    }),
  );
  return Array.from({ length: 64 }, (_, at) => {
    const sum = COSINES[at >> 3].reduce((all, factor, v) => all + factor * across[at & 7][v], 0);
    return Math.round(sum / STEP);
  });
}

/** The markers of a JPEG in order, and what comes behind its end. @param {Uint8Array} bytes */
export function markersOf(bytes) {
  const markers = [];
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff) return [...markers, "?"];
    markers.push(marker);
    if (marker === 0xd9) return [...markers, ...(at + 2 === bytes.length ? [] : ["more"])];
    at += 2 + bytes[at + 2] * 256 + bytes[at + 3];
    if (marker !== 0xda) continue;
    while (bytes[at] !== 0xff || bytes[at + 1] === 0 || (bytes[at + 1] >= 0xd0 && bytes[at + 1] <= 0xd7)) at++;
  }
  return [...markers, "cut"];
}

/** The names of a PNG's chunks, in order. @param {Buffer} bytes */
export function chunksOf(bytes) {
  const names = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) names.push(bytes.toString("latin1", at + 4, at + 8));
  return names;
}

/** A BMP of 24 bits a pixel, from the lowest row up. */
export function bmp({ width, height, samples, data }) {
  const row = Math.ceil((3 * width) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write("BM");
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let at = 0; at < 3 * width; at++) {
      const [x, sample] = [Math.floor(at / 3), 2 - (at % 3)];
      bytes[54 + row * (height - 1 - y) + at] = data[(y * width + x) * samples + (samples === 1 ? 0 : sample)];
    }
  }
  return bytes;
}

/** A TIFF of one strip a page, each with words of somebody. */
export function tiff(pages, words) {
  const parts = [Buffer.from("II*\0")];
  let length = 8;
  const directories = pages.map(({ width, height, samples, data }) => {
    const [text, pixels] = [Buffer.from(`${words}\0`), Buffer.from(data)];
    const fields = [
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, samples === 1 ? 1 : 2],
      [270, 2, text.length, length + pixels.length],
      [273, 4, 1, length],
      [277, 3, 1, samples],
      [278, 4, 1, height],
      [279, 4, 1, pixels.length],
    ];
    const directory = Buffer.alloc(2 + 12 * fields.length + 4);
    directory.writeUInt16LE(fields.length, 0);
    for (const [n, [tag, type, count, value]] of fields.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * n);
      directory.writeUInt16LE(type, 4 + 12 * n);
      directory.writeUInt32LE(count, 6 + 12 * n);
      directory.writeUInt32LE(value, 10 + 12 * n);
    }
    const at = length + pixels.length + text.length;
    parts.push(pixels, text, directory);
    length = at + directory.length;
    return { at, directory };
  });
  for (const [n, { directory }] of directories.entries()) directory.writeUInt32LE(directories[n + 1]?.at ?? 0, directory.length - 4);
  const first = Buffer.alloc(4);
  first.writeUInt32LE(directories[0].at);
  return Buffer.concat([parts[0], first, ...parts.slice(1)]);
}
