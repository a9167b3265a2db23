/** Files for the look at pictures: a CT series without writing, and an ultrasound clip with writing that stays. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { dataSet, fileMeta } from "./dicom.mjs";
import { ctHeader, patient, study } from "./fixtures.mjs";

/** Slices of the series. */
export const SLICES = 300;
/** Frames of the clip. */
export const FRAMES = 300;

const CINE = "1.2.840.10008.5.1.4.1.1.3.1";
const JPEG = "1.2.840.10008.1.2.4.50";
const ROOT = "1.2.276.0.7230010.3.1.4.811753781";
/** Burned in: three lines of the patient, as the header has them, and three that say nothing of anybody. */
const LINES = ["Winterbottom, Rosalind", "PID-4471902", "17.09.2024 10:04", "TIS 0.5 MI 1.2", "Gn 60", "16cm"];

/** Makes what is not there yet. @returns the folder of the series, and the file of the clip */
export async function makePictureFiles(folder, executablePath) {
  const [series, cine, done] = ["slices", "cine", "done-pictures"].map((name) => join(folder, name));
  const all = { series, cine };
  if (existsSync(done)) return all;
  mkdirSync(series, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await script() });
    for (let n = 0; n < SLICES; n += 1) {
      const levels = Buffer.from(await page.evaluate((at) => globalThis.slice(at), n), "base64");
      writeFileSync(
        join(series, `IM${String(n + 1).padStart(4, "0")}`),
        Buffer.concat([ctHeader(n, 1, levels.length * 2), deep(levels, n)]),
      );
    }
    const frames = [];
    for (let n = 0; n < FRAMES; n += 1) {
      const made = await page.evaluate(([at, lines]) => globalThis.cineFrame(at, lines), [n, LINES]);
      frames.push(Buffer.from(made, "base64"));
    }
    writeFileSync(cine, clip(frames));
  } finally {
    await browser.close();
  }
  writeFileSync(done, "");
  return all;
}

async function script() {
  const entryPoints = [join(import.meta.dirname, "page/paint.js")];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: "iife", write: false, logLevel: "silent" });
  return outputFiles[0].text;
}

/** Twelve bits, with the noise of a detector. */
function deep(levels, n) {
  const out = Buffer.alloc(levels.length * 2);
  let state = 0x2545f491 ^ (n * 7919);
  levels.forEach((level, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    out.writeUInt16LE(level * 12 + (state >>> 27), at * 2);
  });
  return out;
}

/** An encapsulated file (PS3.5 A.4): a Basic Offset Table, one fragment a frame. */
function clip(frames) {
  const instance = `${ROOT}.1`;
  const item = (bytes) => Buffer.concat([head("feff00e0", bytes.length + (bytes.length % 2)), bytes, Buffer.alloc(bytes.length % 2)]);
  const items = frames.map(item);
  const offsets = Buffer.alloc(4 * items.length);
  let offset = 0;
  for (const [n, { length }] of items.entries()) {
    offsets.writeUInt32LE(offset, n * 4);
    offset += length;
  }
  const elements = [...patient(), ...study()].filter(([tag]) => tag !== "00080060");
  return Buffer.concat([
    fileMeta(CINE, instance, JPEG),
    dataSet([
      ...elements,
      ["00080008", "CS", "ORIGINAL\\PRIMARY"],
      ["00080016", "UI", CINE],
      ["00080018", "UI", instance],
      ["00080060", "CS", "US"],
      ["00181063", "DS", "33"],
      ["0020000D", "UI", `${ROOT}.2`],
      ["0020000E", "UI", `${ROOT}.3`],
      ["00200010", "SH", "S20417"],
      ["00200011", "IS", "1"],
      ["00200013", "IS", "1"],
      ["00280002", "US", [3]],
      ["00280004", "CS", "YBR_FULL_422"],
      ["00280006", "US", [0]],
      ["00280008", "IS", String(frames.length)],
      ["00280009", "AT", Buffer.from("18006310", "hex")],
      ["00280010", "US", [480]],
      ["00280011", "US", [640]],
      ["00280100", "US", [8]],
      ["00280101", "US", [8]],
      ["00280102", "US", [7]],
      ["00280103", "US", [0]],
      ["00282110", "CS", "01"],
    ]),
    Buffer.from("e07f10004f420000ffffffff", "hex"),
    item(offsets),
    ...items,
    head("feffdde0", 0),
  ]);
}

function head(tag, length) {
  const bytes = Buffer.from(`${tag}00000000`, "hex");
  bytes.writeUInt32LE(length, 4);
  return bytes;
}
