// Fits the finder's trees, src/picture/find/trees.rs and noise.rs: node --import ./scripts/typescript.mjs scripts/generate/trees.mjs FOLDER
//
// From the project's own pictures with known writing, those that are for fitting and in no test (tests/web/writing), and from the files of
// the corpus that surely show none (tests/core/writing.txt), where they are beside the project. Takes about ten minutes; what is in FOLDER
// already is not made again. Needs Chromium, and dist/ for the corpus.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makePictures } from "../../tests/web/writing/make.mjs";
import { FITTING } from "../../tests/web/writing/plan.mjs";
import { boost } from "./boost.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPUS = resolve(process.env.SCRUB_CORPUS ?? join(ROOT, "../shared/corpus"));
const FOLDER = join(ROOT, "src/picture/find");
/** Painted pictures. */
const PICTURES = 750;
/** Numbers before the features of each row: the box that they are of, and 1 where noise was taken off first. */
const HEAD = 5;
/** Pixels around a word that count as its own. */
const MARGIN = 2;
/** Shares of a box that lie in words, up to which it is none, and from which on it is writing; what is between is left out. */
const [NONE, WRITING] = [0.1, 0.45];
/** What a box of a real picture weighs. */
const REAL = 2;
/** What is fitted: whether to rows in noise, by how much likelier writing is in the painted pictures than in others, in logits, and how. */
const FITS = [
  { file: "trees.rs", smooth: 0, likelier: 1.5, options: { trees: 80, leaves: 8, rate: 0.2, least: 60 } },
  { file: "noise.rs", smooth: 1, likelier: 0, options: { trees: 40, leaves: 8, rate: 0.2, least: 20 } },
];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: trees.mjs FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
await paint();
await take();
const env = { ...process.env, SCRUB_FIT: resolve(folder) };
execFileSync("cargo", ["test", "--release", "--lib", "features_for_the_fit", "--", "--ignored"], { cwd: ROOT, env, stdio: "inherit" });
for (const fit of FITS) {
  const { rows, width, labels, weights } = gathered(fit.smooth);
  console.log(`${labels.length} boxes, ${labels.reduce((sum, label) => sum + label, 0)} of writing`);
  write(boost(rows, width, labels, weights, fit.options), fit);
}

/** Pictures with known writing: width, height and samples in four bytes each, then pixels; and the boxes of their words. */
async function paint() {
  const numbers = Array.from({ length: PICTURES }, (_, n) => FITTING + n).filter((n) => !existsSync(join(folder, `painted-${n}.json`)));
  await makePictures(({ index, width, height, samples, data, words }) => {
    save(`painted-${index}`, width, height, samples, data);
    writeFileSync(join(folder, `painted-${index}.json`), JSON.stringify({ width, height, boxes: words.map(({ box }) => box) }));
  }, numbers);
}

function save(name, width, height, samples, data) {
  const head = Buffer.alloc(12);
  [width, height, samples].forEach((number, n) => {
    head.writeUInt32LE(number, n * 4);
  });
  writeFileSync(join(folder, `${name}.raw`), Buffer.concat([head, data]));
}

/** The first frames of real files without writing, as they are shown. */
async function take() {
  const lines = readFileSync(join(ROOT, "tests/core/writing.txt"), "utf8").split("\n");
  const listed = lines.filter((line) => line.endsWith("| textless")).map((line) => line.split(" | ")[0]);
  const present = listed.filter((path) => existsSync(join(CORPUS, path)));
  if (present.length < listed.length)
    console.error(`${listed.length - present.length} files are not in ${CORPUS}: other trees will come out`);
  if (present.length === 0 || existsSync(join(folder, "real-0.raw"))) return;
  const { realEngine } = await import("../../tests/web/engine-real.mjs");
  const engine = realEngine();
  for (const [n, path] of present.entries()) {
    const review = await engine.read([{ path: "0", data: new Uint8Array(readFileSync(join(CORPUS, path))) }]);
    let shown;
    // What decodes it may still be on its way.
    for (let tries = 0; !shown && tries < 40; tries += 1) {
      if (tries > 0) await sleep(50);
      shown = await engine.frame(review, 1, 0, 65_535);
    }
    if (shown) save(`real-${n}`, shown.width, shown.height, ...thinned(shown.pixels));
  }
  engine.dispose();
}

