/** Pictures with known writing as DICOM files, whose headers say what the pictures say; and what came out of them, as black pixels. */

import { part10 } from "../../../www/files/sample-dicom.ts";
import { maskOf } from "./score.mjs";

const STORAGE = "1.2.840.10008.5.1.4.1.1.";
/** SOP Class and Modality of each kind of picture; a second class for several frames. */
const CLASSES = {
  fan: ["6.1", "US", "3.1"],
  linear: ["6.1", "US", "3.1"],
  doppler: ["6.1", "US", "3.1"],
  vessels: ["12.1", "XA", "12.1"],
  chest: ["1", "CR", "7.2"],
  limb: ["1.1", "DX", "7.2"],
  panel: ["7", "OT", "7.4"],
  slice: ["7", "CT", "7.2"],
  scope: ["77.1.1", "ES", "77.1.1.1"],
};

/** The ways in which samples are stored, by how many samples a pixel the picture has. */
export const FORMS = { 1: ["grey", "inverse", "deep", "frames"], 3: ["rgb", "planar", "ybr", "shared", "palette", "frames"] };

/** The form that a picture takes by its number: all occur. */
export const formOf = ({ index, samples }) => FORMS[samples][Math.floor(index / 9) % FORMS[samples].length];

/** A file that holds a picture. @param {import("./make.mjs").Picture} picture */
export function planted(picture, form = formOf(picture)) {
  const { index, kind, width, height, header } = picture;
  const [one, modality, several] = CLASSES[kind];
  const sopClass = `${STORAGE}${form === "frames" ? several : one}`;
  const instance = `2.25.7${String(index).padStart(6, "0")}001`;
  return part10(sopClass, instance, [
    [0x00080005, "CS", "ISO_IR 192"],
    [0x00080008, "CS", "ORIGINAL\\PRIMARY"],
    [0x00080016, "UI", sopClass],
    [0x00080018, "UI", instance],
    [0x00080020, "DA", header.study],
    [0x00080030, "TM", "101500"],
    [0x00080050, "SH", `ACC${index}`],
    [0x00080060, "CS", modality],
    [0x00080064, "CS", "WSD"],
    [0x00080070, "LO", ""],
    [0x00080080, "LO", text(header.place)],
    [0x00080090, "PN", ""],
    [0x00100010, "PN", text(header.name)],
    [0x00100020, "LO", text(header.id)],
    [0x00100030, "DA", header.birth],
    [0x00100040, "CS", "O"],
    [0x0020000d, "UI", `2.25.7${index}01`],
    [0x0020000e, "UI", `2.25.7${index}02`],
    [0x00200010, "SH", ""],
    [0x00200011, "IS", "1"],
    [0x00200013, "IS", "1"],
    [0x00280010, "US", [height]],
    [0x00280011, "US", [width]],
    ...stored(picture, form),
  ]);
}

/** Text in UTF-8, padded as text is. */
function text(value) {
  const bytes = new TextEncoder().encode(value);
  return bytes.length % 2 === 0 ? bytes : Uint8Array.from([...bytes, 0x20]);
}

/** The elements that depend on the form. */
function stored(picture, form) {
  const { data, samples } = picture;
  const described = (photometric, bits, rest = []) => [
    [0x00280002, "US", [["RGB", "YBR_FULL", "YBR_FULL_422"].includes(photometric) ? 3 : 1]],
    [0x00280004, "CS", photometric],
    [0x00280100, "US", [bits > 8 ? 16 : 8]],
    [0x00280101, "US", [bits]],
    [0x00280102, "US", [bits - 1]],
    [0x00280103, "US", [0]],
    ...rest,
  ];
  const planes = (order) => [[0x00280006, "US", [order]]];
  const bytes = (value) => [[0x7fe00010, "OB", value]];
  switch (form) {
    case "grey":
      return [...described("MONOCHROME2", 8), ...bytes(data)];
    case "inverse":
      return [...described("MONOCHROME1", 8), ...bytes(data.map((value) => 255 - value))];
    case "deep":
      return [...described("MONOCHROME2", 12), [0x7fe00010, "OW", Uint16Array.from(data, (value) => value << 4)]];
    case "rgb":
      return [...described("RGB", 8, planes(0)), ...bytes(data)];
    case "planar":
      return [...described("RGB", 8, planes(1)), ...bytes(byPlane(data))];
    case "ybr":
      return [...described("YBR_FULL", 8, planes(0)), ...bytes(toYbr(data))];
    case "shared":
      return [...described("YBR_FULL_422", 8, planes(0)), ...bytes(paired(toYbr(data)))];
    case "palette":
      return [...described("PALETTE COLOR", 8, palette()), ...bytes(indexed(data))];
    case "frames":
      return framed(data, samples === 3 ? described("RGB", 8, planes(0)) : described("MONOCHROME2", 8), bytes);
    default:
      throw new Error(`no form ${form}`);
  }
}

