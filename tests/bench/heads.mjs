/** A head CT of thin slices: the sample's head, nobody's, as a scanner with fine pixels would have it. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { dataSet, fileMeta, pixelData } from "./dicom.mjs";
import { patient, study } from "./fixtures.mjs";

/** Slices of the head, of {@link SIDE} by SIDE pixels. */
export const HEAD_SLICES = 320;
const SIDE = 512;

const CT = "1.2.840.10008.5.1.4.1.1.2";
const ROOT = "1.2.276.0.7230010.3.1.4.811753782";

/** Makes what is not there yet. @returns the folder of the series */
export async function makeHeadFiles(folder) {
  const head = join(folder, "head");
  const done = join(folder, "done-head");
  if (existsSync(done)) return head;
  mkdirSync(head, { recursive: true });
  const sample = await sampleHead();
  for (let n = 0; n < HEAD_SLICES; n += 1) {
    const file = Buffer.concat([header(n, sample), pixelData(SIDE * SIDE * 2), slice(n, sample)]);
    writeFileSync(join(head, `IM${String(n + 1).padStart(4, "0")}`), file);
  }
  writeFileSync(done, "");
  return head;
}

/** The page's own module: `headSlice` takes places between its slices too. */
async function sampleHead() {
  const entryPoints = [join(import.meta.dirname, "../../www/files/sample-head.ts")];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: "esm", write: false, logLevel: "silent" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

/** The sample's pixels drawn out to smaller ones, with the noise of a detector. */
function slice(n, { EDGE, SLICES, headSlice, grain }) {
  const coarse = headSlice((n * (SLICES - 1)) / (HEAD_SLICES - 1));
  const places = Array.from({ length: SIDE }, (_, at) => {
    const place = Math.min(EDGE - 1, Math.max(0, ((at + 0.5) * EDGE) / SIDE - 0.5));
    const first = Math.min(EDGE - 2, Math.floor(place));
    return [first, place - first];
  });
  const noise = grain(n + 1);
  const bytes = Buffer.alloc(SIDE * SIDE * 2);
  let at = 0;
  for (const [row, down] of places) {
    for (const [column, along] of places) {
      const first = row * EDGE + column;
      const upper = coarse[first] + (coarse[first + 1] - coarse[first]) * along;
      const lower = coarse[first + EDGE] + (coarse[first + EDGE + 1] - coarse[first + EDGE]) * along;
      const value = Math.round(upper + (lower - upper) * down + 20 * noise());
      at = bytes.writeUInt16LE(Math.min(4095, Math.max(0, value)), at);
    }
  }
  return bytes;
}

function header(n, { EDGE, SLICES, PIXEL_MM, SLICE_MM }) {
  const instance = `${ROOT}.3.${n + 1}`;
  const spacing = (EDGE * PIXEL_MM) / SIDE;
  const distance = ((SLICES - 1) * SLICE_MM) / (HEAD_SLICES - 1);
  const corner = (spacing - EDGE * PIXEL_MM) / 2;
  const own = [
    ["00080008", "CS", "ORIGINAL\\PRIMARY\\AXIAL"],
    ["00080016", "UI", CT],
    ["00080018", "UI", instance],
    ["00081030", "LO", "CT head"],
    ["0008103E", "LO", "Head 0.7 Hr40"],
    ["00180015", "CS", "HEAD"],
    ["00180050", "DS", distance.toFixed(3)],
    ["00185100", "CS", "HFS"],
    ["0020000D", "UI", `${ROOT}.1`],
    ["0020000E", "UI", `${ROOT}.2`],
    ["00200010", "SH", "S20418"],
    ["00200011", "IS", "2"],
    ["00200013", "IS", String(n + 1)],
    ["00200032", "DS", `${corner}\\${corner}\\${(n * distance).toFixed(3)}`],
    ["00200037", "DS", "1\\0\\0\\0\\1\\0"],
    ["00200052", "UI", `${ROOT}.5`],
    ["00280002", "US", [1]],
    ["00280004", "CS", "MONOCHROME2"],
    ["00280010", "US", [SIDE]],
    ["00280011", "US", [SIDE]],
    ["00280030", "DS", `${spacing}\\${spacing}`],
    ["00280100", "US", [16]],
    ["00280101", "US", [12]],
    ["00280102", "US", [11]],
    ["00280103", "US", [0]],
    ["00281050", "DS", "40"],
    ["00281051", "DS", "120"],
    ["00281052", "DS", "-1024"],
    ["00281053", "DS", "1"],
    ["00281054", "LO", "HU"],
  ];
  const replaced = new Set(own.map(([tag]) => tag));
  const others = [...patient(), ...study()].filter(([tag]) => !replaced.has(tag));
  return Buffer.concat([fileMeta(CT, instance), dataSet([...others, ...own])]);
}