/** RGBA as grey, where it is, or as RGB. */
function thinned(pixels) {
  const count = pixels.length / 4;
  const grey = Uint8Array.from({ length: count }, (_, n) => pixels[n * 4]);
  if (grey.every((value, n) => value === pixels[n * 4 + 1] && value === pixels[n * 4 + 2])) return [1, grey];
  return [3, Uint8Array.from({ length: count * 3 }, (_, n) => pixels[Math.floor(n / 3) * 4 + (n % 3)])];
}

function gathered(smooth) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".features"))
    .sort();
  const [features, labels, weights] = [[], [], []];
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const about = join(folder, name.replace(".features", ".json"));
    const painted = existsSync(about) && JSON.parse(readFileSync(about, "utf8"));
    const mask = painted && maskOf(painted);
    const step = all[0] + HEAD;
    for (let at = 1; at < all.length; at += step) {
      const [x, y, across, down, own] = all.subarray(at, at + HEAD);
      if (own !== smooth) continue;
      const share = painted ? shareOf(painted, mask, [x, y, across, down]) : 0;
      if (share >= NONE && share < WRITING) continue;
      labels.push(Number(share >= WRITING));
      weights.push(painted ? 1 : REAL);
      features.push(all.subarray(at + HEAD, at + step));
    }
  }
  const width = features[0].length;
  const rows = new Float32Array(features.length * width);
  features.forEach((row, n) => {
    rows.set(row, n * width);
  });
  return { rows, width, labels, weights };
}

function maskOf({ width, height, boxes }) {
  const mask = new Uint8Array(width * height);
  for (const { x, y, width: across, height: down } of boxes) {
    const [left, right] = [Math.max(0, x - MARGIN), Math.min(width, x + across + MARGIN)];
    for (let row = Math.max(0, y - MARGIN); row < Math.min(height, y + down + MARGIN); row += 1)
      mask.fill(1, row * width + left, row * width + right);
  }
  return mask;
}

/** The share of a box that lies in words. */
function shareOf({ width, height }, mask, [x, y, across, down]) {
  const [right, bottom] = [Math.min(width, x + across), Math.min(height, y + down)];
  let sum = 0;
  for (let row = y; row < bottom; row += 1) for (let column = x; column < right; column += 1) sum += mask[row * width + column];
  return sum / Math.max(1, (right - x) * (bottom - y));
}

/** Writes the constants in place of those there are. */
function write({ base, trees }, { file, likelier }) {
  const path = join(FOLDER, file);
  const old = readFileSync(path, "utf8");
  const nodes = ({ feature, limit, left, right, value }) =>
    feature === undefined ? `n(L, ${value.toFixed(4)}, 0, 0),` : `n(${feature}, ${limit.toFixed(5)}, ${left}, ${right}),`;
  const filled = (tree) => {
    const lines = [];
    for (const node of tree.map(nodes)) {
      if (lines.length > 0 && lines.at(-1).length + node.length < 139) lines.push(`${lines.pop()} ${node}`);
      else lines.push(`        ${node}`);
    }
    return `    &[\n${lines.join("\n")}\n    ],\n`;
  };
  const [head] = old.split("/// What all trees start from");
  const text = `${head}/// What all trees start from, in logits.
pub(super) const BASE: f32 = ${(base - likelier).toFixed(4)};

/// Nodes of each tree, the root first.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "limits that happen to be near one")]
pub(super) const TREES: &[&[Node]] = &[
${trees.map(filled).join("")}];
`;
  writeFileSync(path, text);
  console.log(`${trees.length} trees`);
}
