/** The files that are measured on: made up, the same in every run, and like what a CT scanner's disc holds. */

import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { dataSet, fileMeta, pixelData } from "./dicom.mjs";

/** Files of the series. */
export const SERIES = 500;
/** Frames of the two large files. */
export const LARGE = { "524 MB": 1000, "1.05 GB": 2000 };

const CT = "1.2.840.10008.5.1.4.1.1.2";
const ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
const ROOT = "1.2.276.0.7230010.3.1.4.811753780";
const FRAME = 512 * 512 * 2;
/** Bytes of one header of the series, with File Meta Information. */
const HEADER = 11_000;

/**
 * Makes what is not there yet.
 *
 * @returns the folder of the series, the large files by name, and three files with one header before pixels of three sizes
 */
export function makeFixtures(folder) {
  const series = join(folder, "series");
  const large = Object.fromEntries(Object.keys(LARGE).map((name) => [name, join(folder, `large-${LARGE[name]}`, "IM1")]));
  const header = Object.fromEntries(["tiny", "small", "large"].map((name) => [name, join(folder, `header-${name}`)]));
  const done = join(folder, "done");
  const all = { folder, series, large, header };
  if (existsSync(done)) return all;
  mkdirSync(series, { recursive: true });
  const noise = pixels();
  for (let n = 0; n < SERIES; n++) put(join(series, `IM${String(n + 1).padStart(4, "0")}`), ctHeader(n, 1, FRAME), noise, n, 1);
  for (const [name, frames] of Object.entries(LARGE)) {
    mkdirSync(join(large[name], ".."), { recursive: true });
    put(large[name], enhancedHeader(frames), noise, 0, frames);
  }
  // Only their headers are read: what follows is a hole.
  hole(header.small, ctHeader(0, 1, FRAME), FRAME);
  hole(header.large, ctHeader(0, 2000, FRAME), 2000 * FRAME);
  hole(header.tiny, ctHeader(0, 1, 128, 8), 128);
  writeFileSync(done, "");
  return all;
}

/** Twelve bits of noise, two frames long: a frame of its own begins at every even offset of the first. */
function pixels() {
  const words = new Uint16Array(FRAME);
  let state = 0x2545f491;
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state & 0x0fff;
  }
  return Buffer.from(words.buffer);
}

function put(path, header, noise, first, frames) {
  const fresh = `${path}.part`;
  const file = openSync(fresh, "w");
  writeSync(file, header);
  for (let frame = 0; frame < frames; frame++) {
    const from = ((first + frame) * 514 * 2) % FRAME;
    for (let at = 0; at < FRAME; ) at += writeSync(file, noise, from + at, FRAME - at);
  }
  closeSync(file);
  renameSync(fresh, path);
}

function hole(path, header, length) {
  const file = openSync(path, "w");
  writeSync(file, header);
  ftruncateSync(file, header.length + length);
  closeSync(file);
}

/** One slice of a study with a contrast agent, four private blocks and references to other images. */
export function ctHeader(n, frames, length, side = 512) {
  const instance = `${ROOT}.3.${n + 1}`;
  const head = (filler) =>
    Buffer.concat([
      fileMeta(CT, instance),
      dataSet([...patient(), ...study(), ...slice(n, instance, frames, side), ...privateBlocks(filler)]),
      pixelData(length),
    ]);
  return head(HEADER - head(0).length);
}

