// The head of which the tests' phantoms are made → tests/build/heads/average.bin: signed distances to the scalp and to the inner side of the
// skull of an average head.
//
// After a first line that names the source come two blocks of bytes, quarters of a millimetre and whole millimetres, signed, negative inside:
// 25 × 58 × 49 cells of 4 mm, x fastest, the first at (0, -132, -78) mm; x to the side (both halves are made alike), y to the front, z up.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { firstLine, sharedFile } from "./lib.mjs";

export const file = "../../tests/build/heads/average.bin";
export const script = "head.mjs";
export const source = "faces/average_head_2mm.npz";

const [WIDE, DEEP, HIGH] = [25, 58, 49];
/** Cells of 2 mm that the mask is continued downwards by, so that its lower edge is no skin. */
const MORE = 24;

/** The arrays of an archive of NumPy's, by name: their shape and their bytes. */
const arrays = (zip) => {
  const found = {};
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== 0x06054b50) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((o) => (o === 20 ? zip.readUInt32LE(at + o) : zip.readUInt16LE(at + o)));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    const npy = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes;
    const header = 10 + npy.readUInt16LE(8);
    const shape = npy
      .toString("latin1", 10, header)
      .match(/'shape': \(([^)]*)\)/)[1]
      .split(",")
      .filter((n) => n.trim())
      .map(Number);
    found[zip.toString("latin1", at + 46, at + 46 + name).replace(".npy", "")] = { shape, bytes: npy.subarray(header) };
    at += 46 + name + extra + comment;
  }
  return found;
};

/** Squared distances of one line to the nearest sample, each already that far away (lower envelope of parabolas). */
const envelope = (line) => {
  const [at, from] = [[0], [Number.NEGATIVE_INFINITY]];
  const cross = (a, b) => (line[b] + b * b - line[a] - a * a) / (2 * (b - a));
  for (let i = 1; i < line.length; i += 1) {
    let edge = cross(at.at(-1), i);
    while (edge <= from.at(-1)) {
      at.pop();
      from.pop();
      edge = cross(at.at(-1), i);
    }
    at.push(i);
    from.push(edge);
  }
  let part = 0;
  return line.map((_, i) => {
    while (part + 1 < at.length && from[part + 1] < i) part += 1;
    return (i - at[part]) ** 2 + line[at[part]];
  });
};

/** Distances in cells to the nearest cell of a set, by axes; sizes and strides of the volume. */
const distances = (set, size, stride) => {
  const all = Float64Array.from(set, (inside) => (inside ? 0 : 1e9));
  for (const axis of [0, 1, 2]) {
    const [a, b] = [0, 1, 2].filter((other) => other !== axis);
    for (let i = 0; i < size[a]; i += 1)
      for (let j = 0; j < size[b]; j += 1) {
        const start = i * stride[a] + j * stride[b];
        const line = Array.from({ length: size[axis] }, (_, k) => all[start + k * stride[axis]]);
        for (const [k, value] of envelope(line).entries()) all[start + k * stride[axis]] = value;
      }
  }
  return all.map(Math.sqrt);
};

/** Signed distances to the scalp, quarters of a millimetre. */
const scalp = (npz) => {
  const { head } = arrays(npz);
  const [wide, deep, high] = head.shape;
  const lowest = 3; // the first layer that is whole
  const size = [wide, deep, high + MORE];
  const stride = [1, wide, wide * deep];
  const mask = new Uint8Array(size[0] * size[1] * size[2]);
  for (let x = 0; x < wide; x += 1)
    for (let y = 0; y < deep; y += 1)
      for (let z = 0; z < size[2]; z += 1)
        mask[x + y * stride[1] + z * stride[2]] = head.bytes[(x * deep + y) * high + Math.max(z - MORE, lowest)];
  const outside = distances(mask, size, stride);
  const inside = distances(
    mask.map((m) => 1 - m),
    size,
    stride,
  );
  const signed = outside.map((d, i) => 2 * (d - inside[i]) + (mask[i] ? 1 : -1));
  const at = (x, y, z) => {
    const [cx, cy, cz] = [x, y, z].map((v, axis) => Math.min(Math.max(v, 0), size[axis] - 1));
    return signed[cx + cy * stride[1] + cz * stride[2]];
  };
  const soft = (x, y, z) => {
    let sum = 0;
    for (const i of [-1, 0, 1])
      for (const j of [-1, 0, 1])
        for (const k of [-1, 0, 1]) sum += at(x + i, y + j, z + k) / 2 ** (3 + Math.abs(i) + Math.abs(j) + Math.abs(k));
    return sum;
  };
  const out = Buffer.alloc(WIDE * DEEP * HIGH);
  for (let z = 0; z < HIGH; z += 1)
    for (let y = 0; y < DEEP; y += 1)
      for (let x = 0; x < WIDE; x += 1) {
        const value = (soft(48 + 2 * x, 2 * y, 2 * z + MORE) + soft(48 - 2 * x, 2 * y, 2 * z + MORE)) / 2;
        out.writeInt8(Math.max(-127, Math.min(127, Math.round(4 * value))), x + WIDE * (y + DEEP * z));
      }
  return out;
};

/** Signed distances to the inner side of the skull, whole millimetres. */
const cavity = (field) => {
  const wide = 49;
  const out = Buffer.alloc(WIDE * DEEP * HIGH);
  for (let z = 0; z < HIGH; z += 1)
    for (let y = 0; y < DEEP; y += 1)
      for (let x = 0; x < WIDE; x += 1) {
        const at = (column) => field.readInt8(column + wide * (y + DEEP * z));
        out.writeInt8(Math.round((at(24 + x) + at(24 - x)) / 2), x + WIDE * (y + DEEP * z));
      }
  return out;
};

export const generate = () => {
  const paths = [source, "faces/intracranial_sdf_4mm.bin"].map(sharedFile);
  if (!paths.every(Boolean)) return undefined;
  const [head, brain] = paths.map((path) => readFileSync(path));
  const line = Buffer.from(firstLine(script, "the MNI ICBM 152 average head (average_head_2mm.npz and intracranial_sdf_4mm.bin)", "2009"));
  const data = Buffer.concat([scalp(head), cavity(brain)]);
  return { bytes: Buffer.concat([line, data]), raw: data, rows: HIGH };
};
