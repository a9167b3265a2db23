/** Pictures with known writing through the whole engine, each as a person's only file, and what is black of them afterwards. */

import { bytesOf, realEngine } from "../engine-real.mjs";
import { makePictures } from "./make.mjs";
import { blackened, formOf, planted } from "./planted.mjs";
import { Score, share } from "./score.mjs";

/**
 * What became of one picture.
 *
 * @typedef {object} Outcome
 * @property {import("./make.mjs").Picture} picture
 * @property {import("../../../www/engine/report.ts").ReportFile} file what the report says of it
 * @property {Uint8Array} [mask] a byte a pixel, 1 where it has become black on every frame; none for a file withheld
 * @property {number} ms
 */

/**
 * Scrubs pictures and adds up what was blackened. A file that is withheld shows nothing: it is not in the score.
 *
 * @param {readonly number[]} indices
 * @param {{ lanes?: number, each?: (outcome: Outcome, engine: import("../../../www/engine/engine.ts").Engine) => unknown }} [options]
 */
export async function scored(indices, { lanes = 2, each = () => undefined } = {}) {
  const score = new Score();
  const withheld = {};
  const silent = [];
  const free = Array.from({ length: lanes }, () => realEngine());
  const engines = [...free];
  const underway = new Set();
  try {
    await makePictures(async (picture) => {
      while (free.length === 0) await Promise.race(underway);
      const engine = free.pop();
      const work = through(engine, picture).then(async (outcome) => {
        const { file, mask } = outcome;
        if (mask) score.addMask(outcome.picture, mask);
        else withheld[file.code] = (withheld[file.code] ?? 0) + 1;
        if (mask?.includes(1) && file.writing !== "blackened") silent.push(picture.index);
        await each(outcome, engine);
        free.push(engine);
      });
      underway.add(work);
      work.then(
        () => underway.delete(work),
        () => undefined,
      );
    }, indices);
    await Promise.all(underway);
  } finally {
    for (const engine of engines) engine.dispose();
  }
  return { score, withheld, silent };
}

/** @returns {Promise<Outcome>} */
async function through(engine, picture) {
  const started = performance.now();
  const form = formOf(picture);
  const before = planted(picture);
  const { files, report } = await engine.clean(await engine.read([{ path: "a", data: before }]));
  const ms = performance.now() - started;
  const [file] = report.files;
  if (files.length === 0) return { picture, file, ms };
  const was = everywhere(blackened(before, picture, form));
  const is = everywhere(blackened(await bytesOf(files[0]), picture, form));
  const mask = is.map((black, at) => Number(black > was[at]));
  const words = picture.words.map((word) => {
    // Ink that was black stays black: such a word is gone where all around it is black, too.
    if (share(picture, word, was) < 0.01) return word;
    eachOf(picture, word.box, (at) => {
      mask[at] = is[at];
    });
    return { ...word, ink: new Uint8Array(word.ink.length).fill(1) };
  });
  return { picture: { ...picture, words }, file, mask, ms };
}

function everywhere(masks) {
  return masks.reduce((all, mask) => all.map((black, at) => black & mask[at]));
}

function eachOf({ width }, { x, y, width: columns, height: rows }, call) {
  for (let row = y; row < y + rows; row += 1) for (let column = x; column < x + columns; column += 1) call(row * width + column);
}
