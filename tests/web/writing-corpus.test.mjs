/**
 * Real files whose writing was listed by hand, through the command as it is shipped: what identifies somebody is black or withheld, and
 * little else is touched.
 *
 * It needs the corpus beside the project (or where SCRUB_CORPUS says), and dist/. It says loudly what is not there.
 */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { realEngine } from "./engine-real.mjs";
import { scratch } from "./load.mjs";
import { changed, isBlank, newlyBlack } from "./pictures.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPUS = resolve(process.env.SCRUB_CORPUS ?? join(ROOT, "../shared/corpus"));
const CLI = join(ROOT, "dist/cli.mjs");
/** Minutes of work where the machine is busy. */
const timeout = 1_500_000;

/**
 * Reasons for which a file may stay: it is all writing, its header still names somebody, it is no whole file, or it is of a head whose slices
 * lie nowhere.
 */
const REASONS = new Set(["writing", "residue", "pixel-stream", "pixel-layout", "cut-off", "no-identity", "codec", "mask", "face"]);
/** Share of the files without writing that may get a black box. */
const FALSE_ALARMS = 0.025;
/** Levels, of 255, by which all of a picture without a window of its own may shift: where its values end makes it, and black is one. */
const STRETCH = 4;
/** Pixels around what is black that lossy blocks may change with it. */
const BLOCK = 24;

const listing = readFileSync(join(ROOT, "tests/core/writing.txt"), "utf8");
/** By path: boxes that identify, or none where there is no writing. @type {Map<string, { textless: boolean, boxes: object[] }>} */
const truth = new Map();
for (const line of listing.split("\n").filter((each) => each !== "" && !each.startsWith("#"))) {
  const [path, frames, box, meaning] = line.split(" | ");
  const known = truth.get(path) ?? { textless: frames === "textless", boxes: [] };
  truth.set(path, known);
  if (meaning !== "identifying") continue;
  const [[first, last], [x, y, width, height]] = [frames.split("-").map(Number), box.split(" ").map(Number)];
  known.boxes.push({ first, last, area: { x, y, width, height } });
}
/** All of them take minutes: every time, a quarter of those with writing, and some of the others. */
const all = process.env.SCRUB_WRITING === "all";
const chosen = [...truth.keys()].filter((path, n) => all || n % (truth.get(path)?.textless ? 24 : 4) === 0);
const present = chosen.filter((path) => existsSync(join(CORPUS, path)));
const why = !existsSync(CLI) ? "dist/cli.mjs is not built" : present.length === 0 ? `${CORPUS} is not on this machine` : undefined;
if (why) console.error(`\n==== NOT CHECKED: ${why} ====\n`);
else if (present.length < truth.size) {
  console.error(
    `\n==== NOT CHECKED: ${truth.size - present.length} of ${truth.size} listed files; SCRUB_WRITING=all takes all that are in ${CORPUS} ====\n`,
  );
}

if (why) test("real files with known writing", { skip: `NOT CHECKED: ${why}` });
else describe("real files with known writing", { timeout }, real);

