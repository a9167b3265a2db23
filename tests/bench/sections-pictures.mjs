/** What is measured of looks at pictures: writing that is found and blackened, faces that are found and taken out. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HEAD_SLICES, makeHeadFiles } from "./heads.mjs";
import { runProgram } from "./node.mjs";
import { FRAMES, makePictureFiles } from "./pictures.mjs";
import { atMost, listed, row, scrub, scrubHeader, withFolder } from "./rows.mjs";

/** ms for the finder's first look at a picture of 512 by 512 pixels, and for the reader's at one that may have writing, at most. */
const LOOK = { finder: 20, reader: 600 };
/** Seconds and MB, at most, for a clip of 300 frames. */
const CLIP = { seconds: 30, peak: 400 };
/** For a head of 320 slices, at most: CPU seconds until it is known what is cut; seconds until all is written and measured, and MB above an idle Node. */
const HEAD = { mask: 3, seconds: 30, peak: 600 };
/** Writing in pictures: what it costs to look for it, and to blacken it. */
export async function look({ dist, scratch, files, browser, run }) {
  if (!browser) throw new Error("There is no Chromium: set CHROMIUM to its path.");
  const { series, cine } = await makePictureFiles(files.folder, browser);
  const slices = listed(series);
  const clean = (from, workers, how = scrub) => withFolder(scratch, (to) => how(dist, from, join(to, "out"), workers));
  const results = await run({
    "1 picture": () => told("look.mjs", dist, slices[0]),
    "CT series, nobody looks, 2 workers": () => clean(series, 2, scrubHeader),
    "CT series, looked at, 2 workers": () => clean(series, 2),
    [`US clip of ${FRAMES} frames, JPEG, blackened, 1 worker`]: () => clean(cine, 1),
  });
  const { "1 picture": one, ...timed } = results;
  const [[unseenName, unseen], [seenName, seen], [clipName, clip]] = Object.entries(timed);
  const line = (name, us, most) => ({
    where: "Node",
    name: `512 by 512 pixels, warm, CPU: ${name}`,
    us,
    ...(most && { bars: [atMost("ms", us / 1000, most)] }),
  });
  return {
    rows: [
      row("Node", unseenName, slices, unseen),
      row("Node", seenName, slices, seen),
      row("Node", clipName, [cine], clip, [atMost("seconds", clip.seconds, CLIP.seconds), atMost("MB", clip.peak, CLIP.peak)]),
      line("the finder's first look", one.screen, LOOK.finder),
      line("the finder's close look", one.full),
      line("the reader, nothing written", one.empty, LOOK.reader),
      line("the reader, three lines", one.written, LOOK.reader),
    ],
  };
}

/** A face in a head CT: what it costs to find it, and to take it out of every slice. */
export async function faces({ dist, scratch, files, run }) {
  const folder = await makeHeadFiles(files.folder);
  const slices = listed(folder);
  const report = join(scratch, "report.json");
  const results = await run({
    idle: () => runProgram(process.execPath, ["--eval", "setTimeout(() => undefined, 500)"]),
    mask: async () => {
      const { scan, fit, treated } = await told("faces.mjs", dist, folder);
      if (treated !== HEAD_SLICES) throw new Error(`A face was found in ${treated} of ${HEAD_SLICES} slices.`);
      return { scan: scan.cpu / 1000, fit: fit.cpu / 1000, mask: (scan.cpu + fit.cpu) / 1000 };
    },
    "head CT, its face taken out, 2 workers": () =>
      withFolder(scratch, async (to) => {
        const result = await scrub(dist, folder, join(to, "out"), 2, "--report", report);
        checkReport(report);
        return result;
      }),
  });
  const { idle, mask, ...timed } = results;
  const [[name, head]] = Object.entries(timed);
  const line = (what, seconds, bars) => ({ where: "Node", name: `head CT, 1 thread, CPU: ${what}`, us: Math.round(seconds * 1e6), bars });
  return {
    rows: [
      row("Node", name, slices, head, [
        atMost("seconds", head.seconds, HEAD.seconds),
        atMost("MB above idle", head.peak - idle.peak, HEAD.peak),
      ]),
      line("slices scanned", mask.scan),
      line("head fitted", mask.fit),
      line("both", mask.mask, [atMost("s", mask.mask, HEAD.mask)]),
    ],
  };
}

/** What a program of this folder prints as JSON. */
async function told(program, ...args) {
  return JSON.parse((await runProgram(process.execPath, [join(import.meta.dirname, program), ...args])).output);
}

/** What lets a face be is not fast. */
function checkReport(path) {
  const { files } = JSON.parse(readFileSync(path, "utf8"));
  const done = files.filter(({ status, face }) => status === "verified" && face === "removed").length;
  if (done !== HEAD_SLICES) throw new Error(`The face was taken out of ${done} of ${HEAD_SLICES} slices.`);
}
