/**
 * What a look at one picture of 512 by 512 pixels costs, warm: the finder with either effort, and the reader. Arguments: dist, and a CT
 * slice without writing. Prints µs of CPU time as JSON: all of it is one thread's, whatever else the machine does.
 */

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { draw, noise, picture } from "../web/letters.mjs";
import { median } from "./machine.mjs";

const ROUNDS = 9;
const SIDE = 512;

const [dist, slice] = process.argv.slice(2);
const [core, pictures, reader] = await Promise.all(["core", "pictures", "reader"].map(load));
core.setTick(() => undefined);
reader.load(readFileSync(join(dist, "models.bin")));

const { request, frame } = asked();
const times = {
  screen: finder("screen"),
  full: finder("likely"),
  empty: reading([]),
  written: reading(["DOE PETE", "1957-03-12", "A 4711053"]),
};
console.log(JSON.stringify(times));

async function load(name) {
  const glue = await import(pathToFileURL(join(dist, `pkg/${name}.js`)).href);
  glue.initSync({ module: new WebAssembly.Module(readFileSync(join(dist, `${name}.wasm`))) });
  return glue;
}

/** What the core asks of a slice, and its frame. */
function asked() {
  const kept = {};
  const port = new Proxy(
    {},
    {
      get: (_, name) =>
        ({
          begin: (text) => {
            kept.request = JSON.parse(text);
          },
          look: (_index, bytes) => {
            kept.frame = bytes.slice();
          },
          seen: () => JSON.stringify({ marks: [], page: false, read: false, whole: true }),
        })[name] ?? (() => undefined),
    },
  );
  const key = Uint8Array.from({ length: 32 }, (_, n) => n * 7 + 1);
  const scrubber = new core.Scrubber({
    policy: "share",
    key,
    lexicon: new Uint8Array(readFileSync(join(dist, "lexicon.bin"))),
    pictures: port,
  });
  const fd = openSync(slice, "r");
  const source = { size: fstatSync(fd).size, read: (at, into) => readSync(fd, into, 0, into.length, at) };
  scrubber.hunt(scrubber.read(source).identifiers, false);
  scrubber.see(source);
  closeSync(fd);
  if (!kept.frame) throw new Error("The core did not ask for a look.");
  return kept;
}

/** The finder alone: decoded, rendered, looked at. */
function finder(risk) {
  const looker = new pictures.Pictures({ hasReader: () => false });
  return timed((round) => {
    // No frame is equal to the one before.
    frame[0] = round;
    looker.begin(JSON.stringify({ ...request, risk }));
    looker.look(0, frame);
    looker.seen();
  });
}

/** The models alone: they find in any picture, and read what they found. */
function reading(lines) {
  const page = noise(picture(SIDE, SIDE), 20);
  for (const [n, line] of lines.entries()) draw(page, line, { x: 10, y: 20 + 60 * n, size: 2 });
  return timed(() => {
    const found = JSON.parse(reader.read(page.width, page.height, page.samples, page.data, new Uint32Array()));
    if (found.length < lines.length) throw new Error("The reader did not find what is written.");
  });
}

function timed(work) {
  const all = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    work(round);
    const { user, system } = process.cpuUsage(before);
    // The first rounds only warm up.
    if (round > 2) all.push(user + system);
  }
  return Math.round(median(all));
}