function slice(n, instance, frames, side) {
  const position = (n * 0.7).toFixed(2);
  return [
    ["00080008", "CS", "ORIGINAL\\PRIMARY\\AXIAL"],
    ["00080016", "UI", CT],
    ["00080018", "UI", instance],
    ["00081140", "SQ", [1, 2, 3].map((other) => reference(`${ROOT}.9.${other}`))],
    ["00180015", "CS", "ABDOMEN"],
    ["00180050", "DS", "0.7"],
    ["00180060", "DS", "120"],
    ["00180090", "DS", "500"],
    ["00181000", "LO", "SN-771203"],
    ["00181020", "LO", "VB20A_SP3"],
    ["00181030", "LO", "AbdomenRoutine"],
    ["00181100", "DS", "380"],
    ["00181110", "DS", "1040"],
    ["00181120", "DS", "0"],
    ["00181150", "IS", "500"],
    ["00181151", "IS", "214"],
    ["00181152", "IS", "107"],
    ["00181160", "SH", "FLAT"],
    ["00181210", "SH", "Br40f"],
    ["00185100", "CS", "HFS"],
    ["0020000D", "UI", `${ROOT}.1`],
    ["0020000E", "UI", `${ROOT}.2`],
    ["00200010", "SH", "S20417"],
    ["00200011", "IS", "4"],
    ["00200013", "IS", String(n + 1)],
    ["00200032", "DS", `-190\\-190\\${position}`],
    ["00200037", "DS", "1\\0\\0\\0\\1\\0"],
    ["00200052", "UI", `${ROOT}.5`],
    ["00201041", "DS", position],
    ["00280002", "US", [1]],
    ["00280004", "CS", "MONOCHROME2"],
    ["00280008", "IS", String(frames).padEnd(4)],
    ["00280010", "US", [side]],
    ["00280011", "US", [side]],
    ["00280030", "DS", "0.7421875\\0.7421875"],
    ["00280100", "US", [16]],
    ["00280101", "US", [12]],
    ["00280102", "US", [11]],
    ["00280103", "US", [0]],
    ["00281050", "DS", "40"],
    ["00281051", "DS", "400"],
    ["00281052", "DS", "-1024"],
    ["00281053", "DS", "1"],
    ["00281054", "LO", "HU"],
  ];
}

/** A multi-frame object: its functional groups take about 180 bytes a frame. */
function enhancedHeader(frames) {
  const instance = `${ROOT}.4.${frames}`;
  const groups = Array.from({ length: frames }, (_, frame) => [
    [
      "00209111",
      "SQ",
      [
        [
          ["00209057", "UL", [frame + 1]],
          ["00209157", "UL", [1, frame + 1]],
          ["00209056", "SH", "1"],
        ],
      ],
    ],
    ["00209113", "SQ", [[["00200032", "DS", `-190\\-190\\${(frame * 0.7).toFixed(2)}`]]]],
    [
      "00189321",
      "SQ",
      [
        [
          ["00189324", "FD", [7.25]],
          ["00189345", "FD", [9.5]],
        ],
      ],
    ],
  ]);
  const shared = [
    [
      "00289110",
      "SQ",
      [
        [
          ["00180050", "DS", "0.7"],
          ["00280030", "DS", "0.7421875\\0.7421875"],
        ],
      ],
    ],
    ["00209116", "SQ", [[["00200037", "DS", "1\\0\\0\\0\\1\\0"]]]],
    [
      "00289132",
      "SQ",
      [
        [
          ["00281050", "DS", "40"],
          ["00281051", "DS", "400"],
        ],
      ],
    ],
    [
      "00289145",
      "SQ",
      [
        [
          ["00281052", "DS", "-1024"],
          ["00281053", "DS", "1"],
          ["00281054", "LO", "HU"],
        ],
      ],
    ],
  ];
  const own = slice(0, instance, frames, 512).filter(([tag]) => !/^(?:0018|0020(?:0032|0037|1041)|002800(?:30)|002810)/.test(tag));
  return Buffer.concat([
    fileMeta(ENHANCED_CT, instance),
    dataSet([
      ...patient(),
      ...study(),
      ...own.map(([tag, vr, value]) => (tag === "00080016" ? [tag, vr, ENHANCED_CT] : [tag, vr, value])),
      ["00209221", "SQ", [[["00209164", "UI", `${ROOT}.6`]]]],
      [
        "00209222",
        "SQ",
        [
          [
            ["00209164", "UI", `${ROOT}.6`],
            ["00209165", "AT", Buffer.from("20005790", "hex")],
          ],
        ],
      ],
      ["52009229", "SQ", [shared]],
      ["52009230", "SQ", groups],
    ]),
    pixelData(frames * FRAME),
  ]);
}