/** Three frames: a clip whose ground darkens, under writing that stays. */
function framed(data, format, bytes) {
  const all = new Uint8Array(data.length * FRAMES);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    // Writing is brighter than most of what moves: it stays as it is, and the rest fades.
    all.set(
      data.map((value) => (value > 140 || value < 40 ? value : value - frame * 8)),
      frame * data.length,
    );
  }
  return [...format, [0x00280008, "IS", String(FRAMES)], [0x00280009, "AT", [0x0018, 0x1063]], [0x00181063, "DS", "33"], ...bytes(all)];
}

const FRAMES = 3;
const STEP = 51;

function byPlane(data) {
  const count = data.length / 3;
  return Uint8Array.from(data, (_, at) => data[(at % count) * 3 + Math.floor(at / count)]);
}

function toYbr(data) {
  const out = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const [r, g, b] = data.subarray(at, at + 3);
    out[at] = 0.299 * r + 0.587 * g + 0.114 * b;
    out[at + 1] = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
    out[at + 2] = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
  return new Uint8Array(out.buffer);
}

/** Two lightnesses, then the colour differences of both (PS3.3 C.7.6.3.1.2). */
function paired(ybr) {
  const out = new Uint8Array((ybr.length / 3) * 2);
  for (let from = 0, to = 0; from < ybr.length; from += 6, to += 4) {
    out.set([ybr[from], ybr[from + 3], (ybr[from + 1] + ybr[from + 4]) >> 1, (ybr[from + 2] + ybr[from + 5]) >> 1], to);
  }
  return out;
}

/** A cube of six steps a colour; black is not its first entry. */
function palette() {
  const table = (at) => Uint16Array.from({ length: 256 }, (_, n) => level(n, at) * 257);
  return [0, 1, 2].flatMap((at) => [
    [0x00281101 + at, "US", [256, 0, 16]],
    [0x00281201 + at, "OW", table(at)],
  ]);
}

const level = (entry, at) => (Math.floor((255 - entry) / 6 ** at) % 6) * STEP;

function indexed(data) {
  const step = (value) => Math.round(value / STEP);
  return Uint8Array.from(
    { length: data.length / 3 },
    (_, n) => 255 - step(data[n * 3]) - 6 * step(data[n * 3 + 1]) - 36 * step(data[n * 3 + 2]),
  );
}

/**
 * What is black in each frame of a file that was made of a planted one in the same native form.
 *
 * @returns {Uint8Array[]} a byte a pixel, 1 where it is black
 */
export function blackened(file, { width, height, samples }, form) {
  const pixels = width * height;
  const words = { deep: 2, shared: 2, rgb: 3, planar: 3, ybr: 3, frames: samples }[form] ?? 1;
  const size = pixels * words;
  const count = form === "frames" ? FRAMES : 1;
  const at = pixelData(file, size * count);
  return Array.from({ length: count }, (_, frame) => {
    const value = file.subarray(at + frame * size, at + (frame + 1) * size);
    return Uint8Array.from({ length: pixels }, (_, n) => Number(isBlack(value, n, pixels, words, form)));
  });
}

function isBlack(value, n, pixels, words, form) {
  switch (form) {
    case "inverse":
      return value[n] === 255;
    case "deep":
      return value[n * 2] === 0 && value[n * 2 + 1] === 0;
    case "planar":
      return value[n] === 0 && value[pixels + n] === 0 && value[2 * pixels + n] === 0;
    case "ybr":
      return value[n * 3] === 0 && value[n * 3 + 1] === 128 && value[n * 3 + 2] === 128;
    case "shared":
      // Its colour differences are a neighbour's too, which may have to stay: without lightness, what is left of a colour is dark.
      return value[Math.floor(n / 2) * 4 + (n % 2)] === 0;
    case "palette":
      return [0, 1, 2].every((at) => level(value[n], at) === 0);
    default:
      return value.subarray(n * words, (n + 1) * words).every((sample) => sample === 0);
  }
}

/** Where the value of Pixel Data starts: the last element, native, of this many bytes. */
function pixelData(file, size) {
  const at = Buffer.from(file.buffer, file.byteOffset, file.length).lastIndexOf(Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f]));
  const length = at < 0 ? -1 : new DataView(file.buffer, file.byteOffset + at).getUint32(8, true);
  if (length !== size + (size % 2)) throw new Error(`Pixel Data of ${length} bytes, not of ${size}`);
  return at + 12;
}

/** A planted file with areas blackened as they should be: for the test of this itself. */
export function blacken(file, picture, form, areas) {
  const mask = maskOf(picture, areas);
  const out = file.slice();
  const pixels = picture.width * picture.height;
  const words = { deep: 2, shared: 2, rgb: 3, planar: 3, ybr: 3, frames: picture.samples }[form] ?? 1;
  const count = form === "frames" ? FRAMES : 1;
  const at = pixelData(file, pixels * words * count);
  const set = (n, ...values) => out.set(values, at + n);
  for (let n = 0; n < pixels * count; n += 1) {
    if (mask[n % pixels] === 0) continue;
    if (form === "planar") for (const plane of [0, 1, 2]) set(plane * pixels + n, 0);
    else if (form === "shared") set(Math.floor(n / 2) * 4 + (n % 2), 0);
    else if (form === "ybr") set(n * 3, 0, 128, 128);
    else if (form === "inverse" || form === "palette") set(n, 255);
    else set(n * words, ...Array(words).fill(0));
  }
  return out;
}
