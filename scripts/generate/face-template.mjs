// The shape of an average head → src/face/template/head.bin.
//
// After a first line that names the source come, in little endian: the count of points; the points of the scalp, each three numbers of 16
// bits, tenths of a millimetre; three counts of cells; the place of the first cell in mm, three numbers of 16 bits; the edge of a cell in mm;
// the distance of each cell to the inside of the skull, a signed byte of mm, x fastest. Counts have 16 bits. All in the axes of MNI space:
// x to the right, y to the front, z to the head.
import { readFileSync } from "node:fs";
import { firstLine, sharedFile } from "./lib.mjs";

export const file = "../face/template/head.bin";
export const script = "face-template.mjs";
export const source = "faces/scalp_points.bin and intracranial_sdf_4mm.bin";

const SOURCE = "the MNI ICBM 152 average head (terms in NOTICE): points of its scalp and distances to the inside of its skull";

/** As the source has it: cells, their edge and the first of them in mm. */
const FROM = { size: [49, 58, 49], step: 4, origin: [-96, -132, -78] };
/** A surface this smooth needs no finer cells. */
const STEP = 6;
/** Distances beyond which nothing is decided, mm: what is not zero packs badly. */
const [LEAST, MOST] = [-12, 30];

/** The same distances on coarser cells, between those of the source. */
const coarser = (values) => {
  const size = FROM.size.map((side) => Math.floor(((side - 1) * FROM.step) / STEP) + 1);
  const at = ([x, y, z]) => values[(z * FROM.size[1] + y) * FROM.size[0] + x];
  const out = [];
  for (let z = 0; z < size[2]; z += 1)
    for (let y = 0; y < size[1]; y += 1)
      for (let x = 0; x < size[0]; x += 1) {
        const place = [x, y, z].map((cell) => (cell * STEP) / FROM.step);
        const low = place.map((p, axis) => Math.min(Math.floor(p), FROM.size[axis] - 2));
        let sum = 0;
        for (let corner = 0; corner < 8; corner += 1) {
          const bits = [corner & 1, (corner >> 1) & 1, corner >> 2];
          const weights = bits.map((bit, axis) => (bit ? place[axis] - low[axis] : 1 - place[axis] + low[axis]));
          sum += weights[0] * weights[1] * weights[2] * at(low.map((cell, axis) => cell + bits[axis]));
        }
        out.push(Math.min(Math.max(Math.round(sum), LEAST), MOST));
      }
  return { size, values: out };
};

export const generate = () => {
  const paths = ["faces/scalp_points.bin", "faces/intracranial_sdf_4mm.bin"].map(sharedFile);
  if (!paths.every(Boolean)) return undefined;
  const [points, distances] = paths.map((path) => readFileSync(path));
  const count = points.length / 6;
  const { size, values } = coarser(new Int8Array(distances));
  const head = Buffer.alloc(2);
  head.writeUInt16LE(count);
  const grid = Buffer.alloc(14);
  for (const [i, side] of size.entries()) grid.writeUInt16LE(side, i * 2);
  for (const [i, mm] of FROM.origin.entries()) grid.writeInt16LE(mm, 6 + i * 2);
  grid.writeUInt16LE(STEP, 12);
  const raw = Buffer.concat([head, points, grid, Buffer.from(Int8Array.from(values).buffer)]);
  const first = Buffer.from(firstLine(script, SOURCE, "2009"));
  return { bytes: Buffer.concat([first, raw]), raw, rows: count };
};