export function patient() {
  return [
    ["00080005", "CS", "ISO_IR 100"],
    ["00100010", "PN", "Winterbottom^Rosalind^Ann"],
    ["00100020", "LO", "PID-4471902"],
    ["00100030", "DA", "19580412"],
    ["00100032", "TM", "061500"],
    ["00100040", "CS", "F"],
    ["00101001", "PN", "Winterbottom^Rosie"],
    ["00101010", "AS", "066Y"],
    ["00101020", "DS", "1.64"],
    ["00101030", "DS", "71.5"],
    ["00101040", "LO", "14 Larkspur Lane, Ambleford"],
    ["00102154", "SH", "+44 1632 960412"],
    ["001021B0", "LT", "Known to Dr. Pemberton since 2009; lives with her daughter."],
    ["00104000", "LT", "Transferred from Ambleford General."],
  ];
}

export function study() {
  return [
    ["00080012", "DA", "20240917"],
    ["00080013", "TM", "101455.12"],
    ["00080020", "DA", "20240917"],
    ["00080021", "DA", "20240917"],
    ["00080022", "DA", "20240917"],
    ["00080023", "DA", "20240917"],
    ["00080030", "TM", "100012.55"],
    ["00080031", "TM", "100412.55"],
    ["00080032", "TM", "100455.12"],
    ["00080033", "TM", "100455.12"],
    ["00080050", "SH", "ACC8812047"],
    ["00080060", "CS", "CT"],
    ["00080070", "LO", "SIEMENS"],
    ["00080080", "LO", "Ambleford General Hospital"],
    ["00080081", "ST", "1 Infirmary Road, Ambleford"],
    ["00080090", "PN", "Pemberton^Hugh^^Dr."],
    ["00081010", "SH", "CT1_STATION"],
    ["00081030", "LO", "CT abdomen and pelvis with contrast"],
    ["0008103E", "LO", "Abdomen 0.7 Br40 S3"],
    ["00081040", "LO", "Radiology West"],
    ["00081048", "PN", "Okonkwo^Adaeze"],
    ["00081050", "PN", "Okonkwo^Adaeze"],
    ["00081070", "PN", "Lindqvist^Tom"],
    ["00081090", "LO", "SOMATOM Force"],
    ["00081032", "SQ", [code("CTABDPC", "99LOCAL", "CT abdomen and pelvis with contrast")]],
    ["00081110", "SQ", [reference(`${ROOT}.7`)]],
    ["00321060", "LO", "CT abdomen and pelvis"],
    ["00400244", "DA", "20240917"],
    ["00400245", "TM", "095800"],
    ["00400253", "SH", "PPS3312"],
    ["00400254", "LO", "CT abdomen"],
    [
      "00400275",
      "SQ",
      [
        [
          ["00400007", "LO", "CT abdomen"],
          ["00400009", "SH", "SPS1"],
          ["00401001", "SH", "RP1"],
        ],
      ],
    ],
  ];
}

function privateBlocks(filler) {
  const numbers = (group, count) =>
    Array.from({ length: count }, (_, n) => [
      `${group}10${(n + 1).toString(16).padStart(2, "0").toUpperCase()}`,
      "DS",
      `${(n * 1.37).toFixed(3)}`,
    ]);
  return [
    ["00090010", "LO", "GEMS_IDEN_01"],
    ["00091002", "SH", "CT1"],
    ["00091027", "SL", [1_726_567_455]],
    ["00190010", "LO", "SIEMENS CT VA0  COAD"],
    ...numbers("0019", 60),
    ["00290010", "LO", "SIEMENS CSA HEADER"],
    ["00291008", "CS", "CT ABDOMEN"],
    ["00291010", "OB", Buffer.alloc(filler, "CSA data of 19580412 ")],
    ["00430010", "LO", "GEMS_PARM_01"],
    ...numbers("0043", 40),
  ];
}

function reference(instance) {
  return [
    ["00081150", "UI", CT],
    ["00081155", "UI", instance],
  ];
}

function code(value, scheme, meaning) {
  return [
    ["00080100", "SH", value],
    ["00080102", "SH", scheme],
    ["00080104", "LO", meaning],
  ];
}
