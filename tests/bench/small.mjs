/** Files of which there are many, or which have many frames: small MR slices, and MR objects of nested groups. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataSet, fileMeta, pixelData } from "./dicom.mjs";
import { patient, study } from "./fixtures.mjs";

/** Files of the large series of small ones, and of its beginning. */
export const MANY = 10_000;
export const FEW = 100;
/** Frames of the objects of nested groups. */
export const NESTED = [1000, 10_000];

const MR = "1.2.840.10008.5.1.4.1.1.4";
const ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";
const ROOT = "1.2.276.0.7230010.3.1.4.811753782";
const SIDE = 64;
const FOLDER = 500;

/** Makes what is not there yet. @returns the folders of many and of few files, and the objects by their frames */
export function makeSmallFiles(folder) {
  const [many, few, done] = ["mr-many", "mr-few", "done-small"].map((name) => join(folder, name));
  const nested = Object.fromEntries(NESTED.map((frames) => [frames, join(folder, `nested-${frames}`)]));
  const all = { many, few, nested };
  if (existsSync(done)) return all;
  for (const [to, count] of Object.entries({ [many]: MANY, [few]: FEW })) {
    mkdirSync(to, { recursive: true });
    for (let n = 0; n < count; n++) writeFileSync(join(to, `IM${String(n + 1).padStart(5, "0")}`), slice(n));
  }
  for (const frames of NESTED) writeFileSync(nested[frames], enhanced(frames));
  writeFileSync(done, "");
  return all;
}

/** A slice of 64 by 64 pixels: some hundreds of slices to a series, as of a functional scan. */
function slice(n) {
  const instance = `${ROOT}.3.${n + 1}`;
  const series = Math.floor(n / FOLDER);
  return Buffer.concat([
    fileMeta(MR, instance),
    dataSet([
      ...common(MR, instance, series),
      ["00180020", "CS", "GR"],
      ["00180050", "DS", "3"],
      ["00180080", "DS", "2000"],
      ["00180081", "DS", "30"],
      ["00185100", "CS", "HFS"],
      ["00200013", "IS", String(n + 1)],
      ["00200032", "DS", `-96\\-96\\${((n % FOLDER) * 3).toFixed(1)}`],
      ["00200037", "DS", "1\\0\\0\\0\\1\\0"],
      ["00280030", "DS", "3\\3"],
      ["00281050", "DS", "600"],
      ["00281051", "DS", "1200"],
    ]),
    pixelData(SIDE * SIDE * 2),
    samples(n, SIDE * SIDE),
  ]);
}

/** An object of many frames, each with groups three deep: a kilobyte a frame, and next to no pixels. */
function enhanced(frames) {
  const instance = `${ROOT}.4.${frames}`;
  const text = (tag, vr, value) => [tag, vr, value];
  const group = (n) => [
    ["00089092", "SQ", [[text("00081150", "UI", MR), text("00081155", "UI", `${ROOT}.5.${n}`), ["0040A170", "SQ", [code(n)]]]]],
    ["00180050", "DS", "3"],
    ["00189114", "SQ", [[["00189082", "FD", [30 + n]]]]],
    [
      "00189117",
      "SQ",
      [
        [
          ["00189075", "CS", "DIRECTIONAL"],
          ["00189087", "FD", [1000]],
          ["00189076", "SQ", [[["00189089", "FD", [0, 0, 1]]]]],
        ],
      ],
    ],
    [
      "00189226",
      "SQ",
      [
        [
          ["00080008", "CS", "ORIGINAL\\PRIMARY"],
          ["00089205", "CS", "MONOCHROME"],
          ["00089206", "CS", "VOLUME"],
        ],
      ],
    ],
    [
      "00209111",
      "SQ",
      [
        [
          ["00189074", "DT", "20240917101455.12"],
          ["00209057", "UL", [n + 1]],
          ["00209157", "UL", [1, n + 1]],
        ],
      ],
    ],
    ["00209113", "SQ", [[["00200032", "DS", `-96\\-96\\${n * 3}`]]]],
    ["00209116", "SQ", [[["00200037", "DS", "1\\0\\0\\0\\1\\0"]]]],
    [
      "00289110",
      "SQ",
      [
        [
          ["00180050", "DS", "3"],
          ["00280030", "DS", "3\\3"],
        ],
      ],
    ],
    [
      "00289132",
      "SQ",
      [
        [
          ["00281050", "DS", "600"],
          ["00281051", "DS", "1200"],
        ],
      ],
    ],
    [
      "00289145",
      "SQ",
      [
        [
          ["00281052", "DS", "0"],
          ["00281053", "DS", "1"],
          ["00281054", "LO", "US"],
        ],
      ],
    ],
  ];
  return Buffer.concat([
    fileMeta(ENHANCED_MR, instance),
    dataSet([
      ...common(ENHANCED_MR, instance, 0, 2),
      ["00200013", "IS", "1"],
      ["00280008", "IS", String(frames)],
      ["52009229", "SQ", [[["00189112", "SQ", [[["00180080", "DS", "2000"]]]]]]],
      ["52009230", "SQ", Array.from({ length: frames }, (_, n) => group(n).filter(([tag]) => tag !== "00180050"))],
    ]),
    pixelData(frames * 8),
    samples(1, frames * 4),
  ]);
}

function code(n) {
  return [
    ["00080100", "SH", "121322"],
    ["00080102", "SH", "DCM"],
    ["00080104", "LO", n % 2 ? "Source image for image processing operation" : "Localizer"],
  ];
}

function common(sopClass, instance, series, side = SIDE) {
  return [
    ...patient(),
    ...study().map((each) => (each[0] === "00080060" ? ["00080060", "CS", "MR"] : each)),
    ["00080008", "CS", "ORIGINAL\\PRIMARY"],
    ["00080016", "UI", sopClass],
    ["00080018", "UI", instance],
    ["00180015", "CS", "ABDOMEN"],
    ["00180023", "CS", "2D"],
    ["0020000D", "UI", `${ROOT}.1`],
    ["0020000E", "UI", `${ROOT}.2.${series}`],
    ["00200010", "SH", "S20417"],
    ["00200011", "IS", String(series + 1)],
    ["00200052", "UI", `${ROOT}.6`],
    ["00280002", "US", [1]],
    ["00280004", "CS", "MONOCHROME2"],
    ["00280010", "US", [side]],
    ["00280011", "US", [side]],
    ["00280100", "US", [16]],
    ["00280101", "US", [12]],
    ["00280102", "US", [11]],
    ["00280103", "US", [0]],
  ];
}

/** Twelve bits of noise. */
function samples(seed, count) {
  const words = new Uint16Array(count);
  let state = 0x2545f491 ^ (seed * 7919);
  for (let at = 0; at < count; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    words[at] = (state >>> 20) & 0x0fff;
  }
  return Buffer.from(words.buffer);
}