function real() {
  const home = scratch();
  const engine = realEngine();
  /** What became of each file, by path. */
  const outcomes = new Map();
  after(() => engine.dispose());

  before(
    async () => {
      const [from, to, report, map] = ["in", "out", "report.json", "map.csv"].map((name) => join(home, name));
      mkdirSync(from);
      const names = new Map(present.map((path, n) => [path, `${String(n).padStart(4, "0")}.dcm`]));
      for (const [path, name] of names) copyFileSync(join(CORPUS, path), join(from, name));
      const key = "5a".repeat(32);
      const { code, stderr } = await run(from, "--output", to, "--key", key, "--report", report, "--map", map);
      assert.ok(code === 0 || code === 3, stderr);
      const { files } = JSON.parse(readFileSync(report, "utf8"));
      const replaced = new Map(
        [...readFileSync(map, "utf8").matchAll(/^file,([^,]+),([^,\r]+)\r$/gm)].map(([, one, other]) => [one, other]),
      );
      const said = new Map(files.map((file) => [file.output ?? `withheld ${file.ordinal}`, file]));
      const leftOver = files.filter(({ status }) => status === "withheld");
      for (const [path, name] of names) {
        const output = replaced.get(name);
        // Names are in the order of ordinals.
        const file =
          output === undefined ? leftOver.find(({ ordinal }) => ordinal === [...names.keys()].indexOf(path) + 1) : said.get(output);
        assert.ok(file, path);
        outcomes.set(path, { file, from: join(from, name), ...(output !== undefined && { to: join(to, output) }) });
      }
    },
    { timeout },
  );

  test("a file is withheld for what is known only", () => {
    const codes = {};
    for (const { file } of outcomes.values()) if (file.code) codes[file.code] = (codes[file.code] ?? 0) + 1;
    console.log(`withheld: ${JSON.stringify(codes)}`);
    assert.deepEqual(
      Object.keys(codes).filter((code) => !REASONS.has(code)),
      [],
    );
    // Some are single slices of a head: those are held back for the face.
    const asked = [...outcomes.values()].filter(({ file }) => file.code !== "face");
    assert.ok(asked.filter(({ to }) => to).length >= asked.length * (all ? 0.9 : 0.75));
  });

  test("every box that identifies somebody is black on every frame", async () => {
    const missed = [];
    let boxes = 0;
    for (const [path, { boxes: wanted }] of truth) {
      const outcome = outcomes.get(path);
      if (!outcome?.to || wanted.length === 0) continue;
      if (outcome.file.writing !== "blackened") missed.push(`${path}: ${outcome.file.writing}`);
      const frames = [...new Set(wanted.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, n) => first + n)))];
      await eachFrame(path, [outcome.from, outcome.to], frames, ([, picture], frame) => {
        for (const { first, last, area } of wanted) {
          if (frame < first || frame > last) continue;
          boxes += 1;
          if (!isBlank(picture, area)) missed.push(`${path}, frame ${frame}: ${Object.values(area).join(" ")}`);
        }
      });
    }
    console.log(`boxes that identify: ${boxes - missed.length} of ${boxes} black`);
    assert.ok(boxes > 0);
    assert.deepEqual(missed, []);
  });

  test("hardly any file without writing gets a black box, and none unsaid", async () => {
    const textless = [...truth].filter(([path, { textless }]) => textless && outcomes.get(path)?.to).map(([path]) => path);
    const touched = textless.filter((path) => outcomes.get(path).file.writing === "blackened");
    console.log(`files without writing: ${touched.length} of ${textless.length} blackened ${touched.join(", ")}`);
    assert.ok(touched.length <= Math.ceil(textless.length * FALSE_ALARMS), touched.join("\n"));
    for (const path of textless) {
      const { file, from, to } = outcomes.get(path);
      // Where a face was taken out of it, that shows; and what is no picture, such as a segmentation, is not shown.
      if (["blackened", "unseen"].includes(file.writing) || file.pixels === "cut") continue;
      await eachFrame(path, [from, to], [0], ([was, is]) => assert.deepEqual(changed(was, is), 0, path));
    }
  });

  test("beside what is black, pictures are as they were", { skip: !all && "only with SCRUB_WRITING=all" }, async () => {
    const shares = [];
    for (const [path, { file, from, to }] of outcomes) {
      if (file.writing !== "blackened") continue;
      await eachFrame(path, [from, to], [0], ([was, is]) => {
        const black = newlyBlack(was, is);
        shares.push([black.reduce((sum, value) => sum + value, 0) / black.length, path]);
        const most = changed(was, is, isLossy(from) ? BLOCK : 0);
        if (process.env.SHOWN) console.log(most, shares.at(-1));
        assert.ok(most <= STRETCH, `${path}: ${most} levels`);
      });
    }
    shares.sort(([one], [other]) => other - one);
    console.log(
      `black share of pictures: ${shares
        .slice(0, 5)
        .map(([share, path]) => `${(share * 100).toFixed(1)} % ${path}`)
        .join("\n  ")}`,
    );
    assert.ok(shares.length > 0);
  });

  /** A frame in full. What decodes it may still be on its way after a review. */
  async function shown(review, ordinal, frame) {
    for (let n = 0; n < 100; n += 1) {
      const made = await engine.frame(review, ordinal, frame, 65_535);
      if (made) return made;
      await sleep(50);
    }
  }

  /** Decodes frames of several files side by side: the first says what is needed for all. */
  async function eachFrame(path, paths, frames, call) {
    const items = paths.map((file, n) => ({ path: `${n}`, data: new Uint8Array(readFileSync(file)) }));
    const review = await engine.read(items);
    for (const frame of frames) {
      const pictures = [];
      for (const n of paths.keys()) pictures.push(await shown(review, n + 1, frame));
      assert.ok(!pictures.includes(undefined), `${path}: frame ${frame} cannot be shown`);
      call(pictures, frame);
    }
  }
}

/** Whether a file's pixels are in blocks that lose: baseline or extended JPEG (PS3.5 A.4.1). */
function isLossy(path) {
  return /1\.2\.840\.10008\.1\.2\.4\.5[01]\D/.test(readFileSync(path).toString("latin1", 0, 1024));
}

function run(...argv) {
  return new Promise((done) => {
    execFile(process.execPath, [CLI, ...argv], (error, stdout, stderr) => done({ code: error ? error.code : 0, stdout, stderr }));
  });
}
